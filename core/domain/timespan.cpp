// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/timespan.h"

#include "core/base/walltime.h"

#include <QRegularExpression>

namespace kindling {

namespace {

UtcMs startOf(const QDate &day, const QTimeZone &zone)
{
    return day.startOfDay(zone).toMSecsSinceEpoch();
}

TimeSpan days(const QDate &from, const QDate &until, const QTimeZone &zone)
{
    return {startOf(from, zone), startOf(until, zone)};
}

std::optional<TimeSpan> calendarSpan(const QString &text, const QTimeZone &zone)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4})(?:-(?:q([1-4])|(\\d{1,2})(?:-(\\d{1,2}))?))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).toInt();
    if (year == 0)
        return std::nullopt; // there was no such year
    if (!match.captured(2).isEmpty()) {
        const QDate first(year, match.captured(2).toInt() * 3 - 2, 1);
        return days(first, first.addMonths(3), zone);
    }
    if (match.captured(3).isEmpty())
        return days(QDate(year, 1, 1), QDate(year + 1, 1, 1), zone);
    const bool whole = match.captured(4).isEmpty();
    const QDate first(year, match.captured(3).toInt(), whole ? 1 : match.captured(4).toInt());
    if (!first.isValid())
        return std::nullopt;
    return days(first, whole ? first.addMonths(1) : first.addDays(1), zone);
}

std::optional<TimeSpan> momentSpan(const QString &text, const QTimeZone &zone)
{
    const qsizetype sign = text.indexOf(u't');
    if (sign < 0)
        return std::nullopt;
    // Read in parts: as a whole, a wall time that the system's own zone skips would be invalid.
    const QDate date = QDate::fromString(text.left(sign), Qt::ISODate);
    const QTime time = QTime::fromString(text.mid(sign + 1), Qt::ISODate);
    const QDateTime moment =
        date.isValid() && time.isValid() ? wallTime(date, time, zone) : QDateTime::fromString(text.toUpper(), Qt::ISODate);
    if (!moment.isValid())
        return std::nullopt;
    return TimeSpan{moment.toMSecsSinceEpoch(), moment.toMSecsSinceEpoch() + 60'000};
}

std::optional<TimeSpan> relativeSpan(const QString &text, UtcMs now, const QTimeZone &zone)
{
    static const QRegularExpression form(QStringLiteral("^([+-])(\\d{1,4})([hdwmy])$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int count = match.captured(2).toInt() * (match.captured(1) == u"-" ? -1 : 1);
    const QDate today = dayOf(now, zone);
    switch (match.capturedView(3).front().unicode()) {
    case u'h': return TimeSpan{now + count * qint64(3'600'000), now + (count + 1) * qint64(3'600'000)};
    case u'd': return days(today.addDays(count), today.addDays(count + 1), zone);
    case u'w': return days(today.addDays(count * 7), today.addDays(count * 7 + 1), zone);
    case u'm': return days(today.addMonths(count), today.addMonths(count).addDays(1), zone);
    default: return days(today.addYears(count), today.addYears(count).addDays(1), zone);
    }
}

std::optional<TimeSpan> namedSpan(const QString &text, UtcMs now, const QTimeZone &zone)
{
    const QDate today = dayOf(now, zone);
    if (text == u"today")
        return days(today, today.addDays(1), zone);
    if (text == u"yesterday")
        return days(today.addDays(-1), today, zone);
    if (text == u"tomorrow")
        return days(today.addDays(1), today.addDays(2), zone);
    static const QRegularExpression form(QStringLiteral("^(this|last|next)(week|month|quarter|year)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int step = match.captured(1) == u"this" ? 0 : match.captured(1) == u"last" ? -1 : 1;
    if (match.captured(2) == u"week") {
        const QDate monday = today.addDays(1 - today.dayOfWeek() + 7 * step);
        return days(monday, monday.addDays(7), zone);
    }
    if (match.captured(2) == u"month") {
        const QDate first = QDate(today.year(), today.month(), 1).addMonths(step);
        return days(first, first.addMonths(1), zone);
    }
    if (match.captured(2) == u"quarter") {
        const QDate first = QDate(today.year(), (today.month() - 1) / 3 * 3 + 1, 1).addMonths(3 * step);
        return days(first, first.addMonths(3), zone);
    }
    return days(QDate(today.year() + step, 1, 1), QDate(today.year() + step + 1, 1, 1), zone);
}

} // namespace

std::optional<TimeSpan> parseTimeSpan(QStringView text, UtcMs now, const QTimeZone &zone)
{
    const QString word = text.toString().toLower().remove(u' ');
    if (const auto span = calendarSpan(word, zone))
        return span;
    if (const auto span = relativeSpan(word, now, zone))
        return span;
    if (const auto span = namedSpan(word, now, zone))
        return span;
    return momentSpan(word, zone);
}

} // namespace kindling
