// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <mutex>
#include <span>
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

    /// The rows of the chunk with a word in their names, by its place in words(), ascending.
    std::span<const quint16> rowsWith(size_t place) const
    {
        return std::span(m_rows).subspan(m_begin[place], m_begin[place + 1] - m_begin[place]);
    }

private:
    std::vector<std::string_view> m_words;
    std::vector<quint32> m_begin; ///< by word, and the end
    std::vector<quint16> m_rows;
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
