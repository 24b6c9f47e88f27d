// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"

#include <unordered_map>

namespace kindling {

/// What is to be brought up now.
struct ReminderBatch
{
    std::vector<DueFollowUp> apart; ///< each by itself
    std::vector<FollowUpId> together; ///< as one message: missed ones, or too many at once
    QStringList names; ///< of the first leads of those together
    UtcMs nextLook = 0; ///< nothing comes due before it
};

/// Brings follow-ups up, each once for each time it was promised or snoozed to: across restarts, sleep, clocks that are set back and zones
/// that change. Thread of the workspace.
class ReminderService
{
public:
    explicit ReminderService(std::shared_ptr<Engine> engine);

    /// What has become due by the workspace's clock and was not brought up yet. This program does not bring it up again; until shown() is
    /// called it comes after a restart, together with what was missed, rather than being lost.
    QFuture<Result<ReminderBatch>> look();
    /// Those of `ids` that need no telling any more: done, removed, or put off.
    QFuture<Result<std::vector<FollowUpId>>> settled(std::vector<FollowUpId> ids);
    /// The desktop has them.
    QFuture<Result<bool>> shown(std::vector<FollowUpId> ids);

private:
    std::shared_ptr<Engine> m_engine;
    using Underway = std::unordered_map<FollowUpId, UtcMs>; ///< raised by this program for a moment, and not confirmed
    std::shared_ptr<Underway> m_underway; ///< writer's thread only
};

} // namespace kindling
