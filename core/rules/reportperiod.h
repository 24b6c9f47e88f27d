// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace kindling {

/// A stretch of days that reports are about. Those with a key move on with the days: "this quarter" is another one after New Year.
struct ReportPeriod
{
    QString key; ///< "thisYear", or "2026-01-01..2026-03-31" for days that were chosen
    QString label; ///< "this year"
    QDate from;
    QDate until; ///< exclusive

    bool isAllTime() const { return key == u"allTime"; }
};

/// All that are offered by name, the longest first.
std::vector<ReportPeriod> reportPeriods(const QDate &today);

/// The period of a key; nothing when it is none.
std::optional<ReportPeriod> reportPeriod(const QString &key, const QDate &today);

/// Chosen days, both included, in any order.
ReportPeriod periodOfDays(const QDate &first, const QDate &last);

} // namespace kindling
