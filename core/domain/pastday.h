// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QDate>

#include <optional>

namespace kindling {

/// The last moment of a past day: what is shown "as of" it. Nothing means now.
using PastMoment = std::optional<UtcMs>;

/// The evening of a day, in UTC milliseconds; nothing for today and later, which are now.
PastMoment eveningOf(const QDate &day, UtcMs now, const QTimeZone &zone);

} // namespace kindling
