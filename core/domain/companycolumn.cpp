// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/companycolumn.h"

#include <QCoreApplication>

#include <array>

namespace kindling {

namespace {

#define LABEL(text) QT_TRANSLATE_NOOP("kindling", text)

// In the order of CompanyColumn.
constexpr std::array<CompanyColumnInfo, 12> columnsOfCompanies{{
    {CompanyColumn::Name, "name", LABEL("Name"), false},
    {CompanyColumn::Leads, "leads", LABEL("Leads"), true},
    {CompanyColumn::Open, "open", LABEL("Open"), true},
    {CompanyColumn::OpenValue, "openValue", LABEL("Open value"), true},
    {CompanyColumn::Won, "won", LABEL("Won"), true},
    {CompanyColumn::WonValue, "wonValue", LABEL("Won value"), true},
    {CompanyColumn::LastActivity, "lastActivity", LABEL("Last activity"), true},
    {CompanyColumn::City, "city", LABEL("City"), false},
    {CompanyColumn::Country, "country", LABEL("Country"), false},
    {CompanyColumn::Industry, "industry", LABEL("Industry"), false},
    {CompanyColumn::Domain, "domain", LABEL("Domain"), false},
    {CompanyColumn::Employees, "employees", LABEL("Employees"), true},
}};

#undef LABEL

} // namespace

std::span<const CompanyColumnInfo> companyListColumns()
{
    return columnsOfCompanies;
}

const CompanyColumnInfo *companyColumnByKey(QStringView key)
{
    for (const CompanyColumnInfo &info : columnsOfCompanies) {
        if (key.compare(QLatin1String(info.key), Qt::CaseInsensitive) == 0)
            return &info;
    }
    return nullptr;
}

QString companyColumnLabel(CompanyColumn column)
{
    return QCoreApplication::translate("kindling", columnsOfCompanies[static_cast<size_t>(column)].label);
}

bool isNumber(CompanyColumn column)
{
    return columnsOfCompanies[static_cast<size_t>(column)].number;
}

} // namespace kindling
