// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/translations.h"
#include "core/domain/segment.h"
#include "core/rules/filtertext.h"
#include "core/rules/scorerules.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// Rules of a score: read, refused, and told in plain words.
class TestScoreRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslations(); }
    void init();

    void theUsualRulesAreRight();
    void areToldInWords_data();
    void areToldInWords();
    void whatIsGoneIsShownAsBroken();
    void aScoreCannotAskForItself();
    void refusesWhatIsNoRule_data();
    void refusesWhatIsNoRule();
    void limitsRise();
    void pointsHaveASign();

private:
    FilterContext context() const { return {&m_words, 1772449200000, QTimeZone::utc()}; }
    QString told(const ScoreRule &rule) const { return ruleSentence(readScoreRules({{rule}, 30, 60}, context()).front(), context()); }

    Vocabulary m_words;
};

void TestScoreRules::init()
{
    m_words = {};
    m_words.stages = defaultStages();
    m_words.currency = u"EUR"_s;
}

void TestScoreRules::theUsualRulesAreRight()
{
    for (const ScoreRule &rule : defaultScoring().rules) {
        const Result<ScoreRule> checked = checkedRule(rule, context());
        QVERIFY2(checked.ok(), qPrintable(rule.text));
        QCOMPARE(*checked, rule); // written as the language writes it
    }
}

void TestScoreRules::areToldInWords_data()
{
    QTest::addColumn<int>("half");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("halfLife");
    QTest::addColumn<QString>("sentence");
    const int fit = int(ScoreHalf::Fit);
    const int engagement = int(ScoreHalf::Engagement);
    QTest::newRow("a field") << fit << u"industry:Bakery"_s << 20 << 0 << 0 << u"Industry is Bakery: +20"_s;
    QTest::newRow("a part of a word") << fit << u"jobTitle~owner,founder"_s << 20 << 0 << 0
                                      << u"Job title contains owner or founder: +20"_s;
    QTest::newRow("negative") << fit << u"need:no"_s << -30 << 0 << 0 << u"Need is no: −30"_s;
    QTest::newRow("each activity") << engagement << u"activity:download"_s << 10 << 20 << 30
                                   << u"Each download: +10, together at most +20, half after 30 days"_s;
    QTest::newRow("each of a kind") << engagement << u"activity:call/notInterested"_s << -40 << 60 << 0
                                    << u"Each call (not interested): −40, together at most −60"_s;
    QTest::newRow("from them") << engagement << u"activity:email/in"_s << 15 << 0 << 1
                               << u"Each email (from them): +15, half after 1 day"_s;
    QTest::newRow("how often") << engagement << u"activity:call>=3@30d"_s << -10 << 0 << 0
                               << u"Call: at least 3 in the last 30 days: −10"_s;
}

void TestScoreRules::areToldInWords()
{
    QFETCH(int, half);
    QFETCH(QString, text);
    QFETCH(int, points);
    QFETCH(int, cap);
    QFETCH(int, halfLife);
    QTEST(told({ScoreHalf(half), text, points, cap, halfLife}), "sentence");
}

void TestScoreRules::whatIsGoneIsShownAsBroken()
{
    const std::vector<ReadScoreRule> rules =
        readScoreRules({{{ScoreHalf::Fit, u"roofSize>=100"_s, 10, 0, 0}, {ScoreHalf::Fit, u"email:any"_s, 5, 0, 0}}, 30, 60}, context());
    QCOMPARE(rules.size(), size_t(2)); // not dropped
    QCOMPARE(rules[0].problem, u"“roofSize>=100” speaks of something that is gone"_s);
    QCOMPARE(rules[0].filter.kind, Filter::Kind::Broken);
    QVERIFY(told(rules[0].rule).startsWith(u"Broken rule “roofSize>=100”"_s));
    QVERIFY(rules[1].problem.isEmpty());
}

void TestScoreRules::aScoreCannotAskForItself()
{
    auto segment = std::make_shared<Segment>();
    segment->name = u"Good ones"_s;
    segment->text = u"score>=50"_s;
    segment->filter = readFilter(segment->text, context());
    m_words.segments = {segment};
    for (const QString &text : {u"score>=50"_s, u"(city:Berlin OR fit>10)"_s, u"segment:\"Good ones\""_s}) {
        const ScoreRule rule{ScoreHalf::Fit, text, 10, 0, 0};
        QCOMPARE(checkedRule(rule, context()).error().code, ErrorCode::BadFilter);
        QVERIFY(!readScoreRules({{rule}, 30, 60}, context()).front().problem.isEmpty());
    }
    QVERIFY(!mentionsScore(readFilter(u"city:Berlin"_s, context()), &m_words));
}

void TestScoreRules::refusesWhatIsNoRule_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("halfLife");
    QTest::newRow("nothing") << QString() << 10 << 0 << 0;
    QTest::newRow("no field") << u"nosuchfield:x"_s << 10 << 0 << 0;
    QTest::newRow("no points") << u"email:any"_s << 0 << 0 << 0;
    QTest::newRow("too many points") << u"email:any"_s << 101 << 0 << 0;
    QTest::newRow("a limit of what comes once") << u"email:any"_s << 10 << 20 << 0;
    QTest::newRow("what is does not fade") << u"email:any"_s << 10 << 0 << 30;
    QTest::newRow("a limit below zero") << u"activity:download"_s << 10 << -1 << 0;
}

void TestScoreRules::refusesWhatIsNoRule()
{
    QFETCH(QString, text);
    QFETCH(int, points);
    QFETCH(int, cap);
    QFETCH(int, halfLife);
    QVERIFY(!checkedRule({ScoreHalf::Engagement, text, points, cap, halfLife}, context()));
}

void TestScoreRules::limitsRise()
{
    QVERIFY(checkLimits({{}, 1, 100}).ok());
    QVERIFY(!checkLimits({{}, 60, 60}));
    QVERIFY(!checkLimits({{}, 0, 60}));
    QVERIFY(!checkLimits({{}, 30, 101}));
}

void TestScoreRules::pointsHaveASign()
{
    QCOMPARE(pointsText(10, QLocale::c()), u"+10"_s);
    QCOMPARE(pointsText(-4.46, QLocale::c()), u"−4.5"_s);
    QCOMPARE(pointsText(4.98, QLocale::c()), u"+5"_s);
}

QTEST_GUILESS_MAIN(TestScoreRules)
#include "tst_scorerules.moc"
