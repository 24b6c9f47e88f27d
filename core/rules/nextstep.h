// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/enums.h"
#include "core/rules/when.h"

namespace kindling {

/// The follow-up that a call's outcome suggests: no answer and busy try again (the next working day at the other time of day, or in two
/// hours), voicemail waits two working days, a conversation a week; a wrong number and no interest suggest none. Working days are Monday to
/// Friday, eight to six.
std::optional<PlannedTime> nextStepAfter(CallOutcome outcome, UtcMs now, const QTimeZone &zone);

/// The same as words that parseWhen reads and a person can edit: "2026-03-03 15:00"; empty for none.
QString nextStepText(const std::optional<PlannedTime> &planned);

/// A follow-up of a lead at a planned moment, not yet stored.
FollowUp followUpAt(LeadId lead, const PlannedTime &planned);

} // namespace kindling
