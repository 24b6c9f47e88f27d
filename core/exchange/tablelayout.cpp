// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablelayout.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/headerwords.h"
#include "core/exchange/recordsource.h"
#include "core/exchange/workbookparts.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <map>

namespace kindling {

namespace {

constexpr qint64 headerSearch = 20;

using Rows = std::vector<QStringList>;

Rows firstRows(const QByteArray &head, const QString &encoding, char delimiter, qint64 count)
{
    QBuffer buffer;
    buffer.setData(head);
    buffer.open(QIODevice::ReadOnly);
    TextSource source(buffer, encoding);
    CsvReader reader(source, delimiter);
    Rows rows;
    while (static_cast<qint64>(rows.size()) < count && reader.next())
        rows.push_back(reader.texts());
    return rows;
}

/// The delimiter that cuts the first records most evenly into most cells.
char delimiterOf(const QByteArray &head, const QString &encoding)
{
    char best = ',';
    double bestScore = 1;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const Rows rows = firstRows(head, encoding, delimiter, 60);
        std::map<qsizetype, int> counts;
        for (const QStringList &row : rows)
            ++counts[row.size()];
        double score = 0;
        for (const auto &[cells, times] : counts) {
            if (cells > 1)
                score = std::max(score, static_cast<double>(times) / static_cast<double>(rows.size()) * (1 + static_cast<double>(cells)));
        }
        if (score > bestScore) {
            bestScore = score;
            best = delimiter;
        }
    }
    return best;
}

int knownHeaders(const QStringList &row)
{
    return static_cast<int>(std::count_if(
        row.begin(), row.end(), [](const QString &cell) { return cell.size() < 60 && (leadHeader(cell) || companyHeader(cell)); }));
}

bool looksLikeValues(const QStringList &row)
{
    return std::any_of(row.begin(), row.end(), [](const QString &cell) {
        return cell.contains(u'@') || (!cell.isEmpty() && cell[0].isDigit() && digitsOf(cell).size() * 2 > cell.size());
    });
}

/// Short words, each another and none a value of the rows below: names of columns, even when no one knows them.
bool looksLikeNames(const Rows &rows)
{
    constexpr qsizetype longestName = 40;
    const QStringList &names = rows.front();
    QSet<QString> words;
    for (qsizetype column = 0; column < names.size(); ++column) {
        const QString &name = names[column];
        if (wordKey(name).isEmpty() || name.size() > longestName || name.contains(u'@') || !digitsOf(name).isEmpty()
            || words.contains(wordKey(name)))
            return false;
        words.insert(wordKey(name));
        if (std::any_of(rows.begin() + 1, rows.end(), [&](const QStringList &row) { return row.value(column) == name; }))
            return false;
    }
    return true;
}

struct HeaderLine
{
    qint64 line = -1;
    bool guessed = false; ///< by nothing but its look
};

/// The record that names the columns: the one with most known names, else the first when it cannot be a row of values.
HeaderLine headerLineOf(const Rows &rows)
{
    qint64 best = -1;
    int bestKnown = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        const int known = looksLikeValues(rows[i]) ? 0 : knownHeaders(rows[i]);
        if (known > bestKnown) {
            bestKnown = known;
            best = static_cast<qint64>(i);
        }
    }
    if (best >= 0 && (bestKnown > 1 || rows[static_cast<size_t>(best)].size() <= 2))
        return {best, false};
    const bool named = !rows.empty() && rows.front().size() > 1 && !rows.front().contains(QString()) && !looksLikeValues(rows.front());
    if (!named || rows.size() < 2)
        return {};
    if (looksLikeValues(rows[1]))
        return {0, false};
    return looksLikeNames(rows) ? HeaderLine{0, true} : HeaderLine{};
}

QStringList columnNames(const Rows &rows, qint64 headerLine)
{
    if (headerLine >= 0)
        return rows[static_cast<size_t>(headerLine)];
    QStringList names;
    for (qsizetype i = 0; i < rows.front().size(); ++i)
        names += unnamedColumn(i + 1);
    return names;
}

/// The encoding that was chosen, or the one that the bytes tell. What is no text stays no text, whatever was chosen.
Result<QString> encodingOf(QFile &file, const QString &chosen, Progress &progress)
{
    const Result<QString> recognised = recogniseEncoding(file, QFileInfo(file.fileName()).fileName(), progress);
    if (chosen.isEmpty() || (!recognised && recognised.error().code != ErrorCode::BrokenEncoding))
        return recognised;
    return chosen;
}

Result<void> layOutText(const QString &path, const QString &chosen, ImportMapping &mapping, Progress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, path, file.errorString()};
    KINDLING_GET(encoding, encodingOf(file, chosen, progress));
    mapping.encoding = encoding;
    if (mapping.format != FileFormat::Table)
        return {};
    file.seek(0);
    mapping.delimiter = QLatin1Char(delimiterOf(file.peek(1 << 18), encoding));
    return {};
}

Result<void> layOutWorkbook(const QString &path, const QString &sheet, ImportMapping &mapping)
{
    mapping.encoding = QStringLiteral("UTF-8");
    KINDLING_GET(parts, readWorkbook(path, false));
    for (const WorkbookSheet &known : parts.sheets)
        mapping.sheets += known.name;
    const WorkbookSheet *chosen = parts.sheet(sheet);
    if (!chosen)
        return Error{ErrorCode::NotFound, sheet, QCoreApplication::translate("kindling", "sheet")};
    mapping.sheet = chosen->name;
    return {};
}

} // namespace

Result<QStringList> layOut(const QString &path, const ImportChoices &choices, ImportMapping &mapping, Progress &progress)
{
    const QString name = QFileInfo(path).fileName();
    KINDLING_GET(format, formatOf(path));
    mapping.format = format;
    KINDLING_TRY(format == FileFormat::Workbook ? layOutWorkbook(path, choices.sheet, mapping)
                                                : layOutText(path, choices.encoding, mapping, progress));
    KINDLING_GET(reader, openRecords(path, mapping));
    Rows rows;
    while (static_cast<qint64>(rows.size()) < headerSearch && reader->next()) {
        if (rows.empty() && (reader->fault() == RecordFault::TooManyColumns || reader->fault() == RecordFault::TooLong))
            return Error{ErrorCode::LineTooLong, name, QStringLiteral("its first line has too many or too long cells")};
        rows.push_back(reader->texts());
    }
    KINDLING_TRY(reader->end());
    if (rows.empty())
        return Error{ErrorCode::EmptyFile, name, {}};
    const bool own = format == FileFormat::Cards || format == FileFormat::Calendar;
    const HeaderLine header = own ? HeaderLine{0, false} : headerLineOf(rows);
    mapping.headerGuessed = header.guessed;
    mapping.headerLine = choices.noHeader && !own ? -1 : header.line;
    return columnNames(rows, mapping.headerLine);
}

} // namespace kindling
