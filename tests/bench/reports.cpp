// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reports.h"

#include "bench/answer.h"
#include "core/workspace/boardservice.h"
#include "core/workspace/dashboardquestion.h"
#include "core/workspace/importservice.h"
#include "core/workspace/reportservice.h"
#include "support/naivebayes.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

namespace kindling {

using namespace Qt::StringLiterals;

namespace {

/// How long a question takes, in milliseconds; keeps its answer, as a page does.
double timedReport(Workspace &workspace, const ReportQuery &query, ReportAnswer &kept)
{
    return timed([&] { kept = answer(workspace.reports().report(query)); });
}

/// Board and funnel of past evenings, one after the other as they are played.
void benchPast(Workspace &workspace, Table &table)
{
    constexpr qint64 month = 30 * dayMs;
    const auto timedMs = [](auto ask) { return timed([&] { answer(ask()); }); };
    const UtcMs now = workspace.clock().now();
    FunnelQuery funnel;
    funnel.until = now;
    BoardQuery board;
    board.filter = Filter::of(FilterTest{LeadField::Outcome, FilterTest::Operator::Is, {keyOf(Outcome::Open)}});
    const auto askFunnel = [&](int months) { return workspace.reports().funnel(funnel, {}, now - months * month); };
    const auto askBoard = [&](int months) {
        board.past = now - months * month;
        return workspace.board().board(board);
    };
    table.add({u"as of a past day, first time (loads all stays)"_s, {timedMs([&] { return askFunnel(12); })}, 0, {}});
    table.add({u"board of a past day, first time (loads what happened)"_s, {timedMs([&] { return askBoard(12); })}, 0, {}});
    Row funnels{u"funnel as of a past day, another each time"_s, {}, 0, {}};
    Row boards{u"board as of a past day, another each time"_s, {}, 0, {}};
    for (int months = 11; months > 0; --months) {
        boards.ms.push_back(timedMs([&] { return askBoard(months); }));
        funnels.ms.push_back(timedMs([&] { return askFunnel(months); }));
    }
    table.add(std::move(funnels));
    table.add(std::move(boards));
}

/// The usual charts of the dashboard, asked together as the page asks them.
void benchDashboard(Workspace &workspace, Table &table)
{
    const auto words = workspace.vocabulary();
    Row row{u"dashboard: the six usual charts, together"_s, {}, 0, {}};
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        std::vector<QFuture<Result<FunnelAnswer>>> funnels;
        std::vector<QFuture<Result<ReportAnswer>>> reports;
        for (const DashboardChart &chart : usualDashboard()) {
            const Result<DashboardQuestion> question = questionOf(chart, *words, workspace.clock().now(), workspace.clock().zone());
            if (question && question->isFunnel)
                funnels.push_back(workspace.reports().funnel(question->funnel, question->filter));
            else if (question)
                reports.push_back(workspace.reports().report(question->report, question->filter));
        }
        for (auto &funnel : funnels)
            funnel.waitForFinished();
        for (auto &report : reports)
            report.waitForFinished();
        row.ms.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    table.add(std::move(row));
}

/// The decided leads of a workspace as a prediction learns from them.
struct Decided
{
    std::vector<FunnelLead> leads;
    std::vector<quint32> chosen;
    std::vector<PredictionField> fields;

