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
#include <cmath>
#include <optional>
#include <random>

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
void comparePredictions(const std::vector<Lead> &leads, UtcMs now, const QString &of, Table &table)
{
    Decided cases;
    for (const Lead &lead : leads)
        cases.add(lead);
    const PredictionInput input{cases.leads, cases.chosen, cases.fields, now};
    const auto quality = [](double auc, double brier) { return u"AUC %1, Brier %2"_s.arg(auc, 0, 'f', 4).arg(brier, 0, 'f', 4); };
    Prediction ours;
    const double ms = timed([&] { ours = learnPrediction(input); });
    table.add({u"prediction of %1: logistic regression"_s.arg(of), {ms}, double(leads.size()), quality(ours.auc, ours.brier)});
    std::optional<NaiveBayes> theirs;
    const double theirMs = timed([&] { theirs.emplace(input); });
    table.add({u"prediction of %1: naive Bayes as Odoo computes it"_s.arg(of),
               {theirMs},
               double(leads.size()),
               quality(areaUnderCurve(theirs->chances, theirs->outcomes), brierScore(theirs->chances, theirs->outcomes))});
}

void benchPrediction(Workspace &workspace, const QString &of, Table &table)
{
    constexpr size_t most = 50'000;
    FilterTest decided;
    decided.field = LeadField::Outcome;
    decided.words = {keyOf(Outcome::Won), keyOf(Outcome::Lost)};
    std::vector<LeadId> ids = answer(workspace.leads().list({Filter::of(decided), {{LeadField::Created, true}}}))->ids;
    ids.resize(std::min(ids.size(), most));
    comparePredictions(answer(workspace.leads().rows(ids)), workspace.clock().now(), of, table);
}

/// Leads whose chance of winning is known, because it was drawn from it: large firms and referrals buy, web forms do not. Industry and job
/// title come with the size of the firm, as they do in life, and say nothing beside it.
std::vector<Lead> plantedOutcomes(size_t count, UtcMs now)
{
    std::mt19937_64 random(7); // the same leads each time
    const auto chance = [&] { return double(random() >> 11U) * 0x1p-53; };
    std::vector<Lead> leads(count);
    for (size_t i = 0; i < count; ++i) {
        Lead &lead = leads[i];
        const bool large = chance() < 0.4;
        const auto goesWith = [&](const QString &ifLarge, const QString &ifSmall) {
            return large == (chance() < 0.85) ? ifLarge : ifSmall;
        };
        lead.companySize = large ? u"Large"_s : u"Small"_s;
        lead.industry = goesWith(u"Hotel"_s, u"Bakery"_s);
        lead.jobTitle = goesWith(u"Buyer"_s, u"Owner"_s);
        lead.region = goesWith(u"City"_s, u"Country"_s);
        const double way = chance();
        lead.source = way < 0.2 ? u"Referral"_s : way < 0.6 ? u"Web form"_s : u"Trade fair"_s;
        const double logOdds = -1.5 + (large ? 1.2 : 0) + (way < 0.2 ? 1.0 : way < 0.6 ? -0.8 : 0);
        lead.outcome = chance() < 1 / (1 + std::exp(-logOdds)) ? Outcome::Won : Outcome::Lost;
        lead.created = now - qint64(count - i) * 60'000;
        lead.outcomeSince = lead.created + 1;
    }
    return leads;
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
    benchPrediction(workspace, u"the sample"_s, table);
    comparePredictions(plantedOutcomes(50'000, workspace.clock().now()), workspace.clock().now(), u"planted outcomes"_s, table);
}

void benchPredictionOf(const QString &file, Table &table)
{
    const QTemporaryDir folder;
    OpenOptions options;
    options.create = true;
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(folder.filePath(u"prediction.kindling"_s), options);
    if (!workspace)
        qFatal("%s", qPrintable(errorSentence(workspace.error())));
    const auto progress = std::make_shared<Progress>();
    const ImportMapping mapping = answer((*workspace)->imports().recognise(file, progress));
    answer((*workspace)->imports().run({file, mapping, {}, {}, {}, {}, {}}, progress));
    benchPrediction(**workspace, u"the file"_s, table);
}

} // namespace kindling
