// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/domain/enums.h"
#include "core/domain/fieldid.h"
#include "core/domain/vocabulary.h"
#include "core/rules/rate.h"

#include <optional>
#include <span>
#include <vector>

namespace kindling {

/// What the funnel needs of one lead.
struct FunnelLead
{
    UtcMs created = 0;
    quint16 step = 0; ///< index of its present stage in the funnel
    Outcome outcome = Outcome::Open;
    UtcMs outcomeSince = 0;
    qint64 valueMinor = 0;
    quint16 currency = 0; ///< index into FunnelInput::currencies
};

/// The outcome of a lead as it was at a moment.
inline Outcome outcomeAt(const FunnelLead &lead, UtcMs moment)
{
    return lead.outcomeSince <= moment ? lead.outcome : Outcome::Open;
}

/// One stay of a lead in a stage. An open stay has no end: `until` is the largest UtcMs.
struct StageStay
{
    quint32 lead = 0; ///< index into FunnelInput::leads
    quint16 step = 0; ///< index into FunnelInput::stages
    UtcMs from = 0;
    UtcMs until = 0;
};

struct FunnelInput
{
    std::span<const Stage> stages; ///< in funnel order
    std::span<const FunnelLead> leads;
    std::span<const StageStay> stays; ///< past and present stays; those of one lead in order of time
    std::span<const QString> currencies;
    std::optional<std::span<const quint32>> chosen = std::nullopt; ///< indices of the leads that the funnel is about; all without it
};

struct FunnelQuery
{
    enum class Basis : quint8 {
        Cohort, ///< of the leads created in the period, how many ever reached each stage (or one after it) by `asOf`
        Snapshot, ///< where the open leads stand at `asOf`, whenever they were created
        Events, ///< the moves of the period: how many leads came to each stage in it, whenever they were created
    };
    enum class Order : quint8 {
        MaySkip, ///< who reached a later stage counts as having reached the ones before
        MustPass, ///< only who stood in a stage, and in all before it, counts
    };
    Basis basis = Basis::Cohort;
    UtcMs from = 0; ///< start of the period, inclusive
    UtcMs until = 0; ///< end of the period, exclusive; Snapshot looks at neither
    UtcMs asOf = 0;
    int ripeDays = 30; ///< a lead younger than this at `asOf` is unripe: still open, not yet a loss
    Order order = Order::MaySkip; ///< of a cohort
    int withinDays = 0; ///< of a cohort: only what was reached so soon after coming in counts; 0: whenever. At most 36,500
    std::optional<FieldId> by = std::nullopt; ///< each stage for each of the largest groups, too
    bool operator==(const FunnelQuery &) const = default;
};

struct FunnelStep
{
    Stage stage;
    qint64 count = 0;
    MoneySum value;
    Rate ofFirst; ///< share of all leads in the funnel
    Rate ofPrevious; ///< share of the step above; n = 0 for the first
    std::vector<quint32> leads; ///< indices of the leads counted here
    qint64 unripe = 0; ///< of `count`: leads that have not had `withinDays` yet; they are in no share
    MoneySum weighted; ///< value times the win percentage of the stage
    std::vector<quint32> back; ///< leads that went from here to an earlier stage, once for each time
    bool operator==(const FunnelStep &) const = default;
};

struct FunnelReport
{
    FunnelQuery query;
    std::vector<FunnelStep> steps;
    qint64 total = 0;
    qint64 open = 0;
    qint64 won = 0;
    qint64 lost = 0;
    qint64 disqualified = 0;
    qint64 unripe = 0; ///< open leads younger than `ripeDays` that are in the cohort
    qint64 notYetWithin = 0; ///< leads of the cohort that have not had `withinDays` yet
    Rate winRate; ///< won of won + lost (disqualified leads were never in the race)
    MoneySum wonValue;
    std::optional<int> leak; ///< index of the step that loses most of the one above, in leads; nothing under 10 leads above it

    /// "The biggest leak: of 473 Marketing qualified leads only 171 (36 %, 32 to 41 %) went on to Sales qualified."
    QString leakSentence(const QLocale &locale) const;
    /// Whether a lead is among those counted as won.
    bool countsWon(const FunnelLead &lead) const;
    /// What was counted, in words, for the footer of the chart.
    QString definition() const;
};

/// Counts the funnel. A cohort lead that skipped a stage counts as having reached it; one that went back keeps what it reached;
/// a won lead has reached the Customer stage. Linear in leads and stays.
FunnelReport funnel(const FunnelInput &input, const FunnelQuery &query);

} // namespace kindling
