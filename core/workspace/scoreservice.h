// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/scorerules.h"
#include "core/workspace/leadservice.h"

namespace kindling {

/// Why a lead has its score: what one rule gave it.
struct ScoreReason
{
    ScoreHalf half = ScoreHalf::Fit;
    QString rule; ///< the condition in words
    double points = 0; ///< not 0, except of a broken rule
    int activities = 0; ///< that were counted; 0 for a rule that counts none
    QString problem; ///< of a broken rule
};

/// The score of one lead on one day, with its reasons, largest first.
struct ScoreExplanation
{
    LeadId lead;
    QDate day;
    LeadScore score;
    Temperature suggested = Temperature::Cold;
    Temperature temperature = Temperature::Cold; ///< what it has
    bool pinned = false; ///< a person chose that
    std::vector<ScoreReason> reasons;
};

/// Who would move if the rules were others: open leads by the temperature that their score suggests.
struct ScorePreview
{
    struct Group
    {
        qint64 before = 0;
        qint64 after = 0;
    };
    std::array<Group, 3> groups; ///< by Temperature
    qint64 leads = 0; ///< open ones
    std::array<LeadListPtr, 3> become; ///< those that would come to a temperature, best score first; never null
    qint64 moved() const;
};

/// Scores by rules. Thread of the workspace.
class ScoreService
{
public:
    explicit ScoreService(std::shared_ptr<Engine> engine);

    /// Ready when all leads are scored as of today.
    QFuture<Result<bool>> ready(ProgressPtr progress = {});
    /// From now on scores are kept right in the background; Workspace::scored() says when they are.
    void keep();

    /// The score of a lead at the end of a day, of today when none is named: from what it was and what had happened then. Error NotFound;
    /// InvalidValue for a day before the lead came or after today.
    QFuture<Result<ScoreExplanation>> explain(LeadId lead, std::optional<QDate> day = std::nullopt);

    /// What other rules would change. Errors as for save(), Cancelled.
    QFuture<Result<ScorePreview>> preview(const ScoringRules &scoring, ProgressPtr progress = {});
    /// Keeps rules and thresholds. Errors: BadFilter, InvalidValue (checkedRule(), of rules that were not kept already).
    QFuture<Result<Written>> save(const ScoringRules &scoring);

    /// Gives the open leads that nobody pinned the temperature that their score suggests, as one change: those named, or all.
    QFuture<Result<Written>> follow(std::optional<std::vector<LeadId>> leads = std::nullopt, ProgressPtr progress = {});
    /// Lets go of a temperature that a person chose and takes the one that the score suggests.
    QFuture<Result<Written>> unpin(LeadId lead);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
