// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/funnel.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3'600'000;
constexpr UtcMs open = std::numeric_limits<qint64>::max(); ///< a stay that has not ended

enum Step : quint16 { Prospect, Iq, Mq, Sq, Proposal, Customer };

/// Eight leads, by day:
///
///   lead  created  stays                                      outcome
///   0     1        Prospect 1–10, Mq 10–                      open                       (skips Iq)
///   1     2        Prospect 2–5, Proposal 5–20, Sq 20–        open                       (goes back)
///   2     3        Prospect 3–                                won 30, 1,000.00 EUR       (won from Prospect)
///   3     4        Prospect 4–6, Iq 6–                        lost 40
///   4     60       Prospect 60–                               open                       (after the period)
///   5     5        Prospect 5–120, Sq 120–                    open                       (advances after day 100)
///   6     6        Prospect 6–                                disqualified 7
///   7     10       Prospect 10–                               lost 110                   (decided after day 100)
struct Business
{
    std::vector<Stage> stages = defaultStages();
    std::vector<QString> currencies{u"EUR"_s};
    std::vector<FunnelLead> leads{
        {1 * day, Mq, Outcome::Open, 1 * day, 0, 0},
        {2 * day, Sq, Outcome::Open, 2 * day, 50000, 0},
        {3 * day, Prospect, Outcome::Won, 30 * day, 100000, 0},
        {4 * day, Iq, Outcome::Lost, 40 * day, 0, 0},
        {60 * day, Prospect, Outcome::Open, 60 * day, 0, 0},
        {5 * day, Sq, Outcome::Open, 5 * day, 0, 0},
        {6 * day, Prospect, Outcome::Disqualified, 7 * day, 0, 0},
        {10 * day, Prospect, Outcome::Lost, 110 * day, 0, 0},
    };
    std::vector<StageStay> stays{
        {0, Prospect, 1 * day, 10 * day},  {0, Mq, 10 * day, open},  {1, Prospect, 2 * day, 5 * day},
        {1, Proposal, 5 * day, 20 * day},  {1, Sq, 20 * day, open},  {2, Prospect, 3 * day, open},
        {3, Prospect, 4 * day, 6 * day},   {3, Iq, 6 * day, open},   {4, Prospect, 60 * day, open},
        {5, Prospect, 5 * day, 120 * day}, {5, Sq, 120 * day, open}, {6, Prospect, 6 * day, open},
        {7, Prospect, 10 * day, open},
    };

    FunnelReport report(const FunnelQuery &query) const { return funnel({stages, leads, stays, currencies}, query); }
};

std::vector<qint64> counts(const FunnelReport &report)
{
    std::vector<qint64> result;
    for (const FunnelStep &step : report.steps)
        result.push_back(step.count);
    return result;
}

FunnelQuery cohort(int fromDay, int untilDay, int asOfDay)
{
    return {FunnelQuery::Basis::Cohort, fromDay * day, untilDay * day, asOfDay * day, 30};
}

FunnelQuery snapshot(int asOfDay)
{
    return {FunnelQuery::Basis::Snapshot, 0, 0, asOfDay * day, 30};
}

} // namespace

/// The funnel, with every figure worked out by hand from the table above.
class TestFunnel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsHowFarACohortGot();
    void aWonLeadHasPassedEveryStage();
    void looksBackToAnEarlierDay();
    void takesThePeriodWithoutItsEnd();
    void countsYoungOpenLeadsAsUnripe();
    void aSnapshotTellsWhereOpenLeadsStand();
    void aSnapshotOfAPastDay();
    void givesWilsonIntervals_data();
    void givesWilsonIntervals();
    void namesTheBiggestLeak();
    void namesNoLeakUnderTenLeads();
    void anEmptyFunnelHasNoShares();
    void withinDaysLeavesOutWhatCameLater();
    void youngLeadsAreInNoShare();
    void mustPassCountsOnlyStagesStoodIn();
    void eventsAreTheMovesOfThePeriod();
    void movesBackAreCounted();
    void valueIsWeightedByTheStage();
    void onlyTheChosenLeads();
};

void TestFunnel::countsHowFarACohortGot()
{
    // In the period are 0 1 2 3 5 6 7. Furthest by day 100: Mq, Proposal, Customer (won), Iq, Prospect, Prospect, Prospect.
    const FunnelReport report = Business().report(cohort(0, 50, 100));
    QCOMPARE(report.total, qint64(7));
    QCOMPARE(counts(report), (std::vector<qint64>{7, 4, 3, 2, 2, 1}));
    QCOMPARE(report.steps[Mq].leads, (std::vector<quint32>{0, 1, 2}));
    // Open are 0, 1, 5 and 7 (lost only on day 110).
    QCOMPARE(report.open, qint64(4));
    QCOMPARE(report.won, qint64(1));
    QCOMPARE(report.lost, qint64(1));
    QCOMPARE(report.disqualified, qint64(1));
    // A disqualified lead was never in the race: one won of two decided.
    QCOMPARE(report.winRate.hits, qint64(1));
    QCOMPARE(report.winRate.n, qint64(2));
    QCOMPARE(*report.steps[Iq].ofPrevious.share(), 4.0 / 7.0);
    QCOMPARE(*report.steps[Mq].ofFirst.share(), 3.0 / 7.0);
    QCOMPARE(report.steps[Prospect].ofPrevious.n, qint64(0));
}

