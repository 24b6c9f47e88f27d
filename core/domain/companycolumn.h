// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"

#include <span>

namespace kindling {

/// What a list of companies shows and is sorted by.
enum class CompanyColumn : quint8 { Name, Leads, Open, OpenValue, Won, WonValue, LastActivity, City, Country, Industry, Domain, Employees };

struct CompanyColumnInfo
{
    CompanyColumn column;
    const char *key; ///< stable: command line, JSON, settings
    const char *label; ///< English; translated by companyColumnLabel()
    bool number; ///< the most first when nobody says how
};

/// In the order in which a list shows them.
std::span<const CompanyColumnInfo> companyListColumns();
const CompanyColumnInfo *companyColumnByKey(QStringView key);
QString companyColumnLabel(CompanyColumn column);
bool isNumber(CompanyColumn column);

/// What a list shows of a company, with what its leads amount to, archived ones left out.
struct CompanyLine
{
    CompanyId id;
    QString name;
    qint64 leads = 0;
    qint64 open = 0;
    qint64 won = 0;
    MoneySum openValue;
    MoneySum wonValue;
    UtcMs lastActivity = 0; ///< the last of all its leads; 0 for none
    QString city;
    QString country;
    QString industry;
    QString domain;
    std::optional<qint64> employees;

    bool operator==(const CompanyLine &) const = default;
};

/// Which companies, in which order; companies without what is sorted by come last.
struct CompanyQuery
{
    QString text; ///< in its name, or in that of one which is part of it
    CompanyColumn sort = CompanyColumn::Name;
    bool descending = false;
    int limit = 0; ///< at most so many lines; 0 for all
};

struct CompanyList
{
    std::vector<CompanyLine> lines;
    qint64 total = 0; ///< without the limit
};

} // namespace kindling
