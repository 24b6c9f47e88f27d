// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rate.h"
#include "support/rscript.h"

#include <QTest>

#include <cmath>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Shares and their Wilson intervals, as prop.test(hits, n, correct = FALSE) of R gives them.
class TestRate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithStoredFiguresOfR_data();
    void agreesWithStoredFiguresOfR();
    void nothingCountedSaysNothing();
    void agreesWithRItself();
};

void TestRate::agreesWithStoredFiguresOfR_data()
{
    QTest::addColumn<qint64>("hits");
    QTest::addColumn<qint64>("n");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const auto row = [](qint64 hits, qint64 n, double low, double high) {
        QTest::addRow("%lld of %lld", hits, n) << hits << n << low << high;
    };
    row(1, 2, 0.0945312057, 0.9054687943);
    row(10, 100, 0.0552291371, 0.1743656615);
    row(0, 10, 0.0, 0.2775327999);
    row(10, 10, 0.7224672001, 1.0);
    row(12, 20, 0.3865815008, 0.7811934676);
    row(4238, 6711, 0.6198869148, 0.6429636694);
    row(107, 152, 0.6270700996, 0.7707701187);
    row(127, 231, 0.4853332148, 0.6126051991);
}

void TestRate::agreesWithStoredFiguresOfR()
{
    QFETCH(qint64, hits);
    QFETCH(qint64, n);
    QFETCH(double, low);
    QFETCH(double, high);
    const Rate rate = Rate::of(hits, n);
    QCOMPARE(*rate.share(), double(hits) / double(n));
    QVERIFY(std::abs(rate.low - low) < 1e-6);
    QVERIFY(std::abs(rate.high - high) < 1e-6);
}

void TestRate::nothingCountedSaysNothing()
{
    const Rate rate = Rate::of(0, 0);
    QVERIFY(!rate.share());
    QCOMPARE(rate.low, 0.0);
    QCOMPARE(rate.high, 1.0);
}

void TestRate::agreesWithRItself()
{
    const auto fromR = numbersFromR(u"for (n in c(1, 3, 17, 250, 100000)) for (x in unique(c(0, 1, n %/% 3, n))) "
                                    "cat(sprintf('%d %d %.12f %.12f ', as.integer(x), as.integer(n), "
                                    "suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int[1], "
                                    "suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int[2]))"_s);
    if (!fromR)
        QSKIP("R is not installed");
    QVERIFY(fromR->size() >= 4 * 15);
    for (size_t i = 0; i + 3 < fromR->size(); i += 4) {
        const Rate rate = Rate::of(qint64((*fromR)[i]), qint64((*fromR)[i + 1]));
        QVERIFY(std::abs(rate.low - (*fromR)[i + 2]) < 1e-6);
        QVERIFY(std::abs(rate.high - (*fromR)[i + 3]) < 1e-6);
    }
}

QTEST_GUILESS_MAIN(TestRate)
#include "tst_rate.moc"
