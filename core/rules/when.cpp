// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/when.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <span>

namespace kindling {

namespace {

struct Word
{
    const char16_t *text;
    int value;
};

// English and German beside each other; a weekday is recognised by its first letters.
constexpr std::array<Word, 14> weekdays{{{u"mon", 1},
                                         {u"tue", 2},
                                         {u"wed", 3},
                                         {u"thu", 4},
                                         {u"fri", 5},
                                         {u"sat", 6},
                                         {u"sun", 7},
                                         {u"die", 2},
                                         {u"mit", 3},
                                         {u"don", 4},
                                         {u"fre", 5},
                                         {u"sam", 6},
                                         {u"son", 7},
                                         {u"di", 2}}};
constexpr std::array<Word, 15> months{{{u"jan", 1},
                                       {u"feb", 2},
                                       {u"mar", 3},
                                       {u"mär", 3},
                                       {u"apr", 4},
                                       {u"may", 5},
                                       {u"mai", 5},
                                       {u"jun", 6},
                                       {u"jul", 7},
                                       {u"aug", 8},
                                       {u"sep", 9},
                                       {u"oct", 10},
                                       {u"okt", 10},
                                       {u"nov", 11},
                                       {u"dec", 12}}};

int startOfList(QStringView word, std::span<const Word> list)
{
    for (const Word &entry : list) {
        if (word.startsWith(QStringView(entry.text)))
            return entry.value;
    }
    return 0;
}

int weekdayOf(const QString &word)
{
    if (word == u"mi" || word == u"do" || word == u"fr" || word == u"sa" || word == u"so" || word == u"mo")
        return word == u"mo" ? 1 : word == u"mi" ? 3 : word == u"do" ? 4 : word == u"fr" ? 5 : word == u"sa" ? 6 : 7;
    static const QRegularExpression form(QStringLiteral("^\\p{L}{2,10}$"));
    if (word.startsWith(u"month") || word.startsWith(u"monat") || !form.match(word).hasMatch())
        return 0;
    return startOfList(word, weekdays);
}

int monthOf(const QString &word)
{
    return word.startsWith(u"dez") ? 12 : startOfList(word, months);
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
            return PlannedTime{*m_exact, false};
        if (!m_hasDate && *m_time <= m_now.time())
            m_date = m_date.addDays(1); // an hour that has passed is tomorrow's
        return PlannedTime{wallTime(m_date, m_time.value_or(QTime(0, 0)), m_zone), !m_time};
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
        if (first == u"at" || first == u"on" || first == u"um" || first == u"am" || first == u"the" || first == u"uhr") {
            ++m_at;
            return m_at < m_words.size() || first == u"uhr";
        }
        return readNamedDay(first) || readIn(first) || readNext(first) || readEnd(first) || readWeekday(first) || readDate(first)
            || readNamedTime(first) || readTime(first);
    }

    bool readNamedDay(const QString &first)
    {
        if (first == u"today" || first == u"heute")
            return setDate(m_now.date(), 1);
        if (first == u"tomorrow" || first == u"tmr" || first == u"morgen")
            return setDate(m_now.date().addDays(1), 1);
        if (first == u"übermorgen")
            return setDate(m_now.date().addDays(2), 1);
        return false;
    }

    bool readIn(const QString &first)
    {
        if (first != u"in")
            return false;
        static const QRegularExpression joined(QStringLiteral("^(\\d{1,4})(\\p{L}+)$"));
        const QRegularExpressionMatch match = joined.match(word(1));
        const bool isJoined = match.hasMatch();
        const QString number = isJoined ? match.captured(1) : word(1);
        const QString unit = isJoined ? match.captured(2) : word(2);
        const int used = isJoined ? 2 : 3;
        const bool one = number == u"a" || number == u"an" || number.startsWith(u"ein");
        bool ok = false;
        const int count = one ? 1 : number.toInt(&ok);
        if ((!one && !ok) || count <= 0 || count > 5000)
            return false;
        return addUnits(count, unit, used);
    }

