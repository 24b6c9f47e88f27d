// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/qualificationservice.h"
#include "support/temporaryworkspace.h"

#include "core/domain/cardanswer.h"
#include "core/rules/mergeplan.h"
#include "core/workspace/exportservice.h"

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;

const std::vector<TypedQuestion> champ{
    {u"Challenges"_s, u"What hurts?"_s}, {u"Authority"_s, u"Who decides?"_s}, {u"Money"_s, u"Is there a budget?"_s}, {u"Priority"_s, {}}};

} // namespace

/// Qualification cards in a workspace: answers with who and when, frameworks of one's own, leads that come back.
class TestQualificationService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_w = std::make_unique<TemporaryWorkspace>();
        m_marta = m_w->add(u"Marta"_s);
    }
    void cleanup() { m_w.reset(); }

    void anAnswerHasNoteDateAndPerson();
    void editsAndImportsOfAFieldAreStampedToo();
    void answersAreInTheHistoryAndUndo();
    void aFrameworkOfOnesOwn();
    void changingAFrameworkKeepsItsAnswers();
    void frameworksUndoAndAreRemoved();
    void refusesAFrameworkThatIsNone();
    void qualificationIsAFieldOfLists();
    void mergedLeadsKeepTheSurerAnswer();
    void theWholeExportBringsCardsBack();
    void disqualifiedLeadsComeBackOnTheirDay();
    void aLeadThatIsOpenedEarlierComesBackNoMore();

private:
    Workspace &workspace() { return **m_w; }
    void qualify(LeadId lead, FieldId field, Answer answer, const QString &note = {})
    {
        answerOf(workspace().leads().qualify(lead, field, answer, note));
    }
    FieldId field(const QString &label)
    {
        const auto words = workspace().vocabulary();
        const auto entry = findField(label, words.get());
        return entry ? entry->field : FieldId(LeadField::Name);
    }
    QualificationAnswer given(LeadId lead, FieldId question) { return answerTo(m_w->lead(lead), question, *workspace().vocabulary()); }
    QStringList history(LeadId lead)
    {
        QStringList lines;
        const LeadDossier dossier = answerOf(workspace().leads().dossier(lead));
        for (const FieldChange &change : dossier.changes.front().fields)
            lines += u"%1: %2 → %3"_s.arg(change.field, change.before, change.after);
        return lines;
    }

    std::unique_ptr<TemporaryWorkspace> m_w;
    LeadId m_marta;
};

void TestQualificationService::anAnswerHasNoteDateAndPerson()
{
    qualify(m_marta, LeadField::Budget, Answer::Partly, u" asks her father "_s);
    QCOMPARE(given(m_marta, LeadField::Budget),
             (QualificationAnswer{Answer::Partly, u"asks her father"_s, TemporaryWorkspace::noon, u"Ines"_s}));
    m_w->clock().advance(day);
    qualify(m_marta, LeadField::Need, Answer::Yes);
    QCOMPARE(given(m_marta, LeadField::Budget).at, TemporaryWorkspace::noon); // another answer is no news of this one
    QCOMPARE(given(m_marta, LeadField::Need).at, TemporaryWorkspace::noon + day);
    QCOMPARE(errorOf(workspace().leads().qualify(m_marta, LeadField::City, Answer::Yes, {})).code, ErrorCode::UnknownField);
}

void TestQualificationService::editsAndImportsOfAFieldAreStampedToo()
{
    answerOf(workspace().leads().edit({m_marta}, {{LeadField::Budget, u"yes"_s}, {LeadField::QualifiedThrough, u"productUse"_s}}));
    QCOMPARE(given(m_marta, LeadField::Budget).by, u"Ines"_s);
    const Lead lead = m_w->lead(m_marta);
    QCOMPARE(lead.qualifiedAt, TemporaryWorkspace::noon);
    QCOMPARE(lead.qualifiedBy, u"Ines"_s);
}

void TestQualificationService::answersAreInTheHistoryAndUndo()
{
    answerOf(workspace().qualification().save(u"CHAMP"_s, champ));
    const FieldId hurts = field(u"Challenges"_s);
    qualify(m_marta, hurts, Answer::Yes, u"the old oven"_s);
    const QStringList lines = history(m_marta);
    QVERIFY2(lines.contains(u"Challenges:  → Yes"_s), qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.contains(u"Challenges:  → the old oven"_s), qPrintable(lines.join(u'\n')));
    QCOMPARE(answerOf(workspace().leads().dossier(m_marta)).changes.front().change.label, u"Qualify Marta: challenges yes"_s);
    m_w->open(); // also after a restart
    answerOf(workspace().history().undo({}));
    QCOMPARE(given(m_marta, hurts), QualificationAnswer());
    answerOf(workspace().history().redo());
    QCOMPARE(given(m_marta, hurts).note, u"the old oven"_s);
}

