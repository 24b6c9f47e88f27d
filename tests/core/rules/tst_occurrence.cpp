// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/occurrence.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

QDate day(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

} // namespace

/// Rhythms: read, written, and counted on. 2 March 2026 is a Monday.
class TestOccurrence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites_data();
    void readsAndWrites();
    void refuses_data();
    void refuses();
    void comesAgain_data();
    void comesAgain();
    void passesOverHolidays();
    void endsOnItsLastDay();
    void keepsTheDayOfTheMonthThatAShortMonthLacks();
    void isARuleOfACalendar_data();
    void isARuleOfACalendar();
};

void TestOccurrence::readsAndWrites_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    QTest::newRow("day") << u"daily"_s << u"every day"_s;
    QTest::newRow("days") << u"every 3 days"_s << u"every 3 days"_s;
    QTest::newRow("working days") << u"every weekday"_s << u"every weekday"_s;
    QTest::newRow("weeks") << u"every 2 weeks"_s << u"every 2 weeks"_s;
    QTest::newRow("weekly") << u"Weekly"_s << u"every week"_s;
    QTest::newRow("weekday") << u"every mon"_s << u"every monday"_s;
    QTest::newRow("weeks on a weekday") << u"every 2 weeks on fri"_s << u"every 2 weeks on friday"_s;
    QTest::newRow("first monday") << u"first monday"_s << u"first monday"_s;
    QTest::newRow("of the month") << u"every first mon of the month"_s << u"first monday"_s;
    QTest::newRow("of a quarter") << u"last fri of every 3 months"_s << u"last friday of every 3 months"_s;
    QTest::newRow("month") << u"monthly"_s << u"every month"_s;
    QTest::newRow("day of the month") << u"every month on day 31"_s << u"every month on day 31"_s;
    QTest::newRow("year") << u"yearly"_s << u"every year"_s;
    QTest::newRow("after done") << u"10 days after done"_s << u"10 days after done"_s;
    QTest::newRow("after touch") << u"2 weeks after last touch"_s << u"14 days after last touch"_s;
    QTest::newRow("until") << u"weekly until 2026-12-31"_s << u"every week until 2026-12-31"_s;
    QTest::newRow("German") << u"alle 2 Wochen"_s << u"every 2 weeks"_s;
    QTest::newRow("German weekday") << u"jeden Montag"_s << u"every monday"_s;
    QTest::newRow("German first") << u"erster montag"_s << u"first monday"_s;
}

void TestOccurrence::readsAndWrites()
{
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    const Result<Recurrence> rule = parseRecurrence(typed);
    QVERIFY(rule.ok());
    QCOMPARE(recurrenceText(*rule), stored);
    QCOMPARE(parseRecurrence(stored)->kind, rule->kind);
    QCOMPARE(recurrenceText(*parseRecurrence(stored)), stored);
}

void TestOccurrence::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "every", "sometimes", "every 0 days", "every -2 weeks", "every 5000 days", "first", "first of the month",
                             "days after done", "0 days after done", "99999 weeks after done", "every month on day 32", "weekly until",
                             "weekly until 2026-02-30", "weekly until never", "every 2 weeks or so", "every minute"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestOccurrence::refuses()
{
    QFETCH(QString, text);
    const Result<Recurrence> rule = parseRecurrence(text);
    QVERIFY2(!rule.ok(), rule.ok() ? qPrintable(recurrenceText(*rule)) : "");
    QCOMPARE(rule.error().code, ErrorCode::InvalidValue);
}

void TestOccurrence::comesAgain_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("done");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, const char *rule, const char *due, const char *done, const char *next) {
        QTest::newRow(name) << QString::fromLatin1(rule) << QString::fromLatin1(due) << QString::fromLatin1(done)
                            << QString::fromLatin1(next);
    };
    row("the next day", "every day", "2026-03-02", "2026-03-02", "2026-03-03");
    row("a missed rhythm goes on", "every 3 days", "2026-03-02", "2026-03-09", "2026-03-11");
    row("done on a day of the series", "every 3 days", "2026-03-02", "2026-03-08", "2026-03-11");
    row("Friday to Monday", "every weekday", "2026-03-06", "2026-03-06", "2026-03-09");
    row("two weeks", "every 2 weeks", "2026-03-02", "2026-03-04", "2026-03-16");
    row("done early", "every 2 weeks", "2026-03-02", "2026-02-27", "2026-03-16");
    row("years behind", "every 2 weeks", "2016-03-07", "2026-03-02", "2026-03-09");
    row("onto the weekday", "every monday", "2026-03-04", "2026-03-04", "2026-03-09");
    row("first monday", "first monday", "2026-03-02", "2026-03-02", "2026-04-06");
    row("first monday, done before", "first monday", "2026-04-06", "2026-03-30", "2026-05-04");
    row("last friday", "last friday", "2026-03-27", "2026-03-27", "2026-04-24");
    row("of a quarter", "first monday of every 3 months", "2026-03-02", "2026-03-05", "2026-06-01");
    row("month", "every month", "2026-03-15", "2026-03-20", "2026-04-15");
    row("end of a short month", "every month on day 31", "2026-01-31", "2026-02-01", "2026-02-28");
    row("and of a long one again", "every month on day 31", "2026-02-28", "2026-03-01", "2026-03-31");
    row("year", "every year", "2026-03-02", "2026-03-02", "2027-03-02");
    row("29 February", "every year on day 29", "2028-02-29", "2028-02-29", "2029-02-28");
    row("29 February again", "every year on day 29", "2031-02-28", "2031-03-01", "2032-02-29");
    row("after done", "10 days after done", "2026-03-02", "2026-03-05", "2026-03-15");
    row("after touch", "5 days after last touch", "2026-03-02", "2026-03-03", "2026-03-08");
}

