// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/logistic.h"
#include "support/rscript.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>

using namespace kindling;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array a{1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1};
constexpr std::array b{0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1};
constexpr std::array y{1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0};

LogisticCases twenty()
{
    LogisticCases cases;
    cases.traits = 2;
    for (size_t i = 0; i < y.size(); ++i) {
        std::vector<quint32> traits;
        if (a[i])
            traits.push_back(0);
        if (b[i])
            traits.push_back(1);
        cases.add(traits, y[i] != 0);
    }
    return cases;
}

std::vector<double> fitted(const LogisticCases &cases, const LogisticModel &model)
{
    std::vector<double> probabilities;
    for (size_t i = 0; i < cases.count(); ++i)
        probabilities.push_back(model.probability(cases.of(i)));
    return probabilities;
}

bool near(double left, double right)
{
    return std::abs(left - right) < 1e-6;
}

} // namespace

/// Logistic regression agrees with glm(family = binomial) of R: with stored figures everywhere, and with R itself where it is installed.
class TestLogistic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithStoredFiguresOfR();
    void aRidgeDrawsWeightsToZero();
    void perfectSeparationNeedsARidge();
    void isTheSameBitForBit();
    void agreesWithTheEquationsSolvedByHand();
    void curveAndScoreByHand();
    void agreesWithRItself();
};

void TestLogistic::agreesWithStoredFiguresOfR()
{
    const LogisticCases cases = twenty();
    const LogisticModel model = fitLogistic(cases, 0);
    QVERIFY(model.settled);
    QVERIFY(near(model.base, -1.4702683912));
    QVERIFY(near(model.weights[0], 1.7754872509));
    QVERIFY(near(model.weights[1], 0.9625042627));
    const std::vector<double> probabilities = fitted(cases, model);
    QVERIFY(near(brierScore(probabilities, cases.outcome), 0.1997685752));
    QVERIFY(near(areaUnderCurve(probabilities, cases.outcome), 0.7474747475));
}

void TestLogistic::aRidgeDrawsWeightsToZero()
{
    const LogisticModel model = fitLogistic(twenty(), 1);
    // optim() in R over the same penalised likelihood.
    QVERIFY(near(model.base, -0.81164363));
    QVERIFY(near(model.weights[0], 0.89048655));
    QVERIFY(near(model.weights[1], 0.44374494));
}

void TestLogistic::perfectSeparationNeedsARidge()
{
    LogisticCases cases;
    cases.traits = 1;
    const quint32 trait[] = {0};
    for (int i = 0; i < 10; ++i) {
        cases.add(trait, true);
        cases.add({}, false);
    }
    QVERIFY(!fitLogistic(cases, 0).settled); // the likelihood has no maximum
    const LogisticModel model = fitLogistic(cases, 1);
    QVERIFY(model.settled);
    QVERIFY(model.weights[0] > 1 && model.weights[0] < 10);
}

void TestLogistic::isTheSameBitForBit()
{
    const LogisticModel first = fitLogistic(twenty(), 1);
    const LogisticModel second = fitLogistic(twenty(), 1);
    QVERIFY(first.base == second.base && first.weights == second.weights);
}

/// Two thousand cases of thirty traits, always the same; the figures are those of a plain Cholesky, row by row.
void TestLogistic::agreesWithTheEquationsSolvedByHand()
{
    quint32 state = 7;
    const auto random = [&state] {
        state = state * 1664525U + 1013904223U;
        return state >> 8;
    };
    LogisticCases cases;
    cases.traits = 30;
    for (int i = 0; i < 2000; ++i) {
        std::vector<quint32> traits;
        for (quint32 trait = 0; trait < 30; ++trait) {
            if (random() % 5 == 0)
                traits.push_back(trait);
        }
        const bool happened = random() % 100 < 20 + 2 * traits.size() + (traits.empty() ? 0 : traits.front());
        cases.add(traits, happened);
    }
    const LogisticModel model = fitLogistic(cases, 1);
    double sum = 0;
    double weighted = 0;
    for (size_t i = 0; i < model.weights.size(); ++i) {
        sum += model.weights[i];
        weighted += double(i + 1) * model.weights[i];
    }
    QCOMPARE(model.rounds, 5);
    QVERIFY(std::abs(model.base - -0.819154954694) < 1e-9);
    QVERIFY(std::abs(sum - 1.088714560293) < 1e-9);
    QVERIFY(std::abs(weighted - 33.335133277569) < 1e-9);
}

void TestLogistic::curveAndScoreByHand()
{
    // Pairs of a one and a zero: 0.9 against 0.2 and 0.5 right, 0.5 against 0.2 right, against 0.5 a tie: 3.5 of 4.
    const std::vector<double> probabilities{0.9, 0.5, 0.5, 0.2};
    const std::vector<char> outcomes{1, 1, 0, 0};
    QCOMPARE(areaUnderCurve(probabilities, outcomes), 3.5 / 4);
    // (0.01 + 0.25 + 0.25 + 0.04) / 4
    QVERIFY(near(brierScore(probabilities, outcomes), 0.1375));
    QCOMPARE(areaUnderCurve(probabilities, std::vector<char>{1, 1, 1, 1}), 0.5);
    QCOMPARE(brierScore({}, {}), 0.0);
}

void TestLogistic::agreesWithRItself()
{
    std::mt19937 random(11);
    LogisticCases cases;
    cases.traits = 6;
    QStringList columns[7];
    for (int i = 0; i < 500; ++i) {
        std::vector<quint32> traits;
        double odds = -0.5;
        for (quint32 trait = 0; trait < 6; ++trait) {
            const bool has = random() % (trait + 2) == 0;
            columns[trait] += has ? u"1"_s : u"0"_s;
            if (!has)
                continue;
            traits.push_back(trait);
            odds += 0.4 * double(trait) - 0.8;
        }
        const bool happened = double(random() % 10'000) / 10'000 < 1 / (1 + std::exp(-odds));
        columns[6] += happened ? u"1"_s : u"0"_s;
        cases.add(traits, happened);
    }
    QStringList vectors;
    for (const QStringList &column : columns)
        vectors += u"c(%1)"_s.arg(column.join(u','));
    const auto fromR = numbersFromR(u"m <- glm(y ~ ., binomial, data.frame(a=%1,b=%2,c=%3,d=%4,e=%5,f=%6,y=%7), "
                                    "control = list(epsilon = 1e-14, maxit = 100)); cat(sprintf('%.12f ', coef(m)))"_s.arg(
                                        vectors[0], vectors[1], vectors[2], vectors[3], vectors[4], vectors[5], vectors[6]));
    if (!fromR)
        QSKIP("R is not installed");
    const LogisticModel model = fitLogistic(cases, 0);
    QCOMPARE(fromR->size(), size_t(7));
    QVERIFY(near(model.base, (*fromR)[0]));
    for (size_t i = 0; i < 6; ++i)
        QVERIFY(near(model.weights[i], (*fromR)[i + 1]));
}

QTEST_GUILESS_MAIN(TestLogistic)
#include "tst_logistic.moc"
