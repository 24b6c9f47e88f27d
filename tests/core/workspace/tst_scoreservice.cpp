// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/scoreservice.h"
#include "support/temporaryworkspace.h"

#include "core/rules/fieldrules.h"
#include "core/workspace/campaignservice.h"
#include "core/workspace/fieldservice.h"
#include "core/workspace/segmentservice.h"

#include <QSignalSpy>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400'000;

ScoreRule fit(const QString &text, int points)
{
    return {ScoreHalf::Fit, text, points, 0, 0};
}

ScoreRule each(const QString &text, int points, int cap, int halfLife)
{
    return {ScoreHalf::Engagement, text, points, cap, halfLife};
}

} // namespace

/// Scores by rules: worked out by hand, kept right, of any day, and shown before a rule counts.
class TestScoreService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_w = std::make_unique<TemporaryWorkspace>();
        m_marta = m_w->add(u"Marta"_s, u"Padaria"_s);
    }
    void cleanup() { m_w.reset(); }

    void addsWhatRulesGive();
    void activitiesFadeAndHaveALimit();
    void halvesStayWithinTheirRange();
    void listsFilterSortAndShowScores();
    void onlyWhatChangedIsScoredAgain();
    void otherRulesScoreAllAnew();
    void aPastDayComesOutAsItWas();
    void daysThatCannotBeAreRefused();
    void previewsWhoWouldMove();
    void aBrokenRuleStaysAndGivesNothing();
    void rulesFollowNames();
    void refusesARuleThatIsNone();
    void leadsFollowUnlessPinned();
    void lettingGoOfAPin();
    void withoutLeadsThereIsNothingToSay();
    void archivedLeadsAreScoredToo();

private:
    void use(const std::vector<ScoreRule> &rules, int warm = 30, int hot = 60) { answerOf((*m_w)->scores().save({rules, warm, hot})); }
    void log(LeadId lead, ActivityKind kind, int daysAgo)
    {
        Activity activity;
        activity.lead = lead;
        activity.kind = kind;
        activity.at = m_w->clock().now() - daysAgo * day;
        answerOf((*m_w)->leads().log(activity));
    }
    void set(LeadId lead, FieldId field, const QString &text) { answerOf((*m_w)->leads().edit({lead}, {{field, text}})); }
    LeadScore explained(LeadId lead, std::optional<QDate> on = {}) { return answerOf((*m_w)->scores().explain(lead, on)).score; }
    LeadScore shown(LeadId lead)
    {
        answerOf((*m_w)->scores().ready());
        return answerOf((*m_w)->leads().rows({lead})).front().score.value_or(LeadScore{-1, -1});
    }

    std::unique_ptr<TemporaryWorkspace> m_w;
    LeadId m_marta;
};

void TestScoreService::addsWhatRulesGive()
{
    use({fit(u"company:any"_s, 30), fit(u"city:Lisbon"_s, 25), fit(u"city:Porto"_s, 50), fit(u"need:no"_s, -10)});
    set(m_marta, LeadField::City, u"Lisbon"_s);
    set(m_marta, LeadField::Need, u"no"_s);
    Lead tomorrow;
    tomorrow.name = u"Came tomorrow"_s;
    tomorrow.created = TemporaryWorkspace::noon + 30 * 86'400'000LL;
    QCOMPARE(explained(answerOf((*m_w)->leads().add(tomorrow)).leads.front()), (LeadScore{0, 0}));
    const ScoreExplanation why = answerOf((*m_w)->scores().explain(m_marta));
    QCOMPARE(why.score, (LeadScore{45, 0})); // 30 + 25 − 10
    QCOMPARE(why.score.total(), 23); // the mean, rounded up
    QCOMPARE(why.suggested, Temperature::Cold);
    QStringList reasons;
    for (const ScoreReason &reason : why.reasons)
        reasons += u"%1 %2"_s.arg(reason.points).arg(reason.rule);
    QCOMPARE(reasons, (QStringList{u"30 with any company"_s, u"25 city is Lisbon"_s, u"-10 need is no"_s}));
    QCOMPARE(shown(m_marta), why.score);
}

void TestScoreService::activitiesFadeAndHaveALimit()
{
    // A download of today counts 10, one of 30 days ago 5, one of 60 days ago 2.5; meetings 20 each, 30 together.
    use({each(u"activity:download"_s, 10, 0, 30), each(u"activity:meeting"_s, 20, 30, 0)});
    for (const int ago : {0, 30, 60})
        log(m_marta, ActivityKind::Download, ago);
    QCOMPARE(explained(m_marta), (LeadScore{0, 18})); // 17.5
    log(m_marta, ActivityKind::Meeting, 200);
    QCOMPARE(explained(m_marta), (LeadScore{0, 38}));
    log(m_marta, ActivityKind::Meeting, 300);
    const ScoreExplanation why = answerOf((*m_w)->scores().explain(m_marta));
    QCOMPARE(why.score, (LeadScore{0, 48})); // 17.5 and no more than 30
    QCOMPARE(why.reasons.front().points, 30.0);
    QCOMPARE(why.reasons.front().activities, 2);
    QCOMPARE(why.reasons.back().activities, 3);
    QCOMPARE(shown(m_marta), why.score);
}

