// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/reportservice.h"

#include <QDate>

namespace kindling {

/// What all reports of the page are about: a period, perhaps another to compare with, and whose leads.
struct ReportScope
{
    QDate first;
    QDate end; ///< exclusive
    bool allTime = true;
    QString period; ///< in words: "all time", "this year"
    std::optional<ComparedPeriod> before;
    QString beforeWords; ///< "the year before"; empty without one
    Filter filter; ///< segment and owner
    QString whose; ///< in words: "all leads", "segment Bakeries, leads of Ines"
    UtcMs from = 0;
    UtcMs until = 0;
    UtcMs asOf = 0;
    PastMoment past; ///< set while everything is looked at as it stood then; the same as asOf

    /// "all time, all leads": the line below the title of what is printed.
    QString inWords() const;
};

} // namespace kindling
