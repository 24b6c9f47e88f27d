// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/scoring.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// How a workspace scores, as a value and as text.
class TestScoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTextIsReadBack();
    void nothingIsTheUsualRules();
    void whatIsBeyondItsRangeIsBroughtBack();
    void theLimitsSuggestATemperature_data();
    void theLimitsSuggestATemperature();
};

void TestScoring::theTextIsReadBack()
{
    ScoringRules scoring;
    scoring.rules = {{ScoreHalf::Fit, u"industry:Bakery"_s, 20, 0, 0}, {ScoreHalf::Engagement, u"activity:download"_s, -5, 15, 30}};
    scoring.warmFrom = 25;
    scoring.hotFrom = 70;
    QCOMPARE(scoringFromText(scoringText(scoring)), scoring);
    scoring.rules.clear(); // without any rule all are cold: that is a choice, too
    QCOMPARE(scoringFromText(scoringText(scoring)), scoring);
}

void TestScoring::nothingIsTheUsualRules()
{
    for (const QString &text : {QString(), u"{}"_s, u"no json"_s, u"{\"rules\":7}"_s})
        QCOMPARE(scoringFromText(text), defaultScoring());
    QVERIFY(defaultScoring().rules.size() > 10);
}

void TestScoring::whatIsBeyondItsRangeIsBroughtBack()
{
    const ScoringRules scoring = scoringFromText(
        u"{\"warmFrom\":-3,\"hotFrom\":500,\"rules\":[{\"half\":\"fit\",\"rule\":\"a\",\"points\":5000,\"cap\":-1,\"halfLife\":99999},"
        "{\"half\":\"fit\",\"rule\":\"\",\"points\":5},{\"half\":\"fit\",\"rule\":\"b\",\"points\":0}]}"_s);
    QCOMPARE(scoring.warmFrom, 1);
    QCOMPARE(scoring.hotFrom, 100);
    QCOMPARE(scoring.rules.size(), size_t(1));
    QCOMPARE(scoring.rules.front(), (ScoreRule{ScoreHalf::Fit, u"a"_s, 100, 0, 3650}));
}

void TestScoring::theLimitsSuggestATemperature_data()
{
    QTest::addColumn<int>("score");
    QTest::addColumn<Temperature>("suggested");
    QTest::newRow("nothing") << 0 << Temperature::Cold;
    QTest::newRow("just below warm") << 29 << Temperature::Cold;
    QTest::newRow("warm") << 30 << Temperature::Warm;
    QTest::newRow("just below hot") << 59 << Temperature::Warm;
    QTest::newRow("hot") << 60 << Temperature::Hot;
    QTest::newRow("all") << 100 << Temperature::Hot;
}

void TestScoring::theLimitsSuggestATemperature()
{
    QFETCH(int, score);
    QTEST(ScoringRules().suggestion(score), "suggested");
}

QTEST_GUILESS_MAIN(TestScoring)
#include "tst_scoring.moc"
