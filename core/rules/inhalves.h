// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <future>
#include <span>

namespace kindling {

/// Counts leads in two halves side by side (two cores are the least a desktop has) and adds them up, the earlier leads first: the same
/// result each time. `make` gives a Counting with count(lead) and add(Counting &&).
template <typename Make>
auto countedInHalves(std::span<const quint32> leads, Make make)
{
    constexpr size_t worthAThread = 50'000;
    const auto counted = [&make](std::span<const quint32> part) {
        auto counting = make();
        for (const quint32 lead : part)
            counting.count(lead);
        return counting;
    };
    if (leads.size() < 2 * worthAThread)
        return counted(leads);
    const size_t half = leads.size() / 2;
    auto later = std::async(std::launch::async, counted, leads.subspan(half));
    auto counting = counted(leads.first(half));
    counting.add(later.get());
    return counting;
}

} // namespace kindling
