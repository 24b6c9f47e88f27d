// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/fieldservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// Reports on a real workspace: what the rules count comes from the columns and the timeline, and leads stand behind every figure.
class TestReportService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_workspace = std::make_unique<TemporaryWorkspace>(); }
    void cleanup() { m_workspace.reset(); }

    void countsByOwner();
    void splitsByWordsChoicesAndOwnFields();
    void aFieldOfManyValuesIsRefused();
    void aFilterLeavesOthersOut();
    void followsEveryChange();
    void comparesTwoPeriods();
    void takesOurFirstTouch();
    void leadsStandBehindEveryFigure();
    void theFunnelOfOnlySomeLeads();

private:
    LeadId lead(const QString &name, const QString &owner, const QString &industry = {})
    {
        Lead draft;
        draft.name = name;
        draft.owner = owner;
        draft.industry = industry;
        draft.value = Money{50'000, u"EUR"_s};
        return answerOf((*m_workspace)->leads().add(draft)).leads.front();
    }
    void decide(LeadId id, Outcome outcome)
    {
        LeadMove move;
        move.outcome = outcome;
        if (outcome == Outcome::Lost)
            move.reason = u"Price"_s;
        answerOf((*m_workspace)->leads().move({id}, move));
    }
    ReportAnswer ask(ReportKind kind, std::optional<FieldId> by = std::nullopt, const Filter &filter = {})
    {
        return answerOf((*m_workspace)->reports().report(query(kind, by), filter));
    }
    ReportQuery query(ReportKind kind, std::optional<FieldId> by = std::nullopt)
    {
        ReportQuery query;
        query.kind = kind;
        query.by = by;
        query.asOf = m_workspace->clock().now();
        query.until = query.asOf + 1;
        return query;
    }
    static QStringList names(const Figures &figures)
    {
        QStringList names;
        for (const FigureRow &row : figures.rows)
            names += row.name;
        return names;
    }
    static FigureValue figure(const Figures &figures, const QString &row, const QString &column)
    {
        for (const FigureRow &candidate : figures.rows) {
            if (candidate.name == row)
                return candidate.figures[*figures.column(column)];
        }
        return {};
    }

    std::unique_ptr<TemporaryWorkspace> m_workspace;
};

void TestReportService::countsByOwner()
{
    decide(lead(u"A"_s, u"Ines"_s), Outcome::Won);
    decide(lead(u"B"_s, u"Ines"_s), Outcome::Lost);
    decide(lead(u"C"_s, u"Rui"_s), Outcome::Won);
    const Figures figures = ask(ReportKind::People).figures;
    QCOMPARE(names(figures), (QStringList{u"Rui"_s, u"Ines"_s}));
    QCOMPARE(figure(figures, u"Ines"_s, u"winRate"_s), FigureValue(Rate::of(1, 2)));
    QCOMPARE(figures.rowLabel, u"Owner"_s);
}

void TestReportService::splitsByWordsChoicesAndOwnFields()
{
    lead(u"A"_s, u"Ines"_s, u"Bakery"_s);
    const LeadId b = lead(u"B"_s, u"Ines"_s, u"Hotel"_s);
    lead(u"C"_s, u"Ines"_s);
    QStringList industries = names(ask(ReportKind::Insights, LeadField::Industry).figures);
    industries.sort();
    QCOMPARE(industries, (QStringList{u"Bakery"_s, u"Hotel"_s, u"No industry"_s}));
    QCOMPARE(names(ask(ReportKind::Insights, LeadField::Temperature).figures), QStringList{u"Cold"_s});
    QCOMPARE(names(ask(ReportKind::Insights, LeadField::Stage).figures), QStringList{u"Prospect"_s});
    CustomField size;
    size.label = u"Shop size"_s;
    size.type = FieldType::YesNo;
    const CustomFieldId id = answerOf((*m_workspace)->fields().add(size)).id;
    answerOf((*m_workspace)->leads().edit({b}, {{id, u"yes"_s}}));
    QStringList sizes = names(ask(ReportKind::Insights, FieldId(id)).figures);
    sizes.sort();
    QCOMPARE(sizes, (QStringList{u"No shop size"_s, u"Yes"_s}));
}

void TestReportService::aFieldOfManyValuesIsRefused()
{
    QCOMPARE(errorOf((*m_workspace)->reports().report(query(ReportKind::People, LeadField::Notes))).code, ErrorCode::UnknownField);
    QCOMPARE(errorOf((*m_workspace)->reports().report(query(ReportKind::People, LeadField::Budget))).code, ErrorCode::UnknownField);
}

void TestReportService::aFilterLeavesOthersOut()
{
    decide(lead(u"A"_s, u"Ines"_s), Outcome::Won);
    decide(lead(u"C"_s, u"Rui"_s), Outcome::Won);
    FilterTest mine;
    mine.field = LeadField::Owner;
    mine.words = {u"Ines"_s};
    QCOMPARE(names(ask(ReportKind::People, std::nullopt, Filter::of(mine)).figures), QStringList{u"Ines"_s});
}

