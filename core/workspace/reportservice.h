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

/// What the leads of one source (campaign, owner …) came to.
struct GroupShare
{
    QString name; ///< empty: they have none
    qint64 leads = 0;
    Rate won; ///< of all its leads, decided or not
};

/// Figures. Thread of the workspace.
class ReportService
{
public:
    explicit ReportService(std::shared_ptr<Engine> engine);

    /// The funnel of the leads that match a filter (all outcomes; archived left out).
    QFuture<Result<FunnelAnswer>> funnel(const FunnelQuery &query, const Filter &filter = {});

    /// The leads that match a filter, by a word field (Source, Campaign, Owner …), most leads first; `limit` groups at most. Error
    /// UnknownField for a field without groups.
    QFuture<Result<std::vector<GroupShare>>> shares(LeadField by, const Filter &filter, int limit);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