void TestQualificationService::aFrameworkOfOnesOwn()
{
    answerOf(workspace().qualification().save(u"CHAMP"_s, champ));
    const auto words = workspace().vocabulary();
    QCOMPARE(words->qualification.framework().name, u"CHAMP"_s);
    const std::vector<CardAnswer> card = cardOf(m_w->lead(m_marta), *words);
    QCOMPARE(card.size(), size_t(4));
    QCOMPARE(card[0].label, u"Challenges"_s);
    QCOMPARE(card[1].field, FieldId(LeadField::Authority)); // the same as in BANT
    QCOMPARE(card[3].question, QString());
    qualify(m_marta, card[2].field, Answer::No);
    QCOMPARE(m_w->list(u"money:No"_s)->ids, std::vector<LeadId>{m_marta}); // a field like any other
    answerOf(workspace().qualification().use(u"bant"_s));
    QCOMPARE(workspace().vocabulary()->qualification.framework().name, u"BANT"_s);
    QCOMPARE(errorOf(workspace().qualification().use(u"MEDDIC"_s)).code, ErrorCode::NotFound);
}

void TestQualificationService::changingAFrameworkKeepsItsAnswers()
{
    answerOf(workspace().qualification().save(u"CHAMP"_s, champ));
    const FieldId hurts = field(u"Challenges"_s);
    qualify(m_marta, hurts, Answer::Yes);
    std::vector<TypedQuestion> others = champ;
    others[0].text = u"What costs you sleep?"_s;
    others.pop_back();
    others.push_back({u"Size"_s, u"How many ovens?"_s});
    answerOf(workspace().qualification().save(u"champ"_s, others));
    const auto words = workspace().vocabulary();
    QCOMPARE(words->qualification.own.size(), size_t(1));
    const std::vector<CardAnswer> card = cardOf(m_w->lead(m_marta), *words);
    QCOMPARE(card[0].field, hurts);
    QCOMPARE(card[0].question, u"What costs you sleep?"_s);
    QCOMPARE(card[0].given.answer, Answer::Yes);
    QCOMPARE(card[3].label, u"Size"_s);
}

void TestQualificationService::frameworksUndoAndAreRemoved()
{
    answerOf(workspace().qualification().save(u"CHAMP"_s, champ));
    qualify(m_marta, field(u"Money"_s), Answer::Yes);
    answerOf(workspace().qualification().remove(u"CHAMP"_s));
    QCOMPARE(workspace().vocabulary()->qualification.framework(), bantFramework());
    QCOMPARE(m_w->list(u"money:Yes"_s)->ids.size(), size_t(1)); // what was said stays said
    answerOf(workspace().history().undo({}));
    QCOMPARE(workspace().vocabulary()->qualification.framework().name, u"CHAMP"_s);
    QCOMPARE(errorOf(workspace().qualification().remove(u"BANT"_s)).code, ErrorCode::NotFound);
}

void TestQualificationService::refusesAFrameworkThatIsNone()
{
    QualificationService &service = workspace().qualification();
    QCOMPARE(errorOf(service.save({}, champ)).code, ErrorCode::NameMissing);
    QCOMPARE(errorOf(service.save(u"Bant"_s, champ)).code, ErrorCode::NameTaken);
    QCOMPARE(errorOf(service.save(u"Two"_s, {champ[0], champ[1]})).code, ErrorCode::InvalidValue);
    std::vector<TypedQuestion> eight(8);
    for (size_t i = 0; i < eight.size(); ++i)
        eight[i].label = u"Question %1"_s.arg(i);
    QCOMPARE(errorOf(service.save(u"Eight"_s, eight)).code, ErrorCode::InvalidValue);
    QCOMPARE(errorOf(service.save(u"Twice"_s, {champ[0], champ[1], {u"challenges"_s, {}}})).code, ErrorCode::NameTaken);
    QCOMPARE(errorOf(service.save(u"Field"_s, {champ[0], champ[1], {u"City"_s, {}}})).code, ErrorCode::NameTaken);
    QVERIFY(workspace().vocabulary()->fields.empty()); // nothing half made
    QCOMPARE(TypedQuestion::fromText(u" Money : Is there: a budget? "_s), (TypedQuestion{u"Money"_s, u"Is there: a budget?"_s}));
}

void TestQualificationService::qualificationIsAFieldOfLists()
{
    const LeadId nina = m_w->add(u"Nina"_s);
    qualify(m_marta, LeadField::Need, Answer::Yes);
    qualify(nina, LeadField::Need, Answer::Yes);
    qualify(nina, LeadField::Budget, Answer::Yes);
    qualify(nina, LeadField::Timeline, Answer::Partly);
    QCOMPARE(m_w->list(u"qualification>=2"_s)->ids, std::vector<LeadId>{nina});
    QCOMPARE(answerOf(workspace().leads().list({{}, {{LeadField::Qualification, true}}}))->ids.front(), nina);
    answerOf(workspace().qualification().save(u"CHAMP"_s, champ)); // other questions, other counts
    QCOMPARE(m_w->list(u"qualification>=1"_s)->ids.size(), size_t(0));
    qualify(m_marta, field(u"Priority"_s), Answer::Yes);
    QCOMPARE(m_w->list(u"qualification:1"_s)->ids, std::vector<LeadId>{m_marta});
}

