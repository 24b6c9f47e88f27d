// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

/// The error for a word of a filter that cannot be read.
Error badFilter(const QString &word, const QString &why);

/// Checks the operand of a test as it was typed, and puts its words into the form in which they are kept: keys of choices, yes or no, one
/// word for a number or date. Error: BadFilter with the word that cannot be read, and what was expected.
Result<void> readOperand(FilterTest &test, const FieldEntry &field, const FilterContext &context);

/// The keys of the enumerators of a built-in choice but the stage.
QStringList choicesOf(LeadField field);

} // namespace kindling
