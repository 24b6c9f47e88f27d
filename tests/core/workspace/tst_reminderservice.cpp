// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/reminderservice.h"
#include "support/temporaryworkspace.h"

#include <QElapsedTimer>

#include <random>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

class Desktop
{
public:
    FollowUpId plan(const QString &name, const QString &localTime, bool wholeDay = false)
    {
        FollowUp call;
        call.lead = w.add(name);
        call.localTime = localTime;
        call.zone = u"Europe/Berlin"_s;
        call.wholeDay = wholeDay;
        answerOf(w->followUps().plan(call));
        return answerOf(w->leads().dossier(call.lead)).followUps.front().id;
    }
    ReminderBatch look() { return answerOf(w->reminders().look()); }
    /// Looks, and tells that the desktop has it: "Marta", "3: Ana, Jan, Olga".
    QStringList raised()
    {
        const ReminderBatch batch = look();
        std::vector<FollowUpId> ids = batch.together;
        QStringList said;
        if (!batch.together.empty())
            said += u"%1: %2"_s.arg(batch.together.size()).arg(batch.names.join(u", "_s));
        for (const DueFollowUp &one : batch.apart) {
            said += one.lead.name;
            ids.push_back(one.followUp.id);
        }
        answerOf(w->reminders().shown(ids));
        return said;
    }
    void restart() { w.open(); }

    TemporaryWorkspace w; // Monday, 2 March 2026, noon in Berlin
};

/// A year of 10,000 follow-ups; of fewer where every step is watched.
class Year
{
public:
    Year() { fill(); }

    void run()
    {
        while (m_now < m_end) {
            const ReminderBatch batch = answerOf(w->reminders().look());
            note(batch);
            step(batch);
        }
        m_now = m_end + 2 * day;
        w.clock().set(m_now);
        note(answerOf(w->reminders().look()));
    }

#ifdef KINDLING_SANITIZED
    static constexpr int count = 1'000;
#else
    static constexpr int count = 10'000;
#endif
    TemporaryWorkspace w;
    int apart = 0;
    int digests = 0;
    int inDigests = 0;
    int restarts = 0;
    int sleeps = 0;
    int setBack = 0;
    int early = 0; ///< before its wall time
    int late = 0; ///< awake, and more than a minute after it
    std::unordered_map<FollowUpId, int> fired;

private:
    /// Each at a time of a working day, some in the hours that the clocks skip or repeat.
    void fill()
    {
        const QDate first(2026, 3, 3);
        std::vector<std::pair<QDateTime, QString>> times;
        const QTimeZone zone("Europe/Berlin");
        for (int i = 0; i < count; ++i) {
            const QDate date = i % 500 == 0 ? QDate(2026, 3, 29) : i % 500 == 1 ? QDate(2026, 10, 25) : first.addDays(i % 363);
            const QTime time = i % 500 < 2 ? QTime(2, 30) : QTime(8 + i % 10, i % 2 == 0 ? 0 : 30);
            times.emplace_back(wallTime(date, time, zone), date.toString(Qt::ISODate) + u'T' + time.toString(Qt::ISODate));
        }
        const std::vector<LeadId> leads = addLeads();
        for (int i = 0; i < count; ++i) {
            FollowUp call;
            call.lead = leads[size_t(i) % leads.size()];
            call.localTime = times[size_t(i)].second;
            call.zone = u"Europe/Berlin"_s;
            m_plans.push_back(w->followUps().plan(call));
        }
        for (auto &plan : m_plans)
            answerOf(plan);
        for (const DueFollowUp &due : answerOf(w->followUps().due(std::numeric_limits<UtcMs>::max(), count + 1)))
            m_moments.emplace(due.followUp.id, due.followUp.due);
    }

    std::vector<LeadId> addLeads()
    {
        std::vector<LeadId> leads;
        for (int i = 0; i < 100; ++i)
            leads.push_back(w.add(u"Lead %1"_s.arg(i)));
        return leads;
    }

    void note(const ReminderBatch &batch)
    {
        std::vector<FollowUpId> ids = batch.together;
        for (const DueFollowUp &one : batch.apart)
            ids.push_back(one.followUp.id);
        apart += int(batch.apart.size());
        digests += batch.together.empty() ? 0 : 1;
        inDigests += int(batch.together.size());
        for (const FollowUpId id : ids) {
            ++fired[id];
            early += m_now < m_moments[id] ? 1 : 0;
            late += !m_slept && m_now - m_moments[id] > minute ? 1 : 0;
        }
        if (!ids.empty())
            answerOf(w->reminders().shown(ids));
        m_slept = false;
    }

