// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstring>
#include <string_view>

namespace kindling {

/// Finds a few bytes in megabytes of text. It looks for the byte of the needle that is rarest in names and addresses, as fast as memchr
/// goes, and compares the rest only there: several times as fast as a search that looks at the first byte. Where all bytes are common it
/// looks for two of them at once, at sixteen places a step.
class ByteSearch
{
public:
    explicit ByteSearch(std::string_view needle);

    /// Where the needle stands at or after `from`; npos when nowhere.
    size_t find(std::string_view text, size_t from) const;

private:
    size_t findOne(std::string_view text, size_t from) const;
    size_t findTwo(std::string_view text, size_t from) const;
    bool stands(const char *at) const;

    std::string_view m_needle;
    size_t m_rarest = 0; ///< position within the needle
    size_t m_second = 0; ///< the rarest but this; the same in a needle of one byte
    bool m_isCommon = false; ///< even the rarest
};

} // namespace kindling
