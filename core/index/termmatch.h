// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/index/searchterms.h"
#include "core/index/snapshotparts.h"

#include <QtConcurrent>

#include <memory>
#include <numeric>

namespace kindling {

/// What one term of a search matches.
struct TermRows
{
    enum Fit : quint8 { Missing, Inside, Beginning };

    RowSet rows;
    RowSet named; ///< it begins a word of the name, or is a number
    RowSet beginning; ///< … or begins a word of the company
    std::vector<quint8> companies; ///< Fit by code
};

/// All leads and companies, whether archived or not. A single letter is the beginning of a word. Incomplete when it was cancelled.
/// The last few are kept: of two words the first stays while the second is typed, and a longer word is found only where its beginning was.
std::shared_ptr<const TermRows> termRows(const ColumnSnapshot::Parts &parts, const SearchTerm &term, const Progress *progress);

/// Calls `work` with each number below `count`, side by side.
template <typename Work>
void sideBySide(size_t count, Work work)
{
    std::vector<quint32> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    QtConcurrent::blockingMap(numbers, [&](quint32 number) { work(number); });
}

/// Calls `work(from, to)` with stretches of the codes of a dictionary but none, side by side.
template <typename Work>
void forCodes(const Dictionary &dictionary, Work work)
{
    constexpr quint32 codesAtOnce = 16'384;
    sideBySide(dictionary.size() / codesAtOnce + 1,
               [&](quint32 part) { work(std::max(1U, part * codesAtOnce), std::min(dictionary.size(), (part + 1) * codesAtOnce)); });
}

} // namespace kindling