    /// To the next moment; sometimes the machine sleeps over it, the program is started again, or the clock is set back.
    void step(const ReminderBatch &batch)
    {
        const int chance = int(m_random() % 100);
        if (chance < 3) {
            m_now += qint64(2 + m_random() % 60) * hour;
            m_slept = true;
            ++sleeps;
        } else if (chance < 5) {
            w.open();
            m_now += qint64(m_random() % 20) * hour;
            m_slept = true; // it was closed
            ++restarts;
        } else if (chance < 6) {
            m_now -= 3 * hour;
            m_slept = true; // what was due in between comes when that time comes again
            ++setBack;
        } else {
            m_now = std::max(m_now + 1000, batch.nextLook);
        }
        w.clock().set(m_now);
    }

    std::vector<QFuture<Result<Written>>> m_plans;
    std::unordered_map<FollowUpId, UtcMs> m_moments;
    std::mt19937 m_random{7};
    UtcMs m_now = TemporaryWorkspace::noon;
    const UtcMs m_end = TemporaryWorkspace::noon + 366 * day;
    bool m_slept = false;
};

} // namespace

/// Reminders that fire once, at their hour, whatever happens to machine and clock.
class TestReminderService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesOnceAtItsTime();
    void missedOnesComeTogetherAfterARestart();
    void whatTheDesktopNeverGotComesAgainAfterARestart();
    void aSnoozedOneComesAgain();
    void anotherTimeIsAnotherPromise();
    void aClockSetBackFiresNothingTwice();
    void aThousandAtOnceAreOneMessage();
    void quietHoursHoldThemBack();
    void whatWasDoneBeforeIsNotBroughtUp();
    void undoNeverBringsAReminderBack();
    void aYearOfTenThousand();
};

void TestReminderService::firesOnceAtItsTime()
{
    Desktop d;
    d.plan(u"Marta"_s, u"2026-03-02T12:30:00"_s);
    QCOMPARE(d.raised(), QStringList());
    QCOMPARE(d.look().nextLook, TemporaryWorkspace::noon + 30 * minute);
    d.w.clock().advance(30 * minute);
    QCOMPARE(d.raised(), QStringList{u"Marta"_s});
    d.w.clock().advance(minute);
    QCOMPARE(d.raised(), QStringList());
    d.restart();
    QCOMPARE(d.raised(), QStringList());
}

void TestReminderService::missedOnesComeTogetherAfterARestart()
{
    Desktop d;
    for (const QString &name : {u"Ana"_s, u"Jan"_s, u"Olga"_s})
        d.plan(name, u"2026-03-02T13:00:00"_s);
    d.plan(u"Marta"_s, u"2026-03-02T18:00:00"_s);
    d.w.close();
    d.w.clock().advance(4 * hour);
    d.restart();
    QCOMPARE(d.raised(), QStringList{u"3: Ana, Jan, Olga"_s});
    QCOMPARE(d.raised(), QStringList());
    d.w.clock().advance(2 * hour);
    QCOMPARE(d.raised(), QStringList{u"Marta"_s});
}

void TestReminderService::whatTheDesktopNeverGotComesAgainAfterARestart()
{
    Desktop d;
    d.plan(u"Marta"_s, u"2026-03-02T12:00:00"_s);
    QCOMPARE(d.look().apart.size(), size_t(1)); // and the program ends before it is shown
    QVERIFY(d.look().apart.empty()); // not twice while it runs
    d.restart();
    QCOMPARE(d.raised(), QStringList{u"Marta"_s});
    d.restart();
    QCOMPARE(d.raised(), QStringList());
}

void TestReminderService::aSnoozedOneComesAgain()
{
    Desktop d;
    const FollowUpId marta = d.plan(u"Marta"_s, u"2026-03-02T12:00:00"_s);
    QCOMPARE(d.raised(), QStringList{u"Marta"_s});
    answerOf(d.w->followUps().snooze(marta, d.w.clock().now() + hour));
    QCOMPARE(d.raised(), QStringList());
    d.w.clock().advance(hour);
    QCOMPARE(d.raised(), QStringList{u"Marta"_s});
    QCOMPARE(d.raised(), QStringList());
}

