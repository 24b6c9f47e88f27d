// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/workrules.h"
#include "core/rules/when.h"

namespace kindling {

/// The follow-up that a call's outcome suggests: no answer and busy try again (the next working day at the other time of day, or in two
/// hours), voicemail waits two working days as does somebody who does not decide, a callback is the next working day at the same hour, a
/// conversation and a booked meeting a week; a wrong number and no interest suggest none. Working days and hours are the team's.
std::optional<PlannedTime> nextStepAfter(CallOutcome outcome, UtcMs now, const QTimeZone &zone, const WorkRules &work = defaultWorkRules());

/// What is to be done then: a meeting after a booked one, else another call.
FollowUpKind nextStepKind(CallOutcome outcome);

/// The same as words that parseWhen reads and a person can edit: "2026-03-03 15:00"; empty for none.
QString nextStepText(const std::optional<PlannedTime> &planned);

/// A follow-up of a lead at a planned moment, not yet stored.
FollowUp followUpAt(LeadId lead, const PlannedTime &planned);

} // namespace kindling
