// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

namespace kindling {

/// A follow-up with the lead it is for.
struct DueFollowUp
{
    FollowUp followUp;
    Lead lead;
};

/// What to do with leads, and when. Thread of the workspace.
class FollowUpService
{
public:
    explicit FollowUpService(std::shared_ptr<Engine> engine);

    /// Open follow-ups to bring up before `until`, earliest first.
    QFuture<Result<std::vector<DueFollowUp>>> due(UtcMs until, int limit = 1000);

    /// Ids and `due` are filled in from `localTime` and `zone`.
    QFuture<Result<Written>> plan(FollowUp followUp);
    QFuture<Result<Written>> complete(FollowUpId id);
    QFuture<Result<Written>> snooze(FollowUpId id, UtcMs until);
    QFuture<Result<Written>> cancel(FollowUpId id);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
