// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/bytesearch.h"

namespace kindling {

namespace {

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
}

size_t ByteSearch::find(std::string_view text, size_t from) const
{
    if (m_needle.empty() || text.size() < m_needle.size())
        return m_needle.empty() && from <= text.size() ? from : std::string_view::npos;
    const char *const begin = text.data();
    const char *const last = begin + (text.size() - m_needle.size()) + m_rarest; // where the rare byte can stand at the latest
    const char *at = begin + from + m_rarest;
    while (at <= last) {
        at = static_cast<const char *>(std::memchr(at, m_needle[m_rarest], size_t(last - at) + 1));
        if (!at)
            break;
        const char *const start = at - m_rarest;
        // The ends first: most candidates differ there, and a call for each costs more than the walk.
        if (start[0] == m_needle.front() && start[m_needle.size() - 1] == m_needle.back()
            && std::memcmp(start, m_needle.data(), m_needle.size()) == 0)
            return size_t(start - begin);
        ++at;
    }
    return std::string_view::npos;
}

} // namespace kindling
