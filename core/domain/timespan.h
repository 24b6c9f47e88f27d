// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace kindling {

/// A stretch of time in a filter: from inclusive, until exclusive.
struct TimeSpan
{
    UtcMs from = 0;
    UtcMs until = 0;
    bool operator==(const TimeSpan &) const = default;
};

/// Reads what filters call a time: "2026", "2026-Q3", "2026-03", "2026-03-01", "2026-03-01T09:00", "today", "yesterday", "tomorrow",
/// "thisweek", "lastmonth", "nextquarter" …, and "-30d", "+2w", "-6m", "+1y", "-4h" (that day, hour or moment counted from now). Nothing
/// for other texts.
std::optional<TimeSpan> parseTimeSpan(QStringView text, UtcMs now, const QTimeZone &zone);

} // namespace kindling
