// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>

namespace kindling {

/// Fewer items are counted sooner than a thread for half of them begins.
inline constexpr size_t worthTwoThreads = 100'000;

/// Works on the items 0 to `count` in two halves side by side, if there are at least `least`: two cores are the least a desktop has.
/// `work(first, last)` gives the result of some of them, `join(first, second)` adds that of the second half to that of the first, so that
/// the whole is the same each time.
template <typename Work, typename Join>
auto inHalves(size_t count, size_t least, Work work, Join join)
{
    if (count < least)
        return work(size_t(0), count);
    auto later = std::async(std::launch::async, [&] { return work(count / 2, count); });
    auto whole = work(size_t(0), count / 2);
    join(whole, later.get());
    return whole;
}

} // namespace kindling
