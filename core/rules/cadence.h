// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/lead.h"
#include "core/domain/workrules.h"
#include "core/rules/when.h"

namespace kindling {

/// The next touch as a cadence proposes it, with the reason in words.
struct CadenceProposal
{
    PlannedTime when;
    QString reason; ///< "hot: every 3 days, at most 7; last touch 2 days ago, 4 so far"
};

/// What is known of the touches of a lead.
struct Touches
{
    std::optional<UtcMs> last;
    int count = 0;
};

/// The next touch after a cadence: `everyDays` after the last one (or from now, when there was none or that has passed), moved to a working
/// day but not beyond `atMostDays`, at the hour at which the day starts.
CadenceProposal proposeTouch(const Cadence &cadence, const Touches &touches, const WorkRules &work, UtcMs now, const QTimeZone &zone);

/// "hot: every 3 days, at most 7".
QString cadenceInWords(const Cadence &cadence);

/// The follow-up that an activity has done: open, of its kind, and due within two days or late; the most urgent one. An email or message
/// fulfils either; nothing fulfils a task. A call that nobody took is a call all the same: what was planned has been tried.
std::optional<FollowUp> fulfilledBy(ActivityKind kind, const std::vector<FollowUp> &followUps, UtcMs now);

} // namespace kindling
