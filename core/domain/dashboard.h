// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace kindling {

/// A chart that the owner keeps in view: a report with what was chosen for it. Words are kept as they were chosen; those that mean nothing
/// any more (a segment that was removed) are told when the chart is made.
struct DashboardChart
{
    QString report; ///< "funnel", or the key of a report
    QString period = QStringLiteral("allTime"); ///< as in ReportPeriod
    QString basis; ///< "cohort", "snapshot" or "events"; empty: what suits the report
    QString by; ///< key of the field that it is split by; empty: as usual
    QString measure; ///< key of the figure that is drawn; empty: the first one of the report
    QString segment; ///< by name; empty for all leads
    QString owner; ///< by name; empty for all
    bool operator==(const DashboardChart &) const = default;
};

using Dashboard = std::vector<DashboardChart>;

/// What stands there before anybody chose: funnel, trend, sources, conversion, people, reasons.
Dashboard usualDashboard();

/// As it is kept in the workspace: JSON.
QString dashboardText(const Dashboard &charts);
/// Nothing for a text that is none.
std::optional<Dashboard> dashboardFrom(const QString &text);

} // namespace kindling
