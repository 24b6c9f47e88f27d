// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/prediction.h"
#include "support/naivebayes.h"

#include <QLocale>
#include <QTest>

#include <cmath>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24 * 3'600'000;

/// Leads of two sources, one a day, each decided the day after: of every ten by referral eight are won, of every ten from the web two.
/// Their city says nothing.
struct Business
{
    std::vector<FunnelLead> leads;
    std::vector<quint32> chosen;
    std::vector<PredictionField> fields{{u"Source"_s, {}, {{}, u"Referral"_s, u"Web"_s, u"Fair"_s}},
                                        {u"City"_s, {}, {{}, u"Porto"_s, u"Berlin"_s}}};

    explicit Business(int count)
    {
        for (int i = 0; i < count; ++i) {
            const bool referral = i % 2 == 0;
            const bool won = (i / 2) % 10 < (referral ? 8 : 2);
            leads.push_back({(i + 1) * day, 0, won ? Outcome::Won : Outcome::Lost, (i + 2) * day, 0, 0});
            fields[0].groups.push_back(referral ? 1 : 2);
            fields[1].groups.push_back(i % 3 == 0 ? 1 : 2);
            chosen.push_back(quint32(i));
        }
    }
    PredictionInput input(int asOfDay = 1'000'000) const { return {leads, chosen, fields, asOfDay * day}; }
};

} // namespace

/// The learned chance of winning.
class TestPrediction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesUnderFiftyOfEach();
    void learnsWhatMatters();
    void isMeasuredOnWhatItHasNotSeen();
    void isCalibrated();
    void explainsALead();
    void looksNotIntoTheFuture();
    void rareWordsAreNotLearned();
    void figuresSayIt();
    void isTheSameEachTime();
    void beatsNaiveBayes();
};

void TestPrediction::refusesUnderFiftyOfEach()
{
    const Prediction refused = learnPrediction(Business(98).input());
    QVERIFY(!refused.refusal.isEmpty());
    QVERIFY(refused.refusal.contains(u"50"));
    QVERIFY(refused.traits.empty());
    QVERIFY(!predictionFigures(refused).sentence.isEmpty());
    QVERIFY(learnPrediction(Business(200).input()).refusal.isEmpty()); // a hundred of each
}

void TestPrediction::learnsWhatMatters()
{
    const Prediction prediction = learnPrediction(Business(1000).input());
    QCOMPARE(prediction.won, 500);
    QCOMPARE(prediction.lost, 500);
    double referral = 0;
    double porto = 0;
    for (const PredictionTrait &trait : prediction.traits) {
        referral = trait.name == u"Referral" ? trait.weight : referral;
        porto = trait.name == u"Porto" ? trait.weight : porto;
    }
    // Odds of 4 against 1/4: log odds of +1.386 against the mean, a little less by the ridge.
    QVERIFY2(std::abs(referral - std::log(4.0)) < 0.05, qPrintable(QString::number(referral)));
    QVERIFY2(std::abs(porto) < 0.1, qPrintable(QString::number(porto)));
}

void TestPrediction::isMeasuredOnWhatItHasNotSeen()
{
    const Prediction prediction = learnPrediction(Business(1000).input());
    QCOMPARE(prediction.learnedFrom, 800);
    QCOMPARE(prediction.testedOn, 200);
    // A won one is by referral 4 times of 5, a lost one 1 of 5: right 16/25, tied 8/25 (the city may break ties).
    QVERIFY2(std::abs(prediction.auc - 0.8) < 0.04, qPrintable(QString::number(prediction.auc)));
    QVERIFY(std::abs(prediction.brier - 0.16) < 0.01);
    QVERIFY(std::abs(prediction.plainBrier - 0.25) < 0.01);
}

void TestPrediction::isCalibrated()
{
    const Prediction prediction = learnPrediction(Business(1000).input());
    QCOMPARE(prediction.calibration.size(), size_t(10));
    qint64 leads = 0;
    for (const CalibrationBin &bin : prediction.calibration) {
        leads += bin.actual.n;
        QVERIFY(bin.predicted > 0.1 && bin.predicted < 0.9);
    }
    QCOMPARE(leads, 200);
    QVERIFY(prediction.calibration.front().predicted < 0.3);
    QVERIFY(prediction.calibration.back().predicted > 0.7);
}

