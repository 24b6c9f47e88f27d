// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tablecopy.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/searchtext.h"

#include <map>

namespace kindling {

Result<std::vector<StoredTable>> TableCopy::tables()
{
    std::vector<StoredTable> tables;
    {
        KINDLING_GET(rows,
                     m_connection.run(QStringLiteral("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name "
                                                     "NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")));
        while (rows->next())
            tables.push_back({rows->text(0), {}, {}, {}});
    }
    for (StoredTable &table : tables) {
        std::map<qint64, QString> key;
        KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid"), {table.name}));
        while (rows->next()) {
            table.columns += rows->text(0);
            table.types += rows->text(1).toUpper();
            if (rows->integer(2) > 0)
                key.emplace(rows->integer(2), rows->text(0));
        }
        for (const auto &[place, column] : key)
            table.key += column;
    }
    return tables;
}

Result<qint64> TableCopy::count(const StoredTable &table)
{
    KINDLING_GET(rows, m_connection.integer(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table.name)));
    return rows.value_or(0);
}

Result<void> TableCopy::forEachRow(const StoredTable &table, const std::function<Result<void>(const QVariantList &)> &visit)
{
    const QString order = table.key.isEmpty() ? QStringLiteral("rowid") : table.key.join(QStringLiteral(", "));
    KINDLING_GET(rows,
                 m_connection.run(
                     QStringLiteral("SELECT %1 FROM \"%2\" ORDER BY %3").arg(table.columns.join(QStringLiteral(", ")), table.name, order)));
    QVariantList values;
    while (rows->next()) {
        values.clear();
        for (int i = 0; i < table.columns.size(); ++i)
            values += rows->isNull(i) ? QVariant() : rows->value(i);
        if (const Result<void> visited = visit(values); !visited) {
            rows->finish();
            return visited;
        }
    }
    return {};
}

Result<bool> TableCopy::isEmpty()
{
    KINDLING_GET(
        some,
        m_connection.integer(QStringLiteral("SELECT EXISTS (SELECT 1 FROM lead) OR EXISTS (SELECT 1 FROM company) OR EXISTS (SELECT "
                                            "1 FROM change)")));
    return some.value_or(0) == 0;
}

Result<void> TableCopy::clear(const StoredTable &table)
{
    return m_connection.execute(QStringLiteral("DELETE FROM \"%1\"").arg(table.name));
}

Result<void> TableCopy::settle()
{
    KINDLING_GET(broken, m_connection.run(QStringLiteral("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1")));
    if (broken->next()) {
        const QString detail = broken->text(0) + QStringLiteral(" → ") + broken->text(1);
        broken->finish();
        return Error{ErrorCode::IncompleteFolder, {}, detail};
    }
    KINDLING_TRY(noteLeadsFrom(m_connection, 1));
    return noteTimelineFrom(m_connection, 1);
}

Result<void> inLooseTransaction(Connection &connection, const std::function<Result<void>()> &work)
{
    // The pragma does nothing within a transaction. While a deferred reference is broken, SQLite searches the children of every row that is
    // inserted; so the references are not watched at all here, and checked once at the end.
    KINDLING_TRY(connection.execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
    const Result<void> done = inTransaction(connection, work);
    const Result<void> watched = connection.execute(QStringLiteral("PRAGMA foreign_keys = ON"));
    return done ? watched : done;
}

} // namespace kindling