void TestQualificationService::mergedLeadsKeepTheSurerAnswer()
{
    answerOf(workspace().qualification().save(u"CHAMP"_s, champ));
    const FieldId hurts = field(u"Challenges"_s);
    const LeadId nina = m_w->add(u"Nina"_s);
    qualify(nina, hurts, Answer::Yes, u"the old oven"_s);
    qualify(nina, LeadField::Budget, Answer::Yes, u"signed"_s);
    qualify(m_marta, LeadField::Budget, Answer::Partly);
    const auto words = workspace().vocabulary();
    const FieldContext context{words.get(), QTimeZone::utc()};
    const Lead merged = mergedLead(planMerge(m_w->lead(m_marta), m_w->lead(nina), context), context);
    QCOMPARE(answerTo(merged, hurts, *words).note, u"the old oven"_s);
    QCOMPARE(answerTo(merged, hurts, *words).answer, Answer::Yes);
    QCOMPARE(merged.bant.budget.answer, Answer::Yes);
    QCOMPARE(merged.bant.budget.by, u"Ines"_s);
}

void TestQualificationService::theWholeExportBringsCardsBack()
{
    answerOf(workspace().qualification().save(u"CHAMP"_s, champ));
    const FieldId hurts = field(u"Challenges"_s);
    qualify(m_marta, hurts, Answer::Partly, u"the old oven"_s);
    qualify(m_marta, LeadField::Need, Answer::Yes, u"two ovens"_s);
    const Lead before = m_w->lead(m_marta);
    const QString folder = m_w->file(u"all"_s);
    answerOf(workspace().exports().writeAll(folder, std::make_shared<Progress>()));
    TemporaryWorkspace other;
    answerOf(other->exports().readAll(folder, std::make_shared<Progress>()));
    QCOMPARE(other.lead(m_marta), before);
    QCOMPARE(other->vocabulary()->qualification, workspace().vocabulary()->qualification);
}

void TestQualificationService::disqualifiedLeadsComeBackOnTheirDay()
{
    LeadMove away;
    away.outcome = Outcome::Disqualified;
    away.reason = u"Too small"_s;
    away.backOn = QDate(2026, 3, 5);
    answerOf(workspace().leads().move({m_marta}, away));
    LeadDossier dossier = answerOf(workspace().leads().dossier(m_marta));
    QCOMPARE(dossier.lead.backOn, std::optional(QDate(2026, 3, 5)));
    QCOMPARE(dossier.followUps.size(), size_t(1));
    QCOMPARE(dossier.followUps.front().localTime, u"2026-03-05T00:00:00"_s);
    QCOMPARE(dossier.followUps.front().note, u"Back again (it was: Too small)"_s);
    QCOMPARE(m_w->list(u"backOn<=2026-03-05 outcome:disqualified"_s)->ids, std::vector<LeadId>{m_marta});
    m_w->clock().advance(2 * day);
    QVERIFY(answerOf(workspace().leads().bringBack()).change.isNull()); // the day before
    m_w->clock().advance(day);
    const Written back = answerOf(workspace().leads().bringBack());
    QCOMPARE(back.leads, std::vector<LeadId>{m_marta});
    dossier = answerOf(workspace().leads().dossier(m_marta));
    QCOMPARE(dossier.lead.outcome, Outcome::Open);
    QVERIFY(!dossier.lead.backOn);
    QVERIFY(dossier.lead.reason.isEmpty());
    QCOMPARE(dossier.followUps.front().state, FollowUpState::Open); // it says why the lead is here
    QVERIFY(answerOf(workspace().leads().bringBack()).change.isNull());
    answerOf(workspace().history().undo({}));
    QCOMPARE(m_w->lead(m_marta).outcome, Outcome::Disqualified);
}

void TestQualificationService::aLeadThatIsOpenedEarlierComesBackNoMore()
{
    LeadMove away;
    away.outcome = Outcome::Lost;
    away.backOn = QDate(2026, 3, 5);
    answerOf(workspace().leads().move({m_marta}, away));
    LeadMove open;
    open.outcome = Outcome::Open;
    answerOf(workspace().leads().move({m_marta}, open));
    QVERIFY(!m_w->lead(m_marta).backOn);
    m_w->clock().advance(9 * day);
    QVERIFY(answerOf(workspace().leads().bringBack()).change.isNull());
}

QTEST_GUILESS_MAIN(TestQualificationService)
#include "tst_qualificationservice.moc"
