// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/similarity.h"

#include <QtGlobal>

#include <algorithm>
#include <cstdlib>

namespace kindling {

namespace {

constexpr size_t comparedBytes = 64;
constexpr size_t prefixLetters = 4;
constexpr double prefixBonus = 0.1;

bool isVowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'j';
}

struct Spelling
{
    std::string_view written;
    std::string_view sound;
};

// Longest first; what is not listed sounds as it is written.
constexpr Spelling spellings[] = {{"tsch", "c"}, {"sch", "s"}, {"sz", "s"}, {"sh", "s"}, {"cz", "c"}, {"ch", "c"}, {"ck", "k"},
                                  {"ph", "f"},   {"th", "t"},  {"dt", "t"}, {"qu", "k"}, {"tz", "z"}, {"ks", "x"}, {"v", "f"},
                                  {"w", "f"},    {"d", "t"},   {"q", "k"},  {"c", "k"},  {"h", ""}};

/// The sound that the word begins with, and how many letters it takes.
Spelling firstSound(std::string_view word)
{
    for (const Spelling &spelling : spellings) {
        if (word.substr(0, spelling.written.size()) == spelling.written)
            return spelling;
    }
    return {word.substr(0, 1), word.substr(0, 1)};
}

} // namespace

double jaroWinkler(std::string_view a, std::string_view b)
{
    a = a.substr(0, comparedBytes);
    b = b.substr(0, comparedBytes);
    if (a.empty() || b.empty())
        return 0;
    const size_t window = std::max<size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
    quint64 takenA = 0;
    quint64 takenB = 0;
    int common = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        const size_t end = std::min(i + window + 1, b.size());
        for (size_t j = i > window ? i - window : 0; j < end; ++j) {
            if ((takenB >> j & 1) != 0 || a[i] != b[j])
                continue;
            takenA |= quint64(1) << i;
            takenB |= quint64(1) << j;
            ++common;
            break;
        }
    }
    if (common == 0)
        return 0;
    int moved = 0;
    for (size_t i = 0, j = 0; i < a.size(); ++i) {
        if ((takenA >> i & 1) == 0)
            continue;
        while ((takenB >> j & 1) == 0)
            ++j;
        moved += a[i] != b[j];
        ++j;
    }
    const double m = common;
    const double transpositions = double(moved) / 2;
    const double jaro = (m / double(a.size()) + m / double(b.size()) + (m - transpositions) / m) / 3;
    size_t prefix = 0;
    while (prefix < std::min({prefixLetters, a.size(), b.size()}) && a[prefix] == b[prefix])
        ++prefix;
    return jaro + double(prefix) * prefixBonus * (1 - jaro);
}

bool isOneSlipAway(std::string_view a, std::string_view b)
{
    if (a.size() < b.size())
        std::swap(a, b);
    if (a.size() - b.size() > 1 || a == b)
        return false;
    const size_t same = size_t(std::mismatch(b.begin(), b.end(), a.begin()).first - b.begin());
    const std::string_view restA = a.substr(same);
    const std::string_view restB = b.substr(same);
    if (restA.size() > restB.size())
        return restA.substr(1) == restB;
    if (restA.substr(1) == restB.substr(1))
        return true;
    return restA.size() > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA.substr(2) == restB.substr(2);
}

std::string soundOf(std::string_view word)
{
    if (std::any_of(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }))
        return std::string(word);
    std::string sound;
    bool first = true;
    while (!word.empty()) {
        const Spelling next = firstSound(word);
        word.remove_prefix(next.written.size());
        const bool vowel = next.sound.size() == 1 && isVowel(next.sound.front());
        if (vowel && first)
            sound += '*'; // that it begins with a vowel is heard; which one is written differently
        else if (!vowel && (sound.empty() || next.sound.empty() || sound.back() != next.sound.front()))
            sound += next.sound;
        first = false;
    }
    return sound;
}

} // namespace kindling
