// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/duplicateservice.h"
#include "core/workspace/teamservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Who works with the leads: members, handing over and answering, sharing out, the time to the first touch.
class TestTeamService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMemberIsAddedOnce();
    void aHandoverKeepsTheQualificationAsItWas();
    void acceptedItStays();
    void declinedItGoesBack();
    void declinedItStaysWhereItWentSince();
    void itIsAnsweredOnce();
    void aHandoverUndoesWhole();
    void nobodyToGiveItToIsRefused();
    void leadsAreSharedOutInTurnAsOneUndo();
    void theStandingCountsAndMeasures();
    void whoWorksChanges();
    void handoversGoAlongWithAMerge();
};

namespace {

constexpr qint64 minute = 60'000;

Handover handoverOf(TemporaryWorkspace &w, LeadId lead)
{
    const LeadDossier dossier = answerOf(w->leads().dossier(lead));
    return dossier.handovers.empty() ? Handover() : dossier.handovers.front();
}

const MemberStanding &standingOf(const std::vector<MemberStanding> &members, const QString &name)
{
    const auto found = std::find_if(members.begin(), members.end(), [&](const MemberStanding &m) { return m.name == name; });
    if (found == members.end())
        qFatal("no member %s", qPrintable(name));
    return *found;
}

} // namespace

void TestTeamService::aMemberIsAddedOnce()
{
    TemporaryWorkspace w;
    answerOf(w->team().addMember(u" Tom "_s));
    QCOMPARE(w->vocabulary()->members, std::vector{u"Tom"_s});
    QCOMPARE(errorOf(w->team().addMember(u"TOM"_s)).code, ErrorCode::NameTaken);
    QCOMPARE(errorOf(w->team().addMember(u"  "_s)).code, ErrorCode::NameMissing);
    answerOf(w->history().undo());
    QVERIFY(w->vocabulary()->members.empty());
}

void TestTeamService::aHandoverKeepsTheQualificationAsItWas()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(
        w->leads().edit({marta}, {{LeadField::Temperature, u"warm"_s}, {LeadField::Budget, u"yes"_s}, {LeadField::Need, u"partly"_s}}));
    answerOf(w->team().handOver({marta}, u"Tom"_s, u"Wants an oven"_s, u"Call after ten"_s));
    QCOMPARE(w.lead(marta).owner, u"Tom"_s);
    answerOf(w->leads().edit({marta}, {{LeadField::Temperature, u"hot"_s}, {LeadField::Budget, u"no"_s}}));
    const Handover handover = handoverOf(w, marta);
    QCOMPARE(handover.from, u"Ines"_s);
    QCOMPARE(handover.to, u"Tom"_s);
    QCOMPARE(handover.by, u"Ines"_s);
    QCOMPARE(handover.reason, u"Wants an oven"_s);
    QCOMPARE(handover.note, u"Call after ten"_s);
    QVERIFY(handover.state == Handover::State::Waiting);
    QCOMPARE(handover.temperature, Temperature::Warm);
    QCOMPARE(handover.budget, Answer::Yes);
    QCOMPARE(handover.need, Answer::Partly);
    QCOMPARE(handover.authority, Answer::Unknown);
    QCOMPARE(handover.stage, u"Prospect"_s);
    const auto waiting = answerOf(w->team().waitingFor(u"tom"_s));
    QCOMPARE(waiting.size(), 1U);
    QCOMPARE(waiting.front().lead.name, u"Marta"_s);
}

void TestTeamService::acceptedItStays()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->team().handOver({marta}, u"Tom"_s, {}, {}));
    w.clock().advance(20 * minute);
    answerOf(w->team().answer(handoverOf(w, marta).id, true));
    QVERIFY(handoverOf(w, marta).state == Handover::State::Accepted);
    QCOMPARE(handoverOf(w, marta).answeredAt, std::optional(TemporaryWorkspace::noon + 20 * minute));
    QCOMPARE(w.lead(marta).owner, u"Tom"_s);
    QVERIFY(answerOf(w->team().waitingFor(u"Tom"_s)).empty());
}

void TestTeamService::declinedItGoesBack()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->team().handOver({marta}, u"Tom"_s, {}, {}));
    answerOf(w->team().answer(handoverOf(w, marta).id, false, u" Not my region "_s));
    QVERIFY(handoverOf(w, marta).state == Handover::State::Declined);
    QCOMPARE(handoverOf(w, marta).answer, u"Not my region"_s);
    QCOMPARE(w.lead(marta).owner, u"Ines"_s);
    answerOf(w->history().undo());
    QVERIFY(handoverOf(w, marta).state == Handover::State::Waiting);
    QCOMPARE(w.lead(marta).owner, u"Tom"_s);
}

void TestTeamService::declinedItStaysWhereItWentSince()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->team().handOver({marta}, u"Tom"_s, {}, {}));
    LeadMove move;
    move.owner = u"Ana"_s;
    answerOf(w->leads().move({marta}, move));
    answerOf(w->team().answer(handoverOf(w, marta).id, false));
    QCOMPARE(w.lead(marta).owner, u"Ana"_s);
}

void TestTeamService::itIsAnsweredOnce()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->team().handOver({marta}, u"Tom"_s, {}, {}));
    const HandoverId id = handoverOf(w, marta).id;
    answerOf(w->team().answer(id, true));
    QCOMPARE(errorOf(w->team().answer(id, false)).code, ErrorCode::Conflict);
    QCOMPARE(errorOf(w->team().answer(HandoverId(4711), true)).code, ErrorCode::NotFound);
}

