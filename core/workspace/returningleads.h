// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/engine.h"

namespace kindling {

/// Plans the day on which lost or disqualified leads are opened again: a follow-up of that day, as part of the change that rejects them.
/// Nothing without such a day.
Result<void> planReturns(Writing &writing, const std::vector<LeadId> &ids, const LeadMove &move);

} // namespace kindling
