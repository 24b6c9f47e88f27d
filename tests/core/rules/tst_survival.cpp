// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/survival.h"
#include "support/rscript.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

/// Each observation as R takes it: how long, and whether it happened.
struct Observation
{
    double time;
    bool event;
};

std::vector<SurvivalTally> tallied(const std::vector<Observation> &observations)
{
    std::map<double, SurvivalTally> byTime;
    for (const Observation &observation : observations) {
        SurvivalTally &tally = byTime[observation.time];
        tally.time = observation.time;
        (observation.event ? tally.events : tally.censored) += 1;
    }
    std::vector<SurvivalTally> tallies;
    for (const auto &[time, tally] : byTime)
        tallies.push_back(tally);
    return tallies;
}

/// Weeks until relapse of 23 patients with leukaemia: R's survival::aml.
std::vector<Observation> leukaemia()
{
    return {{9, true},   {13, true}, {13, false},  {18, true}, {23, true}, {28, false}, {31, true}, {34, true},
            {45, false}, {48, true}, {161, false}, {5, true},  {5, true},  {8, true},   {8, true},  {12, true},
            {16, false}, {23, true}, {27, true},   {30, true}, {33, true}, {43, true},  {45, true}};
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

QString vectorInR(const std::vector<Observation> &observations, bool events)
{
    QStringList numbers;
    for (const Observation &observation : observations)
        numbers += events ? QString::number(observation.event ? 1 : 0) : QString::number(observation.time, 'g', 17);
    return u"c(%1)"_s.arg(numbers.join(u','));
}

} // namespace

/// The curves agree with survfit(…, conf.type = "log-log") of R's survival package: with stored figures everywhere, and with R itself
/// where it is installed.
class TestSurvival : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithStoredFiguresOfR();
    void givesMediansAsR();
    void isAskedForAnyTime();
    void countsThoseStillOpen();
    void withoutAnyoneThereIsNoCurve();
    void agreesWithRItself();
};

void TestSurvival::agreesWithStoredFiguresOfR()
{
    struct Row
    {
        double time;
        qint64 atRisk, events;
        double survival, low, high;
    };
    const Row rows[] = {
        {5, 23, 2, 0.9130434783, 0.6949475375, 0.9775156699},  {8, 21, 2, 0.8260869565, 0.6006104112, 0.9309035584},
        {9, 19, 1, 0.7826086957, 0.5542115067, 0.9032074899},  {12, 18, 1, 0.7391304348, 0.5092094388, 0.8733757817},
        {13, 17, 1, 0.6956521739, 0.4656417498, 0.8417212914}, {16, 15, 0, 0.6956521739, 0.4656417498, 0.8417212914},
        {18, 14, 1, 0.6459627329, 0.4139529507, 0.8053077645}, {23, 13, 2, 0.5465838509, 0.3192504140, 0.7264491738},
        {27, 11, 1, 0.4968944099, 0.2755656280, 0.6842137884}, {28, 10, 0, 0.4968944099, 0.2755656280, 0.6842137884},
        {30, 9, 1, 0.4416839199, 0.2273811685, 0.6370926875},  {31, 8, 1, 0.3864734300, 0.1828366186, 0.5874769144},
        {33, 7, 1, 0.3312629400, 0.1418256935, 0.5352737900},  {34, 6, 1, 0.2760524500, 0.1044413432, 0.4802846604},
        {43, 5, 1, 0.2208419600, 0.0709966490, 0.4221674434},  {45, 4, 1, 0.1656314700, 0.0421142813, 0.3603613603},
        {48, 2, 1, 0.0828157350, 0.0069559668, 0.2867603680},  {161, 1, 0, 0.0828157350, 0.0069559668, 0.2867603680},
    };
    const SurvivalCurve curve = survivalCurve(tallied(leukaemia()));
    QCOMPARE(curve.n, 23);
    QCOMPARE(curve.events, 18);
    QCOMPARE(curve.steps.size(), std::size(rows));
    for (size_t i = 0; i < curve.steps.size(); ++i) {
        const SurvivalStep &step = curve.steps[i];
        QCOMPARE(step.time, rows[i].time);
        QCOMPARE(step.atRisk, rows[i].atRisk);
        QCOMPARE(step.events, rows[i].events);
        QVERIFY(near(step.survival, rows[i].survival));
        QVERIFY(step.interval);
        QVERIFY(near(step.interval->low, rows[i].low));
        QVERIFY(near(step.interval->high, rows[i].high));
    }
}

