// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foldedlines.h"

#include <cstring>

namespace kindling {

namespace {

bool isQuotedPrintable(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    return colon > 0 && line.first(colon).toUpper().contains("QUOTED-PRINTABLE");
}

} // namespace

bool FoldedLines::fill()
{
    if (m_at < m_buffer.size())
        return true;
    if (m_ended)
        return false;
    m_buffer = m_source.next();
    m_at = 0;
    m_ended = m_buffer.isEmpty();
    return !m_ended;
}

/// Takes one line of the file, without its end; what is beyond the limit is read and dropped.
bool FoldedLines::appendPhysical()
{
    if (!fill())
        return false;
    ++m_line;
    while (fill()) {
        const char *begin = m_buffer.constData() + m_at;
        const auto left = static_cast<size_t>(m_buffer.size() - m_at);
        const void *newline = std::memchr(begin, '\n', left);
        const qsizetype size = newline ? static_cast<const char *>(newline) - begin : static_cast<qsizetype>(left);
        const qsizetype room = std::max<qsizetype>(0, longestLine - m_text.size());
        m_tooLong |= size > room;
        m_text.append(begin, std::min(size, room));
        m_at += size;
        if (newline) {
            ++m_at;
            break;
        }
    }
    if (m_text.endsWith('\r'))
        m_text.chop(1);
    return true;
}

bool FoldedLines::goesOn()
{
    return fill() && (m_buffer[m_at] == ' ' || m_buffer[m_at] == '\t');
}

bool FoldedLines::next()
{
    m_text.resize(0);
    m_tooLong = false;
    m_begin = m_line + 1;
    if (!appendPhysical())
        return false;
    while (true) {
        if (m_text.endsWith('=') && isQuotedPrintable(m_text)) {
            m_text.chop(1);
            if (!appendPhysical())
                return true;
        } else if (goesOn()) {
            ++m_at;
            if (!appendPhysical())
                return true;
        } else {
            return true;
        }
    }
}

} // namespace kindling
