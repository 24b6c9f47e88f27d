// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/nextstep.h"
#include "core/workspace/segmentservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

FollowUp call(LeadId lead, const QString &localTime, const QString &repeat = {})
{
    FollowUp followUp;
    followUp.lead = lead;
    followUp.localTime = localTime;
    followUp.zone = u"Europe/Berlin"_s;
    followUp.repeat = repeat;
    return followUp;
}

std::vector<FollowUp> followUps(TemporaryWorkspace &w, LeadId lead)
{
    return answerOf(w->leads().dossier(lead)).followUps;
}

FollowUp only(TemporaryWorkspace &w, LeadId lead)
{
    const std::vector<FollowUp> all = followUps(w, lead);
    return all.size() == 1 ? all.front() : FollowUp();
}

Activity activity(LeadId lead, ActivityKind kind, CallOutcome outcome = CallOutcome::None)
{
    Activity logged;
    logged.lead = lead;
    logged.kind = kind;
    logged.outcome = outcome;
    return logged;
}

} // namespace

/// Follow-ups that can be trusted, on Monday, 2 March 2026, at noon in Berlin.
class TestFollowUpService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersWhenItWasDone();
    void comesAgainInItsRhythm();
    void staysAtItsHourAcrossATimeChange();
    void aTimeThatDoesNotExistIsMeantOnTheOtherDays();
    void anEndedSeriesPlansNothing();
    void snoozingIsNotRescheduling();
    void refusesAZoneThatNobodyKnows();
    void aTouchMovesWhatCountsFromIt();
    void loggingClosesWhatItFulfils();
    void notInterestedMarksAsLostInTheSameChange();
    void proposesByTemperatureAndSegment();
    void keepsTheTeamsOwnWordForAnOutcome();
};

void TestFollowUpService::remembersWhenItWasDone()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    FollowUp planned = call(marta, u"2026-03-02T11:00:00"_s);
    planned.priority = FollowUpPriority::High;
    answerOf(w->followUps().plan(planned));
    QCOMPARE(only(w, marta).priority, FollowUpPriority::High);
    QVERIFY(!only(w, marta).doneAt);
    w.clock().advance(hour);
    answerOf(w->followUps().complete(only(w, marta).id));
    QCOMPARE(only(w, marta).state, FollowUpState::Done);
    QCOMPARE(only(w, marta).doneAt, std::optional(TemporaryWorkspace::noon + hour));
    answerOf(w->history().undo());
    QCOMPARE(only(w, marta).state, FollowUpState::Open);
    QVERIFY(!only(w, marta).doneAt);
}

void TestFollowUpService::comesAgainInItsRhythm()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->followUps().plan(call(marta, u"2026-03-02T11:00:00"_s, u"alle 2 wochen"_s)));
    QCOMPARE(only(w, marta).repeat, u"every 2 weeks"_s);
    answerOf(w->followUps().complete(only(w, marta).id));
    const std::vector<FollowUp> both = followUps(w, marta);
    QCOMPARE(both.size(), size_t(2));
    QCOMPARE(both[0].localTime, u"2026-03-16T11:00:00"_s);
    QCOMPARE(both[0].state, FollowUpState::Open);
    QCOMPARE(both[1].state, FollowUpState::Done);
    answerOf(w->followUps().complete(both[1].id)); // done is done: no third one
    QCOMPARE(followUps(w, marta).size(), size_t(2));
    answerOf(w->history().undo()); // the next one goes with it
    QCOMPARE(only(w, marta).state, FollowUpState::Open);
}

void TestFollowUpService::staysAtItsHourAcrossATimeChange()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    // The clocks of Berlin are put forward on 29 March 2026: nine o'clock is 08:00 UTC before and 07:00 UTC after.
    answerOf(w->followUps().plan(call(marta, u"2026-03-23T09:00:00"_s, u"weekly"_s)));
    const UtcMs before = only(w, marta).due;
    answerOf(w->followUps().complete(only(w, marta).id));
    QCOMPARE(followUps(w, marta).front().due, before + 7 * day - hour);
    QCOMPARE(followUps(w, marta).front().localTime, u"2026-03-30T09:00:00"_s);
}

void TestFollowUpService::aTimeThatDoesNotExistIsMeantOnTheOtherDays()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->followUps().plan(call(marta, u"2026-03-29T02:30:00"_s, u"daily"_s)));
    QCOMPARE(only(w, marta).due, QDateTime::fromString(u"2026-03-29T03:30:00+02:00"_s, Qt::ISODate).toMSecsSinceEpoch());
    answerOf(w->followUps().complete(only(w, marta).id));
    QCOMPARE(followUps(w, marta).front().localTime, u"2026-03-30T02:30:00"_s);
}

void TestFollowUpService::anEndedSeriesPlansNothing()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->followUps().plan(call(marta, u"2026-03-02T11:00:00"_s, u"weekly until 2026-03-08"_s)));
    answerOf(w->followUps().complete(only(w, marta).id));
    QCOMPARE(only(w, marta).state, FollowUpState::Done);
    QCOMPARE(errorOf(w->followUps().plan(call(marta, u"2026-03-02T11:00:00"_s, u"now and then"_s))).code, ErrorCode::InvalidValue);
}

