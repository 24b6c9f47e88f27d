// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <span>
#include <vector>

namespace kindling {

/// The ended stage stays of all leads in memory, ordered by lead. Immutable once shared.
class StayColumns
{
public:
    struct Entry
    {
        qint64 lead = 0;
        qint64 stage = 0;
        UtcMs from = 0;
        UtcMs until = 0;
    };

    /// Entries in any order.
    explicit StayColumns(std::vector<Entry> entries);

    /// The same with the stays of some leads replaced.
    StayColumns with(std::span<const LeadId> leads, const std::vector<Entry> &replacement) const;

    std::span<const Entry> entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
};

} // namespace kindling
