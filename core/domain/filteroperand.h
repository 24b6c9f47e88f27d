// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"
#include "core/domain/timespan.h"

namespace kindling {

// What the words of a filter test stand for at one moment. They are kept as typed and read again at each evaluation, so that "-30d" moves
// with the calendar.

/// "2026-03", "-30d", "2026-03-01..2026-05", "2026-05-01.." (since), "..2026-05" (until): nothing for other texts. Of a field of dates
/// (`wholeDates`), days begin at midnight UTC, as the columns hold them.
std::optional<TimeSpan> timeOperand(const QString &word, bool wholeDates, const FilterContext &context);

/// The time of a test that counts or looks back: "30d", "2w", "6m", "1y", "12h" are the last days, weeks … up to now, today included; else
/// as timeOperand(). An empty text is all time.
std::optional<TimeSpan> windowOperand(const QString &window, const FilterContext &context);

/// Numbers from .. to, both included.
struct NumberSpan
{
    qint64 from = 0;
    qint64 to = 0;
    bool operator==(const NumberSpan &) const = default;
};

/// "5000", "5k", "1000..5000", "1000..": minor units of money, in the currency that it names or the workspace's; millionths of a number.
/// Nothing for a text that is none, or names two currencies.
std::optional<NumberSpan> numberOperand(const QString &text, FieldType type, const FilterContext &context);

/// The same of amounts for leads whose amount is in `currency`: an operand without a currency is as many of theirs, and one that names
/// another finds none of them (nothing comes back).
std::optional<NumberSpan> moneyOperand(const QString &text, const QString &currency);

/// Whether a value meets a comparison with a stretch of time: before it, in it, after it.
bool meets(UtcMs value, FilterTest::Operator op, const TimeSpan &span);
/// The same for numbers.
bool meets(qint64 value, FilterTest::Operator op, const NumberSpan &span);

} // namespace kindling
