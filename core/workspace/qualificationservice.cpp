// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/qualificationservice.h"

#include "core/base/textfold.h"
#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/domain/cardanswer.h"
#include "core/rules/fieldrules.h"
#include "core/store/fieldrepository.h"
#include "core/store/wordrepository.h"
#include "core/workspace/engine.h"

#include <algorithm>

namespace kindling {

namespace {

bool isBant(const QString &name)
{
    return folded(name) == folded(bantFramework().name);
}

Result<void> write(Writing &writing, const QualificationRules &rules)
{
    return writeSetting(writing.journal, WorkspaceSetting::Qualification, qualificationText(rules));
}

/// The field of a question that is known already: of the framework itself, or of BANT.
std::optional<FieldId> knownField(const QString &label, const QualificationFramework *present, const Vocabulary &words)
{
    std::vector<QualificationQuestion> known = bantFramework().questions;
    if (present)
        known.insert(known.begin(), present->questions.begin(), present->questions.end());
    for (const QualificationQuestion &question : known) {
        if (folded(fieldLabel(question.field, &words)) == folded(label) && holdsAnswers(question.field, words))
            return question.field;
    }
    return std::nullopt;
}

/// A field of three values for a new question. The words may be changed later; their order says what they mean.
Result<FieldId> makeField(Writing &writing, const QString &label, Vocabulary &words)
{
    CustomField draft;
    draft.label = label;
    draft.type = FieldType::Choice;
    draft.options = optionsNamed({labelOf(Answer::No), labelOf(Answer::Partly), labelOf(Answer::Yes)}, draft);
    KINDLING_GET(field, newField(draft, words));
    KINDLING_GET(made, FieldRepository(writing.connection, &writing.journal).add(field));
    words.fields.push_back(made);
    return FieldId(made.id);
}

Result<void> checkQuestions(const std::vector<TypedQuestion> &questions)
{
    const auto count = int(questions.size());
    if (count < QualificationFramework::leastQuestions || count > QualificationFramework::mostQuestions)
        return Error{ErrorCode::InvalidValue, QString::number(count), sentence("a number of questions from three to seven")};
    for (size_t i = 0; i < questions.size(); ++i) {
        if (questions[i].label.isEmpty())
            return Error{ErrorCode::NameMissing, {}, sentence("question")};
        for (size_t j = 0; j < i; ++j) {
            if (folded(questions[i].label) == folded(questions[j].label))
                return Error{ErrorCode::NameTaken, questions[i].label, sentence("question")};
        }
    }
    return {};
}

Result<void> saveFramework(Writing &writing, const QString &name, const std::vector<TypedQuestion> &questions)
{
    if (name.isEmpty())
        return Error{ErrorCode::NameMissing, {}, sentence("framework")};
    if (isBant(name))
        return Error{ErrorCode::NameTaken, name, sentence("framework")};
    KINDLING_TRY(checkQuestions(questions));
    Vocabulary words = writing.vocabulary;
    QualificationRules rules = words.qualification;
    const QualificationFramework *present = words.qualification.named(name);
    QualificationFramework framework{name, {}};
    for (const TypedQuestion &question : questions) {
        std::optional<FieldId> field = knownField(question.label, present, words);
        if (!field) {
            KINDLING_GET(made, makeField(writing, question.label, words));
            field = made;
        }
        framework.questions.push_back({*field, question.text});
    }
    std::erase_if(rules.own, [&](const QualificationFramework &f) { return folded(f.name) == folded(name); });
    rules.own.push_back(framework);
    rules.used = name;
    writing.label = (present ? sentence("Change framework %1") : sentence("Add framework %1")).arg(name);
    return write(writing, rules);
}

} // namespace

TypedQuestion TypedQuestion::fromText(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return {text.trimmed(), {}};
    return {text.left(colon).trimmed(), text.mid(colon + 1).trimmed()};
}

QualificationService::QualificationService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<Written>> QualificationService::save(const QString &name, const std::vector<TypedQuestion> &questions)
{
    return m_engine->change(ChangeHead::Kind::Do,
                            [name = name.trimmed(), questions](Writing &writing) { return saveFramework(writing, name, questions); });
}

QFuture<Result<Written>> QualificationService::use(const QString &name)
{
    return m_engine->change(ChangeHead::Kind::Do, [name = name.trimmed()](Writing &writing) -> Result<void> {
        QualificationRules rules = writing.vocabulary.qualification;
        const QualificationFramework *chosen = rules.named(name);
        if (!chosen && !isBant(name))
            return Error{ErrorCode::NotFound, name, sentence("framework")};
        rules.used = chosen ? chosen->name : QString();
        writing.label = sentence("Use framework %1").arg(rules.framework().name);
        return rules == writing.vocabulary.qualification ? Result<void>() : write(writing, rules);
    });
}

QFuture<Result<Written>> QualificationService::remove(const QString &name)
{
    return m_engine->change(ChangeHead::Kind::Do, [name = name.trimmed()](Writing &writing) -> Result<void> {
        QualificationRules rules = writing.vocabulary.qualification;
        const auto gone = std::erase_if(rules.own, [&](const QualificationFramework &f) { return folded(f.name) == folded(name); });
        if (gone == 0)
            return Error{ErrorCode::NotFound, name, sentence("framework")};
        if (folded(rules.used) == folded(name))
            rules.used.clear();
        writing.label = sentence("Remove framework %1").arg(name);
        return write(writing, rules);
    });
}

} // namespace kindling
