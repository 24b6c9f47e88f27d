// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/cardanswer.h"
#include "core/domain/leadfield.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// The answers of a qualification card: of BANT and of a framework of one's own alike.
class TestCardAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bantIsThereFromTheStart();
    void aFrameworkKeepsItsTextAndFields();
    void textThatIsNoneIsBant();
    void anAnswerOfOnesOwnIsTheValueOfItsField();
    void aRemovedFieldLeavesTheCard();
    void whatChangedIsStamped();
    void anAnswerThatIsTakenBackLosesItsStamp();
    void onlyQuestionsTakeAnswers();

private:
    Vocabulary m_words;
    CustomFieldId m_hurts{77};
};

void TestCardAnswer::init()
{
    m_words = {};
    m_words.me = u"Ines"_s;
    CustomField hurts;
    hurts.id = m_hurts;
    hurts.key = u"challenges"_s;
    hurts.label = u"Challenges"_s;
    hurts.type = FieldType::Choice;
    hurts.options = {{FieldOptionId(1), u"No"_s, false}, {FieldOptionId(2), u"Partly"_s, false}, {FieldOptionId(3), u"Yes"_s, false}};
    m_words.fields = {hurts};
    m_words.qualification.own = {
        {u"CHAMP"_s, {{m_hurts, u"What hurts?"_s}, {LeadField::Authority, u"Who decides?"_s}, {LeadField::Budget, u"Money?"_s}}}};
}

void TestCardAnswer::bantIsThereFromTheStart()
{
    const std::vector<CardAnswer> card = cardOf({}, m_words);
    QCOMPARE(card.size(), size_t(4));
    QCOMPARE(card[0].label, u"Budget"_s);
    QCOMPARE(card[0].question, u"Is there money for it?"_s);
    QCOMPARE(card[3].label, u"Timeline"_s);
    QCOMPARE(card[3].given.answer, Answer::Unknown);
}

void TestCardAnswer::aFrameworkKeepsItsTextAndFields()
{
    m_words.qualification.used = u"champ"_s; // however it is written
    QCOMPARE(qualificationFromText(qualificationText(m_words.qualification)), m_words.qualification);
    const std::vector<CardAnswer> card = cardOf({}, m_words);
    QCOMPARE(card.size(), size_t(3));
    QCOMPARE(card[0].label, u"Challenges"_s);
    QCOMPARE(card[1].label, u"Authority"_s);
}

void TestCardAnswer::textThatIsNoneIsBant()
{
    for (const QString &text : {QString(), u"{"_s, u"[]"_s, u"{\"own\":[{\"name\":\"\"}],\"used\":\"gone\"}"_s}) {
        const QualificationRules rules = qualificationFromText(text);
        QVERIFY(rules.own.empty());
        QCOMPARE(rules.framework(), bantFramework());
    }
}

void TestCardAnswer::anAnswerOfOnesOwnIsTheValueOfItsField()
{
    m_words.qualification.used = u"CHAMP"_s;
    Lead lead;
    QVERIFY(setAnswer(lead, m_hurts, {Answer::Partly, u"the old oven"_s, 5, u"Ada"_s}, m_words).ok());
    QCOMPARE(*lead.custom.find(m_hurts), FieldValue(OptionIds{FieldOptionId(2)}));
    QCOMPARE(answerTo(lead, m_hurts, m_words), (QualificationAnswer{Answer::Partly, u"the old oven"_s, 5, u"Ada"_s}));
    QCOMPARE(questionsWithYes(lead, m_words), 0);
    QVERIFY(setAnswer(lead, m_hurts, {Answer::Yes, {}, 0, {}}, m_words).ok());
    QCOMPARE(questionsWithYes(lead, m_words), 1);
    QVERIFY(lead.answerNotes.empty());
    QVERIFY(setAnswer(lead, m_hurts, {}, m_words).ok());
    QVERIFY(lead.custom.empty());
}

void TestCardAnswer::aRemovedFieldLeavesTheCard()
{
    m_words.qualification.used = u"CHAMP"_s;
    m_words.fields.front().removed = true;
    QCOMPARE(cardOf({}, m_words).size(), size_t(2));
}

void TestCardAnswer::whatChangedIsStamped()
{
    Lead before;
    before.bant.need = {Answer::Yes, u"two ovens"_s, 3, u"Ada"_s};
    Lead after = before;
    after.bant.budget.answer = Answer::No;
    after.qualifiedThrough = QualifiedThrough::ProductUse;
    QVERIFY(setAnswer(after, m_hurts, {Answer::Yes, {}, 0, {}}, m_words).ok()); // also of a framework that is not in use
    stampAnswers(before, after, m_words, 900);
    QCOMPARE(after.bant.budget, (QualificationAnswer{Answer::No, {}, 900, u"Ines"_s}));
    QCOMPARE(after.bant.need, before.bant.need); // nobody touched it
    QCOMPARE(answerTo(after, m_hurts, m_words).at, UtcMs(900));
    QCOMPARE(after.qualifiedAt, UtcMs(900));
    QCOMPARE(after.qualifiedBy, u"Ines"_s);
}

void TestCardAnswer::anAnswerThatIsTakenBackLosesItsStamp()
{
    Lead before;
    before.bant.budget = {Answer::Yes, {}, 3, u"Ada"_s};
    before.qualifiedThrough = QualifiedThrough::Sales;
    before.qualifiedAt = 3;
    before.qualifiedBy = u"Ada"_s;
    Lead after = before;
    after.bant.budget.answer = Answer::Unknown;
    after.qualifiedThrough = QualifiedThrough::None;
    stampAnswers(before, after, m_words, 900);
    QCOMPARE(after.bant.budget, QualificationAnswer());
    QCOMPARE(after.qualifiedAt, UtcMs(0));
    QVERIFY(after.qualifiedBy.isEmpty());
}

void TestCardAnswer::onlyQuestionsTakeAnswers()
{
    Lead lead;
    const Result<void> refused = setAnswer(lead, LeadField::City, {Answer::Yes, {}, 0, {}}, m_words);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::UnknownField);
    QCOMPARE(lead, Lead());
    QVERIFY(!holdsAnswers(CustomFieldId(78), m_words));
}

QTEST_GUILESS_MAIN(TestCardAnswer)
#include "tst_cardanswer.moc"
