// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cellreading.h"
#include "core/exchange/headerwords.h"
#include "core/exchange/stagewords.h"
#include "core/exchange/textsource.h"

#include <QBuffer>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

QString dateOf(const char16_t *text, std::optional<DateOrder> order = {})
{
    const std::optional<DateReading> reading = readDate(text, order);
    if (!reading)
        return u"none"_s;
    const QTime time = QTime::fromMSecsSinceStartOfDay(reading->msOfDay);
    return reading->date.toString(Qt::ISODate) + (reading->msOfDay == 0 ? QString() : u' ' + time.toString(u"HH:mm:ss"))
        + (reading->offsetSeconds ? u" %1"_s.arg(*reading->offsetSeconds) : QString());
}

Result<QString> encodingOf(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    Progress progress;
    return recogniseEncoding(buffer, u"a.csv"_s, progress);
}

QString decoded(const QByteArray &bytes, const QString &encoding)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    TextSource source(buffer, encoding);
    QByteArray all;
    for (QByteArray block = source.next(); !block.isEmpty(); block = source.next())
        all += block;
    return QString::fromUtf8(all);
}

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char high = char(c.unicode() >> 8);
        const char low = char(c.unicode() & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

/// Single cells and single words of a file, and the bytes they come from.
class TestCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDates();
    void asksForTheOrderOfUnclearDates();
    void takesMomentsOfTheirZone();
    void findsTheDecimalSign();
    void readsAmounts();
    void readsCountries();
    void readsStageWords();
    void readsHeaders();
    void recognisesEncodings();
    void refusesWhatIsNoText();
    void decodesEachEncoding();
    void knowsEncodingsByManyNames();
};

void TestCells::readsDates()
{
    QCOMPARE(dateOf(u"2026-03-01"), u"2026-03-01"_s);
    QCOMPARE(dateOf(u"2026/3/1"), u"2026-03-01"_s);
    QCOMPARE(dateOf(u"1.3.2026"), u"2026-03-01"_s); // points are how it is written where the day comes first
    QCOMPARE(dateOf(u"31/01/2026"), u"2026-01-31"_s); // there is no month 31
    QCOMPARE(dateOf(u"01/31/2026"), u"2026-01-31"_s);
    QCOMPARE(dateOf(u"3/3/26"), u"2026-03-03"_s);
    QCOMPARE(dateOf(u"3/3/70"), u"1970-03-03"_s);
    QCOMPARE(dateOf(u"1 Mar 2026"), u"2026-03-01"_s);
    QCOMPARE(dateOf(u"1. März 2026"), u"2026-03-01"_s);
    QCOMPARE(dateOf(u"Mar 1, 2026"), u"2026-03-01"_s);
    QCOMPARE(dateOf(u"15 août 2025"), u"2025-08-15"_s);
    QCOMPARE(dateOf(u"2024-02-29"), u"2024-02-29"_s);
    QCOMPARE(dateOf(u"2026-03-01 14:05"), u"2026-03-01 14:05:00"_s);
    QCOMPARE(dateOf(u"2026-03-01T14:05:06.789Z"), u"2026-03-01 14:05:06 0"_s);
    QCOMPARE(dateOf(u"2026-03-01T14:05:06+02:00"), u"2026-03-01 14:05:06 7200"_s);
    QCOMPARE(dateOf(u"2026-03-01 02:05 PM"), u"2026-03-01 14:05:00"_s);
    QCOMPARE(dateOf(u"2026-03-01 12:05 am"), u"2026-03-01 00:05:00"_s);
    for (const char16_t *none : {u"", u"2026", u"2026-13-01", u"2026-02-30", u"31/31/2026", u"1234567", u"+49 30 123456", u"10.0.0.1 x",
                                 u"1899-12-31", u"2101-01-01", u"2026-03-01 25:00", u"1.2.3", u"hello world", u"12345-67-89"})
        QCOMPARE(dateOf(none), u"none"_s);
}

void TestCells::asksForTheOrderOfUnclearDates()
{
    QCOMPARE(dateOf(u"03/04/2026"), u"none"_s);
    QCOMPARE(dateOf(u"03/04/2026", DateOrder::Dmy), u"2026-04-03"_s);
    QCOMPARE(dateOf(u"03/04/2026", DateOrder::Mdy), u"2026-03-04"_s);
    QCOMPARE(dateOf(u"31/01/2026", DateOrder::Mdy), u"2026-01-31"_s); // what is clear stays clear
    QCOMPARE(dateEvidence(u"03/04/2026"), DateEvidence::Unclear);
    QCOMPARE(dateEvidence(u"04/04/2026"), DateEvidence::Clear); // the same either way
    QCOMPARE(dateEvidence(u"13/04/2026"), DateEvidence::DayFirst);
    QCOMPARE(dateEvidence(u"04/13/2026"), DateEvidence::MonthFirst);
    QCOMPARE(dateEvidence(u"3.4.2026"), DateEvidence::DayFirst);
    QCOMPARE(dateEvidence(u"2026-04-03"), DateEvidence::Clear);
    QCOMPARE(dateEvidence(u"14/15/2026"), DateEvidence::NoDate);
    QCOMPARE(dateEvidence(u"call him"), DateEvidence::NoDate);
}

