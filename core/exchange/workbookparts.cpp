// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/workbookparts.h"

#include "core/base/money.h"
#include "core/base/try.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

constexpr qint64 mostOfPart = 64 << 20;
constexpr qint64 mostOfTexts = qint64(1) << 30;

bool isTrue(QStringView attribute)
{
    return attribute == u"1" || attribute == u"true";
}

/// Calls `take` for each start of an element; an error when the part is no XML to its end.
template <typename Take>
Result<void> readPart(const ZipArchive &archive, const QString &name, const QString &part, qint64 most, Take take)
{
    KINDLING_GET(device, archive.member(part, most));
    QXmlStreamReader xml(device.get());
    xml.setEntityExpansionLimit(16);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement)
            take(xml);
    }
    if (xml.hasError())
        return Error{ErrorCode::NotText, name,
                     QCoreApplication::translate("kindling", "its part %1 is damaged (%2)").arg(part, xml.errorString())};
    return {};
}

/// Built-in number formats (ECMA-376 part 1, 18.8.30) that are dates, and those that are times of the day.
NumberKind builtInKind(int format)
{
    const bool date = (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36
        || (format >= 50 && format <= 54) || (format >= 57 && format <= 58);
    if (date)
        return NumberKind::Date;
    return (format >= 18 && format <= 21) || (format >= 32 && format <= 35) || (format >= 45 && format <= 47) ? NumberKind::Time
                                                                                                              : NumberKind::Number;
}

/// The format without what stands for itself: quoted text, escaped signs and colours or conditions in brackets.
QString signsOf(QStringView format)
{
    QString signs;
    for (qsizetype i = 0; i < format.size() && format[i] != u';'; ++i) {
        const QChar c = format[i];
        if (c == u'"' || c == u'[') {
            const qsizetype end = format.indexOf(c == u'"' ? u'"' : u']', i + 1);
            i = end < 0 ? format.size() : end;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else {
            signs += c.toLower();
        }
    }
    return signs;
}

NumberKind kindOf(QStringView format)
{
    const QString signs = signsOf(format);
    if (signs.contains(u'y') || signs.contains(u'd'))
        return NumberKind::Date;
    if (signs.contains(u'h') || signs.contains(u's'))
        return NumberKind::Time;
    // "General" has no m; "mmm" alone is a month.
    return signs.contains(u'm') ? NumberKind::Date : NumberKind::Number;
}

/// The dollars and pesos of a locale (a Windows language id, as a format names it); "$" for all others.
QString dollarsOf(const QString &locale)
{
    static const QHash<int, QString> dollars{
        {0x0409, QStringLiteral("USD")}, {0x1009, QStringLiteral("CAD")}, {0x0C0C, QStringLiteral("CAD")}, {0x0C09, QStringLiteral("AUD")},
        {0x1409, QStringLiteral("NZD")}, {0x080A, QStringLiteral("MXN")}, {0x4809, QStringLiteral("SGD")}, {0x0C04, QStringLiteral("HKD")},
        {0x340A, QStringLiteral("CLP")}, {0x2C0A, QStringLiteral("ARS")}, {0x240A, QStringLiteral("COP")}};
    return dollars.value(locale.toInt(nullptr, 16), QStringLiteral("$"));
}

/// What a format shows beside an amount: the code of a currency ("[$EUR] #,##0.00"), or a sign, which is read as in any cell ("[$€-407]",
/// "#,##0.00 kr"); empty for none.
QByteArray currencyOf(QStringView format)
{
    static const QRegularExpression marked(QStringLiteral("\\[\\$([^\\]-]+)(?:-([0-9A-Fa-f]+))?\\]"));
    static const QRegularExpression brackets(QStringLiteral("\\[[^\\]]*\\]"));
    static const QRegularExpression plain(QStringLiteral("[€£¥₹$]|zł|Kč"));
    QString first = format.toString().section(u';', 0, 0);
    const QRegularExpressionMatch match = marked.match(first);
    const QString sign = match.hasMatch() ? match.captured(1).trimmed() : plain.match(first.remove(brackets)).captured();
    const QString shown = sign == u"$" ? dollarsOf(match.captured(2)) : sign;
    return Money::parse(QStringLiteral("1 ") + shown, {}) ? shown.toUtf8() : QByteArray();
}

/// The digits that a format of zeros alone fills up to ("00000" of a postal code); 0 for all others.
int zerosOf(QStringView format)
{
    const bool only = std::all_of(format.begin(), format.end(), [](QChar c) { return c == u'0'; });
    return only && format.size() > 1 ? int(format.size()) : 0;
}

/// What XML cannot hold stands in a workbook as "_x000D_" (ECMA-376 part 1, 22.9.2.19), and "_x005F_" for a "_" that means itself.
QByteArray withoutEscapes(const QByteArray &text)
{
    if (!text.contains("_x"))
        return text;
    QByteArray plain;
    for (qsizetype i = 0; i < text.size();) {
        bool hex = false;
        const bool escape = text.size() >= i + 7 && text.mid(i, 2) == "_x" && text[i + 6] == '_';
        const ushort code = escape ? text.mid(i + 2, 4).toUShort(&hex, 16) : ushort(0);
        if (!hex)
            plain += text[i];
        else if (code != 0)
            plain += QString(QChar(code)).toUtf8();
        i += hex ? 7 : 1;
    }
    return plain.replace("\r\n", "\n");
}

Result<void> readSheets(WorkbookParts &parts, const QString &name)
{
    QHash<QString, QString> targets;
    KINDLING_TRY(readPart(*parts.archive, name, QStringLiteral("xl/_rels/workbook.xml.rels"), mostOfPart, [&](QXmlStreamReader &xml) {
        const auto attributes = xml.attributes();
        QString target = attributes.value(QLatin1String("Target")).toString();
        target = target.startsWith(u'/') ? target.mid(1) : QStringLiteral("xl/") + target;
        targets.insert(attributes.value(QLatin1String("Id")).toString(), target);
    }));
    return readPart(*parts.archive, name, QStringLiteral("xl/workbook.xml"), mostOfPart, [&](QXmlStreamReader &xml) {
        const auto attributes = xml.attributes();
        if (xml.name() == u"workbookPr")
            parts.since1904 = isTrue(attributes.value(QLatin1String("date1904")));
        if (xml.name() != u"sheet")
            return;
        QString target;
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.name() == u"id")
                target = targets.value(attribute.value().toString());
        }
        const QStringView state = attributes.value(QLatin1String("state"));
        if (target.contains(u"worksheets") || parts.archive->has(target))
            parts.sheets.push_back({attributes.value(QLatin1String("name")).toString(), target, state.isEmpty() || state == u"visible"});
    });
}

