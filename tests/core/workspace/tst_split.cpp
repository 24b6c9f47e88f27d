// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/fieldrules.h"
#include "core/workspace/fieldservice.h"
#include "support/twoleads.h"

using namespace kindling;
using namespace Qt::StringLiterals;

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

/// Taking merged leads apart: each gets its own back, in whatever order they went in, and what was edited since stays.
class TestSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitRestoresBoth();
    void splitKeepsLaterEdits();
    void splitTellsAllThatWasEditedSince();
    void whatMergesDidIsNoEdit();
    void splitTakesOutWholeLinesOnly();
    void splitKeepsWhatBelongsTogether();
    void splitsInTheReverseOrderOfMerging();
    void splitsAnOlderMerge();
    void splitsWhatTheUserMade();
    void splitsThreeInAnyOrder();
    void takingOneOfThreeApartIsUndone();
    void aChainIsTakenApartFromItsEnd();
};

void TestSplit::splitRestoresBoth()
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

void TestSplit::splitKeepsLaterEdits()
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
    QVERIFY(done.keptFields.contains(u"Region"_s)); // which neither had
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

/// Whether the merge had touched the field or not.
void TestSplit::splitTellsAllThatWasEditedSince()
{
    TemporaryWorkspace w;
    CustomField draft;
    draft.label = u"Oven"_s;
    draft.type = FieldType::Text;
    const FieldId oven(answerOf(w->fields().add(draft)).id);
    const Both both = addBoth(w, marta(), martaAgain());
    answerOf(w->leads().edit({both.first}, {{LeadField::Street, u"Rua 1"_s}})); // before: nobody has to be told
    merge(w, both.first, {both.second});
    w.clock().advance(1000);
    answerOf(w->leads().edit({both.first}, {{LeadField::Region, u"Norte"_s}, {oven, u"gas"_s}}));
    answerOf(w->leads().edit({both.first}, {{LeadField::City, u"Braga"_s}}));
    answerOf(w->leads().edit({both.first}, {{LeadField::City, u"Porto"_s}})); // as it was
    answerOf(w->leads().edit({both.first}, {{LeadField::Country, u"Portugal"_s}}));
    answerOf(w->history().undo());
    answerOf(w->leads().edit({both.first}, {{LeadField::Industry, u"Bakery"_s}}));
    answerOf(w->history().undo());
    answerOf(w->history().redo());
    Lead edited = w.lead(both.first);
    edited.value = Money{10'000, u"EUR"_s};
    edited.bant.need.answer = Answer::Yes;
    answerOf(w->leads().save(edited));
    LeadMove warm;
    warm.temperature = Temperature::Warm;
    answerOf(w->leads().move({both.first}, warm));
    const SplitDone done = answerOf(w->duplicates().split(both.first));
    QCOMPARE(done.keptFields, QStringList({u"Industry"_s, u"Region"_s, u"Temperature"_s, u"Value"_s, u"Qualification"_s, u"Oven"_s}));
    const Lead first = w.lead(both.first);
    QCOMPARE(first.region, u"Norte"_s);
    QCOMPARE(first.industry, u"Bakery"_s);
    QCOMPARE(first.value, (Money{10'000, u"EUR"_s}));
    QVERIFY(w.lead(both.second).region.isEmpty());
}

void TestSplit::whatMergesDidIsNoEdit()
{
    TemporaryWorkspace w;
    const LeadId a = addWarm(w, Temperature::Cold, u"a"_s);
    const LeadId b = addWarm(w, Temperature::Warm, u"b"_s);
    const LeadId c = addWarm(w, Temperature::Hot, u"c"_s);
    answerOf(w->leads().edit({c}, {{LeadField::Website, u"https://or.example"_s}, {LeadField::City, u"Porto"_s}}));
    merge(w, a, {b});
    answerOf(w->leads().edit({a}, {{LeadField::JobTitle, u"Baker"_s}})); // before the other merge
    merge(w, a, {c});
    answerOf(w->duplicates().split(c));
    answerOf(w->history().undo());
    answerOf(w->leads().edit({a}, {{LeadField::City, u"Braga"_s}})); // after both
    QCOMPARE(answerOf(w->duplicates().split(b)).keptFields, QStringList({u"Job title"_s, u"City"_s}));
    QCOMPARE(answerOf(w->duplicates().split(c)).keptFields, QStringList{u"City"_s});
    QCOMPARE(w.lead(a).jobTitle, u"Baker"_s);
    QCOMPARE(w.lead(a).city, u"Braga"_s);
    QVERIFY(w.lead(a).website.isEmpty());
}

void TestSplit::splitTakesOutWholeLinesOnly()
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

void TestSplit::splitKeepsWhatBelongsTogether()
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

void TestSplit::splitsInTheReverseOrderOfMerging()
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

void TestSplit::splitsAnOlderMerge()
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

void TestSplit::splitsWhatTheUserMade()
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

void TestSplit::splitsThreeInAnyOrder()
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

void TestSplit::takingOneOfThreeApartIsUndone()
{
    TemporaryWorkspace w;
    const auto add = [&w](const QString &name, const QStringList &tags) {
        Lead lead;
        lead.name = name;
        lead.tags = tags;
        return answerOf(w->leads().add(lead)).leads.front();
    };
    add(u"Pia"_s, {u"bakery"_s}); // the oldest tag goes in last
    const LeadId ann = add(u"Ann"_s, {u"x"_s, u"y"_s});
    const LeadId ben = add(u"Ben"_s, {u"y"_s, u"z"_s});
    const LeadId cy = add(u"Cy"_s, {u"bakery"_s});
    merge(w, ann, {ben, cy});
    const QStringList merged = w.lead(ann).tags;
    answerOf(w->duplicates().split(ben));
    answerOf(w->history().undo());
    QCOMPARE(w.lead(ann).tags, merged);
    QCOMPARE(w.lead(ben).id, ann);
    answerOf(w->history().redo());
    QCOMPARE(w.lead(ben).tags, (QStringList{u"y"_s, u"z"_s}));
}

void TestSplit::aChainIsTakenApartFromItsEnd()
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

QTEST_GUILESS_MAIN(TestSplit)
#include "tst_split.moc"