void TestCells::takesMomentsOfTheirZone()
{
    const QTimeZone berlin("Europe/Berlin");
    const auto moment = [&](const char16_t *text) { return readDate(text, std::nullopt)->moment(berlin); };
    QCOMPARE(moment(u"2026-03-02 12:00"), 1772449200000); // noon in Berlin is 11:00 UTC in winter
    QCOMPARE(moment(u"2026-03-02T11:00Z"), 1772449200000);
    QCOMPARE(moment(u"2026-03-02T06:00-05:00"), 1772449200000);
    QCOMPARE(moment(u"2026-07-01") - moment(u"2026-07-01T00:00Z"), -2 * 3'600'000); // two hours ahead in summer
    QCOMPARE(moment(u"2026-03-29 02:30"), moment(u"2026-03-29T01:30Z")); // half past two does not exist on that day
    QCOMPARE(moment(u"2026-10-25 02:30"), moment(u"2026-10-25T00:30Z")); // and twice on this one: the first
}

void TestCells::findsTheDecimalSign()
{
    QCOMPARE(decimalSignOf(u"1.234,50"), QChar(u','));
    QCOMPARE(decimalSignOf(u"1,234.50"), QChar(u'.'));
    QCOMPARE(decimalSignOf(u"12,5"), QChar(u','));
    QCOMPARE(decimalSignOf(u"1.234.567"), QChar(u',')); // several of one group thousands
    QCOMPARE(decimalSignOf(u"1,234"), QChar()); // may be either
    QCOMPARE(decimalSignOf(u"1234"), QChar());
    QCOMPARE(decimalSignOf(u"0.250"), QChar(u'.')); // no group of thousands
    QCOMPARE(decimalSignOf(u"1234,500"), QChar(u','));
    QCOMPARE(decimalSignOf(u"€ 1.500"), QChar());
}

void TestCells::readsAmounts()
{
    const auto minor = [](const char16_t *text, QChar sign) {
        const std::optional<Money> money = readAmount(QString::fromUtf16(text), sign, u"EUR"_s);
        return money ? money->minor : -1;
    };
    QCOMPARE(minor(u"1.234", u','), 123400);
    QCOMPARE(minor(u"1.234", u'.'), 123); // 1.234 euro are 123 cents and a bit
    QCOMPARE(minor(u"1.234,56", u','), 123456);
    QCOMPARE(minor(u"1,234.56", u'.'), 123456);
    QCOMPARE(minor(u"1.234", QChar()), 123400); // nobody knows: thousands
    QCOMPARE(minor(u"1,234", QChar()), 123400);
    QCOMPARE(minor(u"1,5", u'.'), 150); // the number itself shows it
    QCOMPARE(minor(u"1.5", u','), 150);
    QCOMPARE(minor(u" 5k ", u'.'), 500000);
    for (const QChar sign : {QChar(), QChar(u'.'), QChar(u',')}) {
        QCOMPARE(minor(u"1.500,-", sign), 150000);
        QCOMPARE(minor(u"2.000,-- €", sign), 200000);
        QCOMPARE(minor(u"€ 1.500,–", sign), 150000);
        QCOMPARE(minor(u"CHF 1'500.-", sign), 150000);
        QCOMPARE(minor(u"-20,-", sign), -2000);
    }
    QCOMPARE(minor(u"n/a", u'.'), -1);
    QCOMPARE(minor(u"", u'.'), -1);
    QCOMPARE(readAmount(u"$ 5"_s, u'.', u"EUR"_s)->currency, u"USD"_s); // the sign in the cell wins
}

void TestCells::readsCountries()
{
    QCOMPARE(regionOf(u"Germany"), u"DE"_s);
    QCOMPARE(regionOf(u"deutschland"), u"DE"_s);
    QCOMPARE(regionOf(u"ÖSTERREICH"), u"AT"_s);
    QCOMPARE(regionOf(u"de"), u"DE"_s);
    QCOMPARE(regionOf(u"U.S.A."), u"US"_s);
    QCOMPARE(regionOf(u"United Kingdom"), u"GB"_s);
    QCOMPARE(regionOf(u"Atlantis"), QString());
    QCOMPARE(regionOf(u""), QString());
}

