// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cellreading.h"

#include "core/base/textfold.h"
#include "core/base/walltime.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <array>

namespace kindling {

namespace {

/// 1 to 12 for the name of a month in English, German, French or Spanish, by its first letters; 0 for another word.
int monthNamed(QStringView word)
{
    static constexpr std::array<std::array<QStringView, 3>, 12> names{{{u"jan", u"ene", u"janv"},
                                                                       {u"feb", u"fev", u"fevr"},
                                                                       {u"mar", u"mrz", u"mae"},
                                                                       {u"apr", u"avr", u"abr"},
                                                                       {u"may", u"mai", u"mayo"},
                                                                       {u"jun", u"juin", u"juni"},
                                                                       {u"jul", u"juil", u"juli"},
                                                                       {u"aug", u"aou", u"ago"},
                                                                       {u"sep", u"sept", u"set"},
                                                                       {u"oct", u"okt", u"out"},
                                                                       {u"nov", u"nov", u"nov"},
                                                                       {u"dec", u"dez", u"dic"}}};
    const QString key = wordKey(word);
    for (size_t month = 0; month < names.size() && key.size() >= 3; ++month) {
        for (const QStringView name : names[month]) {
            if (key.startsWith(name))
                return static_cast<int>(month) + 1;
        }
    }
    return 0;
}

/// Steps through a text by numbers, words and single signs.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_rest(text.trimmed())
    {
    }

    QStringView number()
    {
        return take([](QChar c) { return c >= u'0' && c <= u'9'; });
    }
    QStringView word()
    {
        return take([](QChar c) { return c.isLetter(); });
    }
    QStringView gap()
    {
        return take([](QChar c) { return c == u'-' || c == u'/' || c == u'.' || c == u',' || c.isSpace(); });
    }
    bool skip(QChar sign)
    {
        if (!m_rest.startsWith(sign))
            return false;
        m_rest = m_rest.mid(1);
        return true;
    }
    void skipSpaces() { m_rest = m_rest.trimmed(); }
    bool done() const { return m_rest.isEmpty(); }
    QStringView rest() const { return m_rest; }

private:
    template <typename Test>
    QStringView take(Test test)
    {
        qsizetype size = 0;
        while (size < m_rest.size() && test(m_rest[size]))
            ++size;
        const QStringView taken = m_rest.left(size);
        m_rest = m_rest.mid(size);
        return taken;
    }

