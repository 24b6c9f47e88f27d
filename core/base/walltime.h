// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace kindling {

/// The moment of a wall time in a zone. A time that the zone skips is moved on by the gap; of one that it has twice it is the first. (Qt
/// itself answers the one with an invalid value and takes the second of the other.)
QDateTime wallTime(const QDate &date, const QTime &time, const QTimeZone &zone);

} // namespace kindling
