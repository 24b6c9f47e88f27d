// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/walltime.h"
#include "core/domain/activity.h"

namespace kindling {

/// A moment as a person plans it.
struct PlannedTime
{
    QDateTime local; ///< wall time in its zone; start of day when `wholeDay`
    bool wholeDay = false; ///< only a day was named
    WallCase wallCase = WallCase::Once; ///< Skipped: moved on by the gap; Twice: it is the first of the two
    bool operator==(const PlannedTime &) const = default;
};

/// Reads "tomorrow 9", "next fri 14:00", "in 2 weeks", "in 3 hours", "end of month", "mon", "3 mar", "3.3.2027 14:30", ISO 8601
/// and the German words for them ("morgen 9", "nächsten freitag 14 uhr", "in 2 wochen"; whenwords.h has each language). A bare weekday is
/// the next one, not today; "next fri" is the Friday of next week; a bare hour of 1 to 6 is in the afternoon; a time that does not exist
/// (spring forward) moves on by the gap, one that exists twice is the first. Error: InvalidValue.
Result<PlannedTime> parseWhen(QStringView text, UtcMs now, const QTimeZone &zone);

/// What was understood, for while a person types: "Friday 13 March 2026, 14:00 (in 11 days)", with a word about a time that does not exist
/// that day or comes twice.
QString plannedInWords(const PlannedTime &planned, UtcMs now, const QTimeZone &zone, const QLocale &locale);

/// "Tomorrow 09:30", "Fri 14:00", "Yesterday", "8 Nov": a moment as the lists show it, seen from `now`.
QString whenInWords(UtcMs moment, bool wholeDay, UtcMs now, const QTimeZone &zone, const QLocale &locale);

/// True when the time for it has passed; of one for a whole day, when that day is over.
bool isLate(const FollowUp &followUp, UtcMs now, const QTimeZone &zone);

/// "14 min", "3 h", "19 d": how long ago, in its largest unit. Zero and less is "0 min".
QString ageInWords(qint64 ms);

} // namespace kindling
