// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/textsource.h"

#include <QByteArrayView>
#include <QStringList>

#include <deque>
#include <vector>

namespace kindling {

/// Why a record of a file cannot be used.
enum class RecordFault : quint8 { None, TooLong, TooManyColumns, OpenQuote };

/// Splits text into records and cells (RFC 4180; LF, CRLF or CR; any delimiter of one ASCII character) in constant memory. It is as
/// lenient as Python's csv, but a quote that is never closed costs its own line only and not the rest of the file.
class CsvReader
{
public:
    static constexpr qsizetype longestCell = 1 << 20;
    static constexpr qsizetype longestRecord = 16 << 20;
    static constexpr qsizetype mostColumns = 4096;

    CsvReader(TextSource &source, char delimiter);

    /// Goes to the next record that is not an empty line; false at the end.
    bool next();

    /// The cells of the present record, in UTF-8; valid until the next call of next().
    const std::vector<QByteArrayView> &cells() const { return m_cells; }
    QString cell(size_t column) const { return QString::fromUtf8(m_cells[column]); }
    QStringList texts() const;
    RecordFault fault() const { return m_fault; }
    /// 1-based line on which the present record begins.
    qint64 line() const { return m_recordLine; }

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
    char at(qsizetype position) const { return m_buffer[position]; }

    TextSource &m_source;
    char m_delimiter;
    QByteArray m_buffer;
    qsizetype m_start = 0; ///< of the present record in the buffer
    qsizetype m_at = 0;
    bool m_ended = false;
    qint64 m_line = 1;
    qint64 m_recordLine = 1;
    RecordFault m_fault = RecordFault::None;

    struct Span
    {
        qsizetype from;
        qsizetype size;
        bool own; ///< in m_own, because quotes were taken out
    };
    std::vector<Span> m_spans;
    QByteArray m_own;
    std::vector<QByteArrayView> m_cells;
};

} // namespace kindling
