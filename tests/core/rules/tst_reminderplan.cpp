// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reminderplan.h"

#include <QDateTime>
#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

UtcMs at(const QString &iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch();
}

FollowUp promised(const QString &localTime, const QString &zone, bool wholeDay = false)
{
    FollowUp followUp;
    followUp.localTime = localTime;
    followUp.zone = zone;
    followUp.wholeDay = wholeDay;
    return followUp;
}

QTimeZone berlin()
{
    return QTimeZone("Europe/Berlin");
}

} // namespace

/// The moment at which a follow-up is brought up. 2 March 2026 is a Monday.
class TestReminderPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWallTimeInItsZoneWasPromised();
    void anUnknownZoneFallsBackToTheMoment();
    void aWholeDayComesWhenTheDayStarts();
    void aSnoozeCountsAlone();
    void quietHours_data();
    void quietHours();
    void freeDays();
};

void TestReminderPlan::theWallTimeInItsZoneWasPromised()
{
    const WorkRules work = defaultWorkRules();
    FollowUp followUp = promised(u"2026-07-01T09:00:00"_s, u"Europe/Berlin"_s);
    followUp.due = at(u"2026-07-01T08:00:00Z"_s); // written before summer time was decided upon, say
    for (const char *here : {"Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"})
        QCOMPARE(reminderMoment(followUp, work, QTimeZone(here)), at(u"2026-07-01T07:00:00Z"_s));
    // Spring: 02:30 does not exist and is 03:30. Autumn: it exists twice and is the first.
    QCOMPARE(reminderMoment(promised(u"2026-03-29T02:30:00"_s, u"Europe/Berlin"_s), work, berlin()), at(u"2026-03-29T01:30:00Z"_s));
    QCOMPARE(reminderMoment(promised(u"2026-10-25T02:30:00"_s, u"Europe/Berlin"_s), work, berlin()), at(u"2026-10-25T00:30:00Z"_s));
}

void TestReminderPlan::anUnknownZoneFallsBackToTheMoment()
{
    FollowUp followUp = promised(u"2026-07-01T09:00:00"_s, u"Mars/Olympus_Mons"_s);
    followUp.due = at(u"2026-07-01T05:00:00Z"_s);
    QCOMPARE(reminderMoment(followUp, defaultWorkRules(), berlin()), followUp.due);
    followUp.wholeDay = true; // of the day on which that moment lies here
    QCOMPARE(reminderMoment(followUp, defaultWorkRules(), berlin()), at(u"2026-07-01T07:00:00Z"_s));
    followUp.localTime = u"soon"_s;
    followUp.zone = u"Europe/Berlin"_s;
    followUp.wholeDay = false;
    QCOMPARE(reminderMoment(followUp, defaultWorkRules(), berlin()), followUp.due);
}

void TestReminderPlan::aWholeDayComesWhenTheDayStarts()
{
    WorkRules work = defaultWorkRules();
    const FollowUp followUp = promised(u"2026-03-02T00:00:00"_s, u"Europe/Berlin"_s, true);
    QCOMPARE(reminderMoment(followUp, work, berlin()), at(u"2026-03-02T09:00:00+01:00"_s));
    work.dayStarts = QTime(7, 30);
    QCOMPARE(reminderMoment(followUp, work, berlin()), at(u"2026-03-02T07:30:00+01:00"_s));
}

void TestReminderPlan::aSnoozeCountsAlone()
{
    FollowUp followUp = promised(u"2026-03-02T00:00:00"_s, u"Europe/Berlin"_s, true);
    followUp.snoozedUntil = at(u"2026-03-02T16:20:00+01:00"_s);
    QCOMPARE(reminderMoment(followUp, defaultWorkRules(), berlin()), *followUp.snoozedUntil);
}

void TestReminderPlan::quietHours_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("until");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("raised");
    const QTime evening(20, 0);
    const QTime morning(8, 0);
    QTest::newRow("by day") << evening << morning << u"2026-03-02T10:00:00"_s << u"2026-03-02T10:00:00"_s;
    QTest::newRow("in the evening") << evening << morning << u"2026-03-02T22:15:00"_s << u"2026-03-03T08:00:00"_s;
    QTest::newRow("at night") << evening << morning << u"2026-03-03T03:00:00"_s << u"2026-03-03T08:00:00"_s;
    QTest::newRow("as they begin") << evening << morning << u"2026-03-02T20:00:00"_s << u"2026-03-03T08:00:00"_s;
    QTest::newRow("as they end") << evening << morning << u"2026-03-02T08:00:00"_s << u"2026-03-02T08:00:00"_s;
    QTest::newRow("over lunch") << QTime(12, 0) << QTime(13, 0) << u"2026-03-02T12:30:00"_s << u"2026-03-02T13:00:00"_s;
    QTest::newRow("of no length") << morning << morning << u"2026-03-02T08:00:00"_s << u"2026-03-02T08:00:00"_s;
}

void TestReminderPlan::quietHours()
{
    QFETCH(QTime, from);
    QFETCH(QTime, until);
    QFETCH(QString, due);
    QFETCH(QString, raised);
    WorkRules work = defaultWorkRules();
    work.keepsQuiet = true;
    work.quietFrom = from;
    work.quietUntil = until;
    QCOMPARE(reminderMoment(promised(due, u"Europe/Berlin"_s), work, berlin()), at(raised + u"+01:00"_s));
}

void TestReminderPlan::freeDays()
{
    WorkRules work = defaultWorkRules();
    work.restsOnFreeDays = true;
    work.holidays = {QDate(2026, 3, 9)};
    const FollowUp saturday = promised(u"2026-03-07T11:00:00"_s, u"Europe/Berlin"_s);
    QCOMPARE(reminderMoment(saturday, work, berlin()), at(u"2026-03-10T09:00:00+01:00"_s)); // Monday is a holiday
    work.keepsQuiet = true;
    work.quietUntil = QTime(10, 0);
    QCOMPARE(reminderMoment(saturday, work, berlin()), at(u"2026-03-10T10:00:00+01:00"_s));
    work.restsOnFreeDays = false;
    QCOMPARE(reminderMoment(saturday, work, berlin()), at(u"2026-03-07T11:00:00+01:00"_s));
}

QTEST_GUILESS_MAIN(TestReminderPlan)
#include "tst_reminderplan.moc"
