// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/workbookreader.h"

#include "core/base/try.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace kindling {

namespace {

constexpr qint64 mostOfSheet = qint64(16) << 30;

/// The 0-based column of "BC12"; -1 when the reference names none.
qsizetype columnOf(QStringView reference)
{
    qsizetype column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > 1'000'000)
            break;
    }
    return column - 1;
}

} // namespace

Result<std::unique_ptr<WorkbookReader>> WorkbookReader::open(const QString &path, const QString &sheet)
{
    const QString name = QFileInfo(path).fileName();
    KINDLING_GET(parts, readWorkbook(path, true));
    const WorkbookSheet *chosen = parts.sheet(sheet);
    if (!chosen)
        return Error{ErrorCode::EmptyFile, name, {}};
    const QString part = chosen->part;
    KINDLING_GET(device, parts.archive->member(part, mostOfSheet));
    const qint64 size = parts.archive->sizeOf(part);
    return std::unique_ptr<WorkbookReader>(new WorkbookReader(std::move(parts), std::move(device), size, name));
}

WorkbookReader::WorkbookReader(WorkbookParts &&parts, std::unique_ptr<QIODevice> sheet, qint64 size, QString name)
    : m_parts(std::move(parts))
    , m_sheet(std::move(sheet))
    , m_xml(m_sheet.get())
    , m_size(size)
    , m_name(std::move(name))
{
    m_xml.setEntityExpansionLimit(16);
}

bool WorkbookReader::breakOff()
{
    m_ended = true;
    if (m_xml.hasError())
        m_end = Error{ErrorCode::NotText, m_name,
                      QCoreApplication::translate("kindling", "its rows break off after row %1 (%2)").arg(m_row).arg(m_xml.errorString())};
    return false;
}

bool WorkbookReader::next()
{
    m_cells.clear();
    m_fault = RecordFault::None;
    while (!m_ended && !m_xml.atEnd()) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::EndElement && m_xml.name() == u"sheetData") {
            m_ended = true;
            return false;
        }
        if (token != QXmlStreamReader::StartElement || m_xml.name() != u"row")
            continue;
        readRow();
        if (m_xml.hasError())
            return breakOff();
        if (m_texts.empty() && m_fault == RecordFault::None)
            continue;
        for (const QByteArray &text : m_texts)
            m_cells.push_back(text);
        return true;
    }
    return breakOff();
}

void WorkbookReader::readRow()
{
    m_texts.clear();
    bool given = false;
    const qint64 row = m_xml.attributes().value(QLatin1String("r")).toLongLong(&given);
    m_row = given ? row : m_row + 1;
    m_recordLine = m_row;
    qsizetype column = -1;
    while (!m_xml.atEnd()) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::EndElement && m_xml.name() == u"row")
            return;
        if (token != QXmlStreamReader::StartElement || m_xml.name() != u"c")
            continue;
        const qsizetype named = columnOf(m_xml.attributes().value(QLatin1String("r")));
        column = named >= 0 ? named : column + 1;
        readCell(column);
    }
}

void WorkbookReader::readCell(qsizetype column)
{
    const auto attributes = m_xml.attributes();
    const QString type = attributes.value(QLatin1String("t")).toString();
    const auto style = static_cast<size_t>(attributes.value(QLatin1String("s")).toUInt());
    const QByteArray text = cellText(type, style);
    if (column >= mostColumns)
        m_fault = RecordFault::TooManyColumns;
    else if (text.size() > longestCell)
        m_fault = RecordFault::TooLong;
    else if (!text.isEmpty())
        put(column, text);
}

/// Reads to the end of the cell.
QByteArray WorkbookReader::cellText(QStringView type, size_t style)
{
    QByteArray text;
    QString value;
    while (!m_xml.atEnd()) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::EndElement && m_xml.name() == u"c")
            break;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (m_xml.name() == u"is")
            text = richText(m_xml);
        else if (m_xml.name() == u"v")
            value = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
    }
    if (type == u"inlineStr" || value.isEmpty())
        return text;
    if (type == u"s")
        return m_parts.texts.at(value.toULongLong()).toByteArray();
    if (type == u"b")
        return value == u"1" ? "true" : "false";
    if (type == u"e")
        return {};
    if (type == u"str" || type == u"d")
        return value.toUtf8();
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber)
        return value.toUtf8();
    const NumberKind kind = style < m_parts.styles.size() ? m_parts.styles[style] : NumberKind::Number;
    if (kind != NumberKind::Number)
        return serialText(number, kind, m_parts.since1904);
    // Whole numbers as they stand: ids and phone numbers must not become "4.93E+10".
    const bool broken = value.contains(u'.') || value.contains(u'E', Qt::CaseInsensitive);
    const QByteArray plain = broken ? QByteArray::number(number, 'g', 15) : value.toUtf8();
    const QByteArray currency = style < m_parts.currencies.size() ? m_parts.currencies[style] : QByteArray();
    const int zeros = style < m_parts.zeros.size() ? m_parts.zeros[style] : 0;
    if (zeros > 0 && !broken && !plain.startsWith('-'))
        return plain.rightJustified(zeros, '0');
    return currency.isEmpty() ? plain : plain + ' ' + currency;
}

void WorkbookReader::put(qsizetype column, const QByteArray &text)
{
    if (static_cast<qsizetype>(m_texts.size()) <= column)
        m_texts.resize(static_cast<size_t>(column) + 1);
    m_texts[static_cast<size_t>(column)] = text;
}

} // namespace kindling