void TestFunnel::aWonLeadHasPassedEveryStage()
{
    const FunnelReport report = Business().report(cohort(0, 50, 100));
    QCOMPARE(report.steps[Customer].leads, std::vector<quint32>{2});
    QCOMPARE(report.steps[Customer].value.parts(), (std::vector<Money>{{100000, u"EUR"_s}}));
    // Sq: leads 1 (500.00) and 2 (1,000.00).
    QCOMPARE(report.steps[Sq].value.parts(), (std::vector<Money>{{150000, u"EUR"_s}}));
    QCOMPARE(report.wonValue.parts(), (std::vector<Money>{{100000, u"EUR"_s}}));
}

void TestFunnel::looksBackToAnEarlierDay()
{
    // By day 8: 7 is not there yet; 0 stands in Prospect; 1 is in Proposal; 2 is not won; 3 is in Iq; 6 is disqualified.
    const FunnelReport report = Business().report(cohort(0, 50, 8));
    QCOMPARE(counts(report), (std::vector<qint64>{6, 2, 1, 1, 1, 0}));
    QCOMPARE(report.won, qint64(0));
    QCOMPARE(report.open, qint64(5));
    QCOMPARE(report.disqualified, qint64(1));
}

void TestFunnel::takesThePeriodWithoutItsEnd()
{
    // Days 2, 3 and 4, not day 5.
    QCOMPARE(Business().report(cohort(2, 5, 100)).total, qint64(3));
    QCOMPARE(Business().report(cohort(60, 61, 100)).total, qint64(1));
}

void TestFunnel::countsYoungOpenLeadsAsUnripe()
{
    // On day 100 younger than 93 days are those created after day 7: only lead 7 in the period, and it is open that day.
    FunnelQuery query = cohort(0, 50, 100);
    query.ripeDays = 93;
    const FunnelReport report = Business().report(query);
    QCOMPARE(report.unripe, qint64(1));
    QVERIFY(report.definition().contains(u"93"_s));
    QCOMPARE(Business().report(cohort(0, 50, 100)).unripe, qint64(0));
}

void TestFunnel::aSnapshotTellsWhereOpenLeadsStand()
{
    // Day 100: 0 in Mq, 1 in Sq, 4, 5 and 7 in Prospect.
    const FunnelReport report = Business().report(snapshot(100));
    QCOMPARE(counts(report), (std::vector<qint64>{3, 0, 1, 1, 0, 0}));
    QCOMPARE(report.total, qint64(5));
    QCOMPARE(report.steps[Prospect].leads, (std::vector<quint32>{4, 5, 7}));
    QCOMPARE(report.won, qint64(1));
    QVERIFY(!report.leak);
}

void TestFunnel::aSnapshotOfAPastDay()
{
    // Day 15: 0 in Mq, 1 in Proposal, 2 in Prospect (won on 30), 3 in Iq (lost on 40), 5 and 7 in Prospect; 6 is out, 4 not in.
    const FunnelReport report = Business().report(snapshot(15));
    QCOMPARE(counts(report), (std::vector<qint64>{3, 1, 1, 0, 1, 0}));
    QCOMPARE(report.total, qint64(6));
}

void TestFunnel::givesWilsonIntervals_data()
{
    // Wilson (1927) at 95 %; the textbook values for these cases.
    QTest::addColumn<qint64>("hits");
    QTest::addColumn<qint64>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("1 of 2") << qint64(1) << qint64(2) << 0.0945 << 0.9055;
    QTest::newRow("10 of 100") << qint64(10) << qint64(100) << 0.0552 << 0.1744;
    QTest::newRow("0 of 10") << qint64(0) << qint64(10) << 0.0 << 0.2775;
    QTest::newRow("10 of 10") << qint64(10) << qint64(10) << 0.7225 << 1.0;
    QTest::newRow("12 of 20") << qint64(12) << qint64(20) << 0.3866 << 0.7812;
    QTest::newRow("none") << qint64(0) << qint64(0) << 0.0 << 1.0;
}

