// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/reportinput.h"

#include <span>

namespace kindling {

/// A report as people and scripts call it, and what it counts when nobody says otherwise. The funnel is not among them: it has a query of
/// its own.
struct ReportEntry
{
    ReportKind kind;
    const char *key; ///< "people": on the command line and in a dashboard
    const char *label; ///< to be translated in "kindling"
    ReportQuery::Basis basis;

    QString name() const { return QLatin1String(key); }
    QString translated() const;
};

/// In the order in which they are offered.
std::span<const ReportEntry> reportCatalogue();
const ReportEntry *reportNamed(QStringView key);
const ReportEntry &entryOf(ReportKind kind);

/// Whether the report can tell of each value of a field of the user's choice.
bool canBeSplit(ReportKind kind);
/// Whether it can tell of each value of this field: not of what its rows are already, and a forecast person by person only.
bool canBeSplit(ReportKind kind, const FieldId &by);
/// Whether it has rows of its own (stages, months …), so that it need not be split, and tells of each group in each of them if it is. The
/// others have a row for each group.
bool hasOwnRows(ReportKind kind);

} // namespace kindling
