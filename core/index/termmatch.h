// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/index/reach.h"
#include "core/index/searchterms.h"

#include <memory>

namespace kindling {

/// What one term of a search matches.
struct TermRows
{
    enum Fit : quint8 { Missing, Inside, Beginning };

    RowSet rows;
    RowSet named; ///< it begins a word of the name, or is a number
    RowSet beginning; ///< … or begins a word of the company
    std::vector<quint8> companies; ///< Fit by code

    Reach reach() const;
};

/// All leads and companies, whether archived or not. A single letter is the beginning of a word. Incomplete when it was cancelled.
/// `among`: where to look, if the rest does not matter; its companies are to be those of its rows as well. The last few of those that are
/// complete are kept: of two words the first stays while the second is typed, and a longer word is found only where its beginning was.
std::shared_ptr<const TermRows> termRows(const ColumnSnapshot::Parts &parts, const SearchTerm &term, const Reach *among,
                                         const Progress *progress);

/// Null when they are not kept.
std::shared_ptr<const TermRows> keptTermRows(const ColumnSnapshot::Parts &parts, const SearchTerm &term);

} // namespace kindling
