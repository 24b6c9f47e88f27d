// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <QVariant>

namespace kindling {

class Connection;

/// Inserts many rows with several rows a statement. flush() at the end; an error ends the transaction it runs in.
/// `parent` is the insertion of the rows that these refer to, and is always written first: while a deferred foreign key is broken, SQLite
/// looks for the children of every parent it inserts, which is slow with an index and quadratic without.
class BulkInsert
{
public:
    BulkInsert(Connection &connection, const QString &table, const QStringList &columns, BulkInsert *parent = nullptr);

    /// Appends one row; `values` beside the columns.
    Result<void> add(QVariantList &&values);
    Result<void> flush();

private:
    QString statementFor(int rows) const;
    Result<void> write(const QString &statement);

    Connection &m_connection;
    BulkInsert *m_parent;
    QString m_head;
    int m_columns;
    int m_rowsAtOnce;
    QString m_fullStatement;
    QVariantList m_pending;
};

} // namespace kindling
