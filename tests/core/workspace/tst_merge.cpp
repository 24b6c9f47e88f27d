// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/teamservice.h"
#include "support/twoleads.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Merging leads, and what goes on finding them.
class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfEitherIsLost();
    void theWinnerOfAFieldCanBeChosen();
    void theOldIdFindsTheSurvivor();
    void theOldIdTakesFollowUpsAndHandovers();
    void undoingTheAdditionOfASurvivorIsRefused();
    void undoesThoughTheOtherWasHandedOver();
    void undoesAndRedoesAlsoAfterARestart();
    void theStagesOfTheOlderLeadCount();
    void refusesWhatIsStale();
    void anImportMeetsTheSurvivor();
    void twoThatAreTwoAreNotAskedAgain();
    void findsDuplicatesOfALead();
    void columnsAndCountersStayRight();
};

void TestMerge::nothingOfEitherIsLost()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    const MergePreview preview = answerOf(w->duplicates().preview(both.first, both.second));
    QCOMPARE(preview.activities, 1);
    QCOMPARE(preview.followUps, 1);
    const Merged merged = merge(w, both.first, {both.second});
    const LeadDossier now = dossier(w, both.first);
    QCOMPARE(now.lead.name, u"Marta Oliveira"_s);
    QCOMPARE(now.lead.city, u"Porto"_s); // the survivor's stands
    QCOMPARE(now.lead.jobTitle, u"Owner"_s); // the empty field took the other's
    QCOMPARE(now.lead.emails.size(), size_t(2));
    QCOMPARE(now.lead.emails[1].address.normalised(), u"marta.oliveira@web.de"_s);
    QCOMPARE(now.lead.emails[1].state, ContactState::DoNotUse);
    QCOMPARE(now.lead.phones.size(), size_t(1));
    QCOMPARE(now.lead.tags, QStringList({u"fair"_s, u"oven"_s}));
    QCOMPARE(now.lead.notes, u"Wants two ovens.\nCall after ten."_s);
    QCOMPARE(now.lead.temperature, Temperature::Hot);
    QCOMPARE(now.lead.externalId, u"HS-1"_s);
    QCOMPARE(now.activities.size(), size_t(1));
    QCOMPARE(now.followUps.size(), size_t(1));
    QVERIFY(now.lead.lastActivity && now.lead.nextFollowUp);
    QCOMPARE(now.lead, merged.lead);
    QCOMPARE(preview.merged.emails, now.lead.emails); // as it was shown before
    QCOMPARE(preview.merged.jobTitle, now.lead.jobTitle);
    QCOMPARE(preview.merged.temperature, now.lead.temperature);
    QCOMPARE(w.list({})->ids, std::vector<LeadId>{both.first});
    QCOMPARE(answerOf(w->find().notes(u"price list"_s, 5)).front().lead.id, both.first); // the note of the call moved along
    QCOMPARE(w->history().nextUndo()->label, u"Merge M. Oliveira into Marta Oliveira"_s);
    QCOMPARE(now.changes.front().change.label, w->history().nextUndo()->label);
}

void TestMerge::theWinnerOfAFieldCanBeChosen()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    MergeRequest request{both.first,
                         {both.second},
                         {{LeadField::City, both.second}, {LeadField::Email, both.second}, {LeadField::Temperature, both.first}},
                         {}};
    answerOf(w->duplicates().merge(request));
    const Lead now = w.lead(both.first);
    QCOMPARE(now.city, u"Lisboa"_s);
    QCOMPARE(now.emails.front().address.normalised(), u"marta.oliveira@web.de"_s);
    QCOMPARE(now.emails.size(), size_t(2));
    QCOMPARE(now.temperature, Temperature::Cold);
}

void TestMerge::theOldIdFindsTheSurvivor()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    merge(w, both.first, {both.second});
    QCOMPARE(w.lead(both.second).id, both.first);
    QCOMPARE(dossier(w, both.second).activities.size(), size_t(1));
    answerOf(w->leads().edit({both.second}, {{LeadField::Region, u"Norte"_s}}));
    QCOMPARE(w.lead(both.first).region, u"Norte"_s);
    Activity note;
    note.lead = both.second;
    answerOf(w->leads().log(note));
    QCOMPARE(dossier(w, both.first).activities.size(), size_t(2));
    const std::vector<MergedLead> into = answerOf(w->duplicates().mergedInto(both.first));
    QCOMPARE(into.size(), size_t(1));
    QCOMPARE(into.front().id, both.second);
    QCOMPARE(into.front().name, u"M. Oliveira"_s);
}

