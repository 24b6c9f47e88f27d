// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/when.h"

#include "core/base/walltime.h"
#include "core/domain/whenwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <optional>

namespace kindling {

namespace {

using M = WhenMeaning;

bool is(const QString &word, WhenMeaning meaning)
{
    return whenMeaning(word, meaning).has_value();
}

/// Reads one phrase, word after word.
class WhenReader
{
public:
    WhenReader(const QStringList &words, UtcMs now, const QTimeZone &zone)
        : m_words(words)
        , m_zone(zone)
        , m_now(QDateTime::fromMSecsSinceEpoch(now, zone))
        , m_date(m_now.date())
    {
    }

    std::optional<PlannedTime> read()
    {
        while (m_at < m_words.size()) {
            if (!readPhrase())
                return std::nullopt;
        }
        if (!m_hasDate && !m_time)
            return std::nullopt;
        if (m_exact)
            return PlannedTime{*m_exact, false, WallCase::Once};
        if (!m_hasDate && *m_time <= m_now.time())
            m_date = m_date.addDays(1); // an hour that has passed is tomorrow's
        const QTime time = m_time.value_or(QTime(0, 0));
        return PlannedTime{wallTime(m_date, time, m_zone), !m_time, m_time ? wallCase(m_date, time, m_zone) : WallCase::Once};
    }

private:
    QString word(int ahead = 0) const { return m_words.value(m_at + ahead); }

    bool setDate(const QDate &date, int words)
    {
        if (!date.isValid() || m_hasDate)
            return false;
        m_date = date;
        m_hasDate = true;
        m_at += words;
        return true;
    }

    bool setTime(const QTime &time, int words)
    {
        if (!time.isValid() || m_time)
            return false;
        m_time = time;
        m_at += words;
        return true;
    }

    bool readPhrase()
    {
        const QString first = word();
        if (is(first, M::Filler)) {
            ++m_at;
            return m_at < m_words.size();
        }
        if (is(first, M::HourWord)) {
            ++m_at;
            return true;
        }
        return readNamedDay(first) || readIn(first) || readNext(first) || readEnd(first) || readWeekday(first) || readDate(first)
            || readNamedTime(first) || readTime(first);
    }

    bool readNamedDay(const QString &first)
    {
        const std::optional<int> ahead = whenMeaning(first, M::DaysAhead);
        return ahead && setDate(m_now.date().addDays(*ahead), 1);
    }

    bool readIn(const QString &first)
    {
        if (!is(first, M::In))
            return false;
        static const QRegularExpression joined(QStringLiteral("^(\\d{1,4})(\\p{L}+)$"));
        const QRegularExpressionMatch match = joined.match(word(1));
        const bool isJoined = match.hasMatch();
        const QString number = isJoined ? match.captured(1) : word(1);
        const QString unit = isJoined ? match.captured(2) : word(2);
        const int used = isJoined ? 2 : 3;
        const bool one = is(number, M::One);
        bool ok = false;
        const int count = one ? 1 : number.toInt(&ok);
        if ((!one && !ok) || count <= 0 || count > 5000)
            return false;
        return addUnits(count, unit, used);
    }

    bool addUnits(int count, const QString &word, int used)
    {
        const std::optional<int> unit = whenMeaning(word, M::Unit);
        if (!unit)
            return false;
        const QDate today = m_now.date();
        switch (WhenUnit(*unit)) {
        case WhenUnit::Minute: return setExact(m_now.addSecs(qint64(count) * 60), used);
        case WhenUnit::Hour: return setExact(m_now.addSecs(qint64(count) * 3600), used);
        case WhenUnit::Day: return setDate(today.addDays(count), used);
        case WhenUnit::Week: return setDate(today.addDays(7 * count), used);
        case WhenUnit::Month: return setDate(today.addMonths(count), used);
        case WhenUnit::Year: return setDate(today.addYears(count), used);
        }
        return false;
    }

    bool setExact(const QDateTime &moment, int words)
    {
        m_exact = moment;
        m_hasDate = true;
        m_at += words;
        return true;
    }

    std::optional<WhenUnit> unitAt(int ahead) const
    {
        const std::optional<int> unit = whenMeaning(word(ahead), M::Unit);
        return unit ? std::optional(WhenUnit(*unit)) : std::nullopt;
    }

