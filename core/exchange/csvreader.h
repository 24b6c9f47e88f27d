// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/recordreader.h"
#include "core/exchange/textsource.h"

namespace kindling {

/// Splits text into records and cells (RFC 4180; LF, CRLF or CR; any delimiter of one ASCII character) in constant memory. It is as
/// lenient as Python's csv, but a quote that is never closed costs its own line only and not the rest of the file.
class CsvReader final : public RecordReader
{
public:
    static constexpr qsizetype longestCell = 1 << 20;

    /// `most` is the longest cell in bytes that is taken for one; a record may have sixteen times as many.
    CsvReader(TextSource &source, char delimiter, qsizetype most = longestCell);

    bool next() override;
    qint64 position() const override { return m_source.position(); }
    qint64 size() const override { return m_source.size(); }

private:
    bool readRecord();
    bool cellEnds(qsizetype at);
    void readPlainCell();
    void readQuotedCell();
    void unquote(qsizetype from, qsizetype to, bool doubled);
    void appendRest();
    void failOnLine(RecordFault fault);
    bool fill(qsizetype at);
    void endLine();
    void dropIfTooLong();
    char at(qsizetype position) const { return m_buffer[position]; }

    TextSource &m_source;
    char m_delimiter;
    qsizetype m_most;
    QByteArray m_buffer;
    qsizetype m_start = 0; ///< of the present record in the buffer
    qsizetype m_at = 0;
    bool m_ended = false;
    bool m_tooLong = false; ///< the present record has a quoted cell of more than m_most
    qint64 m_line = 1;

    struct Span
    {
        qsizetype from;
        qsizetype size;
        bool own; ///< in m_own, because quotes were taken out
    };
    std::vector<Span> m_spans;
    QByteArray m_own;
};

} // namespace kindling
