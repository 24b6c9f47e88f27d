// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/staycolumns.h"

#include <algorithm>
#include <unordered_set>

namespace kindling {

StayColumns::StayColumns(std::vector<Entry> entries)
    : m_entries(std::move(entries))
{
    const auto byLead = [](const Entry &a, const Entry &b) { return std::pair(a.lead, a.from) < std::pair(b.lead, b.from); };
    if (!std::is_sorted(m_entries.begin(), m_entries.end(), byLead))
        std::sort(m_entries.begin(), m_entries.end(), byLead);
}

StayColumns StayColumns::with(std::span<const LeadId> leads, const std::vector<Entry> &replacement) const
{
    const std::unordered_set<LeadId> replaced(leads.begin(), leads.end());
    std::vector<Entry> entries;
    entries.reserve(m_entries.size() + replacement.size());
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(entries),
                 [&](const Entry &entry) { return !replaced.contains(LeadId(entry.lead)); });
    entries.insert(entries.end(), replacement.begin(), replacement.end());
    return StayColumns(std::move(entries));
}

} // namespace kindling
