// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/cardanswer.h"

#include "core/domain/leadfield.h"

#include <algorithm>

namespace kindling {

namespace {

/// An answer of BANT within its lead; null for another field.
template <typename SomeLead>
auto *bantAnswer(SomeLead &lead, FieldId question)
{
    const LeadField field = question.isCustom() ? LeadField::Name : question.builtIn();
    switch (field) {
    case LeadField::Budget: return &lead.bant.budget;
    case LeadField::Authority: return &lead.bant.authority;
    case LeadField::Need: return &lead.bant.need;
    case LeadField::Timeline: return &lead.bant.timeline;
    default: return static_cast<decltype(&lead.bant.budget)>(nullptr);
    }
}

/// The options of a question of one's own stand for no, partly and yes, in this order, whatever they are called.
Answer ownAnswer(const Lead &lead, const CustomField &field)
{
    const FieldValue *value = lead.custom.find(field.id);
    const OptionIds *chosen = value ? std::get_if<OptionIds>(value) : nullptr;
    for (size_t i = 0; chosen && !chosen->empty() && i < field.options.size() && i < 3; ++i) {
        if (field.options[i].id == chosen->front())
            return Answer(i + 1);
    }
    return Answer::Unknown;
}

auto noteOf(auto &lead, CustomFieldId question)
{
    return std::lower_bound(lead.answerNotes.begin(), lead.answerNotes.end(), question,
                            [](const AnswerNote &note, CustomFieldId wanted) { return note.question < wanted; });
}

void setNote(Lead &lead, CustomFieldId question, const QualificationAnswer &given)
{
    auto note = noteOf(lead, question);
    const bool here = note != lead.answerNotes.end() && note->question == question;
    if (given.note.isEmpty() && given.at == 0 && given.by.isEmpty()) {
        if (here)
            lead.answerNotes.erase(note);
        return;
    }
    if (!here)
        note = lead.answerNotes.insert(note, AnswerNote{});
    *note = {question, given.note, given.at, given.by};
}

} // namespace

bool holdsAnswers(FieldId field, const Vocabulary &vocabulary)
{
    if (!field.isCustom())
        return bantAnswer(static_cast<const Lead &>(Lead{}), field) != nullptr;
    const CustomField *own = vocabulary.field(field.custom());
    return own && !own->removed && own->type == FieldType::Choice && own->options.size() >= 3;
}

QualificationAnswer answerTo(const Lead &lead, FieldId question, const Vocabulary &vocabulary)
{
    if (const QualificationAnswer *known = bantAnswer(lead, question))
        return *known;
    const CustomField *field = question.isCustom() ? vocabulary.field(question.custom()) : nullptr;
    if (!field)
        return {};
    QualificationAnswer given{ownAnswer(lead, *field), {}, 0, {}};
    if (const auto note = noteOf(lead, field->id); note != lead.answerNotes.end() && note->question == field->id) {
        given.note = note->note;
        given.at = note->at;
        given.by = note->by;
    }
    return given;
}

Result<void> setAnswer(Lead &lead, FieldId question, const QualificationAnswer &given, const Vocabulary &vocabulary)
{
    if (QualificationAnswer *known = bantAnswer(lead, question)) {
        *known = given;
        return {};
    }
    if (!holdsAnswers(question, vocabulary))
        return Error{ErrorCode::UnknownField, fieldLabel(question, &vocabulary),
                     QCoreApplication::translate("kindling", "It is no question of a qualification card.")};
    const CustomField &field = *vocabulary.field(question.custom());
    if (given.answer == Answer::Unknown)
        lead.custom.clear(field.id);
    else
        lead.custom.set(field.id, OptionIds{field.options[size_t(given.answer) - 1].id});
    setNote(lead, field.id, given);
    return {};
}

std::vector<CardAnswer> cardOf(const Lead &lead, const Vocabulary &vocabulary)
{
    std::vector<CardAnswer> card;
    for (const QualificationQuestion &question : vocabulary.qualification.framework().questions) {
        if (holdsAnswers(question.field, vocabulary))
            card.push_back(
                {question.field, fieldLabel(question.field, &vocabulary), question.text, answerTo(lead, question.field, vocabulary)});
    }
    return card;
}

int questionsWithYes(const Lead &lead, const Vocabulary &vocabulary)
{
    const std::vector<CardAnswer> card = cardOf(lead, vocabulary);
    return int(std::count_if(card.begin(), card.end(), [](const CardAnswer &line) { return line.given.answer == Answer::Yes; }));
}

void stampAnswers(const Lead &before, Lead &after, const Vocabulary &vocabulary, UtcMs now)
{
    const auto stamp = [&](FieldId question) {
        const QualificationAnswer was = answerTo(before, question, vocabulary);
        QualificationAnswer is = answerTo(after, question, vocabulary);
        if (was.answer == is.answer && was.note == is.note)
            return;
        const bool emptied = is.answer == Answer::Unknown && is.note.isEmpty();
        is.at = emptied ? 0 : now;
        is.by = emptied ? QString() : vocabulary.me;
        [[maybe_unused]] const Result<void> set = setAnswer(after, question, is, vocabulary); // a question that answered above takes it
    };
    for (const QualificationQuestion &question : bantFramework().questions)
        stamp(question.field);
    for (const QualificationFramework &framework : vocabulary.qualification.own) {
        for (const QualificationQuestion &question : framework.questions) {
            if (question.field.isCustom() && holdsAnswers(question.field, vocabulary))
                stamp(question.field);
        }
    }
    if (before.qualifiedThrough == after.qualifiedThrough)
        return;
    const bool none = after.qualifiedThrough == QualifiedThrough::None;
    after.qualifiedAt = none ? 0 : now;
    after.qualifiedBy = none ? QString() : vocabulary.me;
}

} // namespace kindling