void TestTeamService::aHandoverUndoesWhole()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    answerOf(w->team().handOver({marta}, u"Tom"_s, u"Reason"_s, {}));
    QCOMPARE(w->history().nextUndo()->label, u"Hand over Marta to Tom"_s);
    answerOf(w->history().undo());
    QCOMPARE(w.lead(marta).owner, u"Ines"_s);
    QVERIFY(handoverOf(w, marta).id.isNull());
    answerOf(w->history().redo());
    w.open();
    QCOMPARE(w.lead(marta).owner, u"Tom"_s);
    QCOMPARE(handoverOf(w, marta).reason, u"Reason"_s);
}

void TestTeamService::nobodyToGiveItToIsRefused()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    QCOMPARE(errorOf(w->team().handOver({marta}, u" "_s, {}, {})).code, ErrorCode::NameMissing);
    QCOMPARE(errorOf(w->team().shareOut({marta}, {})).code, ErrorCode::NameMissing);
    QCOMPARE(errorOf(w->team().handOver({LeadId(4711)}, u"Tom"_s, {}, {})).code, ErrorCode::NotFound);
    QVERIFY(handoverOf(w, marta).id.isNull());
}

void TestTeamService::leadsAreSharedOutInTurnAsOneUndo()
{
    TemporaryWorkspace w;
    std::vector<LeadId> leads;
    for (int i = 0; i < 5; ++i)
        leads.push_back(w.add(u"Lead %1"_s.arg(i)));
    const Written written = answerOf(w->team().shareOut(leads, {u"Tom"_s, u"Ana"_s}));
    QStringList owners;
    for (const LeadId lead : leads)
        owners += w.lead(lead).owner;
    QCOMPARE(owners, (QStringList{u"Tom"_s, u"Ana"_s, u"Tom"_s, u"Ana"_s, u"Tom"_s}));
    QCOMPARE(answerOf(w->team().waitingFor(u"Ana"_s)).size(), 2U);
    QCOMPARE(w->history().nextUndo()->id, written.change);
    answerOf(w->history().undo());
    for (const LeadId lead : leads)
        QCOMPARE(w.lead(lead).owner, u"Ines"_s);
    QVERIFY(answerOf(w->team().waitingFor(u"Ana"_s)).empty());
}

void TestTeamService::theStandingCountsAndMeasures()
{
    TemporaryWorkspace w;
    const auto call = [&](LeadId lead, qint64 minutesAfter) {
        Activity activity;
        activity.lead = lead;
        activity.kind = ActivityKind::Call;
        activity.direction = Direction::Outgoing;
        activity.at = TemporaryWorkspace::noon + minutesAfter * minute;
        answerOf(w->leads().log(activity));
    };
    const LeadId quick = w.add(u"Quick"_s);
    const LeadId slow = w.add(u"Slow"_s);
    const LeadId middle = w.add(u"Middle"_s);
    w.add(u"Untouched"_s);
    call(quick, 5);
    call(middle, 14);
    call(slow, 200);
    call(slow, 900); // the first one counts
    answerOf(w->team().handOver({slow}, u"Tom"_s, {}, {}));
    answerOf(w->team().answer(handoverOf(w, slow).id, true));
    const std::vector<MemberStanding> members = answerOf(w->team().standing(TemporaryWorkspace::noon - minute));
    const MemberStanding &ines = standingOf(members, u"Ines"_s);
    QCOMPARE(ines.openLeads, 3);
    QCOMPARE(ines.touched, 2);
    QCOMPARE(ines.untouched, 1);
    QCOMPARE(ines.medianFirstTouch, std::optional<qint64>(5 * minute)); // of 5 and 14 the lower
    const MemberStanding &tom = standingOf(members, u"Tom"_s);
    QCOMPARE(tom.openLeads, 1);
    QCOMPARE(tom.accepted, 1);
    QCOMPARE(tom.waiting, 0);
    QCOMPARE(tom.medianFirstTouch, std::optional<qint64>(200 * minute));
    // Nobody came in after the moment asked for.
    QVERIFY(!standingOf(answerOf(w->team().standing(TemporaryWorkspace::noon + minute)), u"Tom"_s).medianFirstTouch);
}

void TestTeamService::whoWorksChanges()
{
    TemporaryWorkspace w;
    w->setMe(u"Tom"_s);
    QCOMPARE(w->vocabulary()->me, u"Tom"_s);
    const LeadId marta = w.add(u"Marta"_s);
    QCOMPARE(w.lead(marta).owner, u"Tom"_s);
    const LeadDossier dossier = answerOf(w->leads().dossier(marta));
    QCOMPARE(dossier.changes.front().change.who, u"Tom"_s); // who did what
    QCOMPARE(w.list(u"owner:me"_s)->ids, std::vector{marta});
}

void TestTeamService::handoversGoAlongWithAMerge()
{
    TemporaryWorkspace w;
    const LeadId marta = w.add(u"Marta"_s);
    const LeadId twin = w.add(u"Marta O."_s);
    answerOf(w->team().handOver({twin}, u"Tom"_s, u"Wants an oven"_s, {}));
    answerOf(w->duplicates().merge({marta, {twin}, {}, {}}));
    QCOMPARE(handoverOf(w, marta).reason, u"Wants an oven"_s);
}

QTEST_GUILESS_MAIN(TestTeamService)
#include "tst_teamservice.moc"
