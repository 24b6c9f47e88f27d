// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bulkinsert.h"

#include "core/store/connection.h"

#include <algorithm>

namespace kindling {

namespace {

constexpr int valuesAtOnce = 400; // well below SQLite's limit of 32,766 bound values

} // namespace

BulkInsert::BulkInsert(Connection &connection, const QString &table, const QStringList &columns)
    : m_connection(connection)
    , m_head(QStringLiteral("INSERT INTO %1 (%2) VALUES ").arg(table, columns.join(QStringLiteral(", "))))
    , m_columns(int(columns.size()))
    , m_rowsAtOnce(std::clamp(valuesAtOnce / std::max(m_columns, 1), 1, 50))
    , m_fullStatement(statementFor(m_rowsAtOnce))
{
    m_pending.reserve(m_columns * m_rowsAtOnce);
}

QString BulkInsert::statementFor(int rows) const
{
    const QString row = u'(' + QStringList(m_columns, QStringLiteral("?")).join(u',') + u')';
    return m_head + QStringList(rows, row).join(u',');
}

Result<void> BulkInsert::add(QVariantList &&values)
{
    Q_ASSERT(values.size() == m_columns);
    m_pending.append(std::move(values));
    if (m_pending.size() < m_columns * m_rowsAtOnce)
        return {};
    const auto done = m_connection.run(m_fullStatement, m_pending);
    m_pending.clear();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> BulkInsert::flush()
{
    if (m_pending.isEmpty())
        return {};
    const auto done = m_connection.run(statementFor(int(m_pending.size()) / m_columns), m_pending);
    m_pending.clear();
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace kindling
