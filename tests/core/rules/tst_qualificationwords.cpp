// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/qualificationwords.h"

#include <QTest>

using namespace kindling;
using namespace Qt::StringLiterals;

/// What a qualification lacks, and which levels a lead reached.
class TestQualificationWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_words = {};
        m_words.stages = defaultStages();
    }
    void namesWhatIsMissing();
    void aNoIsNotTheSameAsUnknown();
    void nothingIsMissing();
    void levelsWithTheDayTheyWereReached();

private:
    Vocabulary m_words;
};

void TestQualificationWords::namesWhatIsMissing()
{
    Lead lead;
    lead.bant.need.answer = Answer::Yes;
    lead.bant.timeline.answer = Answer::Partly;
    QCOMPARE(missingForSalesText(lead, m_words),
             u"Missing to be sales qualified: ask about budget, ask about authority, say what it is qualified through."_s);
}

void TestQualificationWords::aNoIsNotTheSameAsUnknown()
{
    Lead lead;
    lead.qualifiedThrough = QualifiedThrough::Sales;
    lead.bant = {{Answer::No, {}}, {Answer::Yes, {}}, {Answer::Yes, {}}, {}};
    QCOMPARE(missingForSales(lead, m_words), (QStringList{u"budget is a no"_s, u"ask about timeline"_s}));
}

void TestQualificationWords::nothingIsMissing()
{
    Lead lead;
    lead.qualifiedThrough = QualifiedThrough::Marketing;
    lead.bant = {{Answer::Yes, {}}, {Answer::Yes, {}}, {Answer::Partly, {}}, {Answer::Yes, {}}};
    QVERIFY(missingForSales(lead, m_words).isEmpty());
    QCOMPARE(missingForSalesText(lead, m_words), u"Nothing is missing to be sales qualified."_s);
}

void TestQualificationWords::levelsWithTheDayTheyWereReached()
{
    // Prospect, IQL at 10, back to Prospect, IQL again at 30, SQL (MQL skipped) at 40.
    const auto stage = [&](size_t i) { return m_words.stages[i].id.toString(); };
    Lead lead;
    lead.stage = m_words.stages[3].id;
    lead.stageSince = 40;
    const std::vector<Stay> stays{{Axis::Stage, stage(0), 0, 10},
                                  {Axis::Stage, stage(1), 10, 20},
                                  {Axis::Stage, stage(0), 20, 30},
                                  {Axis::Stage, stage(1), 30, 40},
                                  {Axis::Temperature, u"cold"_s, 0, 40}};
    const std::vector<QualificationLevel> levels = levelsReached(lead, stays, m_words);
    QCOMPARE(levels, (std::vector<QualificationLevel>{{StageKind::InformationQualified, 10}, {StageKind::SalesQualified, 40}}));
    QCOMPARE(shortLabelOf(levels[1].kind), u"SQL"_s);
}

QTEST_GUILESS_MAIN(TestQualificationWords)
#include "tst_qualificationwords.moc"
