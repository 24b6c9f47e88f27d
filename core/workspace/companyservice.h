// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/companycolumn.h"
#include "core/rules/companyjoin.h"
#include "core/store/mergedcompanies.h"
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
    std::vector<MergedCompany> merged; ///< what is part of it, the last first
};

struct CompanyWritten
{
    Company company; ///< as it is now
    ChangeId change;
};

/// Which companies become one. `choices` are winners that a person chose; the usual ones stand for the rest.
struct CompanyMergeRequest
{
    CompanyId survivor; ///< none: the one that goes on better
    std::vector<CompanyId> others;
    CompanyChoices choices;
    std::vector<std::pair<CompanyId, ChangeId>> revisions; ///< as they were when they were looked at; may be empty
};

/// What a merge will make, before it is done.
struct CompanyMergePreview
{
    std::vector<Company> companies; ///< the survivor first
    CompanyChoices choices; ///< as asked for
    Company merged;
    qint64 leads = 0; ///< of the others, archived ones too, which go to the survivor
};

struct CompanySplitDone
{
    std::vector<Company> companies; ///< the survivor, then the restored ones
    QStringList keptFields; ///< labels of fields that were edited after the merge and stay with the survivor
    int leads = 0; ///< went back
    int leadsElsewhere = 0; ///< would have, but have another company by now
    ChangeId change;
};

/// Companies: asking and writing. Thread of the workspace.
class CompanyService
{
public:
    explicit CompanyService(std::shared_ptr<Engine> engine);

    /// All companies whose name contains `text` (folded), by name, with their number of leads.
    QFuture<Result<std::vector<Company>>> list(const QString &text, int limit);
    /// The companies of the list, with what their leads amount to.
    QFuture<Result<CompanyList>> lines(const CompanyQuery &query);
    /// All that is known of some of them, in the order of the ids, without the number of their leads; those that are not there are left
    /// out.
    QFuture<Result<std::vector<Company>>> companies(const std::vector<CompanyId> &ids);
    /// The company of an id, or the one that it was merged into.
    QFuture<Result<Company>> company(CompanyId id);
    QFuture<Result<qint64>> count(); ///< of all companies
    QFuture<Result<CompanyDossier>> dossier(CompanyId id);
    /// What merge() would make. The same errors.
    QFuture<Result<CompanyMergePreview>> preview(const CompanyMergeRequest &request);

    // writes: one undoable change each
    /// Saves a company as edited. Errors: Conflict when `edited.revision` is not the present one or another company has the name.
    QFuture<Result<CompanyWritten>> save(Company edited);
    /// Makes one company of several: leads go to the survivor, its empty fields take the others' values, notes are joined; the others'
    /// names and ids go on meaning it. Errors: NotFound, Usage (fewer than two), Conflict when a revision is not the present one.
    QFuture<Result<CompanyWritten>> merge(const CompanyMergeRequest &request);
    /// Takes apart what was merged: by the id of a merged company only that one, by the id of a survivor all of its last merge. Errors:
    /// NotFound, Conflict.
    QFuture<Result<CompanySplitDone>> split(CompanyId id);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
