// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QString>

#include <utility>
#include <vector>

namespace kindling {

class Connection;

/// The leads with a website at LinkedIn, and its address as it is stored; oldest first. Reads every lead once.
Result<std::vector<std::pair<LeadId, QString>>> leadsAtLinkedIn(Connection &connection);

} // namespace kindling
