// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <QVariant>

#include <functional>
#include <vector>

namespace kindling {

class Connection;

/// One table of a workspace, as its schema has it.
struct StoredTable
{
    QString name;
    QStringList columns;
    QStringList types; ///< INTEGER, REAL, TEXT or BLOB, beside `columns`
    QStringList key; ///< columns of the primary key
};

/// Whole tables out of a workspace and into an empty one. What is derived (the full-text index) is not copied but made again.
class TableCopy
{
public:
    explicit TableCopy(Connection &connection)
        : m_connection(connection)
    {
    }

    /// By name, all of the schema, also those of later versions.
    Result<std::vector<StoredTable>> tables();
    Result<qint64> count(const StoredTable &table);
    /// In the order of the key.
    Result<void> forEachRow(const StoredTable &table, const std::function<Result<void>(const QVariantList &)> &visit);

    /// True when there is neither lead, company nor change.
    Result<bool> isEmpty();
    Result<void> clear(const StoredTable &table);
    /// Makes the full-text index and the planner's figures anew, and checks that every row has the rows it refers to. Error
    /// WorkspaceDamaged.
    Result<void> settle();

private:
    Connection &m_connection;
};

/// Runs `work` in one transaction in which rows may come in any order; whoever calls checks the references by TableCopy::settle().
Result<void> inLooseTransaction(Connection &connection, const std::function<Result<void>()> &work);

} // namespace kindling
