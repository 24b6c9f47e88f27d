// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/mergeplan.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Which value of two leads wins, field by field.
class TestMergePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyFieldsTakeTheOthersValue();
    void theUsualWinners();
    void aPersonMayChooseOtherwise();
    void contactsAndTagsAreUnited();
    void anOptOutCountsWhicheverLeadItWas();
    void notesAreNotDoubled();
    void choicesAndLongTextsOfOnesOwnAreUnited();
    void theBetterKnownSurvives();

private:
    static Vocabulary words()
    {
        Vocabulary vocabulary;
        vocabulary.stages = defaultStages();
        vocabulary.currency = u"EUR"_s;
        return vocabulary;
    }
    static Lead lead(qint64 id, const QString &name)
    {
        Lead lead;
        lead.id = LeadId(id);
        lead.name = name;
        lead.stage = defaultStages().front().id;
        lead.created = id;
        return lead;
    }
    static EmailEntry email(const QString &address, ContactState state = ContactState::Usable)
    {
        return {*EmailAddress::parse(address), {}, state};
    }

    const Vocabulary m_words = words();
    const FieldContext m_context{&m_words, QTimeZone::utc()};
};

void TestMergePlan::emptyFieldsTakeTheOthersValue()
{
    Lead a = lead(1, u"Marta Oliveira"_s);
    a.city = u"Porto"_s;
    Lead b = lead(2, u"Marta Oliveira"_s);
    b.city = u"Lisboa"_s;
    b.jobTitle = u"Owner"_s;
    b.value = Money{10'000, u"EUR"_s};
    const MergePlan plan = planMerge(a, b, m_context);
    QCOMPARE(plan.winner(LeadField::City), 0);
    QCOMPARE(plan.winner(LeadField::JobTitle), 1);
    const Lead merged = mergedLead(plan, m_context);
    QCOMPARE(merged.id, LeadId(1));
    QCOMPARE(merged.city, u"Porto"_s);
    QCOMPARE(merged.jobTitle, u"Owner"_s);
    QCOMPARE(merged.value, b.value);
    QCOMPARE(merged.created, 1);
    // Fields that neither has are no question.
    for (const MergeChoice &choice : plan.choices)
        QVERIFY(choice.field != LeadField::Street);
}

void TestMergePlan::theUsualWinners()
{
    Lead a = lead(2, u"M. Oliveira"_s);
    a.source = u"Web form"_s;
    a.temperature = Temperature::Cold;
    a.outcome = Outcome::Lost;
    a.reason = u"too expensive"_s;
    a.bant.budget.answer = Answer::Partly;
    Lead b = lead(1, u"Marta Oliveira"_s);
    b.source = u"Referral"_s;
    b.temperature = Temperature::Hot;
    b.stage = defaultStages()[3].id;
    b.bant.budget = {Answer::Yes, u"signed"_s};
    const Lead merged = mergedLead(planMerge(a, b, m_context), m_context);
    QCOMPARE(merged.name, u"Marta Oliveira"_s); // whole before the initial
    QCOMPARE(merged.source, u"Referral"_s); // the first source
    QCOMPARE(merged.temperature, Temperature::Hot);
    QCOMPARE(merged.stage, defaultStages()[3].id);
    QCOMPARE(merged.outcome, Outcome::Open); // one of them is still open
    QCOMPARE(merged.bant.budget, (QualificationAnswer{Answer::Yes, u"signed"_s}));
    QCOMPARE(merged.created, 1);
    b.outcome = Outcome::Won;
    QCOMPARE(mergedLead(planMerge(a, b, m_context), m_context).outcome, Outcome::Won);
    QCOMPARE(mergedLead(planMerge(b, a, m_context), m_context).outcome, Outcome::Won);
}

void TestMergePlan::aPersonMayChooseOtherwise()
{
    Lead a = lead(1, u"Marta Oliveira"_s);
    a.city = u"Porto"_s;
    a.emails = {email(u"a@estrela.example"_s)};
    Lead b = lead(2, u"Marta Santos"_s);
    b.city = u"Lisboa"_s;
    b.emails = {email(u"b@estrela.example"_s)};
    MergePlan plan = planMerge(a, b, m_context);
    plan.choice(LeadField::City)->winner = 1;
    plan.choice(LeadField::Email)->winner = 1;
    const Lead merged = mergedLead(plan, m_context);
    QCOMPARE(merged.city, u"Lisboa"_s);
    QCOMPARE(merged.name, u"Marta Oliveira"_s);
    QCOMPARE(merged.emails.front().address.normalised(), u"b@estrela.example"_s); // first, and the other is kept
    QCOMPARE(merged.emails.size(), size_t(2));
    QVERIFY(!plan.choice(LeadField::Street));
}

void TestMergePlan::contactsAndTagsAreUnited()
{
    Lead a = lead(1, u"Marta"_s);
    a.emails = {email(u"m@estrela.example"_s), email(u"x@estrela.example"_s)};
    a.tags = {u"Fair"_s};
    Lead b = lead(2, u"Marta"_s);
    b.emails = {email(u"M@Estrela.example"_s), email(u"y@estrela.example"_s)};
    b.tags = {u"fair"_s, u"oven"_s};
    const Lead merged = mergedLead(planMerge(a, b, m_context), m_context);
    QCOMPARE(merged.emails.size(), size_t(3));
    QCOMPARE(merged.tags, QStringList({u"Fair"_s, u"oven"_s}));
}

void TestMergePlan::anOptOutCountsWhicheverLeadItWas()
{
    Lead a = lead(1, u"Marta"_s);
    a.emails = {email(u"m@estrela.example"_s)};
    Lead b = lead(2, u"Marta"_s);
    b.emails = {email(u"m@estrela.example"_s, ContactState::DoNotUse)};
    QCOMPARE(mergedLead(planMerge(a, b, m_context), m_context).emails.front().state, ContactState::DoNotUse);
    QCOMPARE(mergedLead(planMerge(b, a, m_context), m_context).emails.front().state, ContactState::DoNotUse);
    a.consent = Consent::Given;
    b.consent = Consent::Refused;
    b.doNotCall = true;
    for (const MergePlan &plan : {planMerge(a, b, m_context), planMerge(b, a, m_context)}) {
        const Lead merged = mergedLead(plan, m_context);
        QCOMPARE(merged.consent, Consent::Refused);
        QVERIFY(merged.doNotCall && !merged.doNotEmail);
    }
}

void TestMergePlan::notesAreNotDoubled()
{
    Lead a = lead(1, u"Marta"_s);
    a.notes = u"Wants two ovens."_s;
    Lead b = lead(2, u"Marta"_s);
    b.notes = u"Call after ten.\nWants two ovens."_s;
    QCOMPARE(mergedLead(planMerge(a, b, m_context), m_context).notes, b.notes);
    b.notes = u"Call after ten."_s;
    QCOMPARE(mergedLead(planMerge(a, b, m_context), m_context).notes, u"Wants two ovens.\nCall after ten."_s);
}

void TestMergePlan::choicesAndLongTextsOfOnesOwnAreUnited()
{
    Vocabulary own = words();
    const CustomFieldId interests(71);
    const CustomFieldId story(72);
    own.fields.push_back({interests,
                          u"interests"_s,
                          u"Interests"_s,
                          FieldType::Choices,
                          {{FieldOptionId(1), u"Oven"_s}, {FieldOptionId(2), u"Mixer"_s}, {FieldOptionId(3), u"Service"_s}}});
    own.fields.push_back({story, u"story"_s, u"Story"_s, FieldType::LongText, {}});
    const FieldContext context{&own, QTimeZone::utc()};
    Lead a = lead(1, u"Marta Oliveira"_s);
    a.custom.set(interests, OptionIds{FieldOptionId(1), FieldOptionId(2)});
    a.custom.set(story, u"Met in Porto."_s);
    Lead b = lead(2, u"Marta Oliveira"_s);
    b.custom.set(interests, OptionIds{FieldOptionId(2), FieldOptionId(3)});
    b.custom.set(story, u"Asked for a price."_s);
    MergePlan plan = planMerge(a, b, context);
    QVERIFY(plan.choice(interests)->keepsBoth);
    Lead merged = mergedLead(plan, context);
    QCOMPARE(std::get<OptionIds>(*merged.custom.find(interests)), OptionIds({FieldOptionId(1), FieldOptionId(2), FieldOptionId(3)}));
    QCOMPARE(std::get<QString>(*merged.custom.find(story)), u"Met in Porto.\nAsked for a price."_s);
    plan.choice(story)->winner = 1; // comes first
    merged = mergedLead(plan, context);
    QCOMPARE(std::get<QString>(*merged.custom.find(story)), u"Asked for a price.\nMet in Porto."_s);
    a.custom = {};
    merged = mergedLead(planMerge(a, b, context), context);
    QCOMPARE(merged.custom, b.custom);
}

void TestMergePlan::theBetterKnownSurvives()
{
    Lead a = lead(1, u"Marta"_s);
    Lead b = lead(2, u"Marta"_s);
    QVERIFY(survivesBetter(a, b, m_context)); // the older
    b.city = u"Porto"_s;
    QVERIFY(survivesBetter(b, a, m_context)); // more is known
    b.archived = true;
    QVERIFY(survivesBetter(a, b, m_context));
}

QTEST_GUILESS_MAIN(TestMergePlan)
#include "tst_mergeplan.moc"
