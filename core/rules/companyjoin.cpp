// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/companyjoin.h"

#include "core/base/joinednotes.h"
#include "core/base/textfold.h"

#include <algorithm>

namespace kindling {

namespace {

int knownDetails(const Company &company)
{
    const auto all = companyDetails();
    return int(std::count_if(all.begin(), all.end(),
                             [&](const CompanyDetailInfo &info) { return !companyDetailText(company, info.field).isEmpty(); }));
}

bool isChosen(const CompanyChoices &choices, CompanyDetail field, CompanyId company)
{
    return std::find(choices.begin(), choices.end(), std::pair(field, company)) != choices.end();
}

size_t winnerOf(const JoinedDetail &detail, const std::vector<Company> &companies, const CompanyChoices &choices)
{
    size_t winner = companies.size();
    for (size_t i = 0; i < companies.size(); ++i) {
        if (detail.values[i].isEmpty())
            continue;
        if (winner == companies.size() || isChosen(choices, detail.field, companies[i].id))
            winner = i;
    }
    return winner;
}

} // namespace

bool JoinedDetail::differs() const
{
    const QString &kept = values[winner];
    return !keepsAll && std::any_of(values.begin(), values.end(), [&](const QString &value) { return !value.isEmpty() && value != kept; });
}

bool goesOnBetter(const Company &a, const Company &b)
{
    if (a.leadCount != b.leadCount)
        return a.leadCount > b.leadCount;
    const int knownOfA = knownDetails(a);
    const int knownOfB = knownDetails(b);
    return knownOfA != knownOfB ? knownOfA > knownOfB : a.id < b.id;
}

Company withCompany(Company survivor, const Company &other, const CompanyChoices &choices)
{
    for (const CompanyDetailInfo &info : companyDetails()) {
        if (info.field == CompanyDetail::Name || info.field == CompanyDetail::Notes || companyDetailText(other, info.field).isEmpty())
            continue;
        if (companyDetailText(survivor, info.field).isEmpty() || isChosen(choices, info.field, other.id))
            copyCompanyDetail(survivor, other, info.field);
    }
    survivor.notes = joinedNotes(survivor.notes, other.notes);
    survivor.created = std::min(survivor.created, other.created);
    survivor.leadCount += other.leadCount;
    return survivor;
}

void forgetOwnParents(std::vector<Company> &companies)
{
    QStringList names;
    for (const Company &company : companies)
        names += folded(company.name);
    for (Company &company : companies) {
        if (names.contains(folded(company.parent)))
            company.parent.clear();
    }
}

Company joined(const std::vector<Company> &companies, const CompanyChoices &choices)
{
    Company company = companies.front();
    for (size_t i = 1; i < companies.size(); ++i)
        company = withCompany(std::move(company), companies[i], choices);
    return company;
}

std::vector<JoinedDetail> joinedDetails(const std::vector<Company> &companies, const CompanyChoices &choices)
{
    std::vector<JoinedDetail> details;
    for (const CompanyDetailInfo &info : companyDetails()) {
        if (info.field == CompanyDetail::Name)
            continue;
        JoinedDetail detail{info.field, {}, 0, info.field == CompanyDetail::Notes};
        for (const Company &company : companies)
            detail.values.push_back(companyDetailText(company, info.field));
        detail.winner = winnerOf(detail, companies, choices);
        if (detail.winner < companies.size())
            details.push_back(std::move(detail));
    }
    return details;
}

} // namespace kindling
