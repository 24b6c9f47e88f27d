// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/fieldrules.h"
#include "core/workspace/duplicateservice.h"
#include "core/workspace/fieldservice.h"
#include "core/workspace/teamservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Merging leads, taking them apart, and what goes on finding them.
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
    void splitRestoresBoth();
    void splitKeepsLaterEdits();
    void splitTakesOutWholeLinesOnly();
    void splitKeepsWhatBelongsTogether();
    void splitsInTheReverseOrderOfMerging();
    void splitsAnOlderMerge();
    void splitsWhatTheUserMade();
    void splitsThreeInAnyOrder();
    void aChainIsTakenApartFromItsEnd();
    void theStagesOfTheOlderLeadCount();
    void refusesWhatIsStale();
    void anImportMeetsTheSurvivor();
    void twoThatAreTwoAreNotAskedAgain();
    void findsDuplicatesOfALead();
    void columnsAndCountersStayRight();

private:
    static Lead marta();
    static Lead martaAgain();
};

Lead TestMerge::marta()
{
    Lead lead;
    lead.externalId = u"HS-1"_s;
    lead.name = u"Marta Oliveira"_s;
    lead.company = u"Padaria Estrela"_s;
    lead.city = u"Porto"_s;
    lead.emails.push_back({*EmailAddress::parse(u"marta@estrela.pt"), {}, ContactState::Usable});
    lead.tags = {u"fair"_s};
    lead.notes = u"Wants two ovens."_s;
    return lead;
}

Lead TestMerge::martaAgain()
{
    Lead lead;
    lead.externalId = u"PD-9"_s;
    lead.name = u"M. Oliveira"_s;
    lead.jobTitle = u"Owner"_s;
    lead.emails.push_back({*EmailAddress::parse(u"marta.oliveira@web.de"), {}, ContactState::DoNotUse});
    lead.phones.push_back({*PhoneNumber::parse(u"+351 912 345 678", u"PT"_s), u"Mobile"_s, ContactState::Usable});
    lead.city = u"Lisboa"_s;
    lead.tags = {u"oven"_s};
    lead.notes = u"Call after ten."_s;
    lead.temperature = Temperature::Hot;
    return lead;
}

namespace {

struct Both
{
    LeadId first;
    LeadId second;
};

/// Two leads of one person, an hour apart, the second with a call and a follow-up.
Both addBoth(TemporaryWorkspace &w, const Lead &first, const Lead &second)
{
    Both both;
    both.first = answerOf(w->leads().add(first)).leads.front();
    w.clock().advance(3'600'000);
    both.second = answerOf(w->leads().add(second)).leads.front();
    Activity call;
    call.lead = both.second;
    call.kind = ActivityKind::Call;
    call.note = u"Asked for the price list"_s;
    FollowUp next;
    next.lead = both.second;
    next.localTime = u"2026-03-05T09:00:00"_s;
    next.zone = u"Europe/Berlin"_s;
    answerOf(w->leads().log(call, next));
    w.clock().advance(3'600'000);
    return both;
}

Merged merge(TemporaryWorkspace &w, LeadId survivor, const std::vector<LeadId> &others)
{
    return answerOf(w->duplicates().merge({survivor, others, {}, {}}));
}

Lead withoutRevision(Lead lead)
{
    lead.revision = {};
    return lead;
}

LeadDossier dossier(TemporaryWorkspace &w, LeadId id)
{
    return answerOf(w->leads().dossier(id));
}

} // namespace

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

void TestMerge::splitRestoresBoth()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    const LeadDossier first = dossier(w, both.first);
    const LeadDossier second = dossier(w, both.second);
    merge(w, both.first, {both.second});
    const SplitDone done = answerOf(w->duplicates().split(both.second));
    QCOMPARE(done.leads.size(), size_t(2));
    QVERIFY(done.keptFields.isEmpty());
    QCOMPARE(done.laterActivities, 0);
    QCOMPARE(withoutRevision(w.lead(both.first)), withoutRevision(first.lead));
    QCOMPARE(withoutRevision(w.lead(both.second)), withoutRevision(second.lead));
    QCOMPARE(dossier(w, both.second).activities.size(), size_t(1));
    QCOMPARE(dossier(w, both.first).activities.size(), size_t(0));
    answerOf(w->history().undo()); // taking apart undoes, too
    QCOMPARE(w.lead(both.second).id, both.first);
    QCOMPARE(errorOf(w->duplicates().split(LeadId(99))).code, ErrorCode::NotFound);
}

