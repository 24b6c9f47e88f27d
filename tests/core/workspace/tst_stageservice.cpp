// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/stageservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// The stages of the funnel: what they ask for and what they are worth.
class TestStageService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_w = std::make_unique<TemporaryWorkspace>(); }
    void cleanup() { m_w.reset(); }

    void shipWithCriteria();
    void areEditedAndUndo();
    void weightedValuesFollow();
    void areAddedBeforeTheProposal();
    void areMoved();
    void refusesWhatIsNone();
    void knowTheirOwnHistory();

private:
    Stage stage(StageKind kind) { return *(*m_w)->vocabulary()->stageOfKind(kind); }
    QStringList names()
    {
        QStringList names;
        const auto words = (*m_w)->vocabulary();
        for (const Stage &s : words->stages)
            names += s.name;
        return names;
    }

    std::unique_ptr<TemporaryWorkspace> m_w;
};

void TestStageService::shipWithCriteria()
{
    const auto words = (*m_w)->vocabulary();
    for (const Stage &s : words->stages)
        QVERIFY2(!s.criteria.isEmpty(), qPrintable(s.name));
}

void TestStageService::areEditedAndUndo()
{
    const Stage before = stage(StageKind::SalesQualified);
    Stage sales = before;
    sales.name = u" Talking "_s;
    sales.criteria = u"We spoke, and they want it"_s;
    sales.winPercent = 45;
    sales.quietDays = 5;
    sales.position = 0; // the place is not edited
    answerOf((*m_w)->stages().edit(sales));
    const Stage after = stage(StageKind::SalesQualified);
    QCOMPARE(after.name, u"Talking"_s);
    QCOMPARE(after.criteria, sales.criteria);
    QCOMPARE(after.winPercent, 45);
    QCOMPARE(after.quietDays, 5);
    QCOMPARE(after.position, before.position);
    m_w->open();
    answerOf((*m_w)->history().undo({}));
    QCOMPARE(stage(StageKind::SalesQualified), before);
}

void TestStageService::weightedValuesFollow()
{
    const LeadId marta = m_w->add(u"Marta"_s);
    answerOf((*m_w)->leads().edit({marta}, {{LeadField::Value, u"1000 EUR"_s}}));
    Stage prospect = stage(StageKind::Prospect);
    prospect.winPercent = 25;
    answerOf((*m_w)->stages().edit(prospect));
    const Board board = answerOf((*m_w)->board().board({}));
    QCOMPARE(board.columns.front().weighted.parts().front().minor, qint64(25'000));
}

void TestStageService::areAddedBeforeTheProposal()
{
    const Stage demo = answerOf((*m_w)->stages().add(u" Demo "_s));
    QCOMPARE(demo.name, u"Demo"_s);
    QCOMPARE(names().indexOf(u"Demo"_s), names().indexOf(u"Proposal"_s) - 1);
}

void TestStageService::areMoved()
{
    const Stage customer = stage(StageKind::Customer);
    answerOf((*m_w)->stages().move(customer.id, 0));
    QCOMPARE(names().front(), u"Customer"_s);
    answerOf((*m_w)->stages().move(customer.id, 99));
    QCOMPARE(names().back(), u"Customer"_s);
    QCOMPARE(errorOf((*m_w)->stages().move(StageId(12345), 0)).code, ErrorCode::NotFound);
}

void TestStageService::refusesWhatIsNone()
{
    Stage wrong = stage(StageKind::Prospect);
    wrong.name = u"proposal"_s;
    QCOMPARE(errorOf((*m_w)->stages().edit(wrong)).code, ErrorCode::NameTaken);
    wrong.name = u"  "_s;
    QCOMPARE(errorOf((*m_w)->stages().edit(wrong)).code, ErrorCode::NameMissing);
    wrong.name = u"Prospect"_s;
    wrong.winPercent = 101;
    QCOMPARE(errorOf((*m_w)->stages().edit(wrong)).code, ErrorCode::InvalidValue);
    wrong.winPercent = 5;
    wrong.quietDays = 0;
    QCOMPARE(errorOf((*m_w)->stages().edit(wrong)).code, ErrorCode::InvalidValue);
    QCOMPARE(errorOf((*m_w)->stages().add(u"Customer"_s)).code, ErrorCode::NameTaken);
}

void TestStageService::knowTheirOwnHistory()
{
    // Three came as prospects; two went on to sales qualified, one of them was won and one lost; the third is open.
    const StageId sales = stage(StageKind::SalesQualified).id;
    LeadMove toSales;
    toSales.stage = sales;
    std::vector<LeadId> leads;
    for (const QString &name : {u"Won"_s, u"Lost"_s, u"Open"_s})
        leads.push_back(m_w->add(name));
    m_w->clock().advance(60'000);
    answerOf((*m_w)->leads().move({leads[0], leads[1]}, toSales));
    m_w->clock().advance(60'000);
    LeadMove decided;
    decided.outcome = Outcome::Won;
    answerOf((*m_w)->leads().move({leads[0]}, decided));
    decided.outcome = Outcome::Lost;
    answerOf((*m_w)->leads().move({leads[1]}, decided));
    const std::vector<StageRecord> records = answerOf((*m_w)->stages().ownHistory());
    QCOMPARE(records.size(), size_t(names().size()));
    QCOMPARE(records[0].decided, qint64(2));
    QCOMPARE(records[0].won, qint64(1));
    const auto atSales = std::find_if(records.begin(), records.end(), [&](const StageRecord &r) { return r.stage == sales; });
    QCOMPARE(atSales->decided, qint64(2));
    QCOMPARE(atSales->won, qint64(1));
    QCOMPARE(records.back().decided, qint64(1)); // the customer
    QCOMPARE(records.back().won, qint64(1));
    QCOMPARE(records[1].decided, qint64(0)); // nobody was there: there is no rate, not a rate of 0
}

QTEST_GUILESS_MAIN(TestStageService)
#include "tst_stageservice.moc"
