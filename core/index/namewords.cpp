// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/namewords.h"

#include "core/index/alikeword.h"
#include "core/index/chunk.h"

#include <numeric>
#include <unordered_map>
#include <utility>

namespace kindling {

NameWords::NameWords(const Chunk &chunk)
{
    static_assert(chunkRows <= 1U << 16U, "a row of a chunk is a number of two bytes here");
    std::unordered_map<std::string_view, quint32> places;
    std::vector<std::pair<quint32, quint16>> found; // word and row
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
            found.emplace_back(known->second, quint16(row));
        }
    }
    m_words.shrink_to_fit();
    m_begin.assign(m_words.size() + 1, 0);
    for (const auto &[word, row] : found)
        ++m_begin[word + 1];
    std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
    m_rows.resize(found.size());
    std::vector<quint32> next(m_begin.begin(), m_begin.end());
    for (const auto &[word, row] : found)
        m_rows[next[word]++] = row;
}

const NameWords &NameWordsOnDemand::of(const Chunk &chunk) const
{
    std::call_once(m_once, [&] { m_words = std::make_unique<const NameWords>(chunk); });
    return *m_words;
}

} // namespace kindling
