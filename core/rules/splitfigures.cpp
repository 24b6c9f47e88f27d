// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/splitfigures.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace kindling {

namespace {

constexpr size_t mostGroups = 5; ///< more cannot be compared at a glance

/// The groups that have leads in the rows of the report, the largest first.
std::vector<quint32> largestGroups(const Figures &whole, const GroupSplit &by)
{
    std::vector<qint64> sizes(by.names.size(), 0);
    std::vector<char> counted(by.groups.size(), 0);
    for (const FigureRow &row : whole.rows) {
        for (size_t column = 0; column < by.counted; ++column) {
            for (const quint32 lead : row.leads[column]) {
                sizes[by.groups[lead]] += counted[lead] == 0;
                counted[lead] = 1;
            }
        }
    }
    std::vector<quint32> groups(sizes.size());
    std::iota(groups.begin(), groups.end(), 0U);
    std::erase_if(groups, [&](quint32 group) { return sizes[group] == 0; });
    std::stable_sort(groups.begin(), groups.end(), [&](quint32 a, quint32 b) { return sizes[a] > sizes[b]; });
    return groups;
}

/// The chosen leads of each of the groups.
std::vector<std::vector<quint32>> leadsOf(const std::vector<quint32> &groups, const GroupSplit &by, std::span<const quint32> chosen)
{
    std::vector<size_t> placeOf(by.names.size(), groups.size());
    for (size_t place = 0; place < groups.size(); ++place)
        placeOf[groups[place]] = place;
    std::vector<std::vector<quint32>> leads(groups.size());
    for (const quint32 lead : chosen) {
        if (const size_t place = placeOf[by.groups[lead]]; place < groups.size())
            leads[place].push_back(lead);
    }
    return leads;
}

/// The rows of the parts, those of one name together, in the order of the whole.
std::vector<FigureRow> woven(const Figures &whole, std::vector<Figures> &parts)
{
    std::vector<FigureRow> rows;
    for (const FigureRow &row : whole.rows) {
        for (Figures &part : parts) {
            const auto same = std::find_if(part.rows.begin(), part.rows.end(), [&](const FigureRow &of) { return of.name == row.name; });
            if (same != part.rows.end())
                rows.push_back(std::move(*same));
        }
    }
    return rows;
}

} // namespace

Figures splitFigures(Figures whole, const GroupSplit &by, std::span<const quint32> chosen,
                     const std::function<Figures(std::span<const quint32>)> &ask)
{
    std::vector<quint32> groups(by.shown.begin(), by.shown.end());
    if (groups.empty())
        groups = largestGroups(whole, by);
    if (groups.size() > mostGroups) {
        groups.resize(mostGroups);
        whole.notes += QCoreApplication::translate("kindling", "Only the %1 largest groups are shown.").arg(mostGroups);
    }
    std::vector<Figures> parts;
    for (const std::vector<quint32> &leads : leadsOf(groups, by, chosen)) {
        const QString name = groupName(by.names[groups[parts.size()]], by.label);
        Figures &part = parts.emplace_back(ask(leads));
        for (FigureRow &row : part.rows)
            row.group = name;
    }
    whole.rows = woven(whole, parts);
    whole.groupLabel = by.label;
    whole.shownGroups = std::move(groups);
    return whole;
}

QString groupName(const QString &name, const QString &label)
{
    return name.isEmpty() ? QCoreApplication::translate("kindling", "No %1").arg(label.toLower()) : name;
}

} // namespace kindling