void TestScoreService::halvesStayWithinTheirRange()
{
    use({fit(u"company:any"_s, 80), fit(u"email:none"_s, 80), {ScoreHalf::Engagement, u"phone:none"_s, -40, 0, 0}});
    QCOMPARE(explained(m_marta), (LeadScore{100, 0}));
}

void TestScoreService::listsFilterSortAndShowScores()
{
    use({fit(u"city:Lisbon"_s, 60), fit(u"city:Porto"_s, 90)});
    const LeadId nina = m_w->add(u"Nina"_s);
    m_w->add(u"Otto"_s);
    set(m_marta, LeadField::City, u"Lisbon"_s);
    set(nina, LeadField::City, u"Porto"_s);
    QCOMPARE(m_w->list(u"fit>=60"_s)->ids.size(), size_t(2));
    QCOMPARE(m_w->list(u"score:45"_s)->ids, std::vector<LeadId>{nina});
    QCOMPARE(m_w->list(u"fit:0"_s)->ids.size(), size_t(1));
    const LeadListPtr best = answerOf((*m_w)->leads().list({{}, {{LeadField::Score, true}}}));
    QCOMPARE(best->ids[0], nina);
    QCOMPARE(best->ids[1], m_marta);
    const auto words = (*m_w)->vocabulary();
    const Lead row = answerOf((*m_w)->leads().rows({nina})).front();
    QCOMPARE(fieldText(row, LeadField::Score, {words.get(), QTimeZone::utc()}), u"45"_s);
}

void TestScoreService::onlyWhatChangedIsScoredAgain()
{
    use({fit(u"city:Lisbon"_s, 60), each(u"activity:call"_s, 20, 0, 0)});
    const LeadId nina = m_w->add(u"Nina"_s);
    QCOMPARE(shown(m_marta), (LeadScore{0, 0}));
    set(m_marta, LeadField::City, u"Lisbon"_s);
    log(nina, ActivityKind::Call, 0);
    // Nobody asked for all to be scored: the rows have it.
    QCOMPARE(answerOf((*m_w)->leads().rows({m_marta})).front().score, std::optional(LeadScore{60, 0}));
    QCOMPARE(answerOf((*m_w)->leads().rows({nina})).front().score, std::optional(LeadScore{0, 20}));
    const LeadId late = m_w->add(u"Late"_s);
    set(late, LeadField::City, u"Lisbon"_s);
    QCOMPARE(answerOf((*m_w)->leads().rows({late})).front().score, std::optional(LeadScore{60, 0}));
    QCOMPARE(m_w->list(u"fit:60"_s)->ids.size(), size_t(2));
    answerOf((*m_w)->history().undo({}));
    QCOMPARE(m_w->list(u"fit:60"_s)->ids.size(), size_t(1));
}

void TestScoreService::otherRulesScoreAllAnew()
{
    use({fit(u"company:any"_s, 30)});
    QCOMPARE(shown(m_marta), (LeadScore{30, 0}));
    QSignalSpy scored(m_w->operator->(), &Workspace::scored);
    (*m_w)->scores().keep();
    use({fit(u"company:any"_s, 50)});
    QTRY_VERIFY(scored.count() > 0);
    QCOMPARE(answerOf((*m_w)->leads().rows({m_marta})).front().score, std::optional(LeadScore{50, 0}));
    m_w->clock().advance(day); // and another day
    QCOMPARE(shown(m_marta), (LeadScore{50, 0}));
    answerOf((*m_w)->history().undo({}));
    QCOMPARE(shown(m_marta), (LeadScore{30, 0})); // rules undo like all else
}

void TestScoreService::aPastDayComesOutAsItWas()
{
    use({fit(u"city:Lisbon"_s, 60), fit(u"temperature:hot"_s, 20), each(u"activity:call"_s, 40, 0, 10)});
    const QDate first(2026, 3, 2);
    log(m_marta, ActivityKind::Call, 0);
    QCOMPARE(explained(m_marta), (LeadScore{0, 40}));
    m_w->clock().advance(10 * day);
    set(m_marta, LeadField::City, u"Lisbon"_s);
    set(m_marta, LeadField::Temperature, u"hot"_s);
    log(m_marta, ActivityKind::Call, 0);
    QCOMPARE(explained(m_marta), (LeadScore{80, 60})); // 40 and, ten days later, half of it
    QCOMPARE(explained(m_marta, first), (LeadScore{0, 40}));
    QCOMPARE(explained(m_marta, first.addDays(9)), (LeadScore{0, 21})); // 40 × 2^(−9/10) = 21.4
    QCOMPARE(explained(m_marta, first.addDays(10)), (LeadScore{80, 60}));
    m_w->clock().advance(day);
    set(m_marta, LeadField::City, {});
    QCOMPARE(explained(m_marta, first.addDays(10)).fit, 80); // the same whenever it is asked for
}