void TestReportService::followsEveryChange()
{
    const LeadId a = lead(u"A"_s, u"Ines"_s);
    const ReportAnswer before = ask(ReportKind::People); // kept, as a page keeps it
    QCOMPARE(figure(before.figures, u"Ines"_s, u"won"_s), FigureValue(qint64(0)));
    decide(a, Outcome::Won);
    QCOMPARE(figure(ask(ReportKind::People).figures, u"Ines"_s, u"won"_s), FigureValue(qint64(1)));
    answerOf((*m_workspace)->history().undo());
    QCOMPARE(figure(ask(ReportKind::People).figures, u"Ines"_s, u"won"_s), FigureValue(qint64(0)));
    answerOf((*m_workspace)->leads().archive({a}, true));
    QVERIFY(ask(ReportKind::People).figures.rows.empty());
}

void TestReportService::comparesTwoPeriods()
{
    lead(u"A"_s, u"Ines"_s);
    m_workspace->clock().advance(40LL * 24 * 3'600'000);
    lead(u"B"_s, u"Ines"_s);
    lead(u"C"_s, u"Ines"_s);
    ReportQuery now = query(ReportKind::Sources, LeadField::Owner);
    now.from = now.asOf - 1000;
    const ComparedPeriod before{TemporaryWorkspace::noon - 1000, TemporaryWorkspace::noon + 1000};
    const ReportAnswer answer = answerOf((*m_workspace)->reports().report(now, {}, before));
    QCOMPARE(figure(answer.figures, u"Ines"_s, u"leads"_s), FigureValue(qint64(2)));
    QVERIFY(answer.before);
    QCOMPARE(figure(*answer.before, u"Ines"_s, u"leads"_s), FigureValue(qint64(1)));
}

void TestReportService::takesOurFirstTouch()
{
    const LeadId a = lead(u"A"_s, u"Ines"_s);
    const LeadId b = lead(u"B"_s, u"Ines"_s);
    const auto log = [&](LeadId id, ActivityKind kind, Direction direction, int minutes) {
        Activity activity;
        activity.lead = id;
        activity.kind = kind;
        activity.direction = direction;
        activity.at = TemporaryWorkspace::noon + minutes * 60'000LL;
        answerOf((*m_workspace)->leads().log(activity));
    };
    m_workspace->clock().advance(5LL * 3'600'000);
    log(a, ActivityKind::FormSubmission, Direction::Incoming, 1); // theirs
    log(a, ActivityKind::Email, Direction::Incoming, 2); // theirs
    log(a, ActivityKind::Call, Direction::Outgoing, 30); // ours
    log(a, ActivityKind::Email, Direction::Outgoing, 120);
    log(b, ActivityKind::Note, Direction::None, 3); // reaches nobody
    const Figures figures = ask(ReportKind::Response).figures;
    QCOMPARE(figure(figures, u"Within an hour"_s, u"leads"_s), FigureValue(qint64(1)));
    QCOMPARE(figure(figures, u"Not yet"_s, u"leads"_s), FigureValue(qint64(1)));
}

void TestReportService::leadsStandBehindEveryFigure()
{
    const LeadId a = lead(u"A"_s, u"Ines"_s);
    decide(a, Outcome::Won);
    const LeadId b = lead(u"B"_s, u"Ines"_s);
    const ReportAnswer answer = ask(ReportKind::People);
    const LeadListPtr won = answer.leads(0, *answer.figures.column(u"won"));
    QCOMPARE(won->ids, std::vector<LeadId>{a});
    QCOMPARE(won->value.parts(), (std::vector<Money>{{50'000, u"EUR"_s}}));
    const LeadListPtr all = answer.leads(answer.figures.rows.size(), *answer.figures.column(u"leads"));
    QCOMPARE(all->ids, (std::vector<LeadId>{a, b}));
    QVERIFY(answer.leads(0, 99)->ids.empty());
}

void TestReportService::theFunnelOfOnlySomeLeads()
{
    lead(u"A"_s, u"Ines"_s);
    lead(u"B"_s, u"Rui"_s);
    FilterTest mine;
    mine.field = LeadField::Owner;
    mine.words = {u"Rui"_s};
    FunnelQuery query;
    query.asOf = m_workspace->clock().now();
    query.until = query.asOf + 1;
    const FunnelAnswer answer = answerOf((*m_workspace)->reports().funnel(query, Filter::of(mine)));
    QCOMPARE(answer.report.total, 1);
    QCOMPARE(answer.leads.front()->ids.size(), size_t(1));
    query.basis = FunnelQuery::Basis::Events;
    QCOMPARE(answerOf((*m_workspace)->reports().funnel(query)).report.steps.front().count, 2);
}

QTEST_GUILESS_MAIN(TestReportService)
#include "tst_reportservice.moc"