void TestPrediction::explainsALead()
{
    const Business business(1000);
    const PredictionInput input = business.input();
    const Prediction prediction = learnPrediction(input);
    QVERIFY(std::abs(prediction.chanceOf(input, 0) - 0.8) < 0.03); // by referral
    QVERIFY(std::abs(prediction.chanceOf(input, 1) - 0.2) < 0.03);
    const std::vector<Prediction::Reason> reasons = prediction.reasonsFor(input, 0);
    QCOMPARE(reasons.size(), size_t(2));
    QCOMPARE(reasons[0].field, u"Source"_s);
    QCOMPARE(reasons[0].name, u"Referral"_s);
    QCOMPARE(weightText(reasons[0].weight, QLocale(u"en_GB"_s)), u"+1.4"_s);
}

void TestPrediction::looksNotIntoTheFuture()
{
    // On day 150 only the leads up to day 148 are decided; what became of the others is not known.
    const Prediction then = learnPrediction(Business(1000).input(150));
    QCOMPARE(then.won + then.lost, 149);
}

void TestPrediction::rareWordsAreNotLearned()
{
    Business business(400);
    for (size_t i = 0; i < 19; ++i)
        business.fields[0].groups[i * 7] = 3; // nineteen from the fair
    const Prediction prediction = learnPrediction(business.input());
    for (const PredictionTrait &trait : prediction.traits)
        QVERIFY(trait.name != u"Fair");
    const PredictionInput input = business.input();
    QVERIFY(prediction.chanceOf(input, 0) > 0); // and still has a chance
}

void TestPrediction::figuresSayIt()
{
    const Prediction prediction = learnPrediction(Business(1000).input());
    const Figures quality = predictionFigures(prediction);
    QCOMPARE(quality.rows.size(), size_t(10));
    QCOMPARE(quality.marked, std::optional<size_t>(1));
    QVERIFY(quality.sentence.contains(u"of 100 times"));
    QVERIFY(quality.definition.contains(u"source, city"_s));
    const Figures traits = traitFigures(prediction);
    QCOMPARE(traits.rows.front().name, u"Source: Referral"_s);
    QCOMPARE(traits.rows.back().name, u"Source: Web"_s);
    QCOMPARE(traits.rows.front().figures[2], FigureValue(Rate::of(400, 500)));
    QCOMPARE(weightText(-0.04, QLocale::c()), u"+0.0"_s); // no minus before nothing
    QCOMPARE(weightText(-0.4, QLocale::c()), u"−0.4"_s);
}

void TestPrediction::isTheSameEachTime()
{
    const Prediction first = learnPrediction(Business(500).input());
    const Prediction second = learnPrediction(Business(500).input());
    QVERIFY(first.model.weights == second.model.weights && first.auc == second.auc && first.brier == second.brier);
}

void TestPrediction::beatsNaiveBayes()
{
    // City, region and country say the same thing, as they do in life: naive Bayes counts it three times and is too sure of itself.
    Business business(2000);
    business.fields[1].groups = business.fields[0].groups;
    business.fields[1].names = business.fields[0].names;
    business.fields.push_back(business.fields[1]);
    const PredictionInput input = business.input();
    const Prediction ours = learnPrediction(input);
    const NaiveBayes theirs(input);
    QCOMPARE(theirs.chances.size(), size_t(ours.testedOn)); // the same split
    const double brier = brierScore(theirs.chances, theirs.outcomes);
    QVERIFY2(ours.brier < brier - 0.01, qPrintable(u"%1 against %2"_s.arg(ours.brier).arg(brier)));
    QVERIFY(ours.auc >= areaUnderCurve(theirs.chances, theirs.outcomes) - 1e-9);
}

QTEST_GUILESS_MAIN(TestPrediction)
#include "tst_prediction.moc"
