// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/stageodds.h"

#include <QTest>

#include <limits>

using namespace kindling;

namespace {

constexpr qint64 day = 24 * 3'600'000;
constexpr UtcMs never = std::numeric_limits<UtcMs>::max();

/// Leads that stood in the first stage from a day on until they were decided, or still stand there.
struct History
{
    std::vector<Stage> stages = defaultStages();
    std::vector<FunnelLead> leads;
    std::vector<StageStay> stays;
    std::vector<quint32> stayBegin{0};

    void add(int count, int entered, Outcome outcome, int decided = 0)
    {
        for (int i = 0; i < count; ++i) {
            const UtcMs since = outcome == Outcome::Open ? entered * day : decided * day;
            leads.push_back({entered * day, 0, outcome, since, 0, 0});
            stays.push_back({quint32(leads.size() - 1), 0, entered * day, never});
            stayBegin.push_back(quint32(stays.size()));
        }
    }
    StageOdds odds(int asOf = 100) const
    {
        ReportInput input;
        input.stages = stages;
        input.leads = leads;
        input.stays = stays;
        input.stayBegin = stayBegin;
        return StageOdds(input, asOf * day);
    }
};

} // namespace

/// How often leads that stood as long in a stage were won, worked out by hand.
class TestStageOdds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void winningAndLosingCompete();
    void ageTellsMore();
    void whoIsOpenCountsAsLongAsItWasWatched();
    void refusesTooLittleHistory();
    void knowsOnlyThePast();
    void manyAreCountedLikeFew();
};

void TestStageOdds::winningAndLosingCompete()
{
    History history;
    history.add(12, 0, Outcome::Won, 10);
    history.add(6, 0, Outcome::Lost, 20);
    history.add(6, 0, Outcome::Disqualified, 30);
    const StageOdds odds = history.odds();
    const auto cell = odds.cellOf(0, 0);
    QVERIFY(cell);
    QCOMPARE(cell->cases, 24);
    QCOMPARE(odds.chance(*cell, 0, 10), 0.0); // day 10 has not begun
    QCOMPARE(odds.chance(*cell, 0, 11), 0.5);
    QCOMPARE(odds.chance(*cell, 0, 1000), 0.5);
    QCOMPARE(odds.chance(*cell, 11, 1000), 0.0);
}

void TestStageOdds::manyAreCountedLikeFew()
{
    History history; // so many are counted in two halves: in the one they win, in the other they lose
    history.add(60'000, 0, Outcome::Won, 10);
    history.add(60'000, 0, Outcome::Lost, 20);
    const StageOdds odds = history.odds();
    const auto cell = odds.cellOf(0, 0);
    QVERIFY(cell);
    QCOMPARE(cell->cases, 120'000);
    QCOMPARE(odds.chance(*cell, 0, 11), 0.5);
    const auto older = odds.cellOf(0, 14); // by then all that won are gone
    QVERIFY(older);
    QCOMPARE(older->cases, 60'000);
    QCOMPARE(odds.chance(*older, 0, 1000), 0.0);
}

void TestStageOdds::ageTellsMore()
{
    // Twenty were won on day 10; of twenty that stood there longer ten were won on day 40.
    History history;
    history.add(20, 0, Outcome::Won, 10);
    history.add(10, 0, Outcome::Lost, 20);
    history.add(10, 0, Outcome::Won, 40);
    const StageOdds odds = history.odds();
    QCOMPARE(odds.chance(*odds.cellOf(0, 0), 0, 1000), 0.75); // 30 of 40
    const auto old = odds.cellOf(0, 16); // two days beyond the age of 14
    QCOMPARE(old->cases, 20);
    QCOMPARE(old->offset, 2.0);
    QCOMPARE(odds.chance(*old, 0, 1000), 0.5); // 10 of 20
    // On day 25 the lost ones are gone. Only ten stood there at day 30, too few: the history from day 14 speaks, given the time since.
    QCOMPARE(odds.chance(*odds.cellOf(0, 35), 0, 1000), 1.0);
    QCOMPARE(odds.chance(*odds.cellOf(0, 45), 0, 1000), 0.0); // nobody was ever won so late
}

void TestStageOdds::whoIsOpenCountsAsLongAsItWasWatched()
{
    // Ten came five days ago: they have not had the time to be won on day 10, and are no losses.
    History history;
    history.add(15, 0, Outcome::Won, 10);
    history.add(15, 0, Outcome::Lost, 20);
    history.add(10, 95, Outcome::Open);
    const StageOdds odds = history.odds();
    const auto cell = odds.cellOf(0, 5);
    QCOMPARE(cell->cases, 40);
    QCOMPARE(odds.chance(*cell, 0, 1000), 0.5); // 15 of the 30 that were watched
}

void TestStageOdds::refusesTooLittleHistory()
{
    History history;
    history.add(int(StageOdds::fewestCases) - 1, 0, Outcome::Won, 10);
    QVERIFY(!history.odds().cellOf(0, 0));
    QVERIFY(!history.odds().cellOf(3, 0));
    history.add(1, 0, Outcome::Won, 10);
    QVERIFY(history.odds().cellOf(0, 0));
    QVERIFY(!History().odds().cellOf(0, 0));
}

void TestStageOdds::knowsOnlyThePast()
{
    // On day 5 none of them was decided yet, and those that came later were not there.
    History history;
    history.add(20, 0, Outcome::Won, 10);
    history.add(20, 50, Outcome::Won, 51);
    const StageOdds odds = history.odds(5);
    const auto cell = odds.cellOf(0, 5);
    QCOMPARE(cell->cases, 20);
    QCOMPARE(odds.chance(*cell, 0, 1000), 0.0);
}

QTEST_GUILESS_MAIN(TestStageOdds)

#include "tst_stageodds.moc"