void TestMerge::splitKeepsLaterEdits()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    merge(w, both.first, {both.second});
    w.clock().advance(3'600'000);
    answerOf(w->leads().edit({both.first}, {{LeadField::JobTitle, u"Managing director"_s}, {LeadField::Region, u"Norte"_s}}));
    Lead edited = w.lead(both.first);
    edited.emails.push_back({*EmailAddress::parse(u"new@estrela.pt"), {}, ContactState::Usable});
    edited.notes += u"\nMet at the fair."_s;
    answerOf(w->leads().save(edited));
    LeadMove warm;
    warm.temperature = Temperature::Warm;
    answerOf(w->leads().move({both.first}, warm));
    Activity call;
    call.lead = both.first;
    answerOf(w->leads().log(call));

    const SplitDone done = answerOf(w->duplicates().split(both.first));
    QCOMPARE(done.laterActivities, 1);
    QVERIFY(done.keptFields.contains(u"Job title"_s));
    QVERIFY(done.keptFields.contains(u"Temperature"_s));
    const Lead first = w.lead(both.first);
    QCOMPARE(first.jobTitle, u"Managing director"_s); // edited since: kept
    QCOMPARE(first.region, u"Norte"_s);
    QCOMPARE(first.temperature, Temperature::Warm);
    QCOMPARE(first.notes, u"Wants two ovens.\nMet at the fair."_s);
    QStringList emails;
    for (const EmailEntry &email : first.emails)
        emails += email.address.normalised();
    QCOMPARE(emails, QStringList({u"marta@estrela.pt"_s, u"new@estrela.pt"_s}));
    QVERIFY(first.phones.empty());
    QCOMPARE(first.tags, QStringList{u"fair"_s});
    const Lead second = w.lead(both.second);
    QCOMPARE(second.id, both.second);
    QCOMPARE(second.jobTitle, u"Owner"_s);
    QCOMPARE(second.notes, u"Call after ten."_s);
    QCOMPARE(second.temperature, Temperature::Hot);
    QCOMPARE(dossier(w, both.first).activities.size(), size_t(1));
    QCOMPARE(dossier(w, both.second).activities.size(), size_t(1));
    QVERIFY(answerOf(w->verify()).isEmpty());
}

void TestMerge::splitTakesOutWholeLinesOnly()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"No Te"_s, u"O"_s);
    Lead other;
    other.name = u"No Te"_s;
    other.notes = u"call"_s;
    other.painPoints = u"slow"_s;
    const LeadId second = answerOf(w->leads().add(other)).leads.front();
    const QString since = u"call: please recall him, he was called by phonecall"_s;
    merge(w, first, {second});
    answerOf(w->leads().edit({first}, {{LeadField::Notes, since}, {LeadField::PainPoints, u"slow oven\nslow"_s}}));
    const SplitDone done = answerOf(w->duplicates().split(second));
    QCOMPARE(w.lead(first).notes, since); // the line is another now
    QCOMPARE(w.lead(first).painPoints, u"slow oven"_s); // there it still stands
    QVERIFY(done.keptFields.contains(u"Notes"_s));
    // Between others.
    answerOf(w->leads().edit({first}, {{LeadField::Notes, u"recall"_s}}));
    answerOf(w->leads().edit({second}, {{LeadField::Notes, u"on Monday"_s}}));
    merge(w, first, {second});
    answerOf(w->leads().edit({first}, {{LeadField::Notes, u"recall him\non Monday\nnot on Monday"_s}}));
    answerOf(w->duplicates().split(second));
    QCOMPARE(w.lead(first).notes, u"recall him\nnot on Monday"_s);
    QCOMPARE(w.lead(second).notes, u"on Monday"_s);
}

