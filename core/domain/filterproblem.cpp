// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/filterproblem.h"

#include "core/base/textfold.h"
#include "core/base/translations.h"

#include <QRegularExpression>

#include <algorithm>

namespace kindling {

namespace {

bool isAmong(const std::vector<QString> &words, const QString &word)
{
    const QString wanted = folded(word);
    return std::any_of(words.begin(), words.end(), [&](const QString &known) { return folded(known) == wanted; });
}

/// The first word that the workspace does not know, of a field whose values it knows all.
QString unknownWord(FieldId field, const QStringList &words, const Vocabulary &vocabulary)
{
    const CustomField *custom = vocabulary.field(field.custom());
    for (const QString &word : words) {
        if (word.isEmpty())
            continue; // leads without a value
        if (field == LeadField::Stage && !vocabulary.stageNamed(word))
            return sentence("there is no stage “%1”").arg(word);
        if (field == LeadField::Owner && word != u"me" && !isAmong(vocabulary.members, word))
            return sentence("nobody is called “%1”").arg(word);
        if (field == LeadField::Campaign && !isAmong(vocabulary.campaigns, word))
            return sentence("there is no campaign “%1”").arg(word);
        const bool choice = custom && (custom->type == FieldType::Choice || custom->type == FieldType::Choices);
        if (choice && !custom->optionNamed(word))
            return sentence("“%1” is no value of %2").arg(word, custom->label);
    }
    return {};
}

QString problemOfTest(const FilterTest &test, const Vocabulary &vocabulary)
{
    if (test.field.isCustom()) {
        const CustomField *field = vocabulary.field(test.field.custom());
        if (!field)
            return sentence("the field is gone");
        if (field->removed)
            return sentence("the field “%1” was removed").arg(field->label);
    }
    return test.op == FilterTest::Operator::Is ? unknownWord(test.field, test.words, vocabulary) : QString();
}

/// A rule that was kept as it stood: of a field that was removed, or of something else that is gone.
QString problemOfBroken(const QString &text, const Vocabulary &vocabulary)
{
    static const QRegularExpression named(QStringLiteral("^\"?([^\":=~<>!]+)\"?[:=~<>!]"));
    const QRegularExpressionMatch match = named.match(text);
    const auto field = match.hasMatch() ? findField(match.captured(1), &vocabulary) : std::nullopt;
    if (field && field->removed)
        return sentence("the field “%1” was removed").arg(field->label);
    return sentence("“%1” speaks of something that is gone").arg(text);
}

} // namespace

LeadField fieldOf(Axis axis)
{
    switch (axis) {
    case Axis::Stage: return LeadField::Stage;
    case Axis::Owner: return LeadField::Owner;
    case Axis::Outcome: return LeadField::Outcome;
    case Axis::Temperature: break;
    }
    return LeadField::Temperature;
}

QString problemOf(const Filter &filter, const FilterContext &context)
{
    static const Vocabulary none;
    const Vocabulary &vocabulary = context.vocabulary ? *context.vocabulary : none;
    switch (filter.kind) {
    case Filter::Kind::Test: return problemOfTest(filter.test, vocabulary);
    case Filter::Kind::Stay: return unknownWord(fieldOf(filter.stay.axis), filter.stay.words, vocabulary);
    case Filter::Kind::Broken: return problemOfBroken(filter.text, vocabulary);
    case Filter::Kind::Segment:
        return vocabulary.segmentNamed(filter.text) ? QString() : sentence("there is no segment “%1”").arg(filter.text);
    default: return {};
    }
}

QStringList problemsOf(const Filter &filter, const FilterContext &context)
{
    QStringList problems;
    if (const QString own = problemOf(filter, context); !own.isEmpty())
        problems += own;
    for (const Filter &child : filter.children)
        problems += problemsOf(child, context);
    return problems;
}

} // namespace kindling
