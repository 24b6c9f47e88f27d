// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/leadcsv.h"

#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <vector>

namespace kindling {

/// What a column of an exported table holds, and how a spreadsheet is told.
enum class CellKind : quint8 {
    Text,
    Number,
    Money,
    Date,
    DateTime, ///< shown in the zone of the user
    WallTime, ///< shown as it stands, of a zone that the row tells
    YesNo,
};

struct TableColumn
{
    QString key; ///< the header of CSV
    QString label; ///< the header of a workbook
    CellKind kind = CellKind::Text;
};

/// Takes the rows of a table, one by one. Cells are machine-readable text as fieldText() has it.
class TableWriter
{
public:
    virtual ~TableWriter() = default;
    virtual Result<void> row(const QStringList &cells) = 0;
    /// Writes what waits. Once and last.
    virtual Result<void> finish() = 0;
    /// Cells of which only the beginning was written, because the format takes no more.
    virtual qint64 cutCells() const { return 0; }
};

/// CSV in UTF-8, handed on piece by piece.
std::unique_ptr<TableWriter> csvTable(const std::vector<TableColumn> &columns, FormulaGuard guard,
                                      std::function<void(const QByteArray &)> write);

/// An xlsx file with one sheet: numbers, amounts, dates and times as such (times in `zone`), texts as texts that are never run, the header
/// frozen, an automatic filter. In constant memory. A sheet holds 1,048,575 rows beside its header; what is beyond goes to further sheets.
/// A cell holds 32,767 characters, what is beyond is cut. Error FileNotWritable.
Result<std::unique_ptr<TableWriter>> workbookTable(const QString &path, const QString &sheet, const std::vector<TableColumn> &columns,
                                                   const QTimeZone &zone);

} // namespace kindling
