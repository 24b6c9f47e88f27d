// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/namewords.h"

#include "core/index/alikeword.h"
#include "core/index/chunk.h"

#include <unordered_map>

namespace kindling {

NameWords::NameWords(const Chunk &chunk)
{
    std::unordered_map<std::string_view, quint32> places;
    m_begin.reserve(chunk.rows() + 1);
    m_begin.push_back(0);
    for (quint32 row = 0; row < chunk.rows(); ++row) {
        const std::string_view name = chunk.segmentOf(row, TextSegment::Name);
        for (size_t at = 0; at < name.size(); ++at) {
            const size_t from = at;
            while (at < name.size() && isWordByte(name[at]))
                ++at;
            if (at == from)
                continue;
            const std::string_view word = name.substr(from, at - from);
            const auto [known, isNew] = places.try_emplace(word, quint32(m_words.size()));
            if (isNew)
                m_words.push_back(word);
            m_places.push_back(known->second);
        }
        m_begin.push_back(quint32(m_places.size()));
    }
    m_words.shrink_to_fit();
    m_places.shrink_to_fit();
}

const NameWords &NameWordsOnDemand::of(const Chunk &chunk) const
{
    std::call_once(m_once, [&] { m_words = std::make_unique<const NameWords>(chunk); });
    return *m_words;
}

} // namespace kindling
