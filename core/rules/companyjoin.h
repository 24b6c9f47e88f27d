// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/companydetail.h"

#include <utility>
#include <vector>

namespace kindling {

/// Whose value wins in which field, where a person chose.
using CompanyChoices = std::vector<std::pair<CompanyDetail, CompanyId>>;

/// One field of companies that are to become one.
struct JoinedDetail
{
    CompanyDetail field;
    std::vector<QString> values; ///< of each company, in their order; as companyDetailText()
    size_t winner = 0; ///< whose value is kept
    bool keepsAll = false; ///< the values are joined, there is nothing to choose

    bool differs() const; ///< there is something to choose
};

/// True for the company that goes on when nobody says which: more leads, then more known of it, then the older one.
bool goesOnBetter(const Company &a, const Company &b);

/// The survivor once `other` is part of it: its name, its values, what it had not of the other's, and what was chosen; both notes.
Company withCompany(Company survivor, const Company &other, const CompanyChoices &choices);
/// A company is no part of what becomes one with it: takes that away, before they are joined.
void forgetOwnParents(std::vector<Company> &companies);
/// The first of them once all others are part of it.
Company joined(const std::vector<Company> &companies, const CompanyChoices &choices);

/// Field by field what joined() keeps; fields that none of them has are left out, and so is the name, which is the first's.
std::vector<JoinedDetail> joinedDetails(const std::vector<Company> &companies, const CompanyChoices &choices);

} // namespace kindling
