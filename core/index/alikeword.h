// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace kindling {

/// A byte of a folded text that is part of a word.
inline bool isWordByte(char byte)
{
    static constexpr std::array<bool, 256> table = [] {
        std::array<bool, 256> word{};
        for (size_t i = 0; i < word.size(); ++i)
            word[i] = (i >= 'a' && i <= 'z') || (i >= '0' && i <= '9') || i >= 0x80;
        return word;
    }();
    return table[static_cast<unsigned char>(byte)];
}

/// A typed word that may have slips: finds words that begin like it. A slip is a letter too many, one too few, another one, or two that
/// changed places. Compares all places of the word at once, a bit for each (S. Wu, U. Manber: Fast text searching allowing errors, 1992;
/// with transpositions), so that the names of a million leads take some ten milliseconds.
class AlikeWord
{
public:
    /// `folded`: as folded() gives it. Words of fewer than four letters, or more than sixty, allow no slip and match nothing here.
    explicit AlikeWord(const QString &folded);

    /// How many slips are allowed: see slipsAllowed().
    int allowed() const { return m_allowed; }

    /// The fewest slips with which it is the beginning of a word of a folded text in UTF-8; allowed() + 1 when it is of none.
    int slipsIn(std::string_view text) const;

private:
    template <int Most>
    int slipsInWord(std::string_view text, size_t &at, int best) const;
    bool mayBegin(std::string_view text, size_t at) const;
    quint64 places(char32_t letter) const;

    int m_allowed = 0;
    quint64 m_end = 0; ///< the bit behind the last letter
    quint64 m_first = 0; ///< the bits of as many first letters as slips are allowed, and one
    std::array<quint64, 128> m_ascii{}; ///< where a letter stands in the word: bit i + 1 for place i
    std::vector<std::pair<char32_t, quint64>> m_others;
};

} // namespace kindling
