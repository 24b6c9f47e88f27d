// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/occurrence.h"

#include <algorithm>

namespace kindling {

namespace {

using Kind = Recurrence::Kind;

/// The first day of a series with a step of `step` days that is after `after`.
QDate stepped(const QDate &from, qint64 step, const QDate &after)
{
    const qint64 behind = from.daysTo(after);
    return behind < 0 ? from : from.addDays((behind / step + 1) * step);
}

QDate dayOfMonth(int month, int day) // month counted from year 0
{
    const QDate first(month / 12, month % 12 + 1, 1);
    return first.addDays(std::min(day, first.daysInMonth()) - 1);
}

QDate weekdayOfMonth(int month, int ordinal, int weekday)
{
    const QDate first(month / 12, month % 12 + 1, 1);
    if (ordinal < 0) {
        const QDate last = first.addMonths(1).addDays(-1);
        return last.addDays(-((last.dayOfWeek() - weekday + 7) % 7));
    }
    return first.addDays((weekday - first.dayOfWeek() + 7) % 7 + 7 * (ordinal - 1));
}

/// The first month of a series, on whose day `dayIn` answers, that is after `after`.
template <typename DayIn>
QDate steppedMonths(const QDate &from, int step, const QDate &after, DayIn dayIn)
{
    const int first = from.year() * 12 + from.month() - 1;
    const int last = after.year() * 12 + after.month() - 1;
    int month = first + std::max(0, (last - first) / step) * step;
    while (dayIn(month) <= after) // at most two steps: the month of `after` and the one behind it
        month += step;
    return dayIn(month);
}

QDate nextDay(const Recurrence &rule, const RecurrenceBase &base, const QDate &after, const WorkRules &work)
{
    const QDate from = base.due.date();
    const int day = rule.day > 0 ? rule.day : from.day();
    switch (rule.kind) {
    case Kind::Days: return stepped(from, rule.interval, after);
    case Kind::WorkingDays: return work.workingDayAfter(after, 1);
    case Kind::Weeks: {
        const int shift = rule.weekday == 0 ? 0 : (rule.weekday - from.dayOfWeek() + 7) % 7;
        return stepped(from.addDays(shift), qint64(7) * rule.interval, after);
    }
    case Kind::Months: return steppedMonths(from, rule.interval, after, [day](int month) { return dayOfMonth(month, day); });
    case Kind::MonthWeekday:
        return steppedMonths(from, rule.interval, after, [&](int month) { return weekdayOfMonth(month, rule.ordinal, rule.weekday); });
    case Kind::Years: return steppedMonths(from, 12 * rule.interval, after, [day](int month) { return dayOfMonth(month, day); });
    case Kind::AfterDone: return base.done.addDays(rule.interval);
    case Kind::AfterTouch: return std::max(base.done, base.lastTouch).addDays(rule.interval);
    }
    return {};
}

} // namespace

std::optional<QDate> nextOccurrence(const Recurrence &rule, const RecurrenceBase &base, const WorkRules &work)
{
    const QDate after = std::max(base.due.date(), base.done);
    const QDate next = nextDay(rule, base, after, work);
    if (!next.isValid() || (rule.until.isValid() && next > rule.until))
        return std::nullopt;
    return next;
}

} // namespace kindling
