// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/namecomparison.h"

#include "core/rules/similarity.h"

#include <algorithm>

namespace kindling {

namespace {

constexpr double mostGiven = 9; // one in 500: no given name is so rare that it alone tells more
constexpr double mostFamily = 13; // one in 8,000
constexpr quint32 established = 3; // a word that so many leads have is no slip of the fingers

enum class Fit : quint8 { None, Initial, Near, Slip, Spelling, Group, Equal };

struct Matched
{
    Fit fit = Fit::None;
    size_t a = 0;
    size_t b = 0;
};

/// One comparison of names under way.
class NameWeighing
{
public:
    NameWeighing(const LeadComparer::Parts &base, const ComparableLead &a, const ComparableLead &b)
        : m_base(base)
        , m_a(a)
        , m_b(b)
    {
    }

    NameEvidence result();

private:
    Fit fitOf(quint32 a, quint32 b) const;
    Fit fitAt(size_t i, size_t j) const;
    bool isInUse(quint32 word, quint32 other) const;
    double agreementBits(const Matched &match) const;
    double wordBits(quint32 word, bool given) const
    {
        return m_base.bitsOf(m_base.wordTexts.counted(word), given ? mostGiven : mostFamily);
    }
    void alignWords(std::array<Matched, 4> &matches, size_t &count, unsigned &leftA, unsigned &leftB) const;
    void weighRest(unsigned leftA, unsigned leftB, const std::array<Matched, 4> &matches, size_t count);
    void add(Clue clue) { m_evidence.clues |= static_cast<quint32>(clue); }

