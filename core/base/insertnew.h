// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

namespace kindling {

/// Keeps what is there already, as std::map::emplace does, with one look-up. True when the key was new. QHash has its entries side by side:
/// filled with millions it is let go at once, where a std::unordered_map takes seconds.
template <typename Key, typename Value>
bool insertNew(QHash<Key, Value> &hash, const Key &key, const Value &value)
{
    const auto before = hash.size();
    Value &place = hash[key];
    if (hash.size() == before)
        return false;
    place = value;
    return true;
}

} // namespace kindling
