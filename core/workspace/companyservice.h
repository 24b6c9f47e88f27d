// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/companymatcher.h"
#include "core/workspace/leadservice.h"

namespace kindling {

/// Everything the company panel shows.
struct CompanyDossier
{
    Company company;
    LeadListPtr leads; ///< not archived, the last active first
    qint64 open = 0; ///< how many of them are open
    qint64 won = 0;
    MoneySum openValue;
    MoneySum wonValue;
    std::vector<Lead> people; ///< the first of `leads`, whole
    std::vector<Activity> activities; ///< of all its leads, newest first
    std::vector<PossibleCompany> possible; ///< companies that may be the same, with why
};

struct CompanyWritten
{
    Company company; ///< as it is now
    ChangeId change;
};

/// Companies: asking and writing. Thread of the workspace.
class CompanyService
{
public:
    explicit CompanyService(std::shared_ptr<Engine> engine);

    /// All companies whose name contains `text` (folded), by name, with their number of leads.
    QFuture<Result<std::vector<Company>>> list(const QString &text, int limit);
    /// The company of an id, or the one that it was merged into.
    QFuture<Result<Company>> company(CompanyId id);
    QFuture<Result<qint64>> count(); ///< of all companies
    QFuture<Result<CompanyDossier>> dossier(CompanyId id);

    // writes: one undoable change each
    /// Saves a company as edited. Errors: Conflict when `edited.revision` is not the present one or another company has the name.
    QFuture<Result<CompanyWritten>> save(Company edited);
    /// Makes one company of several: leads go to the survivor, its empty fields take the others' values, notes are joined; the others'
    /// names and ids go on meaning it. Errors: NotFound, Usage (fewer than two).
    QFuture<Result<CompanyWritten>> merge(CompanyId survivor, std::vector<CompanyId> others);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
