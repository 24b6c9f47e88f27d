// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/workspace/reportservice.h"

namespace kindling::cli {

/// The whole funnel as one document, the period that it is compared with beside it.
QJsonObject funnelJson(Session &session, const FunnelAnswer &answer);
/// Prints a funnel: as bars with figures (as a table if it is split), or as JSON.
void showFunnel(Session &session, const FunnelAnswer &answer);

} // namespace kindling::cli
