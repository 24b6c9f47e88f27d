// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quantile.h"
#include "support/rscript.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Medians and other quantiles, as R's quantile() gives them.
class TestQuantile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithStoredFiguresOfR();
    void ofNothingThereIsNone();
    void ofOneItIsThat();
    void agreesWithRItself();
};

void TestQuantile::agreesWithStoredFiguresOfR()
{
    const std::pair<double, double> stored[] = {{0, 1}, {0.1, 1.5}, {0.25, 2.375}, {0.5, 3.75}, {0.9, 8.125}, {1, 9}};
    for (const auto &[p, expected] : stored) {
        std::vector<double> values{3.5, 1, 9, 4, 7.25, 2};
        QCOMPARE(*quantile(values, p), expected);
    }
}

void TestQuantile::ofNothingThereIsNone()
{
    QVERIFY(!quantile({}, 0.5));
}

void TestQuantile::ofOneItIsThat()
{
    std::vector<double> one{7};
    QCOMPARE(*quantile(one, 0.0), 7.0);
    QCOMPARE(*quantile(one, 0.9), 7.0);
}

void TestQuantile::agreesWithRItself()
{
    std::mt19937 random(3);
    std::vector<double> values;
    QStringList texts;
    for (int i = 0; i < 101; ++i) {
        values.push_back(double(random() % 5000) / 16);
        texts += QString::number(values.back(), 'g', 17);
    }
    const auto fromR = numbersFromR(u"cat(sprintf('%.12f ', quantile(c(%1), c(0, .05, .5, .77, .9, 1))))"_s.arg(texts.join(u',')));
    if (!fromR)
        QSKIP("R is not installed");
    const double shares[] = {0, 0.05, 0.5, 0.77, 0.9, 1};
    QCOMPARE(fromR->size(), std::size(shares));
    for (size_t i = 0; i < std::size(shares); ++i)
        QVERIFY(std::abs(*quantile(values, shares[i]) - (*fromR)[i]) < 1e-6);
}

QTEST_GUILESS_MAIN(TestQuantile)
#include "tst_quantile.moc"
