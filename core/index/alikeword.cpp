// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/alikeword.h"

#include "core/base/fuzzymatch.h"

#include <QList>

namespace kindling {

namespace {

constexpr qsizetype longest = 60; ///< bits of a word are one number

/// The letter that begins at `at`, which moves behind it. A broken sequence is a letter of its own.
char32_t takeLetter(std::string_view text, size_t &at)
{
    const auto first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80)
        return first;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    char32_t letter = first & (0x3FU >> more);
    for (int i = 0; i < more && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; ++i)
        letter = (letter << 6U) | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    return letter;
}

} // namespace

AlikeWord::AlikeWord(const QString &folded)
{
    const QList<uint> letters = folded.toUcs4();
    if (letters.size() > longest)
        return;
    m_allowed = slipsAllowed(letters.size());
    m_end = quint64(1) << quint64(letters.size());
    m_first = (quint64(4) << quint64(m_allowed)) - 2;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const quint64 bit = quint64(1) << quint64(i + 1);
        if (letters[i] < m_ascii.size())
            m_ascii[letters[i]] |= bit;
        else
            m_others.emplace_back(char32_t(letters[i]), bit);
    }
}

quint64 AlikeWord::places(char32_t letter) const
{
    if (letter < m_ascii.size())
        return m_ascii[letter];
    quint64 bits = 0;
    for (const auto &[other, bit] : m_others)
        bits |= other == letter ? bit : 0;
    return bits;
}

/// Goes through one word. Bit i of a state says that the first i letters were met with so many slips.
template <int Most>
int AlikeWord::slipsInWord(std::string_view text, size_t &at, int best) const
{
    const quint64 valid = (m_end << 1U) - 1;
    std::array<quint64, Most + 1> states; // letters of the word may be left out at once
    for (size_t slips = 0; slips <= Most; ++slips)
        states[slips] = (quint64(2) << slips) - 1;
    std::array<quint64, Most + 1> before{}; // one letter ago
    quint64 lastPlaces = 0;
    while (at < text.size() && isWordByte(text[at])) {
        const quint64 here = places(takeLetter(text, at));
        const std::array<quint64, Most + 1> old = states;
        states[0] = (old[0] << 1U) & here;
        quint64 alive = states[0];
        quint64 ended = states[0] & m_end;
        int slipsAtEnd = 0;
        for (size_t slips = 1; slips <= Most; ++slips) {
            const quint64 swapped = (before[slips - 1] << 2U) & lastPlaces & (here << 1U);
            states[slips] =
                (((old[slips] << 1U) & here) | old[slips - 1] | (old[slips - 1] << 1U) | (states[slips - 1] << 1U) | swapped) & valid;
            alive |= states[slips];
            slipsAtEnd += ended == 0 ? 1 : 0;
            ended |= states[slips] & m_end;
        }
        if (ended != 0 && slipsAtEnd < best)
            best = slipsAtEnd;
        if (best == 0 || alive == 0)
            break;
        before = old;
        lastPlaces = here;
    }
    return best;
}

/// False when a word cannot be like this one, by its first letters: with so many slips at least one of them is among the first here.
bool AlikeWord::mayBegin(std::string_view text, size_t at) const
{
    quint64 there = 0;
    for (size_t i = at; i <= at + size_t(m_allowed); ++i) {
        const auto byte = static_cast<unsigned char>(i < text.size() ? text[i] : ' ');
        if (byte >= m_ascii.size())
            return true;
        there |= m_ascii[byte];
    }
    return (there & m_first) != 0;
}

int AlikeWord::slipsIn(std::string_view text) const
{
    int best = m_allowed + 1;
    if (m_allowed == 0)
        return best;
    for (size_t at = 0; at < text.size() && best > 0; ++at) {
        if (mayBegin(text, at))
            best = m_allowed == 1 ? slipsInWord<1>(text, at, best) : slipsInWord<2>(text, at, best);
        while (at < text.size() && isWordByte(text[at]))
            ++at;
    }
    return best;
}

} // namespace kindling