void TestOccurrence::comesAgain()
{
    QFETCH(QString, rule);
    QFETCH(QString, due);
    QFETCH(QString, done);
    QFETCH(QString, next);
    const RecurrenceBase base{QDateTime(day(due), QTime(9, 0), QTimeZone("Europe/Berlin")), day(done), day(done)};
    const std::optional<QDate> found = nextOccurrence(*parseRecurrence(rule), base, defaultWorkRules());
    QVERIFY(found.has_value());
    QCOMPARE(found->toString(Qt::ISODate), next);
}

void TestOccurrence::passesOverHolidays()
{
    WorkRules work = defaultWorkRules();
    work.holidays = {day(u"2026-04-03"_s), day(u"2026-04-06"_s)}; // Good Friday, Easter Monday
    const RecurrenceBase base{QDateTime(day(u"2026-04-02"_s), QTime(9, 0), QTimeZone::utc()), day(u"2026-04-02"_s), {}};
    QCOMPARE(nextOccurrence(*parseRecurrence(u"every weekday"), base, work), std::optional(day(u"2026-04-07"_s)));
    work.workingDays.fill(false); // nobody ever works: all days count, and nothing loops for ever
    QCOMPARE(nextOccurrence(*parseRecurrence(u"every weekday"), base, work), std::optional(day(u"2026-04-03"_s)));
}

void TestOccurrence::endsOnItsLastDay()
{
    const Recurrence rule = *parseRecurrence(u"every week until 2026-03-16");
    const auto next = [&](const QString &due) {
        return nextOccurrence(rule, {QDateTime(day(due), QTime(9, 0), QTimeZone::utc()), day(due), {}}, defaultWorkRules());
    };
    QCOMPARE(next(u"2026-03-09"_s), std::optional(day(u"2026-03-16"_s)));
    QCOMPARE(next(u"2026-03-16"_s), std::optional<QDate>());
}

void TestOccurrence::keepsTheDayOfTheMonthThatAShortMonthLacks()
{
    QCOMPARE(recurrenceText(anchored(*parseRecurrence(u"monthly"), day(u"2026-01-31"_s))), u"every month on day 31"_s);
    QCOMPARE(recurrenceText(anchored(*parseRecurrence(u"monthly"), day(u"2026-01-15"_s))), u"every month"_s);
    QCOMPARE(recurrenceText(anchored(*parseRecurrence(u"weekly"), day(u"2026-01-31"_s))), u"every week"_s);
}

void TestOccurrence::isARuleOfACalendar_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("days") << u"every 3 days"_s << QByteArray("FREQ=DAILY;INTERVAL=3");
    QTest::newRow("working days") << u"every weekday"_s << QByteArray("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    QTest::newRow("weekday") << u"every 2 weeks on friday"_s << QByteArray("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
    QTest::newRow("first monday") << u"first monday"_s << QByteArray("FREQ=MONTHLY;BYDAY=1MO");
    QTest::newRow("last day") << u"every month on day 31"_s << QByteArray("FREQ=MONTHLY;BYMONTHDAY=-1");
    QTest::newRow("until") << u"yearly until 2030-01-01"_s << QByteArray("FREQ=YEARLY;UNTIL=20300101");
    QTest::newRow("no calendar knows it") << u"10 days after done"_s << QByteArray();
}

void TestOccurrence::isARuleOfACalendar()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, rule);
    QCOMPARE(recurrenceRule(*parseRecurrence(text)), rule);
}

QTEST_GUILESS_MAIN(TestOccurrence)
#include "tst_occurrence.moc"