Result<void> readStyles(WorkbookParts &parts, const QString &name)
{
    const QString part = QStringLiteral("xl/styles.xml");
    if (!parts.archive->has(part))
        return {};
    QHash<int, NumberKind> own;
    QHash<int, QByteArray> currencies;
    QHash<int, int> zeros;
    bool inCells = false;
    return readPart(*parts.archive, name, part, mostOfPart, [&](QXmlStreamReader &xml) {
        const auto attributes = xml.attributes();
        const int format = attributes.value(QLatin1String("numFmtId")).toInt();
        if (xml.name() == u"numFmt") {
            own.insert(format, kindOf(attributes.value(QLatin1String("formatCode"))));
            currencies.insert(format, currencyOf(attributes.value(QLatin1String("formatCode"))));
            zeros.insert(format, zerosOf(attributes.value(QLatin1String("formatCode"))));
        } else if (xml.name() == u"cellXfs" || xml.name() == u"cellStyleXfs" || xml.name() == u"cellStyles") {
            inCells = xml.name() == u"cellXfs";
        } else if (xml.name() == u"xf" && inCells) {
            parts.styles.push_back(own.contains(format) ? own.value(format) : builtInKind(format));
            parts.currencies.push_back(currencies.value(format));
            parts.zeros.push_back(zeros.value(format));
        }
    });
}

