// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/columnsnapshot.h"

#include <functional>
#include <string_view>

namespace kindling {

/// Who a lead is, as the columns hold it. The texts are views into the snapshot.
struct RowIdentity
{
    quint32 row = 0;
    std::string_view name; ///< folded
    std::string_view emails; ///< separated by spaces
    std::string_view phones; ///< digits, separated by spaces
    std::string_view externalId; ///< folded
    std::string_view company; ///< folded
    quint32 city = 0; ///< by code, 0 for none
    quint32 country = 0;
    qint64 valueMinor = 0;
};

/// Visits all leads that are there and not archived, in row order. Error: Cancelled.
Result<void> forEachIdentity(const ColumnSnapshot &columns, const Progress &progress,
                             const std::function<void(const RowIdentity &)> &visit);

/// The codes by which the columns know a city and a country; 0 when no lead is there.
quint32 cityCode(const ColumnSnapshot &columns, const QString &city);
quint32 countryCode(const ColumnSnapshot &columns, const QString &country);

} // namespace kindling