    QStringView m_rest;
};

/// The three parts of a date as written.
struct DateParts
{
    std::array<int, 3> values{};
    std::array<qsizetype, 3> widths{};
    int named = -1; ///< which part is a month's name
    bool dots = false;
};

std::optional<DateParts> takeParts(Scanner &scan)
{
    DateParts parts;
    for (size_t i = 0; i < 3; ++i) {
        const QStringView number = scan.number();
        if (!number.isEmpty()) {
            if (number.size() > 4)
                return std::nullopt;
            parts.values[i] = number.toInt();
            parts.widths[i] = number.size();
        } else {
            const int month = parts.named < 0 ? monthNamed(scan.word()) : 0;
            if (month == 0)
                return std::nullopt;
            parts.values[i] = month;
            parts.named = static_cast<int>(i);
        }
        if (i == 2)
            break;
        const QStringView gap = scan.gap();
        if (gap.isEmpty() || gap.size() > 2)
            return std::nullopt;
        parts.dots = gap[0] == u'.';
    }
    return parts;
}

/// Hours to seconds, with "PM" and an offset; false when something else stands there.
bool takeTime(Scanner &scan, DateReading &reading)
{
    if (!scan.skip(u'T'))
        scan.gap();
    if (scan.done())
        return true;
    std::array<int, 3> hms{};
    for (size_t i = 0; i < 3; ++i) {
        const QStringView number = scan.number();
        if (number.isEmpty() || number.size() > 2)
            return false;
        hms[i] = number.toInt();
        if (i < 2 && !scan.skip(u':'))
            break;
    }
    if (scan.skip(u'.'))
        scan.number();
    scan.skipSpaces();
    const QString word = scan.word().toString().toLower();
    if (word == u"pm" && hms[0] < 12)
        hms[0] += 12;
    else if (word == u"am" && hms[0] == 12)
        hms[0] = 0;
    else if (word == u"z" || word == u"utc" || word == u"gmt")
        reading.offsetSeconds = 0;
    const bool minus = scan.rest().startsWith(u'-');
    if (scan.skip(u'+') || scan.skip(u'-')) {
        const QString digits = digitsOf(scan.rest()).leftJustified(4, u'0');
        const int seconds = digits.left(2).toInt() * 3600 + digits.mid(2, 2).toInt() * 60;
        reading.offsetSeconds = minus ? -seconds : seconds;
    }
    reading.msOfDay = ((hms[0] * 60 + hms[1]) * 60 + hms[2]) * 1000;
    return hms[0] < 24 && hms[1] < 60 && hms[2] < 61;
}

DateEvidence evidenceOf(const DateParts &parts)
{
    if (parts.named >= 0 || parts.widths[0] == 4)
        return DateEvidence::Clear;
    const int a = parts.values[0];
    const int b = parts.values[1];
    if (parts.widths[2] != 4 && parts.widths[2] != 2)
        return DateEvidence::NoDate;
    if (a > 31 || b > 31 || (a > 12 && b > 12))
        return DateEvidence::NoDate;
    if (a > 12)
        return DateEvidence::DayFirst;
    if (b > 12)
        return DateEvidence::MonthFirst;
    if (parts.dots)
        return DateEvidence::DayFirst;
    return a == b ? DateEvidence::Clear : DateEvidence::Unclear;
}

int fullYear(int year, qsizetype width)
{
    return width > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

QDate dateOf(const DateParts &parts, DateEvidence evidence, std::optional<DateOrder> order)
{
    const auto &v = parts.values;
    if (parts.named == 1 && parts.widths[0] != 4)
        return QDate(fullYear(v[2], parts.widths[2]), v[1], v[0]);
    if (parts.named == 0)
        return QDate(fullYear(v[2], parts.widths[2]), v[0], v[1]);
    if (parts.widths[0] == 4)
        return QDate(v[0], v[1], v[2]);
    const bool monthFirst =
        evidence == DateEvidence::MonthFirst || (evidence == DateEvidence::Unclear && order && *order == DateOrder::Mdy);
    const int year = fullYear(v[2], parts.widths[2]);
    return monthFirst ? QDate(year, v[0], v[1]) : QDate(year, v[1], v[0]);
}

bool mayBeDate(QStringView text)
{
    return text.size() >= 6 && text.size() <= 40;
}

} // namespace

DateEvidence dateEvidence(QStringView text)
{
    if (!mayBeDate(text))
        return DateEvidence::NoDate;
    Scanner scan(text);
    const std::optional<DateParts> parts = takeParts(scan);
    if (!parts || !readDate(text, DateOrder::Dmy))
        return DateEvidence::NoDate;
    return evidenceOf(*parts);
}

std::optional<DateReading> readDate(QStringView text, std::optional<DateOrder> order)
{
    if (!mayBeDate(text))
        return std::nullopt;
    Scanner scan(text);
    const std::optional<DateParts> parts = takeParts(scan);
    if (!parts)
        return std::nullopt;
    const DateEvidence evidence = evidenceOf(*parts);
    if (evidence == DateEvidence::NoDate || (evidence == DateEvidence::Unclear && !order))
        return std::nullopt;
    DateReading reading;
    reading.date = dateOf(*parts, evidence, order);
    if (!reading.date.isValid() || reading.date.year() < 1900 || reading.date.year() > 2100 || !takeTime(scan, reading))
        return std::nullopt;
    return reading;
}

UtcMs DateReading::moment(const QTimeZone &zone) const
{
    const QTime time = QTime::fromMSecsSinceStartOfDay(std::min(msOfDay, 86'399'999));
    if (offsetSeconds)
        return QDateTime(date, time, QTimeZone(*offsetSeconds)).toMSecsSinceEpoch();
    return wallTime(date, time, zone).toMSecsSinceEpoch();
}

QChar decimalSignOf(QStringView number)
{
    const qsizetype dot = number.lastIndexOf(u'.');
    const qsizetype comma = number.lastIndexOf(u',');
    if (dot < 0 && comma < 0)
        return {};
    if (dot >= 0 && comma >= 0)
        return dot > comma ? u'.' : u',';
    const QChar sign = dot >= 0 ? u'.' : u',';
    const QChar other = dot >= 0 ? u',' : u'.';
    if (number.count(sign) > 1)
        return other;
    qsizetype decimals = 0;
    for (qsizetype i = std::max(dot, comma) + 1; i < number.size() && number[i].isDigit(); ++i)
        ++decimals;
    qsizetype whole = 0;
    for (qsizetype i = std::max(dot, comma) - 1; i >= 0 && number[i].isDigit(); --i)
        ++whole;
    // "0.250" and "1234.500" are no groups of thousands.
    const bool group = whole > 0 && whole <= 3 && !(whole == 1 && number[std::max(dot, comma) - 1] == u'0');
    return decimals == 3 && group ? QChar() : sign;
}

std::optional<Money> readAmount(const QString &text, QChar decimalSign, const QString &currency)
{
    static const QRegularExpression noCents(QStringLiteral("(?<=\\d[.,])\\s?[-–—]{1,2}(?=\\D*$)")); // "1.500,-"
    QString canonical = text.trimmed();
    canonical.replace(noCents, QStringLiteral("00"));
    // What shows its sign itself is read by it: "1,5" in a file of points is not fifteen.
    const bool open = decimalSignOf(canonical).isNull() && !decimalSign.isNull();
    if (open) {
        canonical.remove(decimalSign == u'.' ? u',' : u'.');
        if (decimalSign == u',')
            canonical.replace(u',', u'.');
    }
    // Money::parse takes three digits behind a point for thousands; here the sign is known, and a further zero says so.
    if (const qsizetype point = open ? canonical.indexOf(u'.') : -1; point >= 0) {
        qsizetype end = point + 1;
        while (end < canonical.size() && canonical[end].isDigit())
            ++end;
        if (end - point == 4)
            canonical.insert(end, u'0');
    }
    const Result<Money> money = Money::parse(canonical, currency);
    return money ? std::optional(*money) : std::nullopt;
}

QString regionOf(QStringView country)
{
    static const QHash<QString, QString> codes = [] {
        QHash<QString, QString> known;
        for (int i = QLocale::AnyTerritory + 1; i <= QLocale::LastTerritory; ++i) {
            const auto territory = static_cast<QLocale::Territory>(i);
            const QString code = QLocale::territoryToCode(territory);
            if (code.size() != 2)
                continue;
            known.insert(wordKey(code), code);
            known.insert(wordKey(QLocale::territoryToString(territory)), code);
        }
        static constexpr std::array<std::array<const char *, 2>, 24> common{{{"deutschland", "DE"},
                                                                             {"osterreich", "AT"},
                                                                             {"schweiz", "CH"},
                                                                             {"frankreich", "FR"},
                                                                             {"italien", "IT"},
                                                                             {"spanien", "ES"},
                                                                             {"niederlande", "NL"},
                                                                             {"belgien", "BE"},
                                                                             {"polen", "PL"},
                                                                             {"tschechien", "CZ"},
                                                                             {"danemark", "DK"},
                                                                             {"schweden", "SE"},
                                                                             {"norwegen", "NO"},
                                                                             {"grossbritannien", "GB"},
                                                                             {"vereinigteskonigreich", "GB"},
                                                                             {"uk", "GB"},
                                                                             {"usa", "US"},
                                                                             {"vereinigtestaaten", "US"},
                                                                             {"unitedstatesofamerica", "US"},
                                                                             {"england", "GB"},
                                                                             {"korea", "KR"},
                                                                             {"brasilien", "BR"},
                                                                             {"turkei", "TR"},
                                                                             {"russland", "RU"}}};
        for (const auto &[name, code] : common)
            known.insert(QLatin1String(name), QLatin1String(code));
        return known;
    }();
    return codes.value(wordKey(country));
}

} // namespace kindling
