// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/snapshotparts.h"

namespace kindling {

/// Rows and companies (a flag by code) that terms of a search reach: the next term need not be sought elsewhere.
struct Reach
{
    RowSet rows;
    std::vector<char> companies;

    void intersect(const Reach &other)
    {
        rows.intersect(other.rows);
        for (size_t code = 0; code < companies.size(); ++code)
            companies[code] = char(companies[code] & other.companies[code]);
    }

    /// A term that a row has in its company's name is to be found there.
    void takeCompaniesOfRows(const ColumnSnapshot::Parts &parts)
    {
        rows.forEach([&](quint32 row) { companies[parts.chunkOf(row).company[row % chunkRows]] = 1; });
    }

    /// True when looking at each of them is less work than looking at all: one row in `part`.
    bool isFew(quint32 part) const { return rows.count() < qint64(rows.size() / part); }
};

} // namespace kindling
