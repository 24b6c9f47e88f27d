// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/duplicateservice.h"
#include "support/traces.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Erasing somebody who was merged with others: all of the person goes, and nothing of the others.
class TestErasedMerges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theIdOfAMergedLeadMeansTheWholePerson();
    void aLeadTakenApartIsErasedFromTheOthersHistory();
    void editsBetweenMergeAndSplitAreErasedToo();
    void othersKeepTheHistoryOfOtherTimes();
    void oneOfThreeMergedIsErased();
};

void TestErasedMerges::theIdOfAMergedLeadMeansTheWholePerson()
{
    TemporaryWorkspace w;
    const LeadId first = add(w, withNotes(u"Quinoa"_s));
    const LeadId second = add(w, withNotes(u"Jacaranda"_s));
    const LeadId third = add(w, withNotes(u"Tamarind"_s));
    answerOf(w->duplicates().merge({second, {third}, {}, {}}));
    answerOf(w->duplicates().merge({first, {second}, {}, {}}));
    QCOMPARE(erase(w, third).data.merged, 2);
    for (const LeadId id : {first, second, third})
        QCOMPARE(errorOf(w->leads().lead(id)).code, ErrorCode::NotFound);
    for (const QString &word : {u"Quinoa"_s, u"Jacaranda"_s, u"Tamarind"_s})
        QCOMPARE(filesWith(w, word), QStringList());
}

void TestErasedMerges::aLeadTakenApartIsErasedFromTheOthersHistory()
{
    TemporaryWorkspace w;
    const LeadId kept = w.add(u"Rui Costa"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    answerOf(w->duplicates().merge({kept, {person}, {}, {}}));
    answerOf(w->duplicates().split(person));
    QCOMPARE(w.lead(kept).emails.size(), size_t(0));
    erase(w, person);
    QCOMPARE(filesWith(w, u"Quinoa"_s), QStringList());
    QCOMPARE(w.lead(kept).name, u"Rui Costa"_s);
    QCOMPARE(answerOf(w->leads().dossier(kept)).changes.size(), size_t(1)); // that it was added
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestErasedMerges::editsBetweenMergeAndSplitAreErasedToo()
{
    TemporaryWorkspace w;
    const LeadId kept = w.add(u"Rui Costa"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    const LeadId third = w.add(u"Tom Lima"_s);
    answerOf(w->duplicates().merge({kept, {person}, {}, {}}));
    Lead rui = w.lead(kept);
    rui.phones.push_back({*PhoneNumber::parse(u"+49 30 123456"_s, u"DE"_s), {}, ContactState::Usable});
    answerOf(w->leads().save(rui));
    answerOf(w->duplicates().merge({kept, {third}, {}, {}}));
    answerOf(w->duplicates().split(person));
    // What was edited in between stays with Rui: he still has the notes and address, until somebody takes them out.
    rui = w.lead(kept);
    rui.emails.clear();
    rui.notes.clear();
    rui.painPoints.clear();
    rui.jobTitle.clear();
    rui.city.clear();
    rui.street.clear();
    rui.externalId.clear();
    answerOf(w->leads().save(rui));
    erase(w, person);
    QCOMPARE(filesWith(w, u"Quinoa"_s), QStringList());
    QCOMPARE(w.lead(third).id, kept); // still part of Rui
    QCOMPARE(answerOf(w->verify()), QStringList());
    answerOf(w->duplicates().split(third));
    QCOMPARE(w.lead(third).name, u"Tom Lima"_s);
    QCOMPARE(w.lead(kept).name, u"Rui Costa"_s);
}

void TestErasedMerges::othersKeepTheHistoryOfOtherTimes()
{
    TemporaryWorkspace w;
    const LeadId rui = w.add(u"Rui Costa"_s);
    const LeadId tom = w.add(u"Tom Lima"_s);
    const LeadId bystander = w.add(u"Ana Reis"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    const auto set = [&](std::vector<LeadId> leads, const QString &city) {
        w.clock().advance(60'000);
        answerOf(w->leads().edit(std::move(leads), {{LeadField::City, city}}));
        w.clock().advance(60'000);
    };
    answerOf(w->duplicates().merge({rui, {person}, {}, {}}));
    set({rui, bystander}, u"Faro"_s);
    answerOf(w->duplicates().split(person));
    set({rui, tom, bystander}, u"Braga"_s);
    const UtcMs between = w.clock().now();
    set({bystander}, u"Lisboa"_s);
    answerOf(w->duplicates().merge({tom, {person}, {}, {}}));
    set({tom, bystander}, u"Viseu"_s);
    answerOf(w->duplicates().split(person));
    erase(w, person);
    const auto labels = [&](LeadId lead) {
        QStringList all;
        for (const LeadChange &change : answerOf(w->leads().dossier(lead)).changes)
            all += change.change.label;
        return all;
    };
    QCOMPARE(labels(bystander).size(), 5); // added, four times edited
    QCOMPARE(labels(rui).size(), 2); // added, edited between the two merges
    QCOMPARE(labels(tom).size(), 2);
    QCOMPARE(answerOf(w->leads().pastLead(bystander, between)).lead.city, u"Braga"_s);
    QCOMPARE(answerOf(w->verify()), QStringList());
}

void TestErasedMerges::oneOfThreeMergedIsErased()
{
    TemporaryWorkspace w;
    const LeadId kept = w.add(u"Rui Costa"_s);
    const LeadId person = add(w, withNotes(u"Quinoa"_s));
    const LeadId third = w.add(u"Tom Lima"_s);
    answerOf(w->duplicates().merge({kept, {person, third}, {}, {}}));
    answerOf(w->duplicates().split(third));
    answerOf(w->duplicates().split(person));
    erase(w, person);
    QCOMPARE(filesWith(w, u"Quinoa"_s), QStringList());
    // Neither the merge nor the splits can be turned round by half; that Tom was added is in conflict with what became of him.
    QCOMPARE(w->history().nextUndo()->label, u"Add Tom Lima"_s);
    QCOMPARE(errorOf(w->history().undo()).code, ErrorCode::Conflict);
    QCOMPARE(answerOf(w->verify()), QStringList());
    QCOMPARE(answerOf(w->privacy().known(third)).lead, third);
}

QTEST_GUILESS_MAIN(TestErasedMerges)
#include "tst_erasedmerges.moc"
