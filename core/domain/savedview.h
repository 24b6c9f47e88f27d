// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

using SavedViewId = Id<struct SavedViewTag>;

/// A column of a list: its field, and its width in pixels; 0 for what the field needs.
struct ListColumn
{
    FieldId field;
    int width = 0;
    bool operator==(const ListColumn &) const = default;
};

/// A way to look at the leads, under a name: which, in which order, with which columns.
struct SavedView
{
    SavedViewId id;
    QString name;
    QString filter; ///< in the filter language
    std::vector<ListColumn> columns; ///< empty: the usual ones
    std::vector<SortKey> sort; ///< empty: newest first
    bool pinned = true; ///< stands as a tab above the list
    int position = 0;
    bool operator==(const SavedView &) const = default;
};

/// False for what the columns do not hold, as notes and addresses, and for several words at once.
bool canSortBy(FieldId field, const Vocabulary *vocabulary);

/// "name:134 company stage": as the workspace keeps it. Fields that are not there any more are left out when it is read back.
QString columnsText(const std::vector<ListColumn> &columns, const Vocabulary *vocabulary);
std::vector<ListColumn> columnsFromText(QStringView text, const Vocabulary *vocabulary);

/// "value:desc name".
QString sortText(const std::vector<SortKey> &sort, const Vocabulary *vocabulary);
std::vector<SortKey> sortFromText(QStringView text, const Vocabulary *vocabulary);

} // namespace kindling