void TestReminderService::anotherTimeIsAnotherPromise()
{
    Desktop d;
    const FollowUpId marta = d.plan(u"Marta"_s, u"2026-03-02T12:00:00"_s);
    QCOMPARE(d.raised(), QStringList{u"Marta"_s});
    answerOf(d.w->followUps().reschedule(marta, *parseWhen(u"today 15:00", d.w.clock().now(), d.w.clock().zone())));
    QCOMPARE(d.raised(), QStringList());
    d.w.clock().advance(3 * hour);
    QCOMPARE(d.raised(), QStringList{u"Marta"_s});
}

void TestReminderService::aClockSetBackFiresNothingTwice()
{
    Desktop d;
    d.plan(u"Marta"_s, u"2026-03-02T12:00:00"_s);
    d.plan(u"Jan"_s, u"2026-03-02T12:30:00"_s);
    QCOMPARE(d.raised(), QStringList{u"Marta"_s});
    d.w.clock().advance(-2 * hour);
    QCOMPARE(d.raised(), QStringList());
    d.w.clock().advance(2 * hour);
    QCOMPARE(d.raised(), QStringList());
    d.w.clock().advance(30 * minute);
    QCOMPARE(d.raised(), QStringList{u"Jan"_s});
}

void TestReminderService::aThousandAtOnceAreOneMessage()
{
    Desktop d;
    const LeadId marta = d.w.add(u"Marta"_s);
    FollowUp call;
    call.lead = marta;
    call.localTime = u"2026-03-02T12:00:00"_s;
    call.zone = u"Europe/Berlin"_s;
    std::vector<QFuture<Result<Written>>> plans;
    for (int i = 0; i < 1000; ++i)
        plans.push_back(d.w->followUps().plan(call));
    for (auto &plan : plans)
        answerOf(plan);
    QCOMPARE(d.raised(), QStringList{u"1000: Marta, Marta, Marta"_s});
    QCOMPARE(d.raised(), QStringList());
}

void TestReminderService::quietHoursHoldThemBack()
{
    Desktop d;
    WorkRules work = d.w->vocabulary()->work;
    work.keepsQuiet = true;
    work.quietFrom = QTime(12, 0);
    work.quietUntil = QTime(14, 0);
    answerOf(d.w->setWorkRules(work));
    d.plan(u"Marta"_s, u"2026-03-02T11:59:00"_s); // nobody looked in time: now it is quiet
    d.plan(u"Jan"_s, u"2026-03-02T12:30:00"_s);
    QCOMPARE(d.raised(), QStringList());
    QCOMPARE(d.look().nextLook, TemporaryWorkspace::noon + hour); // looks at least once an hour
    d.w.clock().advance(2 * hour);
    QCOMPARE(d.raised(), (QStringList{u"Marta"_s, u"Jan"_s}));
}

void TestReminderService::whatWasDoneBeforeIsNotBroughtUp()
{
    Desktop d;
    const FollowUpId marta = d.plan(u"Marta"_s, u"2026-03-02T12:30:00"_s);
    d.plan(u"Jan"_s, u"2026-03-02T12:30:00"_s);
    answerOf(d.w->followUps().complete(marta)); // the call was made before its time
    d.w.clock().advance(hour);
    QCOMPARE(d.raised(), QStringList{u"Jan"_s});
}

void TestReminderService::undoNeverBringsAReminderBack()
{
    Desktop d;
    const FollowUpId marta = d.plan(u"Marta"_s, u"2026-03-02T12:00:00"_s);
    QCOMPARE(d.raised(), QStringList{u"Marta"_s});
    answerOf(d.w->followUps().complete(marta));
    answerOf(d.w->history().undo());
    QCOMPARE(d.raised(), QStringList()); // open again, and known
}

void TestReminderService::aYearOfTenThousand()
{
    QElapsedTimer timer;
    timer.start();
    Year year;
    year.run();
    int twice = 0;
    for (const auto &[id, times] : year.fired)
        twice += times > 1 ? 1 : 0;
    const int lost = Year::count - int(year.fired.size());
    qInfo("a year, %d follow-ups: %d shown alone, %d in %d digests; %d sleeps, %d restarts, %d times set back; %d lost, %d twice, %d "
          "early, %d late while awake; %.1f s",
          Year::count, year.apart, year.inDigests, year.digests, year.sleeps, year.restarts, year.setBack, lost, twice, year.early,
          year.late, double(timer.elapsed()) / 1000);
    QCOMPARE(lost, 0);
    QCOMPARE(twice, 0);
    QCOMPARE(year.early, 0);
    QCOMPARE(year.late, 0);
    QVERIFY(year.sleeps > 20 && year.restarts > 10 && year.setBack > 5);
}

QTEST_GUILESS_MAIN(TestReminderService)
#include "tst_reminderservice.moc"
