// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/columnsnapshot.h"

namespace kindling {

/// The group of each row by a choice or word field (Owner, Source, Industry, Temperature, a custom choice …), and what the groups are
/// called; the name of leads without a value is empty.
struct Grouping
{
    std::vector<quint32> groups; ///< one for each row, in row order: index into names
    std::vector<QString> names;
};

/// Where each lead stands: the open ones by their stage, in funnel order, then those that were won, lost and disqualified.
Grouping standingGroups(const ColumnSnapshot &columns);

/// All leads in one group without a name for a field that has no groups.
Grouping groupingBy(const ColumnSnapshot &columns, FieldId field);

} // namespace kindling
