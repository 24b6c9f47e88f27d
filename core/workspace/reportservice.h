// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/reportinput.h"
#include "core/workspace/leadservice.h"

namespace kindling {

class ReportGround;
struct Viewpoint;

/// A stretch of time to compare with: from inclusive, until exclusive.
struct ComparedPeriod
{
    UtcMs from = 0;
    UtcMs until = 0;
};

/// A funnel with the leads behind its marks.
struct FunnelAnswer
{
    FunnelReport report;
    std::optional<FunnelReport> before; ///< the same of another period, when one was asked for
    std::vector<LeadListPtr> leads; ///< beside report.steps
    LeadListPtr won;
    std::optional<Figures> split; ///< each stage for each group, when that was asked for
    std::optional<Figures> splitBefore; ///< the same of the other period
    std::shared_ptr<const ReportGround> ground; ///< kept so that the next report need not gather it again
    PastMoment past = std::nullopt; ///< the moment that it was asked of

    /// The leads behind one figure of `split`.
    LeadListPtr splitLeads(size_t row, size_t column) const;
};

/// A report, the same of another period beside it when one was asked for, and the leads behind its figures.
struct ReportAnswer
{
    ReportQuery query;
    Figures figures;
    std::optional<Figures> before; ///< rows are matched by name
    std::shared_ptr<const ReportGround> ground;
    PastMoment past = std::nullopt; ///< the moment that it was asked of

    /// The leads behind one figure; `row` may be the number of rows, which means the total. Empty for a figure without leads.
    LeadListPtr leads(size_t row, size_t column) const;
};

/// The chance of one lead to be won, and what makes it so.
struct LeadChance
{
    QString refusal; ///< why there is none; empty when there is one
    double chance = 0; ///< 0 to 1
    std::vector<Prediction::Reason> reasons; ///< largest first
    double auc = 0.5; ///< of the prediction, on leads it had not seen
    qint64 testedOn = 0;
};

/// What the leads of one source (campaign, owner …) came to.
struct GroupShare
{
    QString name; ///< empty: they have none
    qint64 leads = 0;
    Rate won; ///< of all its leads, decided or not
};

/// Figures. Thread of the workspace.
class ReportService
{
public:
    explicit ReportService(std::shared_ptr<Engine> engine);

    /// The funnel of the leads that match a filter (all outcomes; archived left out).
    /// With a past moment, as everything stood then; it takes the place of `asOf`, here and in report().
    QFuture<Result<FunnelAnswer>> funnel(const FunnelQuery &query, const Filter &filter = {}, const PastMoment &past = {},
                                         const std::optional<ComparedPeriod> &before = std::nullopt);

    /// Any other report of the leads that match a filter (archived left out). Error UnknownField for a split by a field without groups,
    /// Cancelled.
    QFuture<Result<ReportAnswer>> report(const ReportQuery &query, const Filter &filter = {},
                                         const std::optional<ComparedPeriod> &before = std::nullopt, ProgressPtr progress = {},
                                         const PastMoment &past = {});

    /// What the prediction, learned from all decided leads, gives one lead. Error NotFound.
    QFuture<Result<LeadChance>> chance(LeadId lead);

    /// The leads that match a filter, by a word field (Source, Campaign, Owner …), most leads first; `limit` groups at most. Error
    /// UnknownField for a field without groups.
    QFuture<Result<std::vector<GroupShare>>> shares(LeadField by, const Filter &filter, int limit, const PastMoment &past = {});

    /// Whether reports can be split by a field: few words, a choice, yes or no.
    static bool canSplitBy(const FieldEntry &field);

private:
    struct Kept;
    struct Asked;
    static Result<void> split(Asked &asked, const ReportQuery &query, const ColumnSnapshot &columns, const Vocabulary &words);
    static Result<void> addCosts(Engine &engine, Kept &kept, Asked &asked, const ReportQuery &query, const ReportGround &ground,
                                 const Viewpoint &from, bool filtered);
    static Result<void> addForecast(Engine &engine, Asked &asked, const Filter &filter, const ColumnSnapshot &columns);
    static Result<std::shared_ptr<const ReportGround>> groundOf(Engine &engine, Kept &kept, const Viewpoint &from);
    static Result<ReportAnswer> movesBetween(Engine &engine, Kept &kept, const SnapshotPtr &present, const ReportQuery &query,
                                             const Filter &filter);

    std::shared_ptr<Engine> m_engine;
    std::shared_ptr<Kept> m_kept;
};

} // namespace kindling
