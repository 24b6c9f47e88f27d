// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/cadence.h"
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

    /// Ids and `due` are filled in from `localTime` and `zone`. Error InvalidValue for a time, zone or rhythm that is none.
    QFuture<Result<Written>> plan(FollowUp followUp);
    /// Done now; the next of its series is planned with it.
    QFuture<Result<Written>> complete(FollowUpId id);
    /// Brings it up again later; what was promised stays.
    QFuture<Result<Written>> snooze(FollowUpId id, UtcMs until);
    /// Promises another time; a snooze ends.
    QFuture<Result<Written>> reschedule(FollowUpId id, const PlannedTime &planned);
    QFuture<Result<Written>> setPriority(FollowUpId id, FollowUpPriority priority);
    /// Ends it without having done it, and with it its series.
    QFuture<Result<Written>> cancel(FollowUpId id);

    /// The next touch by the cadence of a segment that the lead is in, else of its temperature; nothing when there is none.
    QFuture<Result<std::optional<CadenceProposal>>> propose(LeadId lead);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
