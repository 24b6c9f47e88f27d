// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/index/alikeword.h"
#include "core/index/reach.h"

#include <memory>

namespace kindling {

/// What one term of a search is like: leads and companies with a word that begins like it but for a few slips.
struct AlikeRows
{
    static constexpr quint8 inName = 0x80; ///< of slips: a word of the name is like it, not only one of the company

    int allowed = 0; ///< slips
    RowSet rows;
    std::vector<quint8> slips; ///< by row; means something only for those in `rows`
    std::vector<quint8> companies; ///< slips by code, more than allowed where it is not alike

    int slipsOf(quint32 row) const { return slips[row] & ~inName; }
    bool isInName(quint32 row) const { return rows.contains(row) && (slips[row] & inName) != 0; }
    bool hasCompany(quint32 code) const { return companies[code] <= allowed; }
};

/// All leads and companies, whether archived or not; incomplete when it was cancelled. `among`: where to look, if the rest does not matter;
/// its companies are to be those of its rows as well. The last few of those that are complete are kept, and one that goes on where another
/// ended is sought only among what that was like.
std::shared_ptr<const AlikeRows> alikeRows(const ColumnSnapshot::Parts &parts, const QByteArray &text, const AlikeWord &word,
                                           const Reach *among, const Progress *progress);

} // namespace kindling
