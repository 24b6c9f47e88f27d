// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

namespace kindling {

/// How often leads that stood in a stage were won, of those that are decided.
struct StageRecord
{
    StageId stage;
    qint64 decided = 0; ///< won or lost, and was in the stage at some time
    qint64 won = 0;
};

/// The funnel's stages: what they ask for, and what they are worth. Thread of the workspace.
class StageService
{
public:
    explicit StageService(std::shared_ptr<Engine> engine);

    /// Changes name, kind, win probability, quiet days and criteria; the place stays. Errors: NotFound, NameMissing, NameTaken,
    /// InvalidValue for a probability that is not 0 to 100 or quiet days below 1.
    QFuture<Result<Written>> edit(const Stage &stage);
    /// Adds a stage of the team's own before the proposal, or before the customer. Errors as for edit().
    QFuture<Result<Stage>> add(const QString &name);
    /// Moves a stage to a place, counted from 0. Error NotFound.
    QFuture<Result<Written>> move(StageId stage, int place);

    /// The workspace's own history, for each stage in order: win probability as it was, not as it was guessed.
    QFuture<Result<std::vector<StageRecord>>> ownHistory();

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