void TestCells::readsStageWords()
{
    Vocabulary words;
    words.stages = defaultStages();
    const auto meaning = [&](const char16_t *word) { return stageMeaning(word, words, {u"Site visit"_s}); };
    for (const char16_t *won : {u"Won", u"Closed Won", u"gewonnen", u"GANADO", u"vyhráno"}) {
        QCOMPARE(meaning(won).outcome, std::optional(Outcome::Won));
        QCOMPARE(meaning(won).stage, u"Customer"_s);
    }
    for (const char16_t *lost : {u"Closed Lost", u"verloren", u"perdu", u"Not interested"})
        QCOMPARE(meaning(lost).outcome, std::optional(Outcome::Lost));
    QCOMPARE(meaning(u"Junk Lead").outcome, std::optional(Outcome::Disqualified));
    for (const char16_t *hot : {u"Hot", u"heiß", u"CHAUDE", u"horký"})
        QCOMPARE(meaning(hot).temperature, std::optional(Temperature::Hot));
    QCOMPARE(meaning(u"MQL").stage, u"Marketing qualified"_s);
    QVERIFY(!meaning(u"MQL").outcome && !meaning(u"MQL").temperature);
    QCOMPARE(meaning(u"site VISIT").stage, u"Site visit"_s); // a new one of this file
    QCOMPARE(meaning(u"Kunde").outcome, std::optional(Outcome::Won)); // who stands at the end has been won
    for (const char16_t *unknown : {u"", u"-", u"something else", u"горячий", u"wonderful"})
        QVERIFY2(!meaning(unknown).known(), qPrintable(QString::fromUtf16(unknown)));
}

void TestCells::readsHeaders()
{
    const std::pair<const char16_t *, LeadField> cases[] = {
        {u"Email", LeadField::Email},        {u"E-Mail-Adresse", LeadField::Email},
        {u"Phone Number", LeadField::Phone}, {u"Telefon", LeadField::Phone},
        {u"Company", LeadField::Company},    {u"Firma", LeadField::Company},
        {u"Job Title", LeadField::JobTitle}, {u"City", LeadField::City},
        {u"Lead Source", LeadField::Source}, {u"Deal Stage", LeadField::Stage},
        {u"Notes", LeadField::Notes},        {u"Name", LeadField::Name},
    };
    for (const auto &[header, field] : cases) {
        const std::optional<HeaderMeaning> meaning = leadHeader(header);
        QVERIFY2(meaning, qPrintable(QString::fromUtf16(header)));
        QCOMPARE(meaning->target.kind, ImportTarget::Kind::Lead);
        QCOMPARE(meaning->target.field, field);
        QVERIFY(meaning->weight > 0 && meaning->weight <= 1);
    }
    QCOMPARE(leadHeader(u"First Name")->target.kind, ImportTarget::Kind::GivenName);
    QCOMPARE(leadHeader(u"Nachname")->target.kind, ImportTarget::Kind::FamilyName);
    QVERIFY(!leadHeader(u"") && !leadHeader(u"Shoe size") && !leadHeader(u"?"));
}

void TestCells::recognisesEncodings()
{
    const QString text = u"Name,Größe\nŽofie,🦊\n"_s;
    QCOMPARE(*encodingOf(text.toUtf8()), u"UTF-8"_s);
    QCOMPARE(*encodingOf("\xEF\xBB\xBF" + text.toUtf8()), u"UTF-8"_s);
    QCOMPARE(*encodingOf("\xFF\xFE" + utf16(text, false)), u"UTF-16LE"_s);
    QCOMPARE(*encodingOf("\xFE\xFF" + utf16(text, true)), u"UTF-16BE"_s);
    QCOMPARE(*encodingOf(utf16(u"Name,Email\nAna,ana@a.example\n"_s, false)), u"UTF-16LE"_s); // no mark, but every other byte is zero
    QCOMPARE(*encodingOf(utf16(u"Name,Email\nAna,ana@a.example\n"_s, true)), u"UTF-16BE"_s);
    QCOMPARE(*encodingOf("Name,Ort\nM\xFCller,K\xF6ln\n"), u"windows-1252"_s);
    QCOMPARE(*encodingOf("plain,ascii\n"), u"UTF-8"_s);
    QCOMPARE(*encodingOf("Name,Ort\nM\xC3\xBCller,K\xC3\xB6ln\nJ\xFCrg,Ulm\n"), u"UTF-8"_s); // one bad byte is the fault of its row
    QCOMPARE(*encodingOf("Name,Ort\nJ\xC3\xBCrg,Ulm\nZo\xEB,Bonn\n"), u"UTF-8"_s);
    QCOMPARE(*encodingOf("Name,Ort\nM\xFCller,K\xF6ln\nJ\xC3\xBCrg,Ulm\n"), u"windows-1252"_s);
    QCOMPARE(*encodingOf("Name\n" + QByteArray(5000, 'x') + '\0'), u"UTF-8"_s); // a zero byte far on is the fault of its row, too
}