    const LeadComparer::Parts &m_base;
    const ComparableLead &m_a;
    const ComparableLead &m_b;
    NameEvidence m_evidence;
};

Fit NameWeighing::fitOf(quint32 a, quint32 b) const
{
    if (a == b)
        return Fit::Equal;
    const NameWord &wa = m_base.words[a];
    const NameWord &wb = m_base.words[b];
    for (const quint16 group : wa.groups) {
        if (std::find(wb.groups.begin(), wb.groups.end(), group) != wb.groups.end())
            return Fit::Group;
    }
    const std::string_view ta = m_base.wordTexts.text(a);
    const std::string_view tb = m_base.wordTexts.text(b);
    if (wa.initial || wb.initial)
        return ta.front() == tb.front() ? Fit::Initial : Fit::None;
    if (wa.plain == wb.plain)
        return Fit::Spelling;
    // Two names that are both in use are two names, however close (Jan and Jana, Maria and Mario).
    const bool inUse = isInUse(a, b) && isInUse(b, a);
    if (inUse)
        return wa.sound == wb.sound && wa.groups.empty() && wb.groups.empty() && ta.size() > 3 ? Fit::Spelling : Fit::None;
    if (std::min(ta.size(), tb.size()) < 4)
        return Fit::None;
    if (isOneSlipAway(wa.plain, wb.plain))
        return Fit::Slip;
    return std::min(ta.size(), tb.size()) >= 6 && jaroWinkler(wa.plain, wb.plain) >= 0.93 ? Fit::Slip : Fit::None;
}

/// The same with regard to the place: two family names that are both in use and one slip apart may still be a slip. Given names not: Jan
/// and Jana work in one firm.
Fit NameWeighing::fitAt(size_t i, size_t j) const
{
    const Fit fit = fitOf(m_a.words[i], m_b.words[j]);
    const bool family = i > 0 && j > 0 && i + 1 == m_a.wordCount && j + 1 == m_b.wordCount;
    if (fit != Fit::None || !family)
        return fit;
    const std::string_view a = m_base.words[m_a.words[i]].plain;
    const std::string_view b = m_base.words[m_b.words[j]].plain;
    return std::min(a.size(), b.size()) >= 5 && isOneSlipAway(a, b) ? Fit::Near : Fit::None;
}

/// No slip of the fingers: on our list, or with so many leads that they cannot all be slips of the other.
bool NameWeighing::isInUse(quint32 word, quint32 other) const
{
    const quint32 counted = m_base.wordTexts.counted(word);
    return !m_base.words[word].groups.empty() || (counted >= established && counted > m_base.wordTexts.counted(other) / 100);
}

double NameWeighing::agreementBits(const Matched &match) const
{
    const bool given = (match.a == 0 && m_a.wordCount > 1) || (match.b == 0 && m_b.wordCount > 1);
    const double rarer = std::min(wordBits(m_a.words[match.a], given), wordBits(m_b.words[match.b], given));
    switch (match.fit) {
    case Fit::Equal: return rarer;
    case Fit::Group: return rarer - 1.5;
    case Fit::Spelling: return rarer - 2;
    case Fit::Slip: return rarer - 3;
    case Fit::Near: return rarer - 6;
    case Fit::Initial: return 3;
    case Fit::None: break;
    }
    return 0;
}

/// Pairs the words of both names, the best fits first, in whatever order they stand.
void NameWeighing::alignWords(std::array<Matched, 4> &matches, size_t &count, unsigned &leftA, unsigned &leftB) const
{
    leftA = (1U << m_a.wordCount) - 1;
    leftB = (1U << m_b.wordCount) - 1;
    count = 0;
    std::array<std::array<Fit, 4>, 4> fits{};
    for (size_t i = 0; i < m_a.wordCount; ++i)
        for (size_t j = 0; j < m_b.wordCount; ++j)
            fits[i][j] = fitAt(i, j);
    for (const Fit wanted : {Fit::Equal, Fit::Group, Fit::Spelling, Fit::Slip, Fit::Near, Fit::Initial}) {
        for (size_t i = 0; i < m_a.wordCount; ++i) {
            for (size_t j = 0; j < m_b.wordCount && (leftA >> i & 1U) != 0; ++j) {
                if (fits[i][j] != wanted || (leftB >> j & 1U) == 0)
                    continue;
                matches[count++] = {wanted, i, j};
                leftA &= ~(1U << i);
                leftB &= ~(1U << j);
            }
        }
    }
}

NameEvidence NameWeighing::result()
{
    if (m_a.wordCount == 0 || m_b.wordCount == 0) {
        if (m_a.wordCount != m_b.wordCount)
            add(Clue::NoName);
        return m_evidence;
    }
    m_evidence.known = true;
    std::array<Matched, 4> matches;
    size_t count = 0;
    unsigned leftA = 0;
    unsigned leftB = 0;
    alignWords(matches, count, leftA, leftB);
    Fit worst = Fit::Equal;
    for (size_t i = 0; i < count; ++i) {
        m_evidence.bits += agreementBits(matches[i]);
        worst = std::min(worst, matches[i].fit);
    }
    m_evidence.whole = count >= 2 && (leftA == 0 || leftB == 0);
    weighRest(leftA, leftB, matches, count);
    if (m_a.generation != m_b.generation) {
        const bool told = m_a.generation != Generation::None && m_b.generation != Generation::None;
        m_evidence.bits -= told ? 12 : 6;
        m_evidence.conflict = true;
        add(Clue::OtherGeneration);
    }
    if (m_evidence.conflict || m_evidence.otherFamily || count == 0)
        return m_evidence;
    add(worst == Fit::Equal         ? (leftA == leftB && leftA == 0 ? Clue::SameName : Clue::PartOfName)
            : worst == Fit::Group   ? Clue::Nickname
            : worst == Fit::Initial ? Clue::Initial
                                    : Clue::NameSpelling);
    return m_evidence;
}

/// The words that found no partner.
void NameWeighing::weighRest(unsigned leftA, unsigned leftB, const std::array<Matched, 4> &matches, size_t count)
{
    if (leftA == 0 && leftB == 0)
        return;
    if (count == 0) {
        m_evidence.bits = -12;
        m_evidence.conflict = true;
        add(Clue::OtherName);
        return;
    }
    if (leftA == 0 || leftB == 0) {
        m_evidence.bits -= count == 1 ? 3 : 1.5; // a second given name, half of a double name, or only one word known
        return;
    }
    const bool givenAgrees = matches[0].a == 0 && matches[0].b == 0 && m_a.wordCount > 1 && m_b.wordCount > 1;
    const bool bothEndsAgree =
        count >= 2 && (leftA >> (m_a.wordCount - 1)) == 0 && (leftB >> (m_b.wordCount - 1)) == 0 && (leftA & 1U) == 0 && (leftB & 1U) == 0;
    if (bothEndsAgree) {
        m_evidence.bits -= 4; // another middle name
        add(Clue::PartOfName);
    } else if (givenAgrees) {
        m_evidence.bits -= count >= 2 ? 3 : 5; // people marry
        m_evidence.otherFamily = true;
        add(Clue::OtherFamilyName);
    } else {
        m_evidence.bits -= 12; // relatives
        m_evidence.conflict = true;
        add(Clue::OtherGivenName);
    }
}

} // namespace

NameEvidence compareNames(const LeadComparer::Parts &base, const ComparableLead &a, const ComparableLead &b)
{
    return NameWeighing(base, a, b).result();
}

} // namespace kindling
