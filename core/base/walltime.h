// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace kindling {

/// The moment of a wall time in a zone. A time that the zone skips is moved on by the gap; of one that it has twice it is the first. (Qt
/// itself answers the one with an invalid value and takes the second of the other.)
QDateTime wallTime(const QDate &date, const QTime &time, const QTimeZone &zone);

/// The day of a moment in a zone, and the one that it is now.
QDate dayOf(UtcMs moment, const QTimeZone &zone);
QDate todayOf(const Clock &clock);

/// The last millisecond of a day in a zone.
qint64 endOfDay(const QDate &day, const QTimeZone &zone);

/// Midnight in UTC of a day in ISO form, as the columns hold days; 0 for no day.
qint64 midnightOf(const QString &isoDate);

/// How often a wall time comes in its zone.
enum class WallCase : quint8 {
    Once,
    Skipped, ///< the clocks are put forward over it
    Twice, ///< they are put back over it
};
WallCase wallCase(const QDate &date, const QTime &time, const QTimeZone &zone);

/// The zone of an IANA name; nothing for a name that this system does not know, and for none.
std::optional<QTimeZone> knownZone(const QString &name);

} // namespace kindling