    bool readNext(const QString &first)
    {
        if (!is(first, M::Next))
            return false;
        const QDate monday = m_now.date().addDays(8 - m_now.date().dayOfWeek());
        const std::optional<WhenUnit> unit = unitAt(1);
        if (unit == WhenUnit::Week)
            return setDate(monday, 2) && (m_time || setTime(QTime(9, 0), 0));
        if (unit == WhenUnit::Month)
            return setDate(QDate(m_now.date().year(), m_now.date().month(), 1).addMonths(1), 2);
        const std::optional<int> weekday = whenMeaning(word(1), M::Weekday);
        return weekday && setDate(monday.addDays(*weekday - 1), 2);
    }

    bool readEnd(const QString &first)
    {
        if (is(first, M::EndOfDay))
            return setDate(m_now.date(), 0) && setTime(QTime(17, 0), 1);
        if (!is(first, M::End))
            return false;
        const int skip = is(word(1), M::Of) ? 2 : 1;
        const std::optional<WhenUnit> unit = unitAt(skip);
        const QDate today = m_now.date();
        if (unit == WhenUnit::Week)
            return setDate(today.addDays((12 - today.dayOfWeek()) % 7), skip + 1);
        if (unit == WhenUnit::Month)
            return setDate(QDate(today.year(), today.month(), today.daysInMonth()), skip + 1);
        return unit == WhenUnit::Year && setDate(QDate(today.year(), 12, 31), skip + 1);
    }

    bool readWeekday(const QString &first)
    {
        const std::optional<int> weekday = whenMeaning(first, M::Weekday);
        if (!weekday)
            return false;
        const int ahead = (*weekday - m_now.date().dayOfWeek() + 6) % 7 + 1; // one to seven days
        return setDate(m_now.date().addDays(ahead), 1);
    }

    static int monthOf(const QString &word) { return whenMeaning(word, M::Month).value_or(0); }

    /// The day in this year, or the next if it has passed.
    QDate upcoming(int month, int dayOfMonth, int year) const
    {
        if (year > 0)
            return QDate(year < 100 ? 2000 + year : year, month, dayOfMonth);
        const QDate date(m_now.date().year(), month, dayOfMonth);
        return date.isValid() && date < m_now.date() ? date.addYears(1) : date;
    }

    bool readDate(const QString &first)
    {
        static const QRegularExpression iso(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:t(\\d{1,2}:\\d{2}))?.*$"));
        if (const QRegularExpressionMatch match = iso.match(first); match.hasMatch()) {
            const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
            return setDate(date, 1)
                && (match.captured(4).isEmpty() || setTime(QTime::fromString(match.captured(4), QStringLiteral("h:mm")), 0));
        }
        static const QRegularExpression dotted(QStringLiteral("^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2,4})?$"));
        if (const QRegularExpressionMatch match = dotted.match(first); match.hasMatch())
            return setDate(upcoming(match.captured(2).toInt(), match.captured(1).toInt(), match.captured(3).toInt()), 1);
        static const QRegularExpression dayNumber(QStringLiteral("^(\\d{1,2})(?:\\.|st|nd|rd|th)?$"));
        const bool year = word(2).size() == 4 && word(2).toInt() > 1900;
        if (const QRegularExpressionMatch match = dayNumber.match(first); match.hasMatch() && monthOf(word(1)) > 0)
            return setDate(upcoming(monthOf(word(1)), match.captured(1).toInt(), year ? word(2).toInt() : 0), year ? 3 : 2);
        if (const QRegularExpressionMatch match = dayNumber.match(word(1)); monthOf(first) > 0 && match.hasMatch())
            return setDate(upcoming(monthOf(first), match.captured(1).toInt(), year ? word(2).toInt() : 0), year ? 3 : 2);
        return false;
    }

    bool readNamedTime(const QString &first)
    {
        if (const std::optional<int> hour = whenMeaning(first, M::TimeOfDay))
            return setTime(QTime(*hour, 0), 1);
        return is(first, M::This) && setDate(m_now.date(), 1);
    }

    bool readTime(const QString &first)
    {
        static const QRegularExpression form(QStringLiteral("^(\\d{1,2})(?::(\\d{2}))?(am|pm|h)?$"));
        const QRegularExpressionMatch match = form.match(first);
        if (!match.hasMatch())
            return false;
        int hour = match.captured(1).toInt();
        QString half = match.captured(3);
        int used = 1;
        if (is(word(1), M::HalfDay)) {
            half = word(1);
            used = 2;
        }
        const bool bare = match.captured(2).isEmpty() && half.isEmpty() && !is(word(1), M::HourWord);
        const bool nobodyWorksThen = bare && hour >= 1 && hour <= 6; // three is three in the afternoon
        if ((half == u"pm" && hour < 12) || nobodyWorksThen)
            hour += 12;
        else if (half == u"am" && hour == 12)
            hour = 0;
        return setTime(QTime(hour, match.captured(2).toInt()), used);
    }

