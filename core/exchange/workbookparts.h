// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/ziparchive.h"

#include <QByteArrayView>
#include <QStringList>

#include <vector>

class QXmlStreamReader;

namespace kindling {

/// What a cell's number format makes of its number.
enum class NumberKind : quint8 { Number, Date, Time };

struct WorkbookSheet
{
    QString name;
    QString part; ///< "xl/worksheets/sheet1.xml"
    bool visible = true;
};

/// The texts that the cells of a workbook share, in one block of UTF-8.
class SharedTexts
{
public:
    void add(const QByteArray &text);
    QByteArrayView at(size_t index) const;
    size_t size() const { return m_ends.size(); }

private:
    QByteArray m_bytes;
    std::vector<qsizetype> m_ends;
};

/// An xlsx file without its rows (ECMA-376 part 1: workbook, styles, shared strings).
struct WorkbookParts
{
    std::unique_ptr<ZipArchive> archive;
    std::vector<WorkbookSheet> sheets;
    bool since1904 = false; ///< days are counted from 1904, as old Macs did
    std::vector<NumberKind> styles; ///< by the number of a cell's style
    std::vector<QByteArray> currencies; ///< the same: "EUR" or "€" where the format shows a currency
    std::vector<int> zeros; ///< the same: 5 where the format is "00000"
    SharedTexts texts;

    /// The sheet of that name; without a name the first that is shown. Null when there is none.
    const WorkbookSheet *sheet(const QString &name) const;
};

/// Reads all but the rows. With `texts` false the shared texts are left out: enough for the names of the sheets. Error NotText when it is
/// no xlsx file, or damaged, or a bomb.
Result<WorkbookParts> readWorkbook(const QString &path, bool texts);

/// The text of the present element ("t" of all runs in it), without phonetic readings and with its "_x000D_" as what they stand for.
QByteArray richText(QXmlStreamReader &xml);

/// "2026-03-01", "2026-03-01T09:30:00" or "09:30:00" of a serial number of days.
QByteArray serialText(double serial, NumberKind kind, bool since1904);

} // namespace kindling
