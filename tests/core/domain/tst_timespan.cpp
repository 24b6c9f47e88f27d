// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/timespan.h"

#include <QDateTime>
#include <QTest>

using namespace kindling;

namespace {

constexpr UtcMs noon = 1772449200000; // Monday, 2 March 2026, 12:00 in Berlin

QString local(UtcMs moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment, zone).toString(u"yyyy-MM-dd HH:mm");
}

} // namespace

/// What filters call a time, in days of the user's own zone.
class TestTimeSpan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWords();
    void takesDaysAsLongAsTheyAre();
    void readsAMomentOfItsZone();
    void refusesWhatIsNoTime();
};

void TestTimeSpan::readsWords()
{
    const QTimeZone berlin("Europe/Berlin");
    struct Case
    {
        const char16_t *text;
        const char *from;
        const char *until;
    };
    static constexpr Case cases[] = {
        {u"2026", "2026-01-01 00:00", "2027-01-01 00:00"},        {u"2026-Q1", "2026-01-01 00:00", "2026-04-01 00:00"},
        {u"2025-q4", "2025-10-01 00:00", "2026-01-01 00:00"},     {u"2024-02", "2024-02-01 00:00", "2024-03-01 00:00"}, // a leap year
        {u"2024-2-29", "2024-02-29 00:00", "2024-03-01 00:00"},   {u"today", "2026-03-02 00:00", "2026-03-03 00:00"},
        {u" Yesterday ", "2026-03-01 00:00", "2026-03-02 00:00"}, {u"TOMORROW", "2026-03-03 00:00", "2026-03-04 00:00"},
        {u"this week", "2026-03-02 00:00", "2026-03-09 00:00"}, // Monday is its first day
        {u"lastweek", "2026-02-23 00:00", "2026-03-02 00:00"},    {u"nextmonth", "2026-04-01 00:00", "2026-05-01 00:00"},
        {u"lastmonth", "2026-02-01 00:00", "2026-03-01 00:00"},   {u"thisquarter", "2026-01-01 00:00", "2026-04-01 00:00"},
        {u"lastquarter", "2025-10-01 00:00", "2026-01-01 00:00"}, {u"nextyear", "2027-01-01 00:00", "2028-01-01 00:00"},
        {u"-30d", "2026-01-31 00:00", "2026-02-01 00:00"},        {u"+2w", "2026-03-16 00:00", "2026-03-17 00:00"},
        {u"-1m", "2026-02-02 00:00", "2026-02-03 00:00"},         {u"+1y", "2027-03-02 00:00", "2027-03-03 00:00"},
        {u"-4h", "2026-03-02 08:00", "2026-03-02 09:00"},
    };
    for (const Case &c : cases) {
        const auto span = parseTimeSpan(c.text, noon, berlin);
        QVERIFY2(span, qPrintable(QString::fromUtf16(c.text)));
        QCOMPARE(local(span->from, berlin), QLatin1String(c.from));
        QCOMPARE(local(span->until, berlin), QLatin1String(c.until));
    }
}

void TestTimeSpan::takesDaysAsLongAsTheyAre()
{
    constexpr qint64 hour = 3'600'000;
    const QTimeZone berlin("Europe/Berlin");
    const auto hours = [&](const char16_t *text, const QTimeZone &zone) {
        const auto span = parseTimeSpan(text, noon, zone);
        return span ? (span->until - span->from) / hour : -1;
    };
    QCOMPARE(hours(u"2026-03-28", berlin), 24);
    QCOMPARE(hours(u"2026-03-29", berlin), 23); // the clock goes forward
    QCOMPARE(hours(u"2026-10-25", berlin), 25); // and back
    QCOMPARE(hours(u"2026-03-29", QTimeZone::utc()), 24);
    // In Beirut the clock goes forward at midnight: the day begins at one o'clock.
    const QTimeZone beirut("Asia/Beirut");
    const auto span = parseTimeSpan(u"2022-03-27", noon, beirut);
    QVERIFY(span);
    QCOMPARE(local(span->from, beirut), u"2022-03-27 01:00");
    QCOMPARE(hours(u"2022-03-27", beirut), 23);
    // Samoa left out a day to move to the other side of the date line.
    QVERIFY(parseTimeSpan(u"2011-12-30", noon, QTimeZone("Pacific/Apia")));
}

void TestTimeSpan::readsAMomentOfItsZone()
{
    const QTimeZone berlin("Europe/Berlin");
    const auto from = [&](const char16_t *text) {
        const auto span = parseTimeSpan(text, noon, berlin);
        return span ? span->from : -1;
    };
    QCOMPARE(from(u"2026-03-02T12:00"), noon);
    QCOMPARE(from(u"2026-03-02t12:00:00"), noon);
    QCOMPARE(from(u"2026-03-02T11:00Z"), noon);
    QCOMPARE(from(u"2026-03-02T06:00-05:00"), noon);
    QCOMPARE(parseTimeSpan(u"2026-03-02T12:00", noon, berlin)->until, noon + 60'000); // a minute long
    // Half past two does not exist on that day: an hour later it does.
    QCOMPARE(local(from(u"2026-03-29T02:30"), berlin), u"2026-03-29 03:30");
    QCOMPARE(from(u"2026-10-25T02:30"), from(u"2026-10-25T02:30+02:00")); // the first of the two
}

void TestTimeSpan::refusesWhatIsNoTime()
{
    for (const char16_t *text : {u"", u"someday", u"2026-13", u"2026-02-30", u"2026-00-10", u"0000", u"26", u"2026-Q5", u"-30", u"30d",
                                 u"+99999d", u"--1d", u"thisday", u"2026-03-02T25:00", u"T12:00", u"2026-03-02T", u"+1x", u"٢٠٢٦"})
        QVERIFY2(!parseTimeSpan(text, noon, QTimeZone::utc()), qPrintable(QString::fromUtf16(text)));
}

QTEST_GUILESS_MAIN(TestTimeSpan)
#include "tst_timespan.moc"