void TestSurvival::givesMediansAsR()
{
    const SurvivalCurve curve = survivalCurve(tallied(leukaemia()));
    // quantile(survfit(…), c(.25, .5, .75, .9))
    QCOMPARE(*curve.timeOfShare(0.25), 12.0);
    QCOMPARE(*curve.timeOfShare(0.5), 27.0);
    QCOMPARE(*curve.timeOfShare(0.75), 43.0);
    QCOMPARE(*curve.timeOfShare(0.9), 48.0);
    QVERIFY(!curve.timeOfShare(0.95)); // 8.3 % never had it while they were watched
    // A curve that lies on the level: the middle of that stretch.
    const SurvivalCurve four = survivalCurve(tallied({{1, true}, {2, true}, {3, true}, {4, true}}));
    QCOMPARE(*four.timeOfShare(0.5), 2.5);
    const SurvivalCurve two = survivalCurve(tallied({{1, true}, {2, true}, {3, false}, {4, false}}));
    QCOMPARE(*two.timeOfShare(0.5), 3.0);
}

void TestSurvival::isAskedForAnyTime()
{
    const SurvivalCurve curve = survivalCurve(tallied(leukaemia()));
    QCOMPARE(curve.shareBy(4.9), 0.0);
    QVERIFY(!curve.at(4.9));
    QVERIFY(near(curve.shareBy(5), 2.0 / 23));
    QVERIFY(near(curve.shareBy(7.9), 2.0 / 23));
    QCOMPARE(curve.at(1000)->time, 161.0);
}

void TestSurvival::countsThoseStillOpen()
{
    // Four leads: one bought on day 10, three came in five days ago and are open. Of those watched for ten days all bought: counting the
    // young ones as failures would say a quarter.
    const SurvivalCurve curve = survivalCurve(tallied({{10, true}, {5, false}, {5, false}, {5, false}}));
    QCOMPARE(curve.shareBy(10), 1.0);
    QVERIFY(!curve.at(10)->interval); // nothing is left to tell how sure that is
    QVERIFY(!curve.at(5)->interval);
    QCOMPARE(curve.at(10)->atRisk, 1);
}

void TestSurvival::withoutAnyoneThereIsNoCurve()
{
    const SurvivalCurve curve = survivalCurve({});
    QCOMPARE(curve.n, 0);
    QVERIFY(curve.steps.empty());
    QVERIFY(!curve.timeOfShare(0.5));
    const SurvivalTally nobody[] = {{3, 0, 0}};
    QVERIFY(survivalCurve(nobody).steps.empty());
}

void TestSurvival::agreesWithRItself()
{
    std::mt19937 random(7);
    std::vector<Observation> observations;
    for (int i = 0; i < 400; ++i)
        observations.push_back({double(random() % 90), random() % 3 != 0});
    const auto fromR = numbersFromR(u"suppressMessages(library(survival)); s <- summary(survfit(Surv(%1, %2) ~ 1, conf.type = 'log-log'), "
                                    "censored = TRUE); cat(sprintf('%.12f ', rbind(s$time, s$surv, s$lower, s$upper)))"_s.arg(
                                        vectorInR(observations, false), vectorInR(observations, true)));
    if (!fromR)
        QSKIP("R with its survival package is not installed");
    const SurvivalCurve curve = survivalCurve(tallied(observations));
    QCOMPARE(fromR->size(), curve.steps.size() * 4);
    for (size_t i = 0; i < curve.steps.size(); ++i) {
        const double *row = fromR->data() + 4 * i;
        const SurvivalStep &step = curve.steps[i];
        QCOMPARE(step.time, row[0]);
        QVERIFY(near(step.survival, row[1]));
        if (!step.interval)
            continue; // R gives none either
        QVERIFY(near(step.interval->low, row[2]));
        QVERIFY(near(step.interval->high, row[3]));
    }
}

QTEST_GUILESS_MAIN(TestSurvival)
#include "tst_survival.moc"
