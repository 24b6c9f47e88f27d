// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <optional>

namespace kindling {

class Connection;

/// A prepared statement. Obtained from Connection::prepared(), which keeps it for the next time. Belongs to the thread of its connection.
class Statement
{
public:
    Statement(QSqlQuery query, const Connection &connection);

    /// Binds the values in order and executes. After an error nothing else may run in the same transaction.
    Result<void> run(const QVariantList &values = {});
    /// Binds by name. For many values: by position, Qt 6 makes up a name for each value at each binding.
    Result<void> run(const QStringList &names, const QVariantList &values);

    /// Moves to the next row; false at the end.
    bool next();
    /// Ends a query before its last row, so that it holds no lock.
    void finish() { m_query.finish(); }

    bool isNull(int column) const { return m_query.isNull(column); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QVariant value(int column) const { return m_query.value(column); }
    std::optional<qint64> optionalInteger(int column) const;
    int columns() const;
    QString columnName(int column) const;

    /// Rows that the last insert, update or delete touched.
    int affected() const { return m_query.numRowsAffected(); }

private:
    QSqlQuery m_query;
    const Connection *m_connection;
};

} // namespace kindling
