// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

#include <optional>
#include <vector>

namespace kindling {

class Connection;

/// A company that became part of another.
struct MergedCompany
{
    CompanyId id; ///< its own, which goes on finding the survivor
    CompanyId survivor;
    QString name;
    UtcMs at = 0; ///< when they were merged
};

/// The row of the journal that put a company away.
struct CompanyMergeStep
{
    ChangeId change; ///< null when the journal does not have it
    int step = 0;
};

/// Reading which companies became which. What a merge moved and changed is told by the journal.
class MergedCompanies
{
public:
    explicit MergedCompanies(Connection &connection)
        : m_connection(connection)
    {
    }

    Result<std::optional<MergedCompany>> find(CompanyId id);
    /// The companies merged into one, those of the last merge first; cheap, for showing.
    Result<std::vector<MergedCompany>> partsOf(CompanyId survivor);
    /// The same in the order in which they have to be taken out, the last first: read in the journal.
    Result<std::vector<MergedCompany>> into(CompanyId survivor);
    /// Those of them that one merge brought.
    Result<std::vector<MergedCompany>> ofLastMerge(CompanyId survivor);
    /// The merge as it was done first; undo and redo bring the same.
    Result<CompanyMergeStep> stepOf(const MergedCompany &company);
    /// The one into which a company had been merged before its survivor took that one in.
    Result<std::optional<MergedCompany>> between(const MergedCompany &company);

private:
    Result<std::vector<MergedCompany>> select(const QString &where, const QVariantList &values);

    Connection &m_connection;
};

} // namespace kindling