void TestScoreService::daysThatCannotBeAreRefused()
{
    QCOMPARE(errorOf((*m_w)->scores().explain(m_marta, QDate(2026, 3, 3))).code, ErrorCode::InvalidValue);
    QCOMPARE(errorOf((*m_w)->scores().explain(m_marta, QDate(2026, 3, 1))).code, ErrorCode::InvalidValue); // it came a day later
    QCOMPARE(errorOf((*m_w)->scores().explain(LeadId(5))).code, ErrorCode::NotFound);
}

void TestScoreService::previewsWhoWouldMove()
{
    use({fit(u"company:any"_s, 60)}); // Marta: a score of 30, warm
    const LeadId nina = m_w->add(u"Nina"_s); // 0, cold
    const LeadId lost = m_w->add(u"Lost"_s, u"Gone"_s);
    LeadMove decided;
    decided.outcome = Outcome::Lost;
    answerOf((*m_w)->leads().move({lost}, decided));
    const ScoringRules others{{fit(u"name:Nina"_s, 100), {ScoreHalf::Engagement, u"name:Nina"_s, 50, 0, 0}}, 30, 60};
    const ScorePreview preview = answerOf((*m_w)->scores().preview(others));
    QCOMPARE(preview.leads, qint64(2)); // the lost one has no temperature to come to
    QCOMPARE(preview.moved(), qint64(2));
    QCOMPARE(preview.groups[size_t(Temperature::Hot)].before, qint64(0));
    QCOMPARE(preview.groups[size_t(Temperature::Hot)].after, qint64(1));
    QCOMPARE(preview.become[size_t(Temperature::Hot)]->ids, std::vector<LeadId>{nina});
    QCOMPARE(preview.become[size_t(Temperature::Cold)]->ids, std::vector<LeadId>{m_marta});
    QCOMPARE(shown(m_marta), (LeadScore{60, 0})); // nothing is saved
    QCOMPARE(errorOf((*m_w)->scores().preview({{fit(u"nosuch:1"_s, 5)}, 30, 60})).code, ErrorCode::BadFilter);
}

void TestScoreService::aBrokenRuleStaysAndGivesNothing()
{
    CustomField draft;
    draft.label = u"Roof"_s;
    draft.type = FieldType::Number;
    const CustomField roof = answerOf((*m_w)->fields().add(draft));
    use({fit(u"roof>=100"_s, 40), fit(u"company:any"_s, 10)});
    set(m_marta, roof.id, u"120"_s);
    QCOMPARE(explained(m_marta), (LeadScore{50, 0}));
    answerOf((*m_w)->fields().remove(roof.id));
    const ScoreExplanation why = answerOf((*m_w)->scores().explain(m_marta));
    QCOMPARE(why.score, (LeadScore{10, 0}));
    const bool told = std::any_of(why.reasons.begin(), why.reasons.end(), [](const ScoreReason &r) { return !r.problem.isEmpty(); });
    QVERIFY(told);
    ScoringRules more = (*m_w)->vocabulary()->scoring;
    QCOMPARE(more.rules.size(), size_t(2));
    more.rules.push_back(fit(u"phone:any"_s, 5)); // the others can still be changed
    answerOf((*m_w)->scores().save(more));
    answerOf((*m_w)->fields().restore(roof.id));
    QCOMPARE(explained(m_marta), (LeadScore{50, 0}));
}

void TestScoreService::rulesFollowNames()
{
    CustomField draft;
    draft.label = u"Size"_s;
    draft.type = FieldType::Choice;
    draft.options = optionsNamed({u"Small"_s, u"Large"_s}, draft);
    const CustomField size = answerOf((*m_w)->fields().add(draft));
    const Segment bakers = answerOf((*m_w)->segments().add(u"Bakers"_s, u"company:Padaria"_s));
    set(m_marta, size.id, u"Small"_s);
    set(m_marta, LeadField::Campaign, u"Fair"_s);
    use({fit(u"size:Small"_s, 10), fit(u"segment:Bakers"_s, 20), fit(u"campaign:Fair"_s, 40), fit(u"city:Fair"_s, 5)});
    const ScoringRules before = (*m_w)->vocabulary()->scoring;
    std::vector<FieldOption> options = size.options;
    options[0].name = u"Tiny"_s;
    answerOf((*m_w)->fields().edit(size.id, size.label, options));
    answerOf((*m_w)->segments().edit(bakers.id, u"Bread"_s, bakers.text));
    Campaign fair = *answerOf((*m_w)->campaigns().marketing()).campaignNamed(u"Fair"_s);
    fair.name = u"Spring"_s;
    answerOf((*m_w)->campaigns().edit(fair));
    QStringList texts;
    const auto words = (*m_w)->vocabulary();
    for (const ScoreRule &rule : words->scoring.rules)
        texts += rule.text;
    QCOMPARE(texts, (QStringList{u"size:Tiny"_s, u"segment:Bread"_s, u"campaign:Spring"_s, u"city:Fair"_s}));
    QCOMPARE(shown(m_marta), (LeadScore{70, 0}));
    for (int i = 0; i < 3; ++i)
        answerOf((*m_w)->history().undo());
    QCOMPARE((*m_w)->vocabulary()->scoring, before);
    QCOMPARE(shown(m_marta), (LeadScore{70, 0}));
}

