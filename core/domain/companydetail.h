// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"
#include "core/domain/leadfield.h"

namespace kindling {

/// Every field of a company that a person may set.
enum class CompanyDetail : quint8 {
    Name,
    Domain,
    Website,
    Phone,
    Industry,
    Employees,
    Revenue,
    Founded,
    Street,
    PostalCode,
    City,
    Region,
    Country,
    Parent,
    Notes,
    ExternalId,
};

struct CompanyDetailInfo
{
    CompanyDetail field;
    const char *key; ///< stable: JSON and command line
    const char *label; ///< English; translated by companyDetailLabel()
};

std::span<const CompanyDetailInfo> companyDetails();
const CompanyDetailInfo *companyDetailByKey(QStringView key);
QString companyDetailLabel(CompanyDetail field);
/// The field of a column of the company's record; nothing for what no person sets.
std::optional<CompanyDetail> companyDetailOfColumn(QStringView column);

/// The member that a field of plain text is kept in; null for numbers and money.
QString Company::*companyText(CompanyDetail field);

/// The value as text, as setCompanyDetail() reads it back: "1234.50 EUR" for money. Empty when there is none.
QString companyDetailText(const Company &company, CompanyDetail field);

/// Makes a field of one company what it is of another.
void copyCompanyDetail(Company &into, const Company &from, CompanyDetail field);

/// Sets a field from text; an empty text clears it. Errors: InvalidValue (no number, no amount, no year, or an empty name).
Result<void> setCompanyDetail(Company &company, CompanyDetail field, const QString &text, const FieldContext &context);

} // namespace kindling
