// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// The day of a salesperson by commands: today, follow-ups in their rhythm, calls and what comes of them.
class TestCliDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_terminal = std::make_unique<Terminal>(); }
    void cleanup() { m_terminal.reset(); }

    void showsTheDay();
    void keepsToASegment();
    void plansInARhythm();
    void proposesByTheCadence();
    void reschedulesAndSnoozes();
    void logsACallWithItsNextStep();
    void refusesARhythmThatIsNone();

private:
    QString add(const QString &name) const { return m_terminal->json({u"add"_s, u"name="_s + name}).value(u"id"_s).toString(); }

    std::unique_ptr<Terminal> m_terminal;
};

void TestCliDay::showsTheDay()
{
    const QString marta = add(u"Marta"_s);
    add(u"Nina"_s);
    m_terminal->json({u"followup"_s, marta, u"2020-01-02T09:00"_s, u"--priority"_s, u"high"_s});
    const QJsonObject day = m_terminal->json({u"today"_s});
    QCOMPARE(day[u"counts"_s][u"overdue"_s].toInt(), 1);
    QCOMPARE(day[u"counts"_s][u"new"_s].toInt(), 1);
    const QJsonArray rows = day[u"rows"_s].toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0][u"group"_s].toString(), u"overdue"_s);
    QCOMPARE(rows[0][u"id"_s].toString(), marta);
    QVERIFY(rows[0][u"reason"_s].toString().endsWith(u" late, urgent"_s));
    QCOMPARE(rows[0][u"followUp"_s][u"priority"_s].toString(), u"high"_s);
    QCOMPARE(rows[1][u"group"_s].toString(), u"new"_s);
    QVERIFY(m_terminal->run({u"today"_s}).out.contains(u"Overdue (1)"_s));
    QCOMPARE(m_terminal->run({u"today"_s, u"--limit"_s, u"none"_s}).code, 2);
}

void TestCliDay::keepsToASegment()
{
    const QString marta = add(u"Marta"_s);
    const QString nina = add(u"Nina"_s);
    m_terminal->json({u"followup"_s, marta, u"2020-01-02T09:00"_s});
    m_terminal->json({u"followup"_s, nina, u"2020-01-02T10:00"_s});
    m_terminal->json({u"segment"_s, u"add"_s, u"Ninas"_s, u"name:Nina"_s});
    const QJsonObject day = m_terminal->json({u"today"_s, u"--segment"_s, u"ninas"_s});
    QCOMPARE(day[u"counts"_s][u"overdue"_s].toInt(), 1);
    QCOMPARE(day[u"rows"_s][0][u"id"_s].toString(), nina);
    const QJsonObject open = m_terminal->json({u"followups"_s, u"--due"_s, u"overdue"_s, u"--segment"_s, u"Ninas"_s});
    QCOMPARE(open[u"total"_s].toInt(), 1);
    QCOMPARE(m_terminal->json({u"followups"_s})[u"total"_s].toInt(), 2);
    for (const QString &command : {u"today"_s, u"followups"_s}) {
        const Run run = m_terminal->run({command, u"--segment"_s, u"Nobodies"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(u"“Nobodies”"_s), qPrintable(run.err));
    }
}

void TestCliDay::plansInARhythm()
{
    const QString marta = add(u"Marta"_s);
    const QJsonObject planned = m_terminal->json({u"followup"_s, marta, u"2026-01-31"_s, u"--repeat"_s, u"monthly"_s});
    QCOMPARE(planned[u"repeat"_s].toString(), u"every month on day 31"_s);
    const QString id = planned[u"id"_s].toString();
    QVERIFY(m_terminal->json({u"done"_s, id})[u"doneAt"_s].isString());
    const QJsonArray open = m_terminal->json({u"followups"_s})[u"followUps"_s].toArray();
    QCOMPARE(open.size(), 1);
    QVERIFY(open[0][u"localTime"_s].toString() > u"2026-02"_s);
    QCOMPARE(open[0][u"repeat"_s].toString(), u"every month on day 31"_s);
}

void TestCliDay::proposesByTheCadence()
{
    const QString marta = add(u"Marta"_s);
    const Run run = m_terminal->run({u"--json"_s, u"followup"_s, marta});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.err.contains(u"cold: every 30 days, at most 60; no touch yet"_s), qPrintable(run.err));
}

void TestCliDay::reschedulesAndSnoozes()
{
    const QString id = m_terminal->json({u"followup"_s, add(u"Marta"_s), u"2030-05-01T09:00"_s})[u"id"_s].toString();
    const QJsonObject snoozed = m_terminal->json({u"snooze"_s, id, u"2030-05-02T10:00"_s});
    QCOMPARE(snoozed[u"localTime"_s].toString(), u"2030-05-01T09:00:00"_s);
    QVERIFY(snoozed[u"snoozedUntil"_s].toString().startsWith(u"2030-05-02T10:00"_s));
    const QJsonObject moved = m_terminal->json({u"reschedule"_s, id, u"2030-06-01"_s, u"8:30"_s});
    QCOMPARE(moved[u"localTime"_s].toString(), u"2030-06-01T08:30:00"_s);
    QVERIFY(moved[u"snoozedUntil"_s].isNull());
    QVERIFY(m_terminal->run({u"history"_s}).out.contains(u"Reschedule the follow-up with Marta"_s));
    QCOMPARE(m_terminal->json({u"priority"_s, id, u"high"_s})[u"priority"_s].toString(), u"high"_s);
    const Run again = m_terminal->run({u"reschedule"_s, id, u"2030-06-01"_s, u"8:30"_s});
    QCOMPARE(again.code, 0);
    QVERIFY(again.out.contains(u"is so already"_s));
    QCOMPARE(m_terminal->run({u"priority"_s, id, u"high"_s}).code, 0);
    QCOMPARE(m_terminal->run({u"priority"_s, id, u"soon"_s}).code, 2);
}

void TestCliDay::logsACallWithItsNextStep()
{
    const QString marta = add(u"Marta"_s);
    m_terminal->json({u"followup"_s, marta, u"2020-01-02T09:00"_s});
    m_terminal->json({u"log"_s, marta, u"call"_s, u"--outcome"_s, u"meetingBooked"_s, u"--next"_s, u"2030-05-01T10:00"_s, u"--fulfils"_s});
    const QJsonArray open = m_terminal->json({u"followups"_s})[u"followUps"_s].toArray();
    QCOMPARE(open.size(), 1); // the one of 2020 is done
    QCOMPARE(open[0][u"kind"_s].toString(), u"meeting"_s);
    QCOMPARE(open[0][u"localTime"_s].toString(), u"2030-05-01T10:00:00"_s);
}

void TestCliDay::refusesARhythmThatIsNone()
{
    const Run run = m_terminal->run({u"followup"_s, add(u"Marta"_s), u"tomorrow"_s, u"--repeat"_s, u"now and then"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"every 2 weeks"_s), qPrintable(run.err)); // says what it could be
}

QTEST_GUILESS_MAIN(TestCliDay)
#include "tst_cliday.moc"
