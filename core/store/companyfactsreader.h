// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/companyfacts.h"
#include "core/domain/ids.h"

#include <functional>

namespace kindling {

class Connection;

/// Reads what the columns of companies are made of.
class CompanyFactsReader
{
public:
    explicit CompanyFactsReader(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Hands over all companies and the names of all that are part of one, one at a time, in no order.
    Result<void> each(const std::function<void(const CompanyFacts &)> &company, const std::function<void(const PartName &)> &part);
    /// Those that a change wrote; nothing when they are so many that all of them are read in about the time.
    Result<std::optional<CompanyChanges>> writtenBy(ChangeId change);

private:
    Result<void> readCompanies(const std::vector<CompanyId> &ids, CompanyChanges &changes);
    Result<void> readParts(const std::vector<CompanyId> &ids, CompanyChanges &changes);

    Connection &m_connection;
};

} // namespace kindling
