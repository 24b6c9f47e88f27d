// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/workspace/reportservice.h"

namespace kindling::cli {

/// Prints a funnel: as bars with figures, or as JSON.
/// The whole funnel as one document, the period that it is compared with beside it.
QJsonObject funnelJson(Session &session, const FunnelReport &report, const FunnelReport *before = nullptr);
void showFunnel(Session &session, const FunnelReport &report, const FunnelReport *before = nullptr);

} // namespace kindling::cli
