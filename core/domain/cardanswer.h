// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/domain/vocabulary.h"

namespace kindling {

/// One line of a lead's qualification card: a question of the framework in use and what is known of it.
struct CardAnswer
{
    FieldId field;
    QString label; ///< of the field: "Budget"
    QString question; ///< "Is there money for it?"
    QualificationAnswer given;
    bool operator==(const CardAnswer &) const = default;
};

/// The card of a lead, in the order of the framework. Questions whose field was removed are left out.
std::vector<CardAnswer> cardOf(const Lead &lead, const Vocabulary &vocabulary);
/// How many questions of the framework in use have a yes.
int questionsWithYes(const Lead &lead, const Vocabulary &vocabulary);

/// The answer to one question, whatever framework it belongs to.
QualificationAnswer answerTo(const Lead &lead, FieldId question, const Vocabulary &vocabulary);
/// Writes an answer with its note, moment and person. Error UnknownField when the field cannot hold an answer.
Result<void> setAnswer(Lead &lead, FieldId question, const QualificationAnswer &given, const Vocabulary &vocabulary);

/// Whether a field holds answers: one of BANT, or a choice of three that a framework made.
bool holdsAnswers(FieldId field, const Vocabulary &vocabulary);

/// Notes when and by whom answers were given that differ from those before, and what the lead is qualified through.
void stampAnswers(const Lead &before, Lead &after, const Vocabulary &vocabulary, UtcMs now);

} // namespace kindling
