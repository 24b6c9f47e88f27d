// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/company.h"
#include "core/domain/leadfield.h"
#include "core/exchange/tablewriter.h"

namespace kindling {

// The records of an export as rows of a table. Columns and cells stand side by side.

std::vector<TableColumn> leadColumns(const FieldContext &context);
QStringList leadRow(const Lead &lead, const FieldContext &context);

std::vector<TableColumn> companyColumns();
QStringList companyRow(const Company &company, const QTimeZone &zone);

std::vector<TableColumn> activityColumns();
QStringList activityRow(const Activity &activity, const Lead &lead, const QTimeZone &zone);

std::vector<TableColumn> followUpColumns();
QStringList followUpRow(const FollowUp &followUp, const Lead &lead, const QTimeZone &zone);

} // namespace kindling
