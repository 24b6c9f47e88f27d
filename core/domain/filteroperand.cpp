// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filteroperand.h"

#include "core/base/walltime.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace kindling {

namespace {

constexpr qint64 least = std::numeric_limits<qint64>::min();
constexpr qint64 most = std::numeric_limits<qint64>::max();
const QString dots = QStringLiteral("..");

/// "a..b", "a..", "..b" or one number, read by `numberOf(text)`.
template <typename NumberOf>
std::optional<NumberSpan> spanOf(const QString &text, NumberOf numberOf)
{
    const qsizetype at = text.indexOf(dots);
    if (at < 0) {
        const std::optional<qint64> number = numberOf(text);
        return number ? std::optional(NumberSpan{*number, *number}) : std::nullopt;
    }
    const QString first = text.left(at);
    const QString last = text.mid(at + dots.size());
    const std::optional<qint64> from = first.isEmpty() ? std::optional(least) : numberOf(first);
    const std::optional<qint64> to = last.isEmpty() ? std::optional(most) : numberOf(last);
    if (!from || !to || (first.isEmpty() && last.isEmpty()))
        return std::nullopt;
    return NumberSpan{*from, *to};
}

/// The currency that an operand names at either end, `usual` (empty, if not given) for none; nothing when they are two.
std::optional<QString> namedCurrency(const QString &text, const QString &usual = {})
{
    QString named;
    for (const QString &part : text.split(dots)) {
        const Result<Money> money = Money::parse(part, usual);
        if (!money || money->currency.isEmpty())
            continue;
        if (!named.isEmpty() && named != money->currency)
            return std::nullopt;
        named = money->currency;
    }
    return named;
}

} // namespace

std::optional<TimeSpan> timeOperand(const QString &word, bool wholeDates, const FilterContext &context)
{
    const auto read = [&](const QString &text) -> std::optional<TimeSpan> {
        std::optional<TimeSpan> span = parseTimeSpan(text, context.now, context.zone);
        if (!span || !wholeDates)
            return span;
        const auto midnight = [&](UtcMs moment) { return dayOf(moment, context.zone).startOfDay(Qt::UTC).toMSecsSinceEpoch(); };
        const UtcMs from = midnight(span->from);
        return TimeSpan{from, std::max(midnight(span->until), from + dayMs)};
    };
    const qsizetype at = word.indexOf(dots);
    if (at < 0)
        return read(word);
    const QString first = word.left(at);
    const QString last = word.mid(at + dots.size());
    const auto from = first.isEmpty() ? TimeSpan{least, least} : read(first);
    const auto until = last.isEmpty() ? TimeSpan{most, most} : read(last);
    if (!from || !until || (first.isEmpty() && last.isEmpty()))
        return std::nullopt;
    return TimeSpan{from->from, until->until};
}

std::optional<TimeSpan> windowOperand(const QString &window, const FilterContext &context)
{
    if (window.isEmpty())
        return TimeSpan{least, most};
    static const QRegularExpression last(QStringLiteral("^\\d{1,4}[hdwmy]$"), QRegularExpression::CaseInsensitiveOption);
    if (!last.match(window).hasMatch())
        return timeOperand(window, false, context);
    const auto begin = parseTimeSpan(u'-' + window, context.now, context.zone);
    return begin ? std::optional(TimeSpan{begin->from, context.now + 1}) : std::nullopt;
}

std::optional<NumberSpan> numberOperand(const QString &text, FieldType type, const FilterContext &context)
{
    if (type == FieldType::Money) {
        const std::optional<QString> named = namedCurrency(text);
        const QString usual = context.vocabulary ? context.vocabulary->currency : QString();
        return named ? moneyOperand(text, named->isEmpty() ? usual : *named) : std::nullopt;
    }
    return spanOf(text, [](const QString &part) -> std::optional<qint64> {
        const Result<Decimal> number = Decimal::parse(part);
        return number ? std::optional(number->millionths) : std::nullopt;
    });
}

std::optional<NumberSpan> moneyOperand(const QString &text, const QString &currency)
{
    const std::optional<QString> named = namedCurrency(text, currency);
    if (!named || (!named->isEmpty() && *named != currency))
        return std::nullopt;
    return spanOf(text, [&](const QString &part) -> std::optional<qint64> {
        const Result<Money> money = Money::parse(part, currency);
        return money ? std::optional(money->minor) : std::nullopt;
    });
}

bool meets(UtcMs value, FilterTest::Operator op, const TimeSpan &span)
{
    switch (op) {
    case FilterTest::Operator::AtLeast: return value >= span.from;
    case FilterTest::Operator::MoreThan: return value >= span.until;
    case FilterTest::Operator::AtMost: return value < span.until;
    case FilterTest::Operator::LessThan: return value < span.from;
    default: return value >= span.from && value < span.until;
    }
}

bool meets(qint64 value, FilterTest::Operator op, const NumberSpan &span)
{
    switch (op) {
    case FilterTest::Operator::AtLeast: return value >= span.from;
    case FilterTest::Operator::MoreThan: return value > span.to;
    case FilterTest::Operator::AtMost: return value <= span.to;
    case FilterTest::Operator::LessThan: return value < span.from;
    default: return value >= span.from && value <= span.to;
    }
}

} // namespace kindling
