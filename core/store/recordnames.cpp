// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordnames.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/fieldrepository.h"

#include <algorithm>

namespace kindling {

Result<QString> RecordNames::nameOf(const QString &table, const QJsonValue &id)
{
    if (id.isNull() || id.isUndefined())
        return QString();
    const auto known = m_names.find(id.toInteger());
    if (known != m_names.end())
        return known->second;
    KINDLING_GET(name, m_connection.text(QStringLiteral("SELECT name FROM %1 WHERE id = ?").arg(table), {id.toInteger()}));
    m_names.emplace(id.toInteger(), name);
    return name;
}

Result<const CustomField *> RecordNames::fieldOf(CustomFieldId id)
{
    if (id.isNull())
        return static_cast<const CustomField *>(nullptr);
    if (!m_fields) {
        KINDLING_GET(fields, FieldRepository(m_connection).fields());
        m_fields = std::move(fields);
    }
    const auto field = std::find_if(m_fields->begin(), m_fields->end(), [id](const CustomField &f) { return f.id == id; });
    return field == m_fields->end() ? nullptr : &*field;
}

} // namespace kindling
