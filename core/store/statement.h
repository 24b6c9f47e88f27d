// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>
#include <string_view>

struct sqlite3_stmt;

namespace kindling {

class Connection;

/// A prepared statement. Obtained from Connection::prepared(), which keeps it for the next time. Belongs to the thread of its connection.
/// Columns are read on a row, after next() said true: NULL is 0 as a number, and a null text; other types are converted as SQLite does.
class Statement
{
public:
    Statement(sqlite3_stmt *prepared, Connection &connection);

    /// Binds the values in order and executes. Null texts and invalid values are NULL; texts, byte arrays, truth values, whole and
    /// floating-point numbers are bound as they are. After an error nothing else may run in the same transaction.
    Result<void> run(const QVariantList &values = {});
    /// Binds by name (":lead") and executes.
    Result<void> run(const QStringList &names, const QVariantList &values);

    /// Moves to the next row; false at the end. A row that cannot be read ends it too, and fails what the connection runs next.
    bool next();
    /// Ends a query before its last row, so that it holds no lock.
    void finish();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    /// The bytes of a text (UTF-8) or a blob.
    QByteArray bytes(int column) const;
    /// The same as they lie in the row, until it is left.
    std::string_view view(int column) const;
    /// Invalid, qint64, double, QString or QByteArray, as it is stored.
    QVariant value(int column) const;
    std::optional<qint64> optionalInteger(int column) const;
    int columns() const;
    QString columnName(int column) const;

    /// Rows that the last insert, update or delete of this connection touched.
    int affected() const;

private:
    enum class Row { None, Fetched, Current }; // the first one is fetched by run()

    /// Makes room for the texts among the values; they are kept until the next run.
    void makeRoom(const QVariantList &values);
    Result<void> bind(int parameter, const QVariant &value);
    Result<void> execute();
    int step();

    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    Connection *m_connection;
    QByteArray m_texts; ///< the texts that are bound, in UTF-8, one after the other
    char *m_nextText = nullptr;
    Row m_row = Row::None;
};

} // namespace kindling
