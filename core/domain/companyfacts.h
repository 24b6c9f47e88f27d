// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace kindling {

/// What a list shows of a company beside its name and its leads, as the store hands it to the columns.
struct CompanyFacts
{
    qint64 id = 0;
    std::optional<qint64> employees;
    QByteArray words; ///< UTF-8, each ended by \x1f: city, country, industry, domain
};

/// The name of a company that is part of another one now.
struct PartName
{
    qint64 id = 0; ///< its own, which no other part has
    qint64 survivor = 0;
    QByteArray folded; ///< UTF-8
};

/// The companies that a change wrote, as they are after it.
struct CompanyChanges
{
    std::vector<CompanyFacts> companies;
    std::vector<qint64> goneCompanies;
    std::vector<PartName> parts;
    std::vector<qint64> goneParts;

    bool isEmpty() const { return companies.empty() && goneCompanies.empty() && parts.empty() && goneParts.empty(); }
};

} // namespace kindling
