// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/bytesearch.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace kindling {

namespace {

constexpr size_t rareBelow = 13; ///< commonness of a byte that comes so seldom that memchr is faster

/// How common a byte is in folded names, addresses and numbers; counted over the sample business, most common first. Others are rare.
size_t commonness(char byte)
{
    constexpr std::string_view mostCommonFirst = "e aronilmts.@pc0u4gh1536k2897bdvyfzxwj-'q\x1f\n";
    const size_t place = mostCommonFirst.find(byte);
    return place == std::string_view::npos ? 0 : mostCommonFirst.size() - place;
}

} // namespace

ByteSearch::ByteSearch(std::string_view needle)
    : m_needle(needle)
{
    for (size_t i = 1; i < needle.size(); ++i) {
        if (commonness(needle[i]) < commonness(needle[m_rarest]))
            m_rarest = i;
    }
    m_second = m_rarest == 0 && needle.size() > 1 ? 1 : 0;
    for (size_t i = 0; i < needle.size(); ++i) {
        if (i != m_rarest && commonness(needle[i]) < commonness(needle[m_second]))
            m_second = i;
    }
    m_isCommon = needle.size() > 1 && commonness(needle[m_rarest]) >= rareBelow;
}

size_t ByteSearch::find(std::string_view text, size_t from) const
{
    if (m_needle.empty() || text.size() < m_needle.size())
        return m_needle.empty() && from <= text.size() ? from : std::string_view::npos;
    return m_isCommon ? findTwo(text, from) : findOne(text, from);
}

/// The ends first: most candidates differ there, and a call for each costs more than the walk.
bool ByteSearch::stands(const char *at) const
{
    return at[0] == m_needle.front() && at[m_needle.size() - 1] == m_needle.back()
        && std::memcmp(at, m_needle.data(), m_needle.size()) == 0;
}

size_t ByteSearch::findOne(std::string_view text, size_t from) const
{
    const char *const begin = text.data();
    const char *const last = begin + (text.size() - m_needle.size()) + m_rarest; // where the rare byte can stand at the latest
    const char *at = begin + from + m_rarest;
    while (at <= last) {
        at = static_cast<const char *>(std::memchr(at, m_needle[m_rarest], size_t(last - at) + 1));
        if (!at)
            break;
        if (stands(at - m_rarest))
            return size_t(at - m_rarest - begin);
        ++at;
    }
    return std::string_view::npos;
}

size_t ByteSearch::findTwo(std::string_view text, size_t from) const
{
#ifdef __SSE2__
    constexpr size_t step = sizeof(__m128i);
    const __m128i rarest = _mm_set1_epi8(m_needle[m_rarest]);
    const __m128i second = _mm_set1_epi8(m_needle[m_second]);
    const auto isAt = [](const char *place, __m128i byte) {
        return _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(place)), byte);
    };
    for (; from + m_needle.size() + step - 1 <= text.size(); from += step) { // all sixteen places have room for the needle
        const char *const at = text.data() + from;
        auto both = unsigned(_mm_movemask_epi8(_mm_and_si128(isAt(at + m_rarest, rarest), isAt(at + m_second, second))));
        for (; both != 0; both &= both - 1) {
            const auto place = size_t(__builtin_ctz(both));
            if (stands(at + place))
                return from + place;
        }
    }
#endif
    return findOne(text, from);
}

} // namespace kindling
