// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/workspace/engine.h"

namespace kindling {

/// Writes a planned follow-up as part of a change: its id, its moment and who is to do it are filled in. Error: InvalidValue.
Result<void> writeFollowUp(Writing &writing, const FollowUp &followUp);

} // namespace kindling
