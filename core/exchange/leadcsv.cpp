// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/leadcsv.h"

#include <algorithm>

namespace kindling {

namespace {

QString quotedCell(const QString &cell)
{
    const bool edged = !cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace());
    const bool special = std::any_of(cell.begin(), cell.end(), [](QChar c) { return QStringView(u"\",;\t\n\r").contains(c); });
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

/// A cell of which each piece between ";" and tabs was changed, told whether it is a formula behind its apostrophes. A spreadsheet that
/// parts cells at these signs takes what follows them for a cell of its own, quoted or not.
template <typename Change>
QString changedPieces(const QString &cell, Change change)
{
    // The first by the whole cell: a tab at its beginning counts.
    const bool first = looksLikeFormula(afterApostrophes(cell));
    QString changed;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= cell.size(); ++i) {
        if (i < cell.size() && cell[i] != u';' && cell[i] != u'\t')
            continue;
        const QString piece = cell.mid(from, i - from);
        changed += change(piece, from == 0 ? first : looksLikeFormula(afterApostrophes(piece)));
        if (i < cell.size())
            changed += cell[i];
        from = i + 1;
    }
    return changed;
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
    return changedPieces(cell, [](const QString &piece, bool formula) { return formula ? u'\'' + piece : piece; });
}

QString withoutGuard(const QString &cell)
{
    return changedPieces(cell,
                         [](const QString &piece, bool formula) { return formula && piece.startsWith(u'\'') ? piece.mid(1) : piece; });
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
