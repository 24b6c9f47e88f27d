// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/companycolumn.h"
#include "core/index/columnsnapshot.h"

#include <span>

namespace kindling {

class CompanyColumns;

/// The companies that a query wants, with what their leads amount to, from memory alone. `companies` are those of the snapshot; `worths` as
/// CompanyTotals::openWorth() takes them, for an order by value.
CompanyList listedCompanies(const SnapshotPtr &columns, const CompanyColumns &companies, const CompanyQuery &query,
                            std::span<const double> worths);

} // namespace kindling
