// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/rules/when.h"
#include "core/workspace/engine.h"

namespace kindling {

/// Writes a planned follow-up as part of a change: its id, its moment and who is to do it are filled in. Errors: InvalidValue for a time,
/// zone or rhythm that is none.
Result<void> writeFollowUp(Writing &writing, const FollowUp &followUp);

/// Marks a follow-up as done, and plans the next one of its series. `zone` is used when the system does not know that of the follow-up.
Result<void> completeFollowUp(Writing &writing, const FollowUp &followUp, const QTimeZone &zone);

/// Moves on the open follow-ups of a lead that count from its last touch.
Result<void> moveAfterTouch(Writing &writing, LeadId lead, UtcMs touched, const QTimeZone &zone);

/// The moment of a wall time in a zone; what both are stored as. Error: InvalidValue.
Result<UtcMs> momentOf(const QString &localTime, const QString &zone);

/// The keys of a follow-up's record that say when it is due.
Result<QJsonObject> dueRecord(const FollowUp &planned);

} // namespace kindling
