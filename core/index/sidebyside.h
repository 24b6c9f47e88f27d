// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/dictionary.h"

#include <QtConcurrent>

#include <algorithm>
#include <numeric>
#include <vector>

namespace kindling {

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