void TestScoreService::refusesARuleThatIsNone()
{
    const ScoringRules before = (*m_w)->vocabulary()->scoring;
    QCOMPARE(errorOf((*m_w)->scores().save({{fit(u"score>50"_s, 5)}, 30, 60})).code, ErrorCode::BadFilter);
    QCOMPARE(errorOf((*m_w)->scores().save({{fit(u"email:any"_s, 0)}, 30, 60})).code, ErrorCode::InvalidValue);
    QCOMPARE(errorOf((*m_w)->scores().save({{}, 60, 30})).code, ErrorCode::InvalidValue);
    QCOMPARE((*m_w)->vocabulary()->scoring, before);
}

void TestScoreService::leadsFollowUnlessPinned()
{
    use({fit(u"company:any"_s, 100)}); // a score of 50
    const LeadId nina = m_w->add(u"Nina"_s, u"Bakery"_s);
    const LeadId otto = m_w->add(u"Otto"_s);
    LeadMove cold;
    cold.temperature = Temperature::Cold;
    answerOf((*m_w)->leads().move({nina}, cold)); // by hand: that pins it, though it was cold already
    QVERIFY(m_w->lead(nina).temperaturePinned);
    const Written followed = answerOf((*m_w)->scores().follow());
    QCOMPARE(followed.leads, std::vector<LeadId>{m_marta});
    QCOMPARE(m_w->lead(m_marta).temperature, Temperature::Warm);
    QVERIFY(!m_w->lead(m_marta).temperaturePinned);
    QCOMPARE(m_w->lead(nina).temperature, Temperature::Cold);
    QCOMPARE(m_w->lead(otto).temperature, Temperature::Cold);
    QVERIFY(answerOf((*m_w)->scores().follow()).change.isNull()); // all do already
    answerOf((*m_w)->history().undo({}));
    QCOMPARE(m_w->lead(m_marta).temperature, Temperature::Cold);
    QCOMPARE(m_w->list(u"temperaturePinned:yes"_s)->ids, std::vector<LeadId>{nina});
}

void TestScoreService::lettingGoOfAPin()
{
    use({fit(u"company:any"_s, 100)});
    set(m_marta, LeadField::Temperature, u"hot"_s);
    const ScoreExplanation why = answerOf((*m_w)->scores().explain(m_marta));
    QVERIFY(why.pinned);
    QCOMPARE(why.temperature, Temperature::Hot);
    QCOMPARE(why.suggested, Temperature::Warm);
    answerOf((*m_w)->scores().unpin(m_marta));
    QCOMPARE(m_w->lead(m_marta).temperature, Temperature::Warm);
    QVERIFY(!m_w->lead(m_marta).temperaturePinned);
    answerOf((*m_w)->history().undo({}));
    QVERIFY(m_w->lead(m_marta).temperaturePinned);
}

void TestScoreService::withoutLeadsThereIsNothingToSay()
{
    m_w = std::make_unique<TemporaryWorkspace>();
    QVERIFY(answerOf((*m_w)->scores().ready()));
    QCOMPARE(m_w->list(u"score>=0"_s)->ids.size(), size_t(0));
    const ScorePreview preview = answerOf((*m_w)->scores().preview(defaultScoring()));
    QCOMPARE(preview.leads, qint64(0));
    QCOMPARE(preview.moved(), qint64(0));
    QVERIFY(answerOf((*m_w)->scores().follow()).change.isNull());
}

void TestScoreService::archivedLeadsAreScoredToo()
{
    use({fit(u"company:any"_s, 30)});
    answerOf((*m_w)->leads().archive({m_marta}, true));
    QCOMPARE(shown(m_marta), (LeadScore{30, 0}));
    QCOMPARE(explained(m_marta), (LeadScore{30, 0}));
}

QTEST_GUILESS_MAIN(TestScoreService)
#include "tst_scoreservice.moc"