void TestFunnel::givesWilsonIntervals()
{
    QFETCH(qint64, hits);
    QFETCH(qint64, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const Rate rate = Rate::of(hits, n);
    QVERIFY2(std::abs(rate.low - low) < 0.00006, qPrintable(QString::number(rate.low)));
    QVERIFY2(std::abs(rate.high - high) < 0.00006, qPrintable(QString::number(rate.high)));
}

void TestFunnel::namesTheBiggestLeak()
{
    // 20 leads: 8 stay in Prospect, 2 in Iq, 1 in Mq, 9 reach Sq. Lost at each step: 8, 2, 1; the 9 above Proposal are too few to judge.
    Business business;
    business.leads.assign(20, {1 * day, Prospect, Outcome::Open, 1 * day, 0, 0});
    business.stays.clear();
    for (quint32 i = 0; i < 20; ++i)
        business.stays.push_back({i, quint16(i < 8 ? Prospect : i < 10 ? Iq : i < 11 ? Mq : Sq), 1 * day, open});
    const FunnelReport report = business.report(cohort(0, 50, 100));
    QCOMPARE(counts(report), (std::vector<qint64>{20, 12, 10, 9, 0, 0}));
    QCOMPARE(report.leak, std::optional(int(Iq)));
    // 12 of 20 is 60 %, Wilson 38.7 to 78.1 %.
    QCOMPARE(report.leakSentence(QLocale(u"en_GB"_s)),
             u"The biggest leak: of 20 leads that reached Prospect only 12 (60 %, 39 to 78 %) went on to Information qualified."_s);
}

void TestFunnel::namesNoLeakUnderTenLeads()
{
    const FunnelReport report = Business().report(cohort(0, 50, 100));
    QVERIFY(!report.leak);
    QCOMPARE(report.leakSentence(QLocale::c()), QString());
}

void TestFunnel::anEmptyFunnelHasNoShares()
{
    Business business;
    business.leads.clear();
    business.stays.clear();
    const FunnelReport report = business.report(cohort(0, 50, 100));
    QCOMPARE(report.total, qint64(0));
    QVERIFY(!report.winRate.share());
    QVERIFY(!report.steps[Iq].ofPrevious.share());
}

void TestFunnel::withinDaysLeavesOutWhatCameLater()
{
    // Within 20 days of coming in: 0 Mq on day 10, 1 Proposal on day 5, 2 won after 27 days (too late), 3 Iq.
    FunnelQuery query = cohort(0, 50, 100);
    query.withinDays = 20;
    QCOMPARE(counts(Business().report(query)), (std::vector<qint64>{7, 3, 2, 1, 1, 0}));
    QVERIFY(Business().report(query).definition().contains(u"20"_s));
}

void TestFunnel::youngLeadsAreInNoShare()
{
    // On day 25, with 20 days to go: 0 to 3 and 5 came in by day 5 and had them; 6 and 7 (days 6 and 10) have not.
    FunnelQuery query = cohort(0, 50, 25);
    query.withinDays = 20;
    const FunnelReport report = Business().report(query);
    QCOMPARE(report.total, 7);
    QCOMPARE(report.notYetWithin, 2);
    QCOMPARE(report.steps[Prospect].unripe, 2);
    QCOMPARE(report.steps[Iq].ofPrevious, Rate::of(3, 5));
}

void TestFunnel::mustPassCountsOnlyStagesStoodIn()
{
    // All seven stood in Prospect; only 3 stood in Iq next. 0 skipped it, so it reached nothing more.
    FunnelQuery query = cohort(0, 50, 100);
    query.order = FunnelQuery::Order::MustPass;
    QCOMPARE(counts(Business().report(query)), (std::vector<qint64>{7, 1, 0, 0, 0, 0}));
}

void TestFunnel::eventsAreTheMovesOfThePeriod()
{
    // Days 5 to 30, without the end: to Prospect 5, 6 and 7; to Iq 3; to Mq 0; to Sq 1; to Proposal 1. 2 was won on day 30.
    FunnelQuery query = cohort(5, 30, 100);
    query.basis = FunnelQuery::Basis::Events;
    const FunnelReport report = Business().report(query);
    QCOMPARE(counts(report), (std::vector<qint64>{3, 1, 1, 1, 1, 0}));
    QCOMPARE(report.steps[Sq].leads, std::vector<quint32>{1});
    QCOMPARE(report.steps[Iq].ofPrevious.n, 0);
    QVERIFY(!report.leak);
    query.until = 31 * day;
    QCOMPARE(counts(Business().report(query)).back(), 1);
}

void TestFunnel::movesBackAreCounted()
{
    const FunnelReport report = Business().report(cohort(0, 50, 100));
    QCOMPARE(report.steps[Proposal].back, std::vector<quint32>{1}); // to Sales qualified
    QVERIFY(report.steps[Mq].back.empty());
}

void TestFunnel::valueIsWeightedByTheStage()
{
    // Lead 1 stands in Sq with 500.00; the stage wins as often as its percentage says.
    Business business;
    business.stages[Sq].winPercent = 30;
    const FunnelReport report = business.report(snapshot(100));
    QCOMPARE(report.steps[Sq].weighted.parts(), (std::vector<Money>{{15'000, u"EUR"_s}}));
}

void TestFunnel::onlyTheChosenLeads()
{
    const Business business;
    const std::vector<quint32> chosen{0, 2};
    const FunnelReport report = funnel({business.stages, business.leads, business.stays, business.currencies, chosen}, cohort(0, 50, 100));
    QCOMPARE(report.total, 2);
    QCOMPARE(report.won, 1);
    QCOMPARE(report.steps[Mq].leads, chosen);
}

QTEST_GUILESS_MAIN(TestFunnel)
#include "tst_funnel.moc"
