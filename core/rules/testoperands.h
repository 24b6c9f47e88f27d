// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

/// The error for a word of a filter that cannot be read.
Error badFilter(const QString &word, const QString &why);

/// One word of an operand as it was typed: in quotes, `none`, `any` and `me` are words like others.
struct OperandWord
{
    QString text;
    bool quoted = false;
};

/// The words of an operand, at the commas outside quotes, without the spaces around them and the quotes.
std::vector<OperandWord> operandWords(const QString &operand);

/// Puts words into a test. Of an Is, a bare `none` becomes the empty word (leads without a value); alone, it and `any` become operators.
void takeOperandWords(FilterTest &test, const std::vector<OperandWord> &words);

/// A word of a test as it is typed: the empty one as `none`, in quotes what would be read as something else.
QString operandText(FieldId field, const QString &word);

/// Checks the operand of a test as it was typed, and puts its words into the form in which they are kept: keys of choices, yes or no, one
/// word for a number or date. Error: BadFilter with the word that cannot be read, and what was expected.
Result<void> readOperand(FilterTest &test, const FieldEntry &field, const FilterContext &context);

/// The keys of the enumerators of a built-in choice but the stage.
QStringList choicesOf(LeadField field);

} // namespace kindling
