// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/dashboardquestion.h"
#include "core/workspace/viewservice.h"
#include "support/temporaryworkspace.h"

using namespace kindling;
using namespace Qt::StringLiterals;

/// The charts that the owner keeps in view: kept in the workspace, undone like any change, asked of the moment. It is 2 March 2026.
class TestDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUsualChartsUntilSomebodyChooses();
    void isKeptAndUndoes();
    void readsWhatItWrote();
    void asksOfTheMoment();
    void saysWhatIsNoMore();
    void periodsMoveOnWithTheDays();

private:
    static DashboardChart chart(const QString &report)
    {
        DashboardChart chart;
        chart.report = report;
        return chart;
    }
    static Result<DashboardQuestion> ask(TemporaryWorkspace &workspace, const DashboardChart &chart)
    {
        const auto words = workspace->vocabulary();
        return questionOf(chart, *words, workspace.clock().now(), workspace.clock().zone());
    }
};

void TestDashboard::theUsualChartsUntilSomebodyChooses()
{
    TemporaryWorkspace workspace;
    const Dashboard usual = answerOf(workspace->views().dashboard());
    QCOMPARE(usual, usualDashboard());
    for (const DashboardChart &each : usual)
        QVERIFY(ask(workspace, each).ok());
}

void TestDashboard::isKeptAndUndoes()
{
    TemporaryWorkspace workspace;
    const Dashboard first{chart(u"people"_s)};
    const Dashboard second{chart(u"people"_s), chart(u"trend"_s)};
    answerOf(workspace->views().saveDashboard(first));
    answerOf(workspace->views().saveDashboard(second));
    workspace.open(); // another day
    QCOMPARE(answerOf(workspace->views().dashboard()), second);
    answerOf(workspace->history().undo());
    QCOMPARE(answerOf(workspace->views().dashboard()), first);
    answerOf(workspace->history().undo());
    QCOMPARE(answerOf(workspace->views().dashboard()), usualDashboard());
    answerOf(workspace->history().redo());
    QCOMPARE(answerOf(workspace->views().dashboard()), first);
    answerOf(workspace->views().saveDashboard({})); // none is a choice, too
    QVERIFY(answerOf(workspace->views().dashboard()).empty());
}

void TestDashboard::readsWhatItWrote()
{
    DashboardChart full{u"people"_s, u"2026-01-01..2026-01-31"_s, u"cohort"_s, u"source"_s, u"won"_s, u"Hot “ones”"_s, u"Ines"_s};
    QCOMPARE(dashboardFrom(dashboardText({full, chart(u"funnel"_s)})), std::optional(Dashboard{full, chart(u"funnel"_s)}));
    QCOMPARE(dashboardFrom(u"[]"_s), std::optional(Dashboard{}));
    QVERIFY(!dashboardFrom(u"no list"_s));
    QCOMPARE(dashboardFrom(u"[{\"report\":3},{},7]"_s), std::optional(Dashboard{}));
}

void TestDashboard::asksOfTheMoment()
{
    TemporaryWorkspace workspace;
    workspace.add(u"Marta"_s);
    DashboardChart people = chart(u"people"_s);
    people.period = u"lastQuarter"_s;
    people.by = u"source"_s;
    people.owner = u"Ines"_s;
    const DashboardQuestion question = *ask(workspace, people);
    QCOMPARE(question.title, u"People by source"_s);
    QCOMPARE(question.inWords(), u"last quarter · owner Ines"_s);
    QCOMPARE(question.report.from, QDate(2025, 10, 1).startOfDay(workspace.clock().zone()).toMSecsSinceEpoch());
    QCOMPARE(question.report.until, QDate(2026, 1, 1).startOfDay(workspace.clock().zone()).toMSecsSinceEpoch());
    QCOMPARE(question.report.by, std::optional<FieldId>(LeadField::Source));
    DashboardChart funnel = chart(u"funnel"_s);
    funnel.basis = u"snapshot"_s;
    QVERIFY(ask(workspace, funnel)->isFunnel);
    QCOMPARE(ask(workspace, funnel)->funnel.basis, FunnelQuery::Basis::Snapshot);
}

void TestDashboard::saysWhatIsNoMore()
{
    TemporaryWorkspace workspace;
    DashboardChart gone = chart(u"people"_s);
    gone.segment = u"Bakeries"_s;
    QCOMPARE(ask(workspace, gone).error().code, ErrorCode::NotFound);
    gone = chart(u"people"_s);
    gone.owner = u"Somebody"_s;
    QCOMPARE(ask(workspace, gone).error().code, ErrorCode::NotFound);
    gone = chart(u"people"_s);
    gone.by = u"shoeSize"_s;
    QCOMPARE(ask(workspace, gone).error().code, ErrorCode::UnknownField);
    gone = chart(u"people"_s);
    gone.period = u"soon"_s;
    QCOMPARE(ask(workspace, gone).error().code, ErrorCode::InvalidValue);
    QCOMPARE(ask(workspace, chart(u"horoscope"_s)).error().code, ErrorCode::NotFound);
}

void TestDashboard::periodsMoveOnWithTheDays()
{
    QCOMPARE(reportPeriod(u"thisQuarter"_s, QDate(2026, 3, 31))->from, QDate(2026, 1, 1));
    QCOMPARE(reportPeriod(u"thisQuarter"_s, QDate(2026, 4, 1))->from, QDate(2026, 4, 1));
    QCOMPARE(reportPeriod(u"last12Months"_s, QDate(2024, 2, 29))->from, QDate(2023, 2, 28));
    QCOMPARE(reportPeriod(u"2026-02-01..2026-01-01"_s, QDate(2026, 4, 1))->until, QDate(2026, 2, 2)); // in any order
    QVERIFY(reportPeriod(u"allTime"_s, QDate(2026, 4, 1))->isAllTime());
    QVERIFY(!reportPeriod(u"2026-02-31..2026-03-01"_s, QDate(2026, 4, 1)));
}

QTEST_GUILESS_MAIN(TestDashboard)
#include "tst_dashboard.moc"
