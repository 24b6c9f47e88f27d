// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"
#include "core/store/journal.h"

#include <QHash>

namespace kindling {

/// Companies of one connection. With a journal it also writes, for the length of one transaction.
class CompanyRepository
{
public:
    explicit CompanyRepository(Connection &connection, Journal *journal = nullptr);

    Result<Company> company(qint64 id);
    Result<std::vector<Company>> list(const QString &text, int limit);
    /// In the order of the ids, without the number of their leads; those that are not there are left out.
    Result<std::vector<Company>> companies(const std::vector<CompanyId> &ids);
    Result<qint64> count();
    /// The next companies by id, for walks over all of them.
    Result<std::vector<Company>> after(qint64 id, int limit);

    /// Loads all names at once, for imports.
    Result<void> preload();
    /// The id of the company of that name (folded); makes one when there is none. NULL for an empty name.
    Result<QVariant> idFor(const QString &name);
    Result<std::optional<qint64>> find(const QString &name);

    /// Adds a company whose name is not there yet.
    Result<qint64> add(const Company &company);
    /// Writes the fields that differ; says whether any did.
    Result<bool> save(const Company &company);
    Result<void> flush() { return m_insert.flush(); }
    BulkInsert &insertion() { return m_insert; }
    int added() const { return m_added; }

private:
    Connection &m_connection;
    Journal *m_journal;
    BulkInsert m_insert;
    QHash<QString, qint64> m_ids; ///< by folded name
    bool m_complete = false;
    int m_added = 0;
};

} // namespace kindling
