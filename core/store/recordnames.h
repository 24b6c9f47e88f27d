// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/customfield.h"

#include <QJsonValue>

#include <optional>
#include <unordered_map>
#include <vector>

namespace kindling {

class Connection;

/// What the ids in records stand for; looks up each once.
class RecordNames
{
public:
    explicit RecordNames(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The name that a row of "word", "company" or "stage" has now; empty for no id.
    Result<QString> nameOf(const QString &table, const QJsonValue &id);
    /// Null for an id that is no field's. Removed fields are fields too.
    Result<const CustomField *> fieldOf(CustomFieldId id);

private:
    Connection &m_connection;
    std::unordered_map<qint64, QString> m_names;
    std::optional<std::vector<CustomField>> m_fields;
};

} // namespace kindling