void TestMerge::theOldIdTakesFollowUpsAndHandovers()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    merge(w, both.first, {both.second});
    FollowUp next;
    next.lead = both.second;
    next.localTime = u"2026-03-09T09:00:00"_s;
    next.zone = u"Europe/Berlin"_s;
    answerOf(w->followUps().plan(next));
    QCOMPARE(dossier(w, both.first).followUps.size(), size_t(2));
    answerOf(w->team().handOver({both.second, both.first}, u"Tom"_s, {}, {}));
    QCOMPARE(w.lead(both.first).owner, u"Tom"_s);
    QCOMPARE(answerOf(w->team().waitingFor(u"Tom"_s)).size(), size_t(1)); // one lead, handed over once
    for (const QString &text : {both.second.toString(), u"PD-9"_s}) {
        const Found found = answerOf(w->find().names({text, {}}));
        QCOMPARE(found.leads.size(), size_t(1));
        QCOMPARE(found.leads.front().id, both.first);
        QCOMPARE(found.total, 1);
    }
}

void TestMerge::undoingTheAdditionOfASurvivorIsRefused()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"Marta Oliveira"_s, u"Estrela"_s);
    const ChangeId added = w->history().nextUndo()->id;
    const LeadId second = w.add(u"Marta Oliveira"_s, u"Estrela"_s); // brings nothing
    merge(w, first, {second});
    const Error error = errorOf(w->history().undo(added));
    QCOMPARE(error.code, ErrorCode::Conflict);
    QCOMPARE(error.subject, u"Marta Oliveira"_s);
    QCOMPARE(error.detail, u"Marta Oliveira is part of it now"_s);
    QCOMPARE(w.lead(second).id, first);
    answerOf(w->history().undo());
    answerOf(w->history().undo(added));
    QCOMPARE(w.list({})->ids, std::vector{second});
}

void TestMerge::undoesThoughTheOtherWasHandedOver()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"Marta Oliveira"_s, u"Estrela"_s);
    const LeadId second = w.add(u"M. Oliveira"_s, u"Estrela"_s);
    answerOf(w->team().handOver({second}, u"Tom"_s, {}, {})); // stays with the id of the lead while it is part of another
    merge(w, first, {second});
    answerOf(w->history().undo());
    answerOf(w->history().redo());
    QCOMPARE(w.lead(second).id, first);
    answerOf(w->duplicates().split(second));
    answerOf(w->history().undo());
    QCOMPARE(w.lead(second).id, first);
}

void TestMerge::undoesAndRedoesAlsoAfterARestart()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    const LeadDossier first = dossier(w, both.first);
    const LeadDossier second = dossier(w, both.second);
    const Lead merged = merge(w, both.first, {both.second}).lead;
    w.open();
    answerOf(w->history().undo());
    QCOMPARE(w.lead(both.first), first.lead);
    QCOMPARE(w.lead(both.second), second.lead);
    QCOMPARE(dossier(w, both.second).activities, second.activities);
    QCOMPARE(dossier(w, both.second).followUps, second.followUps);
    QCOMPARE(w.list({})->ids.size(), size_t(2));
    w.open();
    answerOf(w->history().redo());
    QCOMPARE(w.lead(both.second), merged);
    QCOMPARE(w.list({})->ids.size(), size_t(1));
}

void TestMerge::theStagesOfTheOlderLeadCount()
{
    TemporaryWorkspace w;
    const LeadId older = w.add(u"Marta Oliveira"_s);
    const std::vector<Stage> stages = w->vocabulary()->stages;
    w.clock().advance(86'400'000);
    LeadMove second;
    second.stage = stages[1].id;
    answerOf(w->leads().move({older}, second));
    w.clock().advance(86'400'000);
    const LeadId younger = w.add(u"Marta Oliveira"_s);
    w.clock().advance(86'400'000);
    LeadMove third;
    third.stage = stages[2].id;
    answerOf(w->leads().move({younger}, third));
    merge(w, younger, {older});
    const Lead merged = w.lead(younger);
    QCOMPARE(merged.created, TemporaryWorkspace::noon);
    QCOMPARE(merged.stage, stages[2].id);
    QCOMPARE(merged.stageSince, TemporaryWorkspace::noon + 3 * 86'400'000);
    // Prospect for a day, then the second stage until the younger lead came in, a prospect again for a day.
    FunnelQuery query;
    query.asOf = TemporaryWorkspace::noon + 86'400'000 + 3'600'000;
    query.from = TemporaryWorkspace::noon - 1;
    query.until = query.asOf;
    query.basis = FunnelQuery::Basis::Snapshot;
    const FunnelReport then = answerOf(w->reports().funnel(query)).report;
    QCOMPARE(then.steps[1].count, 1);
    answerOf(w->duplicates().split(older));
    QCOMPARE(w.lead(older).stage, stages[1].id);
    QCOMPARE(w.lead(younger).created, TemporaryWorkspace::noon + 2 * 86'400'000);
}

