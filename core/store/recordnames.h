// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/customfield.h"
#include "core/domain/ids.h"

#include <QJsonValue>

#include <optional>
#include <unordered_map>
#include <utility>
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
    /// The name that a company had right after a change, also of one that was merged since, or removed by that change; empty for no id.
    /// Cheapest when it is asked for newer changes first.
    Result<QString> companyAfter(ChangeId change, const QJsonValue &id);
    /// Null for an id that is no field's. Removed fields are fields too.
    Result<const CustomField *> fieldOf(CustomFieldId id);

private:
    /// The names of a company, as far back as anybody has asked.
    struct CompanyNames
    {
        QString last; ///< what it is called, or was when it was put away
        std::vector<std::pair<ChangeId, QString>> former; ///< with the change that ended each, the newest first
        ChangeId revision; ///< the newest change to it that was not looked at
    };

    Result<std::optional<CompanyNames>> lastNames(qint64 company, ChangeId change);
    Result<void> lookFurtherBack(qint64 company, CompanyNames &names);

    Connection &m_connection;
    std::unordered_map<qint64, QString> m_names;
    std::unordered_map<qint64, CompanyNames> m_companies;
    std::optional<std::vector<CustomField>> m_fields;
};

} // namespace kindling
