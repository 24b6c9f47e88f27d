// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/calendarwriter.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// One content line of a calendar, unfolded (RFC 5545, 3.1).
QByteArray line(QByteArray calendar, const QByteArray &name)
{
    calendar.replace("\r\n ", "");
    for (const QByteArray &text : calendar.split('\n')) {
        if (text.startsWith(name))
            return text.trimmed();
    }
    return {};
}

/// A calendar without the rules of its zones.
QByteArray entry(const QByteArray &calendar)
{
    return calendar.mid(calendar.indexOf("BEGIN:VEVENT"));
}

FollowUp meeting()
{
    FollowUp followUp;
    followUp.id = FollowUpId(77);
    followUp.kind = FollowUpKind::Meeting;
    followUp.localTime = u"2026-03-06T14:00:00"_s;
    followUp.zone = u"Europe/Berlin"_s;
    followUp.note = u"Show the oven"_s;
    return followUp;
}

QByteArray written(const FollowUp &followUp)
{
    Lead lead;
    lead.name = u"Marta Oliveira"_s;
    lead.company = u"Padaria Estrela"_s;
    lead.street = u"Rua Nova 1"_s;
    lead.city = u"Lisboa"_s;
    CalendarWriter writer(1772449200000);
    const QByteArray head = writer.head();
    return head + writer.event(followUp, lead, 90) + writer.tail();
}

} // namespace

/// A meeting as an event for any calendar.
class TestCalendarEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWallTimeAndZone();
    void aWholeDayIsADate();
    void aRhythmIsARule_data();
    void aRhythmIsARule();
    void zonesAreRules_data();
    void zonesAreRules();
    void prioritiesAreNumbers();
};

void TestCalendarEvent::keepsWallTimeAndZone()
{
    const QByteArray calendar = written(meeting());
    QCOMPARE(calendar.count("BEGIN:VEVENT"), 1);
    QVERIFY(calendar.indexOf("TZID:Europe/Berlin") < calendar.indexOf("BEGIN:VEVENT"));
    QCOMPARE(line(calendar, "DTSTART;"), QByteArray("DTSTART;TZID=Europe/Berlin:20260306T140000"));
    QCOMPARE(line(calendar, "DURATION"), QByteArray("DURATION:PT1H30M"));
    QCOMPARE(line(calendar, "SUMMARY"), QByteArray("SUMMARY:Meeting: Marta Oliveira (Padaria Estrela)"));
    QCOMPARE(line(calendar, "LOCATION"), QByteArray("LOCATION:Rua Nova 1\\, Lisboa"));
    QCOMPARE(line(calendar, "UID"), QByteArray("UID:meeting-77@kindling")); // the same meeting saved again replaces itself
}

void TestCalendarEvent::aWholeDayIsADate()
{
    FollowUp day = meeting();
    day.wholeDay = true;
    const QByteArray calendar = written(day);
    QCOMPARE(line(calendar, "DTSTART;"), QByteArray("DTSTART;VALUE=DATE:20260306"));
    QVERIFY(line(calendar, "DURATION").isEmpty());
}

void TestCalendarEvent::aRhythmIsARule_data()
{
    QTest::addColumn<QString>("repeat");
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("first monday") << u"first monday"_s << QByteArray("RRULE:FREQ=MONTHLY;BYDAY=1MO");
    QTest::newRow("weeks") << u"every 2 weeks"_s << QByteArray("RRULE:FREQ=WEEKLY;INTERVAL=2");
    QTest::newRow("no calendar knows it") << u"10 days after done"_s << QByteArray();
}

void TestCalendarEvent::aRhythmIsARule()
{
    QFETCH(QString, repeat);
    QFETCH(QByteArray, rule);
    FollowUp followUp = meeting();
    followUp.repeat = repeat;
    QCOMPARE(line(entry(written(followUp)), "RRULE"), rule);
}

void TestCalendarEvent::zonesAreRules_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("most");
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("Berlin") << u"Europe/Berlin"_s << 3 << QByteArray("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200");
    QTest::newRow("New York") << u"America/New_York"_s << 5 << QByteArray("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nTZOFFSETFROM:-0500");
    QTest::newRow("New York before") << u"America/New_York"_s << 5
                                     << QByteArray("RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z");
    QTest::newRow("Kolkata") << u"Asia/Kolkata"_s << 1 << QByteArray("TZOFFSETTO:+0530");
}

void TestCalendarEvent::zonesAreRules()
{
    QFETCH(QString, zone);
    QFETCH(int, most);
    QFETCH(QByteArray, rule);
    FollowUp followUp = meeting();
    followUp.zone = zone;
    const QByteArray calendar = written(followUp);
    QVERIFY2(calendar.contains(rule), calendar.constData());
    QVERIFY2(calendar.count("BEGIN:STANDARD") + calendar.count("BEGIN:DAYLIGHT") <= most, calendar.constData());
}

void TestCalendarEvent::prioritiesAreNumbers()
{
    FollowUp followUp = meeting();
    CalendarWriter writer(1772449200000);
    QVERIFY(!writer.toDo(followUp, {}).contains("PRIORITY"));
    followUp.priority = FollowUpPriority::High;
    QVERIFY(writer.toDo(followUp, {}).contains("PRIORITY:1\r\n"));
    followUp.priority = FollowUpPriority::Low;
    QVERIFY(writer.toDo(followUp, {}).contains("PRIORITY:9\r\n"));
}

QTEST_GUILESS_MAIN(TestCalendarEvent)
#include "tst_calendarevent.moc"
