// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/leadfield.h"

#include <QByteArray>

namespace kindling {

/// Whether a cell that a spreadsheet would run as a formula is written so that it cannot.
enum class FormulaGuard : quint8 {
    On, ///< an apostrophe stands before such a cell, and withoutGuard() takes it away again; numbers and phone numbers are left alone
    Off,
};

/// One record of RFC 4180 in UTF-8, with its line end: cells are quoted where they have to be, quotes doubled.
QByteArray csvRecord(const QStringList &cells);

/// True for a text that a spreadsheet could take for a formula: it begins with = + - @, a tab or a line feed, and is not just a number or a
/// phone number.
bool looksLikeFormula(QStringView cell);

/// A cell as it is written with the guard on: one apostrophe more before a formula, even one that has apostrophes before it, at the
/// beginning and behind each ";" and tab.
QString withGuard(const QString &cell);
/// The cell as it was before withGuard().
QString withoutGuard(const QString &cell);

/// The keys of all fields of the catalogue: the header line of an export.
QByteArray leadCsvHeader(const Vocabulary *vocabulary);
/// All fields of a lead as fieldText() has them, in the order of the header.
QByteArray leadCsvRecord(const Lead &lead, const FieldContext &context, FormulaGuard guard);

} // namespace kindling
