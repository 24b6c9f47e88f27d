// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/figures.h"

#include <functional>
#include <span>

namespace kindling {

/// By what a report with rows of its own is split.
struct GroupSplit
{
    std::span<const quint32> groups; ///< beside all leads: index into names
    std::span<const QString> names; ///< an empty name is that of leads without a value
    QString label; ///< "Source"
    std::span<const quint32> shown; ///< the groups that are shown; empty: those with the most leads
    size_t counted = 1; ///< so many columns, from the first on, hold the leads that a group is measured by
};

/// Puts in place of each row of `whole` the same row of each group, up to five; a group without that row has none. `ask` makes the report
/// of some of the `chosen` leads, which `whole` was made of.
Figures splitFigures(Figures whole, const GroupSplit &by, std::span<const quint32> chosen,
                     const std::function<Figures(std::span<const quint32>)> &ask);

/// The name of a group as a row shows it; leads without a value are "No owner", "No source" …
QString groupName(const QString &name, const QString &label);

} // namespace kindling
