// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/figures.h"
#include "core/rules/funnel.h"

namespace kindling {

/// A funnel as a table of figures, one row for each stage, with the leads behind them.
Figures funnelFigures(const FunnelReport &report, const FunnelReport *before = nullptr);

} // namespace kindling