void TestMerge::splitKeepsWhatBelongsTogether()
{
    TemporaryWorkspace w;
    const LeadId first = w.add(u"Va Lue"_s);
    Lead other;
    other.name = u"Va Lue"_s;
    other.value = Money{10'000, u"EUR"_s};
    const LeadId second = answerOf(w->leads().add(other)).leads.front();
    merge(w, first, {second});
    answerOf(w->leads().edit({first}, {{LeadField::Value, u"300 EUR"_s}}));
    const SplitDone done = answerOf(w->duplicates().split(second));
    QCOMPARE(w.lead(first).value, (Money{30'000, u"EUR"_s}));
    QCOMPARE(done.keptFields, QStringList{u"Value"_s});
    // The amount is as the merge left it, and yet it is another amount.
    answerOf(w->duplicates().merge({first, {second}, {{LeadField::Value, second}}, {}}));
    answerOf(w->leads().edit({first}, {{LeadField::Value, u"100 USD"_s}}));
    QCOMPARE(answerOf(w->duplicates().split(second)).keptFields, QStringList{u"Value"_s});
    QCOMPARE(w.lead(first).value, (Money{10'000, u"USD"_s}));
    QVERIFY(answerOf(w->verify()).isEmpty());
}

namespace {

LeadId addWarm(TemporaryWorkspace &w, Temperature temperature, const QString &notes)
{
    Lead lead;
    lead.name = u"Or Der"_s;
    lead.company = u"O"_s;
    lead.temperature = temperature;
    lead.notes = notes;
    w.clock().advance(60'000);
    return answerOf(w->leads().add(lead)).leads.front();
}

} // namespace

void TestMerge::splitsInTheReverseOrderOfMerging()
{
    TemporaryWorkspace w;
    const LeadId a = addWarm(w, Temperature::Cold, u"a"_s);
    const LeadId b = addWarm(w, Temperature::Hot, u"b"_s);
    const LeadId c = addWarm(w, Temperature::Warm, u"c"_s);
    const std::vector<Lead> were{w.lead(a), w.lead(b), w.lead(c)};
    for (const std::vector<LeadId> &others : {std::vector{c, b}, std::vector{b, c}}) {
        merge(w, a, others);
        const std::vector<MergedLead> into = answerOf(w->duplicates().mergedInto(a));
        QCOMPARE(into.front().id, others.back()); // the last first
        const SplitDone done = answerOf(w->duplicates().split(a));
        QCOMPARE(done.keptFields, QStringList());
        for (const Lead &was : were)
            QCOMPARE(withoutRevision(w.lead(was.id)), withoutRevision(was));
    }
}

void TestMerge::splitsAnOlderMerge()
{
    TemporaryWorkspace w;
    const LeadId a = addWarm(w, Temperature::Cold, u"a"_s);
    const LeadId b = addWarm(w, Temperature::Warm, u"b"_s);
    const LeadId c = addWarm(w, Temperature::Hot, u"c"_s);
    const LeadId d = addWarm(w, Temperature::Cold, u"d"_s);
    const std::vector<Lead> were{w.lead(a), w.lead(b), w.lead(c), w.lead(d)};
    for (const LeadId other : {b, c, d})
        merge(w, a, {other});
    const Lead merged = w.lead(a);
    const SplitDone done = answerOf(w->duplicates().split(b));
    QCOMPARE(done.keptFields, QStringList()); // nobody edited anything
    QCOMPARE(w.lead(a).temperature, Temperature::Hot);
    QCOMPARE(w.lead(a).notes, u"a\nc\nd"_s);
    answerOf(w->history().undo());
    QCOMPARE(w.lead(a), merged);
    answerOf(w->history().redo());
    QCOMPARE(answerOf(w->duplicates().split(c)).keptFields, QStringList());
    QCOMPARE(answerOf(w->duplicates().split(d)).keptFields, QStringList());
    for (const Lead &was : were)
        QCOMPARE(withoutRevision(w.lead(was.id)), withoutRevision(was));
    for (int i = 0; i < 3; ++i)
        answerOf(w->history().undo());
    QCOMPARE(w.lead(a), merged);
    for (const LeadId other : {d, c, b}) // as they were noted before
        answerOf(w->duplicates().split(other));
    QCOMPARE(withoutRevision(w.lead(a)), withoutRevision(were.front()));
    QVERIFY(answerOf(w->verify()).isEmpty());
}

void TestMerge::splitsWhatTheUserMade()
{
    TemporaryWorkspace w;
    CustomField draft;
    draft.label = u"Interests"_s;
    draft.type = FieldType::Choices;
    draft.options = optionsNamed({u"Oven"_s, u"Mixer"_s, u"Service"_s}, draft);
    const FieldId interests(answerOf(w->fields().add(draft)).id);
    draft = {};
    draft.label = u"Story"_s;
    draft.type = FieldType::LongText;
    const FieldId story(answerOf(w->fields().add(draft)).id);
    const LeadId first = w.add(u"Marta Oliveira"_s);
    const LeadId second = w.add(u"Marta Oliveira"_s);
    const auto text = [&](LeadId id, FieldId field) {
        const auto known = w->vocabulary();
        return fieldText(w.lead(id), field, {known.get(), w.clock().zone()});
    };
    answerOf(w->leads().edit({first}, {{interests, u"Oven"_s}, {story, u"Met in Porto."_s}}));
    answerOf(w->leads().edit({second}, {{interests, u"Mixer"_s}, {story, u"Asked for a price."_s}}));
    merge(w, first, {second});
    QCOMPARE(text(first, interests), u"Oven; Mixer"_s);
    QCOMPARE(text(first, story), u"Met in Porto.\nAsked for a price."_s);
    answerOf(w->leads().edit({first}, {{interests, u"Oven; Mixer; Service"_s}, {story, u"Met in Porto.\nAsked for a price.\nBought."_s}}));
    const SplitDone done = answerOf(w->duplicates().split(second));
    QCOMPARE(text(first, interests), u"Oven; Service"_s);
    QCOMPARE(text(first, story), u"Met in Porto.\nBought."_s);
    QCOMPARE(text(second, interests), u"Mixer"_s);
    QVERIFY(done.keptFields.contains(u"Interests"_s) && done.keptFields.contains(u"Story"_s));
}

void TestMerge::splitsThreeInAnyOrder()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    Lead third;
    third.name = u"Marta O."_s;
    third.tags = {u"leasing"_s};
    third.website = u"https://estrela.pt"_s;
    const LeadId last = answerOf(w->leads().add(third)).leads.front();
    merge(w, both.first, {both.second, last});
    QCOMPARE(w.lead(both.first).tags, QStringList({u"fair"_s, u"leasing"_s, u"oven"_s}));
    answerOf(w->duplicates().split(both.second)); // the first that went in
    QCOMPARE(w.lead(both.first).tags, QStringList({u"fair"_s, u"leasing"_s}));
    QCOMPARE(w.lead(last).id, both.first);
    answerOf(w->duplicates().split(last));
    QCOMPARE(w.lead(both.first).tags, QStringList{u"fair"_s});
    QVERIFY(w.lead(both.first).website.isEmpty());
    QCOMPARE(w.lead(last).website, u"https://estrela.pt"_s);
    // Both at once by the id of the survivor.
    merge(w, both.first, {both.second, last});
    QCOMPARE(answerOf(w->duplicates().split(both.first)).leads.size(), size_t(3));
    QCOMPARE(w.list({})->ids.size(), size_t(3));
    QCOMPARE(w.lead(both.first).tags, QStringList{u"fair"_s});
}

void TestMerge::aChainIsTakenApartFromItsEnd()
{
    TemporaryWorkspace w;
    const Both both = addBoth(w, marta(), martaAgain());
    const LeadId third = w.add(u"Marta Oliveira"_s, u"Estrela"_s);
    merge(w, both.first, {both.second});
    merge(w, third, {both.first});
    QCOMPARE(w.lead(both.second).id, third);
    QCOMPARE(errorOf(w->duplicates().split(both.second)).code, ErrorCode::Conflict);
    answerOf(w->duplicates().split(both.first));
    QCOMPARE(w.lead(both.second).id, both.first);
    answerOf(w->duplicates().split(both.second));
    QCOMPARE(w.lead(both.second).name, u"M. Oliveira"_s);
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
