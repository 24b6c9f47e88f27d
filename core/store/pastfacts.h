// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/leadfacts.h"

namespace kindling {

class Connection;

/// The facts of one lead as they stood at a moment: its fields as the journal has them, its temperature, stage, owner and outcome from
/// its stays, its last activity and next follow-up of then. What came with an import counts as known since the lead was created. Errors:
/// NotFound; InvalidValue for a moment before the lead was created.
Result<LeadFacts> factsAsOf(Connection &connection, LeadId lead, UtcMs moment);

} // namespace kindling