    const QStringList &m_words;
    qsizetype m_at = 0;
    const QTimeZone &m_zone;
    QDateTime m_now;
    QDate m_date;
    bool m_hasDate = false;
    std::optional<QTime> m_time;
    std::optional<QDateTime> m_exact;
};

QString clockText(const QDateTime &local)
{
    return local.time().toString(QStringLiteral("HH:mm"));
}

QString dayText(const QDate &date, const QDate &today, const QLocale &locale)
{
    switch (today.daysTo(date)) {
    case -1: return QCoreApplication::translate("kindling", "Yesterday");
    case 0: return QCoreApplication::translate("kindling", "Today");
    case 1: return QCoreApplication::translate("kindling", "Tomorrow");
    default: break;
    }
    const qint64 ahead = today.daysTo(date);
    if (ahead > 1 && ahead < 7)
        return locale.dayName(date.dayOfWeek(), QLocale::ShortFormat);
    const QString dayAndMonth = QString::number(date.day()) + u' ' + locale.monthName(date.month(), QLocale::ShortFormat);
    return date.year() == today.year() ? dayAndMonth : dayAndMonth + u' ' + QString::number(date.year());
}

} // namespace

Result<PlannedTime> parseWhen(QStringView text, UtcMs now, const QTimeZone &zone)
{
    const QStringList words = text.toString().toLower().remove(u',').simplified().split(u' ', Qt::SkipEmptyParts);
    if (const std::optional<PlannedTime> planned = WhenReader(words, now, zone).read())
        return *planned;
    return Error{ErrorCode::InvalidValue, text.toString(),
                 QCoreApplication::translate("kindling", "a time, as “tomorrow 9”, “next fri 14:00” or “in 2 weeks”")};
}

QString plannedInWords(const PlannedTime &planned, UtcMs now, const QTimeZone &zone, const QLocale &locale)
{
    const QDate today = dayOf(now, zone);
    const qint64 ahead = today.daysTo(planned.local.date());
    QString text = locale.toString(planned.local.date(), QStringLiteral("dddd d MMMM yyyy"));
    if (!planned.wholeDay)
        text += QStringLiteral(", ") + clockText(planned.local);
    if (ahead == 0)
        text = QCoreApplication::translate("kindling", "%1 (today)").arg(text);
    else if (ahead == 1)
        text = QCoreApplication::translate("kindling", "%1 (tomorrow)").arg(text);
    else if (ahead > 1)
        text = QCoreApplication::translate("kindling", "%1 (in %2)")
                   .arg(text, QCoreApplication::translate("kindling", "%n day(s)", nullptr, int(ahead)));
    else
        text = QCoreApplication::translate("kindling", "%1 (in the past)").arg(text);
    if (planned.wallCase == WallCase::Skipped)
        text += QCoreApplication::translate("kindling", ". The clocks are put forward over the time you wrote, so it is an hour later.");
    else if (planned.wallCase == WallCase::Twice)
        text += QCoreApplication::translate("kindling", ". That time comes twice on this day; the first is meant.");
    return text;
}

QString whenInWords(UtcMs moment, bool wholeDay, UtcMs now, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment, zone);
    const QDate today = dayOf(now, zone);
    const QString dayWords = dayText(local.date(), today, locale);
    const qint64 ahead = today.daysTo(local.date());
    const bool showsClock = !wholeDay && ahead >= -1 && ahead < 7;
    return showsClock ? dayWords + u' ' + clockText(local) : dayWords;
}

bool isLate(const FollowUp &followUp, UtcMs now, const QTimeZone &zone)
{
    if (!followUp.wholeDay || followUp.snoozedUntil)
        return followUp.remindAt() < now;
    const QDate promised = QDate::fromString(followUp.localTime.left(10), Qt::ISODate);
    const QDate due = promised.isValid() ? promised : dayOf(followUp.due, zone);
    return due < dayOf(now, zone);
}

QString ageInWords(qint64 ms)
{
    const qint64 minutes = std::max<qint64>(ms, 0) / 60'000;
    if (minutes < 60)
        return QCoreApplication::translate("kindling", "%1 min").arg(minutes);
    if (minutes < 24 * 60)
        return QCoreApplication::translate("kindling", "%1 h").arg(minutes / 60);
    return QCoreApplication::translate("kindling", "%1 d").arg(minutes / (24 * 60));
}

} // namespace kindling
