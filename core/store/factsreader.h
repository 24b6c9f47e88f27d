// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/leadfacts.h"

#include <functional>
#include <limits>
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

    /// Leads from one id to just before another.
    struct Range
    {
        qint64 from = std::numeric_limits<qint64>::min();
        qint64 until = std::numeric_limits<qint64>::max();
    };

    Result<qint64> count();
    /// The id of the lead that `before` leads come before.
    Result<qint64> idAfter(qint64 before);
    /// Hands over the leads of a range, one at a time in order of id; the facts are valid during the call only. Error Cancelled.
    Result<void> each(const Range &range, const Progress &progress, const std::function<void(const LeadFacts &)> &visit);
    /// Those of the ids that exist.
    Result<std::vector<LeadFacts>> some(const std::vector<LeadId> &ids);
    Result<Dictionaries> dictionaries();
    /// All words, but only the companies that a change wrote: there may be hundreds of thousands, and a write touches one.
    Result<Dictionaries> dictionariesOf(ChangeId change);
    /// All words, and one company (0 for none).
    Result<Dictionaries> dictionariesWith(qint64 company);

private:
    Result<Dictionaries> words();
    Result<void> readTags(const QString &where, const QVariantList &values, std::vector<LeadFacts> &facts);
    Result<std::unordered_map<qint64, FieldType>> fieldTypes();
    Result<void> readFields(const QString &where, const QVariantList &values, std::vector<LeadFacts> &facts);

    Connection &m_connection;
};

} // namespace kindling
