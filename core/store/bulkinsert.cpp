// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulkinsert.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <algorithm>

namespace kindling {

namespace {

constexpr int valuesAtOnce = 400; // well below SQLite's limit of 32,766 bound values

} // namespace

BulkInsert::BulkInsert(Connection &connection, const QString &table, const QStringList &columns, BulkInsert *parent)
    : m_connection(connection)
    , m_parent(parent)
    , m_head(QStringLiteral("INSERT INTO %1 (%2) VALUES ").arg(table, columns.join(QStringLiteral(", "))))
    , m_columns(int(columns.size()))
    , m_rowsAtOnce(std::clamp(valuesAtOnce / std::max(m_columns, 1), 1, 50))
{
    m_fullStatement = statementFor(m_rowsAtOnce);
    m_pending.reserve(m_columns * m_rowsAtOnce);
}

QString BulkInsert::statementFor(int rows) const
{
    const QString tuple = u'(' + QStringList(m_columns, QStringLiteral("?")).join(u',') + u')';
    return m_head + QStringList(rows, tuple).join(u',');
}

Result<void> BulkInsert::add(QVariantList &&values)
{
    Q_ASSERT(values.size() == m_columns);
    m_pending.append(std::move(values));
    return m_pending.size() < m_columns * m_rowsAtOnce ? Result<void>() : write(m_fullStatement);
}

Result<void> BulkInsert::flush()
{
    return m_pending.isEmpty() ? Result<void>() : write(statementFor(int(m_pending.size()) / m_columns));
}

Result<void> BulkInsert::write(const QString &statement)
{
    if (m_parent)
        KINDLING_TRY(m_parent->flush());
    KINDLING_GET(prepared, m_connection.prepared(statement));
    const Result<void> done = prepared->run(m_pending);
    m_pending.clear();
    return done;
}

} // namespace kindling
