// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/testoperands.h"

#include "core/base/translations.h"
#include "core/domain/filteroperand.h"
#include "core/rules/suggestion.h"
#include "core/rules/timetests.h"

#include <algorithm>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;

constexpr QStringView noneWord = u"none";
constexpr QStringView anyWord = u"any";
constexpr QStringView meWord = u"me";

template <typename Enum>
QStringList keysOf()
{
    QStringList keys;
    for (const Enum value : allOf<Enum>())
        keys += keyOf(value);
    return keys;
}

/// What stands in quotes from here on, a quote twice being one; takes both quotes.
QString takeQuoted(const QString &text, qsizetype &at)
{
    QString inside;
    for (++at; at < text.size(); ++at) {
        if (text[at] == u'"') {
            ++at;
            if (at >= text.size() || text[at] != u'"')
                return inside;
        }
        inside += text[at];
    }
    return inside;
}

Result<void> readWords(const FilterTest &test)
{
    if (test.op != Operator::Is && test.op != Operator::Contains)
        return badFilter(test.words.front(), sentence("words can only be compared with “:” and “~”."));
    return {};
}

Result<void> readYesNo(FilterTest &test)
{
    static const QStringList known{QStringLiteral("yes"), QStringLiteral("no")};
    QString word = test.words.front().toLower();
    word = word == u"true" || word == u"1" ? known[0] : word == u"false" || word == u"0" ? known[1] : word;
    if (test.op != Operator::Is || test.words.size() != 1 || !known.contains(word))
        return badFilter(test.words.front(), sentence("yes or no was expected."));
    test.words = {word};
    return {};
}

Result<void> readOptions(FilterTest &test, const FieldEntry &field, const FilterContext &context)
{
    if (test.op != Operator::Is)
        return badFilter(test.words.front(), sentence("choices can only be compared with “:”."));
    const CustomField *custom = context.vocabulary->field(field.field.custom());
    for (QString &word : test.words) {
        if (word.isEmpty())
            continue; // none of them
        const FieldOption *option = custom->optionNamed(word);
        if (!option) // one that is offered no more is still what leads have
            return badFilter(word, sentence("this is not a value of %1; %2").arg(field.label, didYouMean(word, custom->optionNames())));
        word = option->name;
    }
    return {};
}

Result<void> readChoice(FilterTest &test, const FilterContext &context)
{
    if (test.op != Operator::Is)
        return badFilter(test.words.front(), sentence("choices can only be compared with “:”."));
    if (test.field == LeadField::Stage) {
        QStringList known;
        for (const Stage &stage : context.vocabulary->stages)
            known += stage.name;
        for (const QString &word : test.words) {
            if (!word.isEmpty() && !context.vocabulary->stageNamed(word))
                return badFilter(word, sentence("there is no such stage; %1").arg(didYouMean(word, known)));
        }
        return {};
    }
    const LeadField field = test.field.builtIn();
    const QStringList known = choicesOf(field);
    for (QString &word : test.words) {
        if (word.isEmpty())
            continue;
        const auto found =
            std::find_if(known.begin(), known.end(), [&](const QString &k) { return k.compare(word, Qt::CaseInsensitive) == 0; });
        if (found == known.end())
            return badFilter(word, sentence("this is not a value of %1; %2").arg(fieldLabel(field), didYouMean(word, known)));
        word = *found;
    }
    return {};
}

Result<void> readTime(FilterTest &test, FieldType type, const FilterContext &context)
{
    const QString word = test.words.front();
    if (test.op == Operator::Contains || test.words.size() > 1 || !timeOperand(word, type == FieldType::Date, context))
        return badFilter(word, sentence("a date was expected, as 2026-03-01, 2026-Q3, today, thisweek or -30d."));
    return {};
}

Result<void> readNumber(FilterTest &test, FieldType type, const FilterContext &context)
{
    test.words = {test.words.join(u',')};
    if (test.op != Operator::Contains && numberOperand(test.words.front(), type, context))
        return {};
    return badFilter(test.words.front(),
                     type == FieldType::Money ? sentence("an amount was expected, as 5000, 5k or 1000..5000.")
                                              : sentence("a number was expected, as 12, 0.5 or 10..20."));
}

} // namespace

QStringList choicesOf(LeadField field)
{
    switch (field) {
    case LeadField::Temperature: return keysOf<Temperature>();
    case LeadField::Outcome: return keysOf<Outcome>();
    case LeadField::QualifiedThrough: return keysOf<QualifiedThrough>();
    case LeadField::Consent: return keysOf<Consent>();
    default: return keysOf<Answer>();
    }
}

std::vector<OperandWord> operandWords(const QString &operand)
{
    std::vector<OperandWord> words;
    qsizetype at = 0;
    while (at < operand.size()) {
        while (at < operand.size() && operand[at].isSpace())
            ++at;
        OperandWord word;
        word.quoted = at < operand.size() && operand[at] == u'"';
        if (word.quoted)
            word.text = takeQuoted(operand, at);
        const qsizetype comma = operand.indexOf(u',', at);
        const qsizetype end = comma < 0 ? operand.size() : comma;
        word.text += operand.mid(at, end - at).trimmed();
        if (!word.text.isEmpty())
            words.push_back(word);
        at = end + 1;
    }
    return words;
}

void takeOperandWords(FilterTest &test, const std::vector<OperandWord> &words)
{
    const auto isBare = [](const OperandWord &word, QStringView keyword) {
        return !word.quoted && word.text.compare(keyword, Qt::CaseInsensitive) == 0;
    };
    const bool alone = test.op == Operator::Is && words.size() == 1;
    if (alone && (isBare(words.front(), noneWord) || isBare(words.front(), anyWord))) {
        test.op = isBare(words.front(), noneWord) ? Operator::None : Operator::Any;
        return;
    }
    for (const OperandWord &word : words) {
        if (test.op == Operator::Is && isBare(word, noneWord))
            test.words += QString();
        else
            test.words += test.field == LeadField::Owner && isBare(word, meWord) ? meWord.toString() : word.text;
    }
}

QString operandText(FieldId field, const QString &word)
{
    if (word.isEmpty())
        return noneWord.toString();
    const auto isWord = [&](QStringView keyword) { return word.compare(keyword, Qt::CaseInsensitive) == 0; };
    const bool mistaken = isWord(noneWord) || isWord(anyWord) || (field == LeadField::Owner && isWord(meWord) && word != meWord);
    return mistaken ? quotedAlways(word) : quotedIfNeeded(word);
}

Error badFilter(const QString &word, const QString &why)
{
    return {ErrorCode::BadFilter, word, why};
}

Result<void> readOperand(FilterTest &test, const FieldEntry &field, const FilterContext &context)
{
    switch (field.type) {
    case FieldType::Date:
    case FieldType::DateTime: return readTime(test, field.type, context);
    case FieldType::Money:
    case FieldType::Number: return readNumber(test, field.type, context);
    case FieldType::YesNo: return readYesNo(test);
    case FieldType::Choice:
    case FieldType::Choices: return field.field.isCustom() ? readOptions(test, field, context) : readChoice(test, context);
    case FieldType::Word: return readWords(test);
    case FieldType::Text:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Link:
    case FieldType::LongText:
        if (test.op != Operator::Is && test.op != Operator::Contains)
            return badFilter(test.words.front(), sentence("texts can only be compared with “:”."));
        test.op = Operator::Contains;
        return {};
    case FieldType::Words: return readWords(test);
    default:
        if (test.op != Operator::Is)
            return badFilter(test.words.front(), sentence("this field can only be compared with “:”."));
        return {};
    }
}

} // namespace kindling