    void add(const Lead &lead)
    {
        chosen.push_back(quint32(leads.size()));
        leads.push_back({lead.created, 0, lead.outcome, lead.outcomeSince, 0, 0});
        const QString words[] = {lead.source,   lead.campaign, lead.industry, lead.companySize,
                                 lead.jobTitle, lead.city,     lead.region,   lead.country};
        fields.resize(std::size(words));
        for (size_t i = 0; i < std::size(words); ++i) {
            std::vector<QString> &names = fields[i].names;
            const auto found = std::find(names.begin(), names.end(), words[i]);
            fields[i].groups.push_back(quint32(found - names.begin()));
            if (found == names.end())
                names.push_back(words[i]);
        }
    }
};

/// Our prediction and naive Bayes on the same leads and the same split.
void benchPrediction(Workspace &workspace, Table &table)
{
    constexpr size_t most = 50'000;
    FilterTest decided;
    decided.field = LeadField::Outcome;
    decided.words = {keyOf(Outcome::Won), keyOf(Outcome::Lost)};
    QFuture<Result<LeadListPtr>> list = workspace.leads().list({Filter::of(decided), {{LeadField::Created, true}}});
    list.waitForFinished();
    std::vector<LeadId> ids = (*list.result())->ids;
    ids.resize(std::min(ids.size(), most));
    QFuture<Result<std::vector<Lead>>> rows = workspace.leads().rows(ids);
    rows.waitForFinished();
    Decided cases;
    const Result<std::vector<Lead>> leads = rows.result();
    for (const Lead &lead : *leads)
        cases.add(lead);
    const PredictionInput input{cases.leads, cases.chosen, cases.fields, workspace.clock().now()};
    QElapsedTimer timer;
    timer.start();
    const Prediction ours = learnPrediction(input);
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    const NaiveBayes theirs(input);
    const double theirMs = double(timer.nsecsElapsed()) / 1e6;
    const auto quality = [](double auc, double brier) { return u"AUC %1, Brier %2"_s.arg(auc, 0, 'f', 4).arg(brier, 0, 'f', 4); };
    table.add({u"prediction: logistic regression, learned and measured"_s, {ms}, double(leads->size()), quality(ours.auc, ours.brier)});
    table.add({u"prediction: naive Bayes as Odoo computes it, the same split"_s,
               {theirMs},
               double(leads->size()),
               quality(areaUnderCurve(theirs.chances, theirs.outcomes), brierScore(theirs.chances, theirs.outcomes))});
}

} // namespace

void benchReports(Workspace &workspace, Table &table)
{
    struct Measured
    {
        QString name;
        ReportKind kind;
        ReportQuery::Basis basis;
    };
    const Measured reports[] = {{u"report: people"_s, ReportKind::People, ReportQuery::Basis::Happened},
                                {u"report: sources"_s, ReportKind::Sources, ReportQuery::Basis::Entered},
                                {u"report: who buys, by industry"_s, ReportKind::Insights, ReportQuery::Basis::Entered},
                                {u"report: conversion over time (Kaplan–Meier)"_s, ReportKind::Conversion, ReportQuery::Basis::Entered},
                                {u"report: time in stage"_s, ReportKind::Stages, ReportQuery::Basis::Happened},
                                {u"report: velocity"_s, ReportKind::Velocity, ReportQuery::Basis::Happened},
                                {u"report: reasons"_s, ReportKind::Reasons, ReportQuery::Basis::Happened},
                                {u"report: answer time, over all activities"_s, ReportKind::Response, ReportQuery::Basis::Entered},
                                {u"report: month by month"_s, ReportKind::Trend, ReportQuery::Basis::Happened},
                                {u"report: campaigns and their costs"_s, ReportKind::Campaigns, ReportQuery::Basis::Entered},
                                {u"report: forecast by stage and age"_s, ReportKind::Forecast, ReportQuery::Basis::Happened},
                                {u"report: prediction, learned and measured"_s, ReportKind::Prediction, ReportQuery::Basis::Happened}};
    ReportAnswer kept;
    ReportQuery query;
    query.asOf = workspace.clock().now();
    query.until = query.asOf + 1;
    table.add({u"report, first time (gathers the stays)"_s, {timedReport(workspace, query, kept)}, 0, {}});
    for (const Measured &report : reports) {
        query.kind = report.kind;
        query.basis = report.basis;
        Row row{report.name, {}, 0, {}};
        for (int i = 0; i < 7; ++i)
            row.ms.push_back(timedReport(workspace, query, kept));
        table.add(std::move(row));
    }
    benchDashboard(workspace, table);
    benchPast(workspace, table);
    benchPrediction(workspace, table);
}

void benchPredictionOf(const QString &file, Table &table)
{
    const auto answerOf = [](auto future) {
        future.waitForFinished();
        auto result = future.takeResult();
        if (!result)
            qFatal("%s", qPrintable(errorSentence(result.error())));
        return std::move(*result);
    };
    const QTemporaryDir folder;
    OpenOptions options;
    options.create = true;
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(folder.filePath(u"prediction.kindling"_s), options);
    if (!workspace)
        qFatal("%s", qPrintable(errorSentence(workspace.error())));
    const auto progress = std::make_shared<Progress>();
    const ImportMapping mapping = answerOf((*workspace)->imports().recognise(file, progress));
    answerOf((*workspace)->imports().run({file, mapping, {}, {}, {}, {}, {}}, progress));
    benchPrediction(**workspace, table);
}

} // namespace kindling