    bool addUnits(int count, const QString &unit, int used)
    {
        const QDate today = m_now.date();
        if (unit == u"m" || unit.startsWith(u"min"))
            return setExact(m_now.addSecs(count * 60), used);
        if (unit == u"h" || unit.startsWith(u"hour") || unit.startsWith(u"stunde"))
            return setExact(m_now.addSecs(count * 3600), used);
        if (unit == u"d" || unit.startsWith(u"day") || unit.startsWith(u"tag"))
            return setDate(today.addDays(count), used);
        if (unit == u"w" || unit.startsWith(u"week") || unit.startsWith(u"woche"))
            return setDate(today.addDays(7 * count), used);
        if (unit.startsWith(u"month") || unit.startsWith(u"monat"))
            return setDate(today.addMonths(count), used);
        if (unit == u"y" || unit.startsWith(u"year") || unit.startsWith(u"jahr"))
            return setDate(today.addYears(count), used);
        return false;
    }

    bool setExact(const QDateTime &moment, int words)
    {
        m_exact = moment;
        m_hasDate = true;
        m_at += words;
        return true;
    }

    bool readNext(const QString &first)
    {
        if (first != u"next" && !first.startsWith(u"nächst"))
            return false;
        const QString what = word(1);
        const QDate monday = m_now.date().addDays(8 - m_now.date().dayOfWeek());
        if (what == u"week" || what == u"woche")
            return setDate(monday, 2) && (m_time || setTime(QTime(9, 0), 0));
        if (what == u"month" || what == u"monat")
            return setDate(QDate(m_now.date().year(), m_now.date().month(), 1).addMonths(1), 2);
        const int weekday = weekdayOf(what);
        return weekday > 0 && setDate(monday.addDays(weekday - 1), 2);
    }

    bool readEnd(const QString &first)
    {
        if (first == u"eod")
            return setDate(m_now.date(), 0) && setTime(QTime(17, 0), 1);
        if (first != u"end" && first != u"ende")
            return false;
        const int skip = word(1) == u"of" || word(1) == u"des" || word(1) == u"der" ? 2 : 1;
        const QString what = word(skip);
        const QDate today = m_now.date();
        if (what.startsWith(u"week") || what.startsWith(u"woche"))
            return setDate(today.addDays((12 - today.dayOfWeek()) % 7), skip + 1);
        if (what.startsWith(u"month") || what.startsWith(u"monat"))
            return setDate(QDate(today.year(), today.month(), today.daysInMonth()), skip + 1);
        if (what.startsWith(u"year") || what.startsWith(u"jahr"))
            return setDate(QDate(today.year(), 12, 31), skip + 1);
        return false;
    }

    bool readWeekday(const QString &first)
    {
        const int weekday = weekdayOf(first);
        if (weekday == 0)
            return false;
        const int ahead = (weekday - m_now.date().dayOfWeek() + 6) % 7 + 1; // one to seven days
        return setDate(m_now.date().addDays(ahead), 1);
    }

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
        if (first == u"noon" || first == u"mittag" || first == u"mittags")
            return setTime(QTime(12, 0), 1);
        if (first == u"evening" || first == u"abend" || first == u"abends")
            return setTime(QTime(18, 0), 1);
        if (first == u"afternoon" || first == u"nachmittag" || first == u"nachmittags")
            return setTime(QTime(15, 0), 1);
        if (first == u"morning" || first == u"früh" || first == u"vormittag")
            return setTime(QTime(9, 0), 1);
        if (first == u"this")
            return setDate(m_now.date(), 1);
        return false;
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
        if (word(1) == u"am" || word(1) == u"pm") {
            half = word(1);
            used = 2;
        }
        const bool bare = match.captured(2).isEmpty() && half.isEmpty() && word(1) != u"uhr";
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

QString whenInWords(UtcMs moment, bool wholeDay, UtcMs now, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment, zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    const QString dayWords = dayText(local.date(), today, locale);
    const qint64 ahead = today.daysTo(local.date());
    const bool showsClock = !wholeDay && ahead >= -1 && ahead < 7;
    return showsClock ? dayWords + u' ' + clockText(local) : dayWords;
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
