// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/engine.h"

namespace kindling {

/// Moves leads as part of a change and names it. Errors: NotFound, UnknownValue, Cancelled.
Result<void> moveLeads(Writing &writing, const std::vector<LeadId> &ids, const LeadMove &move, Progress *progress);

/// Sets fields of leads as part of a change and names it. Errors of setField() beside those of moveLeads().
Result<void> editLeads(Writing &writing, const QTimeZone &zone, const std::vector<LeadId> &ids, const std::vector<FieldEdit> &edits,
                       Progress *progress);

} // namespace kindling
