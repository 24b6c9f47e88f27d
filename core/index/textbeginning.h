// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace kindling {

/// A text with its first bytes as a number: most of many texts are ordered by that alone, without a look at where they stand.
struct TextBeginning
{
    TextBeginning() = default;
    explicit TextBeginning(std::string_view whole)
        : text(whole)
    {
        char bytes[sizeof(first)] = {};
        std::memcpy(bytes, whole.data(), std::min(sizeof(first), whole.size()));
        first = qFromBigEndian<quint64>(bytes);
    }

    /// Below, equal to or above zero, by bytes.
    int compare(const TextBeginning &other) const
    {
        return first != other.first ? (first < other.first ? -1 : 1) : text.compare(other.text);
    }

    quint64 first = 0;
    std::string_view text;
};

} // namespace kindling
