// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/columnsnapshot.h"

#include <memory>
#include <span>

namespace kindling {

/// What the leads of each company amount to, archived ones left out: made in one pass when first asked for, and kept with the snapshot,
/// which it holds on to.
class CompanyTotals
{
public:
    struct Counts
    {
        qint32 leads = 0;
        qint32 open = 0;
        qint32 won = 0;
        UtcMs lastActivity = 0; ///< 0 for none
    };
    class Sums;
    struct Kept; ///< what is kept: companytotals.cpp

    explicit CompanyTotals(SnapshotPtr columns);

    // by the code of the company in the snapshot
    const Counts &counts(quint32 company) const;
    MoneySum openValue(quint32 company) const;
    MoneySum wonValue(quint32 company) const;
    /// The same as one number, each currency (in the order of the snapshot's) times its worth: to be compared, not shown.
    double openWorth(quint32 company, std::span<const double> worths) const;
    double wonWorth(quint32 company, std::span<const double> worths) const;

private:
    SnapshotPtr m_columns;
    std::shared_ptr<const Kept> m_kept;
};

} // namespace kindling
