// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/company.h"
#include "core/domain/leadfield.h"
#include "core/exchange/tablewriter.h"

namespace kindling {

// The records of an export as rows of a table. Columns and cells stand side by side.

/// The fields of the catalogue, then what they leave out: addresses that must not be used, labels, and, without cells, a column whose
/// header tells the types of the user's own fields.
std::vector<TableColumn> leadColumns(const FieldContext &context);
QStringList leadRow(const Lead &lead, const FieldContext &context);

/// True for the header of the column that tells types.
bool tellsFieldTypes(const QString &header);
/// The type that it tells of the field that another column is called after.
std::optional<FieldType> toldFieldType(const QString &telling, const QString &header);
/// The label that "ines@acme.example (Work); i@home.example (Home)" gives to an address; empty when it gives none.
QString labelIn(const QString &labels, const QString &address);

std::vector<TableColumn> companyColumns();
QStringList companyRow(const Company &company, const QTimeZone &zone);

std::vector<TableColumn> activityColumns();
QStringList activityRow(const Activity &activity, const Lead &lead, const QTimeZone &zone);

std::vector<TableColumn> followUpColumns();
QStringList followUpRow(const FollowUp &followUp, const Lead &lead, const QTimeZone &zone);

} // namespace kindling