void TestMerge::refusesWhatIsStale()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    const Lead seen = w.lead(both.first);
    answerOf(w->leads().edit({both.first}, {{LeadField::City, u"Braga"_s}}));
    const MergeRequest request{both.first, {both.second}, {}, {{both.first, seen.revision}}};
    QCOMPARE(errorOf(w->duplicates().merge(request)).code, ErrorCode::Conflict);
    QCOMPARE(errorOf(w->duplicates().merge({both.first, {both.first}, {}, {}})).code, ErrorCode::Usage);
    QCOMPARE(errorOf(w->duplicates().merge({both.first, {LeadId(99)}, {}, {}})).code, ErrorCode::NotFound);
    QCOMPARE(w.list({})->ids.size(), size_t(2));
}

void TestMerge::anImportMeetsTheSurvivor()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    merge(w, both.first, {both.second});
    const QString path = w.write(u"again.csv"_s, "externalId,name,industry\nPD-9,M. Oliveira,Bakery\nHS-1,Marta Oliveira,Bakery\n");
    const ImportResult result = w.import(path);
    QCOMPARE(result.counts.created, 0);
    QCOMPARE(w.lead(both.first).industry, u"Bakery"_s);
    QCOMPARE(w.list({})->ids.size(), size_t(1));
}

void TestMerge::twoThatAreTwoAreNotAskedAgain()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    Lead third = marta();
    third.externalId.clear();
    const LeadId again = answerOf(w->leads().add(third)).leads.front();
    const auto pairs = [&] { return answerOf(w->duplicates().sweep(Likeness::Likely, std::make_shared<Progress>())).pairs; };
    QCOMPARE(pairs().size(), size_t(1));
    QCOMPARE(pairs().front().first, both.first);
    QCOMPARE(pairs().front().comparison.likeness, Likeness::Same);
    answerOf(w->duplicates().setDistinct(again, both.first));
    QVERIFY(pairs().empty());
    QVERIFY(answerOf(w->duplicates().duplicatesOf(again, 5)).empty());
    QCOMPARE(w->history().nextUndo()->label, u"Marta Oliveira and Marta Oliveira are two"_s);
    w.open();
    QVERIFY(pairs().empty());
    answerOf(w->history().undo());
    QCOMPARE(pairs().size(), size_t(1));
}

void TestMerge::findsDuplicatesOfALead()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    QVERIFY(answerOf(w->duplicates().duplicatesOf(both.first, 5)).empty() || w.lead(both.first).id == both.first);
    Lead draft;
    draft.name = u"Marta Olivera"_s;
    draft.emails.push_back({*EmailAddress::parse(u"marta@estrela.pt"), {}, ContactState::Usable});
    const std::vector<PossibleDuplicate> similar = answerOf(w->duplicates().similar(draft, 5));
    QCOMPARE(similar.size(), size_t(1));
    QCOMPARE(similar.front().lead.id, both.first);
    QCOMPARE(clueTexts(similar.front().comparison).front(), u"the same email"_s);
}

void TestMerge::columnsAndCountersStayRight()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    QCOMPARE(w.list({})->ids.size(), size_t(2));
    merge(w, both.first, {both.second});
    QVERIFY(answerOf(w->verify()).isEmpty());
    answerOf(w->history().undo());
    QVERIFY(answerOf(w->verify()).isEmpty());
    answerOf(w->history().redo());
    QVERIFY(answerOf(w->verify()).isEmpty());
    answerOf(w->duplicates().split(both.first));
    QVERIFY(answerOf(w->verify()).isEmpty());
}

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
