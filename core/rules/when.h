// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/walltime.h"

namespace kindling {

/// A moment as a person plans it.
struct PlannedTime
{
    QDateTime local; ///< wall time in its zone; start of day when `wholeDay`
    bool wholeDay = false; ///< only a day was named
    bool operator==(const PlannedTime &) const = default;
};

/// Reads "tomorrow 9", "next fri 14:00", "in 2 weeks", "in 3 hours", "end of month", "mon", "3 mar", "3.3.2027 14:30", ISO 8601
/// and the German words for them ("morgen 9", "nächsten freitag 14 uhr", "in 2 wochen"). A bare weekday is the next one, not today;
/// "next fri" is the Friday of next week; a bare hour of 1 to 6 is in the afternoon; a time that does not exist (spring forward)
/// moves on by the gap, one that exists twice is the first. Error: InvalidValue.
Result<PlannedTime> parseWhen(QStringView text, UtcMs now, const QTimeZone &zone);

/// "Tomorrow 09:30", "Fri 14:00", "Yesterday", "8 Nov": a moment as the lists show it, seen from `now`.
QString whenInWords(UtcMs moment, bool wholeDay, UtcMs now, const QTimeZone &zone, const QLocale &locale);

/// "14 min", "3 h", "19 d": how long ago, in its largest unit. Zero and less is "0 min".
QString ageInWords(qint64 ms);

} // namespace kindling
