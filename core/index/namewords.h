// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace kindling {

struct Chunk;

/// The words of the names in a chunk, each once, so that what is asked of every name (is a word of it like this one?) is asked of some
/// thousand words instead.
class NameWords
{
public:
    explicit NameWords(const Chunk &chunk);

    /// Views into the text of the chunk, in the order in which they first come.
    const std::vector<std::string_view> &words() const { return m_words; }

    /// The least of `other` and of what each word of a name was given, by place in words().
    quint8 leastIn(quint32 row, const std::vector<quint8> &given, quint8 other) const
    {
        quint8 least = other;
        for (quint32 i = m_begin[row]; i < m_begin[row + 1]; ++i)
            least = std::min(least, given[m_places[i]]);
        return least;
    }

private:
    std::vector<std::string_view> m_words;
    std::vector<quint32> m_begin; ///< one more than rows
    std::vector<quint32> m_places;
};

/// Makes the words of a chunk when they are first asked for. Thread-safe. A copy begins anew: a chunk is copied to be changed.
class NameWordsOnDemand
{
public:
    NameWordsOnDemand() = default;
    NameWordsOnDemand(const NameWordsOnDemand &) { }
    NameWordsOnDemand &operator=(const NameWordsOnDemand &) = delete;

    const NameWords &of(const Chunk &chunk) const;

private:
    mutable std::once_flag m_once;
    mutable std::unique_ptr<const NameWords> m_words;
};

} // namespace kindling
