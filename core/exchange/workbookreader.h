// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/recordreader.h"
#include "core/exchange/workbookparts.h"

#include <QXmlStreamReader>

namespace kindling {

/// The rows of one sheet of an xlsx file, unpacked and parsed as they are read. Dates come as ISO 8601, numbers with a point and, where
/// their format shows one, with the code of their currency, formulas as their last value, errors (#N/A) as nothing.
class WorkbookReader final : public RecordReader
{
public:
    /// Error NotText; EmptyFile when there is no such sheet.
    static Result<std::unique_ptr<WorkbookReader>> open(const QString &path, const QString &sheet);

    bool next() override;
    qint64 position() const override { return m_xml.characterOffset(); }
    qint64 size() const override { return m_size; }

private:
    WorkbookReader(WorkbookParts &&parts, std::unique_ptr<QIODevice> sheet, qint64 size, QString name);
    void readRow();
    void readCell(qsizetype column);
    QByteArray cellText(QStringView type, size_t style);
    void put(qsizetype column, const QByteArray &text);
    bool breakOff();

    static constexpr qsizetype longestCell = 1 << 20;

    WorkbookParts m_parts;
    std::unique_ptr<QIODevice> m_sheet;
    QXmlStreamReader m_xml;
    qint64 m_size;
    QString m_name;
    qint64 m_row = 0;
    bool m_ended = false;
    std::vector<QByteArray> m_texts; ///< of the present row
};

} // namespace kindling
