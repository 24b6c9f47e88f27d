// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"

#include <span>

namespace kindling {

/// True for what reaches out to a lead: a call, email, meeting or message that did not come from it. Notes and visits are none.
bool isTouch(ActivityKind kind, Direction direction);

/// When a lead that came in at `created` was first reached out to; nothing while nobody did. What is older than the lead (the history of
/// another program) counts as at once.
std::optional<UtcMs> firstTouch(UtcMs created, std::span<const Activity> activities);

/// The middle of some durations, of an even number the lower of the two; nothing without any.
std::optional<qint64> medianOf(std::vector<qint64> durations);

} // namespace kindling
