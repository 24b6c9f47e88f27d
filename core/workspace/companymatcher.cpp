// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/companymatcher.h"

#include "core/base/insertnew.h"
#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/domain/linkedinprofile.h"
#include "core/rules/companyname.h"
#include "core/rules/mailbox.h"
#include "core/store/connection.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

QString domainFrom(const QString &addressOrLink)
{
    return QString::fromStdString(companyDomain(addressOrLink.toLower().toStdString()));
}

QString domainFrom(const Company &company)
{
    return domainFrom(company.domain.isEmpty() ? company.website : company.domain);
}

} // namespace

Result<CompanyMatcher> CompanyMatcher::load(Connection &connection)
{
    CompanyMatcher matcher;
    KINDLING_GET(rows, connection.run(QStringLiteral("SELECT name, coalesce(domain, website, '') FROM company ORDER BY id")));
    while (rows->next())
        matcher.add(rows->text(0), domainFrom(rows->text(1)));
    // What was merged is called by its old name too, with or without its legal form.
    KINDLING_GET(merged,
                 connection.run(QStringLiteral("SELECT merged_company.name, company.folded FROM merged_company JOIN company ON "
                                               "company.id = survivor_id ORDER BY merged_company.id")));
    while (merged->next()) {
        const auto survivor = matcher.m_byName.constFind(merged->text(1));
        std::vector<size_t> &alike = matcher.m_byKey[companyKey(folded(merged->text(0)).toStdString())];
        if (survivor != matcher.m_byName.cend() && std::find(alike.begin(), alike.end(), *survivor) == alike.end())
            alike.push_back(*survivor);
    }
    return matcher;
}

QString CompanyMatcher::domainOf(const Lead &lead)
{
    // Who has a profile at LinkedIn is not of that company.
    const QString website = linkedInProfile(lead.website).isEmpty() ? lead.website : QString();
    if (const QString domain = domainFrom(website); !domain.isEmpty())
        return domain;
    for (const EmailEntry &email : lead.emails) {
        if (const QString domain = domainFrom(email.address.normalised()); !domain.isEmpty())
            return domain;
    }
    return {};
}

void CompanyMatcher::add(const QString &name, const QString &domain)
{
    const QString fold = folded(name);
    const size_t index = m_companies.size();
    if (!insertNew(m_byName, fold, index)) {
        const size_t known = m_byName.value(fold);
        Known &company = m_companies[known];
        if (company.domain.isEmpty() && !domain.isEmpty()) {
            company.domain = domain;
            m_byDomain[domain].push_back(known);
        }
        return;
    }
    m_companies.push_back({name, domain});
    m_byKey[companyKey(fold.toStdString())].push_back(index);
    if (!domain.isEmpty())
        m_byDomain[domain].push_back(index);
}

void CompanyMatcher::add(const Company &company)
{
    add(company.name, domainFrom(company));
}

std::optional<CompanyMatcher::Match> CompanyMatcher::byKey(const std::string &key, const QString &domain) const
{
    const auto known = m_byKey.find(key);
    if (known == m_byKey.end() || known->second.size() != 1)
        return std::nullopt;
    const Known &company = m_companies[known->second.front()];
    if (!domain.isEmpty() && !company.domain.isEmpty() && domain != company.domain)
        return std::nullopt; // the same name at another domain is another firm
    return Match{company.name, QCoreApplication::translate("kindling", "the same name but for its legal form")};
}

std::optional<CompanyMatcher::Match> CompanyMatcher::findByName(const Company &company) const
{
    const QString fold = folded(company.name);
    if (m_byName.contains(fold))
        return std::nullopt;
    return byKey(companyKey(fold.toStdString()), domainFrom(company));
}

std::optional<CompanyMatcher::Match> CompanyMatcher::find(const Lead &lead) const
{
    const QString fold = folded(lead.company);
    if (m_byName.contains(fold)) // of most rows, so first
        return std::nullopt;
    const QString domain = domainOf(lead);
    if (lead.company.trimmed().isEmpty()) {
        const auto known = m_byDomain.find(domain);
        if (domain.isEmpty() || known == m_byDomain.end() || known->second.size() != 1)
            return std::nullopt;
        return Match{m_companies[known->second.front()].name, QCoreApplication::translate("kindling", "its domain %1").arg(domain)};
    }
    const std::string key = companyKey(fold.toStdString());
    if (const auto known = m_byKey.find(key); known != m_byKey.end() && known->second.size() == 1)
        return byKey(key, domain);
    if (const auto known = m_byDomain.find(domain); !domain.isEmpty() && known != m_byDomain.end() && known->second.size() == 1) {
        const Known &company = m_companies[known->second.front()];
        if (companyLikeness(companyKey(folded(company.name).toStdString()), key) >= 0.9)
            return Match{company.name, QCoreApplication::translate("kindling", "its domain %1 and a name nearly alike").arg(domain)};
    }
    return std::nullopt;
}

} // namespace kindling
