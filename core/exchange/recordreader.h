// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QStringList>

#include <vector>

namespace kindling {

/// Why a record of a file cannot be used.
enum class RecordFault : quint8 { None, TooLong, TooManyColumns, OpenQuote, BrokenOff, Group };

/// What a file has that nothing is made of.
struct PassedOver
{
    qint64 photos = 0; ///< pictures and sounds
    qint64 events = 0; ///< of a calendar
};

/// A file read record by record, each a row of cells in UTF-8: lines of a table, rows of a worksheet, cards of an address book. In
/// constant memory, however long the file is.
class RecordReader
{
public:
    static constexpr qsizetype mostColumns = 4096;

    virtual ~RecordReader() = default;

    /// Goes to the next record that is not empty; false at the end, and when the file cannot be read on (see end()).
    virtual bool next() = 0;
    /// How far the file is read, of size().
    virtual qint64 position() const = 0;
    virtual qint64 size() const = 0;
    virtual PassedOver passedOver() const { return {}; } ///< so far

    /// The cells of the present record; valid until the next call of next().
    const std::vector<QByteArrayView> &cells() const { return m_cells; }
    QString cell(size_t column) const { return QString::fromUtf8(m_cells[column]); }
    QStringList texts() const
    {
        QStringList texts;
        for (const QByteArrayView cell : m_cells)
            texts += QString::fromUtf8(cell);
        return texts;
    }
    RecordFault fault() const { return m_fault; }
    /// 1-based line or row of the file on which the present record begins.
    qint64 line() const { return m_recordLine; }
    /// After the last record: whether the file ended as it should.
    const Result<void> &end() const { return m_end; }

protected:
    std::vector<QByteArrayView> m_cells;
    RecordFault m_fault = RecordFault::None;
    qint64 m_recordLine = 1;
    Result<void> m_end;
};

} // namespace kindling
