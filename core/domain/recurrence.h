// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDate>

namespace kindling {

/// How a follow-up comes again. There is never more than one open one of a series: the next is planned when the one before is done, so a
/// rule without an end makes no endless rows.
struct Recurrence
{
    enum class Kind : quint8 {
        Days, ///< every `interval` days
        WorkingDays, ///< every working day of the team
        Weeks, ///< every `interval` weeks, on the weekday of the first or on `weekday`
        Months, ///< every `interval` months, on the day of the first or on `day`; the last day of a shorter month
        MonthWeekday, ///< the `ordinal`-th `weekday` of every `interval` months, -1 for the last
        Years, ///< every `interval` years; 29 February is the 28th in other years
        AfterDone, ///< `interval` days after it was done
        AfterTouch, ///< `interval` days after the last touch of the lead; a touch moves the open one on
    };
    Kind kind = Kind::Days;
    int interval = 1; ///< 1 to 1000
    int weekday = 0; ///< 1 Monday to 7 Sunday; 0 for that of the first
    int day = 0; ///< 1 to 31; 0 for that of the first
    int ordinal = 0; ///< 1 to 4, or -1
    QDate until; ///< the last day of the series; invalid for none

    bool operator==(const Recurrence &) const = default;
};

/// Reads "every weekday", "every 2 weeks", "weekly", "every mon", "first monday", "last fri", "monthly", "every 3 months on day 31",
/// "yearly", "10 days after done", "2 weeks after last touch", each with "until 2026-12-31"; German words too. Error: InvalidValue.
Result<Recurrence> parseRecurrence(QStringView text);

/// The same as a text that parseRecurrence() reads: what is stored. English, whatever was typed.
QString recurrenceText(const Recurrence &rule);

/// As a rule of RFC 5545 ("FREQ=WEEKLY;INTERVAL=2"); empty for those that count from when something was done.
QByteArray recurrenceRule(const Recurrence &rule);

/// Keeps the day of the month of the first one, which a short month would lose: every month from 31 January is "on day 31".
Recurrence anchored(Recurrence rule, const QDate &first);

} // namespace kindling
