// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/domain/cardanswer.h"
#include "core/store/leadrepository.h"
#include "core/store/leadwriter.h"
#include "core/workspace/engine.h"
#include "core/workspace/leadservice.h"

#include <QCoreApplication>

// Answers to the questions of the qualification card.

namespace kindling {

QFuture<Result<Written>> LeadService::qualify(LeadId id, FieldId question, Answer answer, const QString &note)
{
    return m_engine->change(ChangeHead::Kind::Do, [id, question, answer, note = note.trimmed()](Writing &writing) -> Result<void> {
        KINDLING_GET(before, LeadRepository(writing.connection).lead(id));
        Lead lead = before;
        QualificationAnswer given = answerTo(lead, question, writing.vocabulary);
        given.answer = answer;
        given.note = note;
        KINDLING_TRY(setAnswer(lead, question, given, writing.vocabulary));
        stampAnswers(before, lead, writing.vocabulary, writing.now);
        writing.label = QCoreApplication::translate("kindling", "Qualify %1: %2 %3")
                            .arg(lead.displayName(), fieldLabel(question, &writing.vocabulary).toLower(), labelOf(answer).toLower());
        const Result<bool> saved = LeadWriter(writing.connection, writing.journal).save(lead, writing.now);
        return saved ? Result<void>() : Result<void>(saved.error());
    });
}

} // namespace kindling
