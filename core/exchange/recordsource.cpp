// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordsource.h"

#include "core/base/try.h"
#include "core/exchange/calendarreader.h"
#include "core/exchange/cardreader.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/workbookreader.h"

#include <QFile>

namespace kindling {

namespace {

Result<void> openFile(QFile &file)
{
    if (!file.exists())
        return Error{ErrorCode::FileNotFound, file.fileName(), {}};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, file.fileName(), file.errorString()};
    return {};
}

/// A reader of text together with the file it reads.
template <typename Reader>
class TextRecords final : public RecordReader
{
public:
    template <typename... Arguments>
    TextRecords(std::unique_ptr<QFile> file, const QString &encoding, Arguments... arguments)
        : m_file(std::move(file))
        , m_source(*m_file, encoding)
        , m_reader(m_source, arguments...)
    {
    }

    bool next() override
    {
        const bool there = m_reader.next();
        m_cells = m_reader.cells();
        m_fault = m_reader.fault();
        m_recordLine = m_reader.line();
        return there;
    }
    qint64 position() const override { return m_reader.position(); }
    qint64 size() const override { return m_reader.size(); }
    PassedOver passedOver() const override { return m_reader.passedOver(); }

private:
    std::unique_ptr<QFile> m_file;
    TextSource m_source;
    Reader m_reader;
};

/// Whether a file begins with this line, whatever mark or empty lines stand before it.
bool begins(const QByteArray &head, const QByteArray &line)
{
    QByteArray text = head;
    text.removeIf([](char c) { return c == '\0' || c == '\xFF' || c == '\xFE' || c == '\xEF' || c == '\xBB' || c == '\xBF'; });
    return text.trimmed().left(line.size()).compare(line, Qt::CaseInsensitive) == 0;
}

} // namespace

Result<FileFormat> formatOf(const QString &path)
{
    QFile file(path);
    KINDLING_TRY(openFile(file));
    const QByteArray head = file.peek(256);
    if (head.startsWith("PK\x03\x04"))
        return FileFormat::Workbook;
    if (begins(head, "BEGIN:VCALENDAR"))
        return FileFormat::Calendar;
    return begins(head, "BEGIN:VCARD") ? FileFormat::Cards : FileFormat::Table;
}

Result<std::unique_ptr<RecordReader>> openRecords(const QString &path, const ImportMapping &mapping)
{
    if (mapping.format == FileFormat::Workbook) {
        KINDLING_GET(workbook, WorkbookReader::open(path, mapping.sheet));
        return std::unique_ptr<RecordReader>(std::move(workbook));
    }
    auto file = std::make_unique<QFile>(path);
    KINDLING_TRY(openFile(*file));
    if (mapping.format == FileFormat::Cards)
        return std::unique_ptr<RecordReader>(std::make_unique<TextRecords<CardReader>>(std::move(file), mapping.encoding));
    if (mapping.format == FileFormat::Calendar)
        return std::unique_ptr<RecordReader>(std::make_unique<TextRecords<CalendarReader>>(std::move(file), mapping.encoding));
    return std::unique_ptr<RecordReader>(
        std::make_unique<TextRecords<CsvReader>>(std::move(file), mapping.encoding, mapping.delimiter.toLatin1()));
}

} // namespace kindling
