// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/funnel.h"
#include "core/workspace/leadservice.h"

namespace kindling {

/// A funnel with the leads behind its marks.
struct FunnelAnswer
{
    FunnelReport report;
    std::vector<LeadListPtr> leads; ///< beside report.steps
    LeadListPtr won;
};

/// Figures. Thread of the workspace.
class ReportService
{
public:
    explicit ReportService(std::shared_ptr<Engine> engine);

    /// The funnel of the leads that match a filter (all outcomes; archived left out).
    QFuture<Result<FunnelAnswer>> funnel(const FunnelQuery &query, const Filter &filter = {});

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
