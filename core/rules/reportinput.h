// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldid.h"
#include "core/domain/forecast.h"
#include "core/rules/currencysums.h"
#include "core/rules/figures.h"
#include "core/rules/funnel.h"
#include "core/rules/localdays.h"
#include "core/rules/moneyexchange.h"
#include "core/rules/prediction.h"

namespace kindling {

/// The reports beside the funnel.
enum class ReportKind : quint8 {
    People, ///< results by owner
    Sources, ///< results by source
    Insights, ///< results by what customers are: industry, region, role …
    Conversion, ///< time until qualified or won (Kaplan–Meier)
    Stages, ///< time in each stage
    Velocity, ///< what the open leads bring in a month
    Reasons, ///< why they were won and lost
    Response, ///< time until the first touch, and what it does
    Trend, ///< month by month
    Campaigns, ///< what each campaign brought and cost
    Forecast, ///< what the open leads will bring in the months to come
    Grades, ///< what kept forecasts were worth
    Prediction, ///< how well wins are predicted; of all time
    Traits, ///< what speaks for winning; of all time
    Moves, ///< where everyone stood before and at the end of a period, and who moved between
};

/// What a report is asked. All reports understand the period, the day and the split; the rest where it applies.
struct ReportQuery
{
    enum class Basis : quint8 {
        Entered, ///< the leads that came in during the period, and what became of them until `asOf`
        Happened, ///< what happened during the period, whenever the leads came in
    };
    enum class Goal : quint8 { Qualified, Customer };
    /// For which campaign a lead counts: the one it came in by, the last one that reached it before it was decided, or each of them.
    enum class Credit : quint8 { First, Last, Every };

    ReportKind kind = ReportKind::People;
    Basis basis = Basis::Entered;
    Goal goal = Goal::Customer; ///< Conversion
    Credit credit = Credit::First; ///< Campaigns
    bool channels = false; ///< Sources: by the widest channel that the source belongs to
    UtcMs from = 0; ///< inclusive
    UtcMs until = 0; ///< exclusive
    UtcMs asOf = 0;
    /// One row for each value; without it, what the report is usually split by. In a report with rows of its own, each of them for each of
    /// the largest groups; without it, for all leads together.
    std::optional<FieldId> by;
    int ripeDays = 90; ///< a month whose leads had less time than this is too young to be judged
};

/// One lead that counts for one group.
struct LeadCredit
{
    quint32 lead = 0;
    quint32 group = 0;
};

/// What was spent for one group.
struct GroupCost
{
    quint32 group = 0;
    UtcMs at = 0; ///< beginning of the day
    Money amount;
};

/// What the reports count, gathered once for all leads. Spans stay valid while the report is made.
struct ReportInput
{
    std::span<const Stage> stages; ///< in funnel order
    std::span<const FunnelLead> leads;
    std::span<const quint32> chosen; ///< indices of the leads that the report is about
    std::span<const StageStay> stays; ///< those of one lead together and in order of time
    std::span<const quint32> stayBegin; ///< one more than leads
    std::span<const QString> currencies;
    std::span<const quint32> groups; ///< beside leads: index into groupNames; empty when nothing is split
    std::span<const quint32> groupsBefore; ///< Moves: the same before the period; `notThere` here and in `groups` for leads that were not
    static constexpr quint32 notThere = 0xFFFFFFFF;
    std::span<const QString> groupNames; ///< an empty name is that of leads without a value
    std::span<const quint32> shownGroups; ///< of a report with rows of its own: those that are shown; empty for the largest
    std::span<const quint32> reasons; ///< Reasons: beside leads, index into reasonNames
    std::span<const QString> reasonNames; ///< an empty name is that of leads without a reason
    std::span<const UtcMs> touched; ///< beside leads: our first touch after it came in; 0 while there is none
    QString groupLabel; ///< "Owner"
    std::span<const PredictionField> fields; ///< Prediction, Traits
    std::span<const LeadCredit> credits; ///< Campaigns: of all leads, in their order; a lead may count for several groups
    std::span<const GroupCost> costs; ///< Campaigns, Sources
    std::span<const quint32> planned; ///< Campaigns: groups that have a row also without a lead
    std::span<const quint32> everybody; ///< the leads that costs are shared among: `chosen` before it was filtered
    const MoneyExchange *exchange = nullptr; ///< Campaigns, Sources, Forecast
    std::span<const UtcMs> expectedClose; ///< Forecast: beside leads, UTC midnight of the day; 0 for none
    std::span<const SalesGoal> goals; ///< Forecast
    std::optional<QString> goalOf; ///< Forecast: whose goals it is held against; empty for the team's; nothing: nobody's
    std::span<const KeptForecast> kept; ///< Grades
    quint16 marketingStep = 0; ///< the first step that counts as qualified for marketing
    quint16 qualifiedStep = 0; ///< the first step that counts as qualified for sales
    const LocalDays *days = nullptr;
    QTimeZone zone = QTimeZone::utc(); ///< months begin here

    std::span<const StageStay> staysOf(quint32 lead) const { return stays.subspan(stayBegin[lead], stayBegin[lead + 1] - stayBegin[lead]); }
    quint32 groupOf(quint32 lead) const { return groups.empty() ? 0 : groups[lead]; }
    size_t groupCount() const { return groups.empty() ? 1 : groupNames.size(); }
    /// When the lead first stood at `step` or beyond it, or was won; nothing if that is not before `asOf`.
    std::optional<UtcMs> reached(quint32 lead, quint16 step, UtcMs asOf) const;
    /// When the lead was won, or first stood among the customers.
    std::optional<UtcMs> bought(quint32 lead, UtcMs asOf) const;
};

/// Makes a report. Linear in the chosen leads and their stays.
Figures report(const ReportInput &input, const ReportQuery &query);

} // namespace kindling