void TestFollowUpService::snoozingIsNotRescheduling()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->followUps().plan(call(marta, u"2026-03-02T11:00:00"_s)));
    const FollowUp planned = only(w, marta);
    answerOf(w->followUps().snooze(planned.id, TemporaryWorkspace::noon + 2 * hour));
    QCOMPARE(only(w, marta).due, planned.due); // what was promised stays
    QCOMPARE(only(w, marta).remindAt(), TemporaryWorkspace::noon + 2 * hour);
    const Result<PlannedTime> friday = parseWhen(u"fri 14:00", w.clock().now(), w.clock().zone());
    answerOf(w->followUps().reschedule(planned.id, *friday));
    QCOMPARE(only(w, marta).localTime, u"2026-03-06T14:00:00"_s);
    QVERIFY(!only(w, marta).snoozedUntil);
    const std::vector<LeadChange> history = answerOf(w->leads().dossier(marta)).changes;
    QCOMPARE(history[0].change.label, u"Reschedule the follow-up with Marta"_s);
    QCOMPARE(history[0].fields.front().before, u"2026-03-02 11:00:00"_s);
    QCOMPARE(history[0].fields.front().after, u"2026-03-06 14:00:00"_s);
    QCOMPARE(history[1].change.label, u"Snooze the follow-up with Marta"_s);
    QCOMPARE(history[1].fields.front().field, u"Snoozed until"_s);
}

void TestFollowUpService::refusesAZoneThatNobodyKnows()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    FollowUp planned = call(marta, u"2026-03-02T11:00:00"_s);
    for (const QString &zone : {QString(), u"Mars/Olympus_Mons"_s}) {
        planned.zone = zone;
        QCOMPARE(errorOf(w->followUps().plan(planned)).code, ErrorCode::InvalidValue);
    }
    QVERIFY(followUps(w, marta).empty());
}

void TestFollowUpService::aTouchMovesWhatCountsFromIt()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->followUps().plan(call(marta, u"2026-03-04T10:00:00"_s, u"7 days after last touch"_s)));
    answerOf(w->leads().log(activity(marta, ActivityKind::Note)));
    QCOMPARE(only(w, marta).localTime, u"2026-03-04T10:00:00"_s); // a note is no touch
    answerOf(w->leads().log(activity(marta, ActivityKind::Email)));
    QCOMPARE(only(w, marta).localTime, u"2026-03-09T10:00:00"_s);
    answerOf(w->history().undo());
    QCOMPARE(only(w, marta).localTime, u"2026-03-04T10:00:00"_s);
}

void TestFollowUpService::loggingClosesWhatItFulfils()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->followUps().plan(call(marta, u"2026-03-02T11:00:00"_s)));
    LogOutcome with;
    with.fulfils = only(w, marta).id;
    with.next = followUpAt(marta, *parseWhen(u"tomorrow 15:00", w.clock().now(), w.clock().zone()));
    answerOf(w->leads().log(activity(marta, ActivityKind::Call, CallOutcome::NoAnswer), with));
    const std::vector<FollowUp> both = followUps(w, marta);
    QCOMPARE(both.size(), size_t(2));
    QCOMPARE(both[0].localTime, u"2026-03-03T15:00:00"_s);
    QCOMPARE(both[1].state, FollowUpState::Done);
    answerOf(w->history().undo()); // one change: call, next step and what was closed
    QCOMPARE(only(w, marta).state, FollowUpState::Open);
    QVERIFY(answerOf(w->leads().dossier(marta)).activities.empty());
}

void TestFollowUpService::notInterestedMarksAsLostInTheSameChange()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    LogOutcome with;
    with.move = LeadMove();
    with.move->outcome = Outcome::Lost;
    with.move->reason = u"Has an oven"_s;
    answerOf(w->leads().log(activity(marta, ActivityKind::Call, CallOutcome::NotInterested), with));
    QCOMPARE(w.lead(marta).outcome, Outcome::Lost);
    QCOMPARE(w.lead(marta).reason, u"Has an oven"_s);
    answerOf(w->history().undo());
    QCOMPARE(w.lead(marta).outcome, Outcome::Open);
}

void TestFollowUpService::proposesByTemperatureAndSegment()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->leads().log(activity(marta, ActivityKind::Call, CallOutcome::Connected)));
    const auto proposed = [&] {
        const std::optional<CadenceProposal> proposal = answerOf(w->followUps().propose(marta));
        return proposal ? proposal->when.local.toString(u"yyyy-MM-dd"_s) : QString();
    };
    QCOMPARE(proposed(), u"2026-04-01"_s); // cold: every 30 days
    LeadMove hot;
    hot.temperature = Temperature::Hot;
    answerOf(w->leads().move({marta}, hot));
    QCOMPARE(proposed(), u"2026-03-05"_s); // hot: every 3 days
    WorkRules work = w->vocabulary()->work;
    work.cadences.insert(work.cadences.begin(), {u"Ones named Marta"_s, true, 1, 2});
    answerOf(w->setWorkRules(work));
    QCOMPARE(proposed(), u"2026-03-05"_s); // there is no such segment yet
    answerOf(w->segments().add(u"Ones named Marta"_s, u"name:Marta"_s));
    QCOMPARE(proposed(), u"2026-03-03"_s);
    answerOf(w->history().undo());
    answerOf(w->history().undo()); // the rules undo like everything
    QCOMPARE(w->vocabulary()->work, defaultWorkRules());
}

void TestFollowUpService::keepsTheTeamsOwnWordForAnOutcome()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    Activity logged = activity(marta, ActivityKind::Call, CallOutcome::SpokeElsewhere);
    logged.outcomeName = u"Sent me to the assistant"_s;
    answerOf(w->leads().log(logged));
    const Activity stored = answerOf(w->leads().dossier(marta)).activities.front();
    QCOMPARE(stored.outcome, CallOutcome::SpokeElsewhere);
    QCOMPARE(stored.outcomeName, u"Sent me to the assistant"_s);
}

QTEST_GUILESS_MAIN(TestFollowUpService)
#include "tst_followupservice.moc"
