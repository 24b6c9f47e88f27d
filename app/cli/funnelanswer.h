// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/workspace/reportservice.h"

namespace kindling::cli {

/// Prints a funnel: as bars with figures, or as JSON.
void showFunnel(Session &session, const FunnelReport &report);

} // namespace kindling::cli
