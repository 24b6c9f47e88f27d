// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstring>
#include <string_view>

namespace kindling {

/// Finds a few bytes in megabytes of text. It looks for the byte of the needle that is rarest in names and addresses, as fast as memchr
/// goes, and compares the rest only there: several times as fast as a search that looks at the first byte.
class ByteSearch
{
public:
    explicit ByteSearch(std::string_view needle);

    /// Where the needle stands at or after `from`; npos when nowhere.
    size_t find(std::string_view text, size_t from) const;

private:
    std::string_view m_needle;
    size_t m_rarest = 0; ///< position within the needle
};

} // namespace kindling
