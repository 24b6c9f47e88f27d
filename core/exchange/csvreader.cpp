// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"

#include <algorithm>
#include <cstring>

namespace kindling {

namespace {

constexpr qsizetype shownOfFault = 200; ///< bytes of a record that cannot be read

} // namespace

CsvReader::CsvReader(TextSource &source, char delimiter, qsizetype most)
    : m_source(source)
    , m_delimiter(delimiter)
    , m_most(most)
{
}

bool CsvReader::next()
{
    do {
        if (!readRecord())
            return false;
    } while (m_spans.empty() && m_fault == RecordFault::None);
    m_cells.clear();
    for (const Span &span : m_spans)
        m_cells.push_back(QByteArrayView((span.own ? m_own : m_buffer).constData() + span.from, span.size));
    return true;
}

/// Makes the byte at `at` readable, dropping what lies before the present record.
bool CsvReader::fill(qsizetype at)
{
    while (at >= m_buffer.size() && !m_ended) {
        const QByteArray block = m_source.next();
        m_ended = block.isEmpty();
        m_buffer += block;
    }
    return at < m_buffer.size();
}

bool CsvReader::readRecord()
{
    // Dropped here and nowhere else: the positions of a record stay as they are while it is read.
    if (m_at > (1 << 20)) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    m_start = m_at;
    m_spans.clear();
    m_own.resize(0);
    m_fault = RecordFault::None;
    m_tooLong = false;
    m_recordLine = m_line;
    if (!fill(m_at))
        return false;
    if (at(m_at) == '\n' || at(m_at) == '\r') {
        endLine();
        return true;
    }
    while (true) {
        if (fill(m_at) && at(m_at) == '"')
            readQuotedCell();
        else
            readPlainCell();
        if (m_fault != RecordFault::None)
            return true;
        if (m_at - m_start > 16 * m_most) {
            failOnLine(RecordFault::TooLong);
            return true;
        }
        const bool more = fill(m_at);
        if (!more || at(m_at) != m_delimiter) {
            if (more)
                endLine();
            dropIfTooLong();
            return true;
        }
        ++m_at;
        if (static_cast<qsizetype>(m_spans.size()) == mostColumns) {
            failOnLine(RecordFault::TooManyColumns);
            return true;
        }
    }
}

/// A record with a quoted cell that is too long is read to its end, and given up with what it begins with.
void CsvReader::dropIfTooLong()
{
    if (!m_tooLong)
        return;
    m_fault = RecordFault::TooLong;
    m_spans.assign(1, {m_start, std::min<qsizetype>(m_at - m_start, shownOfFault), false});
}

/// Steps over LF, CRLF or CR.
void CsvReader::endLine()
{
    if (at(m_at) == '\r' && fill(m_at + 1) && at(m_at + 1) == '\n')
        ++m_at;
    ++m_at;
    ++m_line;
}

bool CsvReader::cellEnds(qsizetype position)
{
    return !fill(position) || at(position) == m_delimiter || at(position) == '\n' || at(position) == '\r';
}

void CsvReader::readPlainCell()
{
    const qsizetype from = m_at;
    while (true) {
        const char *data = m_buffer.constData();
        const qsizetype size = m_buffer.size();
        qsizetype i = m_at;
        while (i < size && data[i] != m_delimiter && data[i] != '\n' && data[i] != '\r')
            ++i;
        m_at = i;
        if (i - from > m_most) {
            failOnLine(RecordFault::TooLong);
            return;
        }
        if (i < size || !fill(i))
            break;
    }
    m_spans.push_back({from, m_at - from, false});
}

void CsvReader::readQuotedCell()
{
    const qsizetype from = m_at + 1;
    const qint64 lineBefore = m_line;
    bool doubled = false;
    bool severalLines = false;
    qsizetype scan = from;
    while (true) {
        const void *found =
            scan < m_buffer.size() ? std::memchr(m_buffer.constData() + scan, '"', static_cast<size_t>(m_buffer.size() - scan)) : nullptr;
        const qsizetype quote = found ? static_cast<const char *>(found) - m_buffer.constData() : m_buffer.size();
        // Read on beyond the longest cell, to know whether it is closed at all.
        if (quote - from > 16 * m_most || (!found && !fill(quote))) {
            failOnLine(RecordFault::OpenQuote);
            return;
        }
        scan = quote;
        if (!found)
            continue;
        if (!fill(quote + 1) || at(quote + 1) != '"') {
            m_at = quote + 1;
            break;
        }
        doubled = true;
        scan = quote + 2;
    }
    const qsizetype to = m_at - 1;
    for (qsizetype i = from; i < to; ++i) {
        const bool lineEnds = at(i) == '\n' || (at(i) == '\r' && at(i + 1) != '\n');
        m_line += lineEnds;
        severalLines = severalLines || lineEnds;
    }
    const bool closedWell = cellEnds(m_at);
    if (!closedWell && (severalLines || to - from > m_most)) {
        // A quote that was opened by mistake and met the next one lines later: only its own line is lost.
        m_line = lineBefore;
        failOnLine(RecordFault::OpenQuote);
        return;
    }
    m_tooLong |= to - from > m_most;
    if (m_tooLong)
        return;
    if (doubled || !closedWell)
        unquote(from, to, !closedWell);
    else
        m_spans.push_back({from, to - from, false});
}

void CsvReader::unquote(qsizetype from, qsizetype to, bool hasRest)
{
    const qsizetype begin = m_own.size();
    for (qsizetype i = from; i < to; ++i) {
        m_own += at(i);
        if (at(i) == '"')
            ++i;
    }
    if (hasRest)
        appendRest();
    m_spans.push_back({begin, m_own.size() - begin, true});
}

/// What stands between a closing quote and the delimiter belongs to the cell, as in Python's csv.
void CsvReader::appendRest()
{
    for (; !cellEnds(m_at) && m_fault == RecordFault::None; ++m_at) {
        m_own += at(m_at);
        if (m_at - m_start > 16 * m_most)
            failOnLine(RecordFault::TooLong);
    }
}

/// Gives the present record up: goes on after its first line, keeping no more of it than fits.
void CsvReader::failOnLine(RecordFault fault)
{
    m_fault = fault;
    m_spans.clear();
    m_line = m_recordLine;
    m_at = m_start;
    while (true) {
        const char *data = m_buffer.constData();
        const qsizetype size = m_buffer.size();
        while (m_at < size && data[m_at] != '\n' && data[m_at] != '\r')
            ++m_at;
        if (m_at < size)
            break;
        if (m_at > m_most) {
            m_buffer.clear();
            m_start = m_at = 0;
        }
        if (!fill(m_at))
            return;
    }
    endLine();
    const qsizetype shown = std::min<qsizetype>(m_at - m_start, shownOfFault);
    if (shown > 0)
        m_spans.push_back({m_start, shown, false});
}

} // namespace kindling
