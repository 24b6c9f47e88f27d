// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"
#include "core/store/journal.h"
#include "core/store/mergedcompanies.h"

namespace kindling {

/// What stayed with the survivor when a company was taken out of it again.
struct CompanySplitReport
{
    QStringList keptFields; ///< columns of the record that were edited after the merge and stay as they are
    int leads = 0; ///< went back with it
    int leadsElsewhere = 0; ///< were its own, and have another company by now
};

/// Merging and un-merging companies at the level of records, through the journal, inside one transaction.
class CompanyMerge
{
public:
    CompanyMerge(Connection &connection, Journal &journal);

    /// Makes the survivor what `merged` says, gives it the other's leads, and puts the other away as it was.
    Result<void> merge(const Company &merged, const Company &other, UtcMs at);

    /// Takes a company out again: it is as it was, with those of its leads that are still with the survivor. The survivor gets back what
    /// the merge changed, except where it was edited since. Errors: Conflict when the survivor is gone or was merged further, or another
    /// company has the name now.
    Result<CompanySplitReport> split(const MergedCompany &company);

    /// Gives rules that a merge rewrote their words back, where nobody changed them since.
    Result<void> giveRulesBack(ChangeId merge);

private:
    Result<void> mayComeBack(const MergedCompany &company);
    Result<void> giveSurvivorBack(const MergedCompany &company, const CompanyMergeStep &step, CompanySplitReport &report);
    Result<void> bringBack(const MergedCompany &company);
    Result<void> moveBack(const MergedCompany &company, ChangeId merge, CompanySplitReport &report);

    Connection &m_connection;
    Journal &m_journal;
};

} // namespace kindling
