// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"
#include "core/domain/lead.h"

#include <QHash>
#include <QString>

#include <unordered_map>
#include <vector>

namespace kindling {

class Connection;

/// Finds the company that a row of a file means when it is not spelled as the workspace spells it: by its name without the legal form, and
/// by its domain. Different firms stay different: a name that several companies share, or one whose domains differ, is no match, and a
/// domain decides alone only where the row names no company. Addresses at free mail hosts say nothing.
class CompanyMatcher
{
public:
    /// Reads the companies of the workspace.
    static Result<CompanyMatcher> load(Connection &connection);

    struct Match
    {
        QString name; ///< as the workspace has it
        QString because; ///< in words
    };

    /// The company of another legal form, unless both have a domain and it is not the same; nothing where the name stands as it is.
    std::optional<Match> findByName(const Company &company) const;
    /// The company of a lead; nothing where the name stands as it is.
    std::optional<Match> find(const Lead &lead) const;

    /// Remembers a company that the file brings.
    void add(const QString &name, const QString &domain);
    void add(const Company &company);

    /// The domain by which a lead tells of its company: of its website, else of the first email that is not at a free mail host.
    static QString domainOf(const Lead &lead);

private:
    std::optional<Match> byKey(const std::string &key, const QString &domain) const;

    struct Known
    {
        QString name;
        QString domain;
    };
    std::vector<Known> m_companies;
    QHash<QString, size_t> m_byName; ///< folded
    std::unordered_map<std::string, std::vector<size_t>> m_byKey;
    std::unordered_map<QString, std::vector<size_t>> m_byDomain;
};

/// Two companies of the workspace that may be one, with why.
struct PossibleCompany
{
    Company company;
    QString because;
};

} // namespace kindling