void TestCells::refusesWhatIsNoText()
{
    const auto codeOf = [](const QByteArray &bytes) {
        const Result<QString> encoding = encodingOf(bytes);
        return encoding ? ErrorCode::Usage : encoding.error().code; // Usage: it was taken for text
    };
    QCOMPARE(codeOf({}), ErrorCode::EmptyFile);
    for (const QByteArray &head : {QByteArray("\x89PNG\r\n\x1a\n"), QByteArray("%PDF-1.7"), QByteArray("PK\x03\x04"), QByteArray("GIF89a"),
                                   QByteArray("\xD0\xCF\x11\xE0"), QByteArray("SQLite format 3")})
        QCOMPARE(codeOf(head + QByteArray(100, 'x')), ErrorCode::NotText);
    QCOMPARE(codeOf("name\n" + QByteArray(3, '\0') + "x"), ErrorCode::NotText);
    QCOMPARE(codeOf("Name\nGr\xC3\xB6\xC3\x9F"
                    "e\ncut \xC3"),
             ErrorCode::BrokenEncoding); // UTF-8 that ends within a letter
    QCOMPARE(codeOf("\xEF\xBB\xBFName\n\xFC\n"), ErrorCode::BrokenEncoding); // its mark says UTF-8, its bytes do not
    QCOMPARE(codeOf("\xFF\xFE" + utf16(u"Name\n"_s, false) + "x"), ErrorCode::BrokenEncoding); // half a unit
    QCOMPARE(codeOf("\xFF\xFE" + utf16(QString(QChar(0xD83E)) + u"x"_s, false)), ErrorCode::BrokenEncoding); // half a pair
    QCOMPARE(codeOf(QByteArray((16 << 20) + 1, 'x')), ErrorCode::LineTooLong);
}

void TestCells::decodesEachEncoding()
{
    const QString text = u"Žofie €\nMüller 🦊"_s;
    QCOMPARE(decoded(text.toUtf8(), u"UTF-8"_s), text);
    QCOMPARE(decoded("\xEF\xBB\xBF" + text.toUtf8(), u"UTF-8"_s), text); // without its mark
    QCOMPARE(decoded("\xFF\xFE" + utf16(text, false), u"UTF-16LE"_s), text);
    QCOMPARE(decoded(utf16(text, true), u"UTF-16BE"_s), text);
    QCOMPARE(decoded("M\xC3\xBCller J\xFCrg \x80 \xE2\x82\xAC \xED\xA0\x80", u"UTF-8"_s), u"Müller Jürg € € í\u00A0€"_s);
    QCOMPARE(decoded("cut \xC3", u"UTF-8"_s), u"cut Ã"_s);
    QByteArray across((1 << 20) - 1, 'x'); // a letter across two blocks is no bad byte
    QVERIFY(decoded(across + text.toUtf8(), u"UTF-8"_s).endsWith(text));
    QCOMPARE(decoded("\x80 \x8A \xE9 \x9F", u"windows-1252"_s), u"€ Š é Ÿ"_s);
    QCOMPARE(decoded("\x8Eofie \xD8"
                     "eho\xF8",
                     u"windows-1250"_s),
             u"Žofie Řehoř"_s);
    QCOMPARE(decoded("\x93\x63 \x92\x86", u"Shift_JIS"_s), u"田 中"_s);
    QCOMPARE(decoded("x\x93", u"Shift_JIS"_s), u"x\uFFFD"_s); // it breaks off
    const QString fields = u"x"_s + u"田"_s.repeated(600'000); // every block ends within a letter
    QCOMPARE(decoded("x" + QByteArray("\x93\x63").repeated(600'000), u"Shift_JIS"_s), fields);
    // Half a megabyte of letters of two units, cut by every block in the middle of one.
    const QString foxes = u"x"_s + u"🦊"_s.repeated(600'000);
    QCOMPARE(decoded(utf16(foxes, false), u"UTF-16LE"_s), foxes);
}

void TestCells::knowsEncodingsByManyNames()
{
    QCOMPARE(encodingNamed(u"utf8"_s).value(), u"UTF-8"_s);
    QCOMPARE(encodingNamed(u"CP1250"_s).value(), u"windows-1250"_s);
    QCOMPARE(encodingNamed(u"latin2"_s).value(), u"ISO-8859-2"_s);
    QCOMPARE(encodingNamed(u" KOI8-R "_s).value(), u"KOI8-R"_s); // not offered, yet known
    QCOMPARE(encodingNamed(u"klingon"_s).error().code, ErrorCode::InvalidValue);
    QCOMPARE(encodingNamed(QString()).error().code, ErrorCode::InvalidValue);
    for (const TextEncoding &encoding : textEncodings())
        QCOMPARE(encodingNamed(encoding.name).value(), encoding.name);
}

QTEST_GUILESS_MAIN(TestCells)
#include "tst_cells.moc"
