// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statement.h"

#include "core/store/connection.h"

#include <QSqlRecord>

namespace kindling {

Statement::Statement(QSqlQuery query, const Connection &connection)
    : m_query(std::move(query))
    , m_connection(&connection)
{
}

Result<void> Statement::run(const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        m_query.bindValue(i, values[i]);
    if (!m_query.exec())
        return m_connection->errorOf(m_query.lastError());
    return {};
}

Result<void> Statement::run(const QStringList &names, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        m_query.bindValue(names[i], values[i]);
    if (!m_query.exec())
        return m_connection->errorOf(m_query.lastError());
    return {};
}

bool Statement::next()
{
    return m_query.next();
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

int Statement::columns() const
{
    return m_query.record().count();
}

QString Statement::columnName(int column) const
{
    return m_query.record().fieldName(column);
}

} // namespace kindling
