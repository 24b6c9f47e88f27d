// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/leadcsv.h"

#include <algorithm>

namespace kindling {

namespace {

QString quotedCell(const QString &cell)
{
    const bool edged = !cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace());
    const bool special = std::any_of(cell.begin(), cell.end(), [](QChar c) { return c == u'"' || c == u',' || c == u'\n' || c == u'\r'; });
    if (!edged && !special)
        return cell;
    QString doubled = cell;
    doubled.replace(u'"', QStringLiteral("\"\""));
    return u'"' + doubled + u'"';
}

QStringView afterApostrophes(QStringView cell)
{
    while (cell.startsWith(u'\''))
        cell = cell.sliced(1);
    return cell;
}

bool isNumberLike(QChar c)
{
    return c.isDigit() || QStringView(u" +-().,/").contains(c);
}

} // namespace

QByteArray csvRecord(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &cell : cells)
        quoted += quotedCell(cell);
    return (quoted.join(u',') + QStringLiteral("\r\n")).toUtf8();
}

bool looksLikeFormula(QStringView cell)
{
    if (cell.isEmpty() || !QStringView(u"=+-@\t\r\n").contains(cell.front()))
        return false;
    const bool signedNumber = cell.front() == u'+' || cell.front() == u'-';
    return !signedNumber || !std::all_of(cell.begin(), cell.end(), isNumberLike);
}

QString withGuard(const QString &cell)
{
    return looksLikeFormula(afterApostrophes(cell)) ? u'\'' + cell : cell;
}

QString withoutGuard(const QString &cell)
{
    return cell.startsWith(u'\'') && looksLikeFormula(afterApostrophes(cell)) ? cell.mid(1) : cell;
}

QByteArray leadCsvHeader(const Vocabulary *vocabulary)
{
    return csvRecord(fieldKeys(vocabulary));
}

QByteArray leadCsvRecord(const Lead &lead, const FieldContext &context, FormulaGuard guard)
{
    QStringList cells;
    for (const FieldEntry &entry : fieldCatalogue(context.vocabulary)) {
        const QString cell = fieldText(lead, entry.field, context);
        cells += guard == FormulaGuard::On ? withGuard(cell) : cell;
    }
    return csvRecord(cells);
}

} // namespace kindling
