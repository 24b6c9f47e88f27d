// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/lead.h"

#include <QJsonObject>

#include <optional>
#include <unordered_map>

namespace kindling {

class Connection;

/// Puts the keys of a lead's record, as the journal keeps them, back into a lead; looks up each name once. What is told by stays
/// (temperature, stage, owner, outcome) is left alone.
class PastRecord
{
public:
    explicit PastRecord(Connection &connection)
        : m_connection(connection)
    {
    }

    Result<void> putInto(Lead &lead, const QJsonObject &record);

private:
    Result<void> putNames(Lead &lead, const QJsonObject &record);
    Result<void> putTags(Lead &lead, const QJsonArray &rows);
    Result<void> putCustom(Lead &lead, const QString &key, const QJsonArray &rows);
    Result<QString> nameOf(const QString &table, const QJsonValue &id);

    Connection &m_connection;
    std::unordered_map<qint64, QString> m_names;
    std::optional<std::vector<CustomField>> m_fields;
};

} // namespace kindling
