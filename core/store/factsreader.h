// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/leadfacts.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace kindling {

class Connection;

/// Reads what the columns are made of.
class FactsReader
{
public:
    explicit FactsReader(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Hands over all leads, one at a time in order of id; the facts are valid during the call only. Error Cancelled.
    Result<void> all(Progress &progress, const std::function<void(const LeadFacts &)> &visit);
    /// Those of the ids that exist.
    Result<std::vector<LeadFacts>> some(const std::vector<LeadId> &ids);
    Result<Dictionaries> dictionaries();

private:
    Result<void> readTags(const QString &where, const QVariantList &values, std::vector<LeadFacts> &facts);
    Result<std::unordered_map<qint64, FieldType>> fieldTypes();
    Result<void> readFields(const QString &where, const QVariantList &values, std::vector<LeadFacts> &facts);

    Connection &m_connection;
};

} // namespace kindling
