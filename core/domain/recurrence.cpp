// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recurrence.h"

#include "core/domain/whenwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

using Kind = Recurrence::Kind;
using M = WhenMeaning;

constexpr int mostInterval = 1000;
constexpr std::array<const char *, 7> dayNames{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<const char *, 7> dayCodes{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

/// Reads one rule, word after word.
class RuleReader
{
public:
    explicit RuleReader(const QStringList &words)
        : m_words(words)
    {
    }

    std::optional<Recurrence> read()
    {
        if (!readUntil() || m_words.isEmpty() || !(readAfter() || readEvery()))
            return std::nullopt;
        const bool counts = m_rule.interval >= 1 && m_rule.interval <= mostInterval;
        return counts ? std::optional(m_rule) : std::nullopt;
    }

private:
    static bool is(const QString &word, WhenMeaning meaning) { return whenMeaning(word, meaning).has_value(); }

    bool readUntil()
    {
        const auto until = std::find_if(m_words.begin(), m_words.end(), [](const QString &w) { return is(w, M::Until); });
        if (until == m_words.end())
            return true;
        const qsizetype at = until - m_words.begin();
        m_rule.until = QDate::fromString(m_words.value(at + 1), Qt::ISODate);
        const bool whole = m_rule.until.isValid() && at + 2 == m_words.size();
        m_words = m_words.mid(0, at);
        return whole;
    }

    std::optional<WhenUnit> unit(qsizetype at) const
    {
        const std::optional<int> found = whenMeaning(m_words.value(at), M::Unit);
        return found ? std::optional(WhenUnit(*found)) : std::nullopt;
    }

    /// "10 days after done", "2 weeks after last touch".
    bool readAfter()
    {
        const bool touch = is(m_words.constLast(), M::AfterTouch);
        const std::optional<WhenUnit> of = unit(1);
        const qsizetype expected = touch && is(m_words.value(3), M::Ordinal) ? 5 : 4;
        if ((!touch && !is(m_words.constLast(), M::AfterDone)) || !is(m_words.value(2), M::After) || m_words.size() != expected)
            return false;
        m_rule.kind = touch ? Kind::AfterTouch : Kind::AfterDone;
        const int days = of == WhenUnit::Day ? 1 : of == WhenUnit::Week ? 7 : of == WhenUnit::Month ? 30 : 0;
        m_rule.interval = std::min(m_words.constFirst().toInt(), 2 * mostInterval) * days;
        return m_rule.interval > 0;
    }

    bool readEvery()
    {
        if (is(m_words.constFirst(), M::Every))
            m_words.removeFirst();
        if (m_words.isEmpty())
            return false;
        if (m_words.size() == 1 && is(m_words.constFirst(), M::WorkingDay)) {
            m_rule.kind = Kind::WorkingDays;
            return true;
        }
        if (const std::optional<int> ordinal = whenMeaning(m_words.constFirst(), M::Ordinal))
            return readOrdinal(*ordinal);
        if (const std::optional<int> weekday = whenMeaning(m_words.constFirst(), M::Weekday)) {
            m_rule.kind = Kind::Weeks;
            m_rule.weekday = *weekday;
            return m_words.size() == 1;
        }
        bool number = false;
        m_rule.interval = m_words.constFirst().toInt(&number);
        if (number)
            m_words.removeFirst();
        else
            m_rule.interval = 1;
        return !m_words.isEmpty() && readUnit();
    }

    /// "first monday", "last friday of the month", "first monday of every 3 months".
    bool readOrdinal(int ordinal)
    {
        const std::optional<int> weekday = whenMeaning(m_words.value(1), M::Weekday);
        if (!weekday)
            return false;
        m_rule.kind = Kind::MonthWeekday;
        m_rule.ordinal = ordinal;
        m_rule.weekday = *weekday;
        if (m_words.size() == 2)
            return true;
        if (unit(m_words.size() - 1) != WhenUnit::Month)
            return false;
        if (const int months = m_words.value(m_words.size() - 2).toInt(); months > 0)
            m_rule.interval = months;
        return m_words.size() <= 6;
    }

    /// "weeks", "month on day 31", "weeks on monday".
    bool readUnit()
    {
        const std::optional<WhenUnit> of = unit(0);
        if (of == WhenUnit::Day)
            m_rule.kind = Kind::Days;
        else if (of == WhenUnit::Week)
            m_rule.kind = Kind::Weeks;
        else if (of == WhenUnit::Month)
            m_rule.kind = Kind::Months;
        else if (of == WhenUnit::Year)
            m_rule.kind = Kind::Years;
        else
            return false;
        if (m_words.size() == 1)
            return true;
        if (!is(m_words.value(1), M::Filler))
            return false;
        if (m_rule.kind == Kind::Weeks && m_words.size() == 3) {
            m_rule.weekday = whenMeaning(m_words.value(2), M::Weekday).value_or(0);
            return m_rule.weekday > 0;
        }
        const bool byMonth = m_rule.kind == Kind::Months || m_rule.kind == Kind::Years;
        if (!byMonth || m_words.size() != 4 || unit(2) != WhenUnit::Day)
            return false;
        m_rule.day = m_words.value(3).toInt();
        return m_rule.day >= 1 && m_rule.day <= 31;
    }

    QStringList m_words;
    Recurrence m_rule;
};

QString plural(int count, const char *one)
{
    const QString unit = QLatin1String(one);
    return count == 1 ? QStringLiteral("every ") + unit : QStringLiteral("every %1 %2s").arg(count).arg(unit);
}

QString ordinalText(int ordinal)
{
    constexpr std::array<const char *, 5> names{"last", "first", "second", "third", "fourth"};
    return QLatin1String(names[size_t(std::clamp(ordinal, 0, 4))]);
}

QString onDay(int day)
{
    return day > 0 ? QStringLiteral(" on day %1").arg(day) : QString();
}

QString ruleText(const Recurrence &rule)
{
    const QString weekday = rule.weekday > 0 ? QLatin1String(dayNames[size_t(rule.weekday - 1)]) : QString();
    switch (rule.kind) {
    case Kind::Days: return plural(rule.interval, "day");
    case Kind::WorkingDays: return QStringLiteral("every weekday");
    case Kind::Weeks:
        if (weekday.isEmpty())
            return plural(rule.interval, "week");
        return rule.interval == 1 ? QStringLiteral("every ") + weekday : plural(rule.interval, "week") + QStringLiteral(" on ") + weekday;
    case Kind::Months: return plural(rule.interval, "month") + onDay(rule.day);
    case Kind::MonthWeekday: {
        const QString which = ordinalText(rule.ordinal) + u' ' + weekday;
        return rule.interval == 1 ? which : which + QStringLiteral(" of every %1 months").arg(rule.interval);
    }
    case Kind::Years: return plural(rule.interval, "year") + onDay(rule.day);
    case Kind::AfterDone: return QStringLiteral("%1 days after done").arg(rule.interval);
    case Kind::AfterTouch: return QStringLiteral("%1 days after last touch").arg(rule.interval);
    }
    return {};
}

} // namespace

Result<Recurrence> parseRecurrence(QStringView text)
{
    const QStringList words = text.toString().toLower().remove(u',').simplified().split(u' ', Qt::SkipEmptyParts);
    if (const std::optional<Recurrence> rule = RuleReader(words).read())
        return *rule;
    return Error{ErrorCode::InvalidValue, text.toString(),
                 QCoreApplication::translate("kindling", "a rhythm, as “every 2 weeks”, “first monday” or “10 days after done”")};
}

QString recurrenceText(const Recurrence &rule)
{
    const QString until = rule.until.isValid() ? QStringLiteral(" until ") + rule.until.toString(Qt::ISODate) : QString();
    return ruleText(rule) + until;
}

QByteArray recurrenceRule(const Recurrence &rule)
{
    QByteArray text;
    switch (rule.kind) {
    case Kind::Days: text = "FREQ=DAILY"; break;
    case Kind::WorkingDays: text = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"; break;
    case Kind::Weeks: text = "FREQ=WEEKLY"; break;
    case Kind::Months: text = "FREQ=MONTHLY"; break;
    case Kind::MonthWeekday:
        text = QByteArray("FREQ=MONTHLY;BYDAY=") + QByteArray::number(rule.ordinal) + dayCodes[size_t(rule.weekday - 1)];
        break;
    case Kind::Years: text = "FREQ=YEARLY"; break;
    case Kind::AfterDone:
    case Kind::AfterTouch: return {};
    }
    if (rule.interval > 1)
        text += ";INTERVAL=" + QByteArray::number(rule.interval);
    if (rule.kind == Kind::Weeks && rule.weekday > 0)
        text += QByteArray(";BYDAY=") + dayCodes[size_t(rule.weekday - 1)];
    if (rule.kind == Kind::Months && rule.day > 0)
        text += ";BYMONTHDAY=" + (rule.day == 31 ? QByteArray("-1") : QByteArray::number(rule.day));
    if (rule.until.isValid())
        text += ";UNTIL=" + rule.until.toString(QStringLiteral("yyyyMMdd")).toLatin1();
    return text;
}

Recurrence anchored(Recurrence rule, const QDate &first)
{
    const bool byMonth = rule.kind == Kind::Months || rule.kind == Kind::Years;
    if (byMonth && rule.day == 0 && first.day() > 28)
        rule.day = first.day();
    return rule;
}

} // namespace kindling