Result<void> readTexts(WorkbookParts &parts, const QString &name)
{
    const QString part = QStringLiteral("xl/sharedStrings.xml");
    if (!parts.archive->has(part))
        return {};
    return readPart(*parts.archive, name, part, mostOfTexts, [&](QXmlStreamReader &xml) {
        if (xml.name() == u"si")
            parts.texts.add(richText(xml));
    });
}

} // namespace

void SharedTexts::add(const QByteArray &text)
{
    m_bytes += text;
    m_ends.push_back(m_bytes.size());
}

QByteArrayView SharedTexts::at(size_t index) const
{
    if (index >= m_ends.size())
        return {};
    const qsizetype begin = index == 0 ? 0 : m_ends[index - 1];
    return QByteArrayView(m_bytes).sliced(begin, m_ends[index] - begin);
}

const WorkbookSheet *WorkbookParts::sheet(const QString &name) const
{
    for (const WorkbookSheet &sheet : sheets) {
        if (name.isEmpty() ? sheet.visible : sheet.name == name)
            return &sheet;
    }
    return name.isEmpty() && !sheets.empty() ? &sheets.front() : nullptr;
}

QByteArray richText(QXmlStreamReader &xml)
{
    QByteArray text;
    int depth = 1;
    int phonetic = 0;
    bool taken = false;
    while (depth > 0 && !xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            ++depth;
            phonetic = phonetic == 0 && xml.name() == u"rPh" ? depth : phonetic;
            taken = phonetic == 0 && xml.name() == u"t";
        } else if (token == QXmlStreamReader::EndElement) {
            phonetic = phonetic == depth ? 0 : phonetic;
            --depth;
            taken = false;
        } else if (token == QXmlStreamReader::Characters && taken) {
            text += xml.text().toUtf8();
        }
    }
    return withoutEscapes(text);
}

QByteArray serialText(double serial, NumberKind kind, bool since1904)
{
    constexpr double msOfDay = 86'400'000;
    // Day 60 is the 29 February 1900 that never was: serials before it are one day off, which no lead is old enough to show.
    const QDate first = since1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    const double whole = std::floor(serial);
    const qint64 ms = std::llround((serial - whole) * msOfDay / 1000) * 1000;
    if (kind == NumberKind::Time && whole == 0)
        return QTime(0, 0).addMSecs(static_cast<int>(ms)).toString(Qt::ISODate).toUtf8();
    if (whole < 0 || whole > 3'000'000)
        return QByteArray::number(serial, 'g', 15);
    const QDateTime time = QDateTime(first.addDays(static_cast<qint64>(whole)), QTime(0, 0), Qt::UTC).addMSecs(ms);
    return (ms == 0 ? time.date().toString(Qt::ISODate) : time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))).toUtf8();
}

Result<WorkbookParts> readWorkbook(const QString &path, bool texts)
{
    const QString name = QFileInfo(path).fileName();
    WorkbookParts parts;
    KINDLING_GET(archive, ZipArchive::open(path));
    parts.archive = std::move(archive);
    if (!parts.archive->has(QStringLiteral("xl/workbook.xml")))
        return Error{ErrorCode::NotText, name, QCoreApplication::translate("kindling", "it is an archive (zip), and no Excel workbook")};
    KINDLING_TRY(readSheets(parts, name));
    if (parts.sheets.empty())
        return Error{ErrorCode::EmptyFile, name, {}};
    if (texts) {
        KINDLING_TRY(readStyles(parts, name));
        KINDLING_TRY(readTexts(parts, name));
    }
    return parts;
}

} // namespace kindling
