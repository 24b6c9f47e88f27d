// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <future>
#include <vector>

namespace kindling {

/// Sorts in two halves side by side: two cores are the least a desktop has.
template <typename Item, typename Less>
void sortInHalves(std::vector<Item> &items, Less less)
{
    constexpr std::ptrdiff_t worthAThread = 50'000;
    const auto middle = items.begin() + std::ptrdiff_t(items.size()) / 2;
    if (middle - items.begin() < worthAThread) {
        std::sort(items.begin(), items.end(), less);
        return;
    }
    auto later = std::async(std::launch::async, [&] { std::sort(middle, items.end(), less); });
    std::sort(items.begin(), middle, less);
    later.wait();
    std::inplace_merge(items.begin(), middle, items.end(), less);
}

} // namespace kindling
