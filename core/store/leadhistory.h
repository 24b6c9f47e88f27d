// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/changeset.h"
#include "core/domain/ids.h"

#include <vector>

namespace kindling {

class Connection;

/// What was changed of one lead, newest first, in words. At most the last 200 changes.
Result<std::vector<LeadChange>> leadHistory(Connection &connection, LeadId lead);

} // namespace kindling
