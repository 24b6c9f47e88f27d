// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dashboard.h"
#include "core/rules/reportperiod.h"
#include "core/workspace/reportservice.h"

namespace kindling {

/// What a chart of the dashboard asks, of this moment.
struct DashboardQuestion
{
    QString title; ///< "Sources by industry"
    ReportPeriod period;
    QString whose; ///< "all leads", "segment Bakeries, owner Ines"
    bool isFunnel = false;
    FunnelQuery funnel;
    ReportQuery report;
    Filter filter;

    /// The question in words: "the last 12 months · all leads".
    QString inWords() const;
};

/// Reads a chart against the words of the moment. Errors: NotFound for a report, segment or owner that is no more, UnknownField for a
/// split, InvalidValue for a period.
Result<DashboardQuestion> questionOf(const DashboardChart &chart, const Vocabulary &words, UtcMs now, const QTimeZone &zone);

/// The figure that a chart draws: the column it names, else the first of the report.
size_t drawnColumn(const DashboardChart &chart, const Figures &figures);

} // namespace kindling
