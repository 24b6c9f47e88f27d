// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/when.h"

#include <QLocale>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs noon = 1772449200000; // Monday, 2 March 2026, 12:00 in Berlin

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

UtcMs at(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

/// Moments as people plan them, read on Monday, 2 March 2026, at noon in Berlin.
class TestWhen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void movesOnOverTheSpringGap();
    void takesTheFirstOfADoubledHour();
    void refuses_data();
    void refuses();
    void tellsInWords_data();
    void tellsInWords();
    void tellsAges();
};

void TestWhen::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // local wall time
    QTest::addColumn<bool>("wholeDay");
    QTest::newRow("today") << u"today"_s << u"2026-03-02T00:00"_s << true;
    QTest::newRow("tomorrow 9") << u"tomorrow 9"_s << u"2026-03-03T09:00"_s << false;
    QTest::newRow("nobody works at three at night") << u"tomorrow 3"_s << u"2026-03-03T15:00"_s << false;
    QTest::newRow("unless it is said") << u"tomorrow 3am"_s << u"2026-03-03T03:00"_s << false;
    QTest::newRow("pm") << u"tomorrow 3:30 pm"_s << u"2026-03-03T15:30"_s << false;
    QTest::newRow("weekday with time") << u"fri 14:00"_s << u"2026-03-06T14:00"_s << false;
    QTest::newRow("next weekday is next week's") << u"next fri 14:00"_s << u"2026-03-13T14:00"_s << false;
    QTest::newRow("bare weekday is not today") << u"mon"_s << u"2026-03-09T00:00"_s << true;
    QTest::newRow("in days") << u"in 3 days"_s << u"2026-03-05T00:00"_s << true;
    QTest::newRow("in weeks") << u"in 2 weeks"_s << u"2026-03-16T00:00"_s << true;
    QTest::newRow("in months") << u"in 1 month"_s << u"2026-04-02T00:00"_s << true;
    QTest::newRow("in hours") << u"in 3 hours"_s << u"2026-03-02T15:00"_s << false;
    QTest::newRow("end of month") << u"end of month"_s << u"2026-03-31T00:00"_s << true;
    QTest::newRow("day and month") << u"3 mar"_s << u"2026-03-03T00:00"_s << true;
    QTest::newRow("a past day is next year's") << u"1 mar"_s << u"2027-03-01T00:00"_s << true;
    QTest::newRow("German date") << u"3.3.2027 14:30"_s << u"2027-03-03T14:30"_s << false;
    QTest::newRow("ISO date") << u"2026-04-01"_s << u"2026-04-01T00:00"_s << true;
    QTest::newRow("ISO moment") << u"2026-04-01T08:15"_s << u"2026-04-01T08:15"_s << false;
    QTest::newRow("morgen") << u"morgen 9"_s << u"2026-03-03T09:00"_s << false;
    QTest::newRow("Freitag") << u"nächsten freitag 14 uhr"_s << u"2026-03-13T14:00"_s << false;
    QTest::newRow("Wochen") << u"in 2 wochen"_s << u"2026-03-16T00:00"_s << true;
    QTest::newRow("capitals and spaces") << u"  Tomorrow   9 "_s << u"2026-03-03T09:00"_s << false;
}

void TestWhen::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(bool, wholeDay);
    const Result<PlannedTime> planned = parseWhen(text, noon, berlin());
    QVERIFY(planned.ok());
    QCOMPARE(planned->local.toString(u"yyyy-MM-ddTHH:mm"_s), expected);
    QCOMPARE(planned->wholeDay, wholeDay);
}

void TestWhen::movesOnOverTheSpringGap()
{
    // On 29 March 2026 the clocks of Berlin go from 02:00 to 03:00.
    const Result<PlannedTime> planned = parseWhen(u"2026-03-29 02:30", noon, berlin());
    QVERIFY(planned.ok());
    QCOMPARE(planned->local.toMSecsSinceEpoch(), at("2026-03-29T03:30:00+02:00"));
}

void TestWhen::takesTheFirstOfADoubledHour()
{
    // On 25 October 2026 they go from 03:00 back to 02:00: half past two comes first in summer time.
    const Result<PlannedTime> planned = parseWhen(u"2026-10-25 02:30", noon, berlin());
    QVERIFY(planned.ok());
    QCOMPARE(planned->local.toMSecsSinceEpoch(), at("2026-10-25T02:30:00+02:00"));
}

void TestWhen::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "someday", "31 feb", "tomorrow 25", "25:00", "in weeks", "in -3 days", "fri fri", "2026-02-30", "99999999 days"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestWhen::refuses()
{
    QFETCH(QString, text);
    const Result<PlannedTime> planned = parseWhen(text, noon, berlin());
    QVERIFY2(!planned.ok(), planned.ok() ? qPrintable(planned->local.toString(Qt::ISODate)) : "");
    QCOMPARE(planned.error().code, ErrorCode::InvalidValue);
}

void TestWhen::tellsInWords_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<bool>("wholeDay");
    QTest::addColumn<QString>("expected");
    QTest::newRow("today") << u"2026-03-02T15:30:00+01:00"_s << false << u"Today 15:30"_s;
    QTest::newRow("tomorrow") << u"2026-03-03T09:30:00+01:00"_s << false << u"Tomorrow 09:30"_s;
    QTest::newRow("this week") << u"2026-03-06T14:00:00+01:00"_s << false << u"Fri 14:00"_s;
    QTest::newRow("a whole day") << u"2026-03-06T00:00:00+01:00"_s << true << u"Fri"_s;
}

void TestWhen::tellsInWords()
{
    QFETCH(QString, moment);
    QFETCH(bool, wholeDay);
    QFETCH(QString, expected);
    QCOMPARE(whenInWords(at(moment.toLatin1().constData()), wholeDay, noon, berlin(), QLocale(u"en_GB"_s)), expected);
}

void TestWhen::tellsAges()
{
    QCOMPARE(ageInWords(14 * 60'000), u"14 min"_s);
    QCOMPARE(ageInWords(3 * 3'600'000 + 59 * 60'000), u"3 h"_s);
    QCOMPARE(ageInWords(qint64(19) * 24 * 3'600'000), u"19 d"_s);
    QCOMPARE(ageInWords(-5), u"0 min"_s);
}

QTEST_GUILESS_MAIN(TestWhen)
#include "tst_when.moc"
