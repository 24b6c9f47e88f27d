// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filtertext.h"

#include "core/domain/filteroperand.h"
#include "core/domain/filterproblem.h"
#include "core/rules/testoperands.h"
#include "core/rules/timetests.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;

constexpr UtcMs everBefore = std::numeric_limits<UtcMs>::min();
constexpr UtcMs everAfter = std::numeric_limits<UtcMs>::max();

QString translated(const char *text)
{
    return QCoreApplication::translate("kindling", text);
}

QString operatorText(Operator op)
{
    switch (op) {
    case Operator::AtLeast: return QStringLiteral(">=");
    case Operator::MoreThan: return QStringLiteral(">");
    case Operator::AtMost: return QStringLiteral("<=");
    case Operator::LessThan: return QStringLiteral("<");
    default: return QStringLiteral(":");
    }
}

QString testText(const FilterTest &test, const FilterContext &context)
{
    const QString key = fieldKey(test.field, context.vocabulary);
    if (test.op == Operator::None || test.op == Operator::Any)
        return key + (test.op == Operator::None ? QStringLiteral(":none") : QStringLiteral(":any"));
    QStringList words;
    for (const QString &word : test.words)
        words += operandText(test.field, word);
    const auto entry = fieldEntry(test.field, context.vocabulary);
    const bool isWords = entry && (entry->type == FieldType::Word || entry->type == FieldType::Words);
    const bool wordPart = test.op == Operator::Contains && isWords; // texts are always looked for in parts
    return key + (wordPart ? QStringLiteral("~") : operatorText(test.op)) + words.join(u',');
}

bool isGroup(const Filter &filter)
{
    return filter.kind == Filter::Kind::All || filter.kind == Filter::Kind::Any || filter.kind == Filter::Kind::None;
}

QString nodeText(const Filter &filter, const FilterContext &context, bool inner);

/// `joined` are the children, any of them. One leaf needs no parentheses; one group is not put into two.
QString noneText(const Filter &filter, const QString &joined, const FilterContext &context)
{
    const bool single = filter.children.size() == 1;
    if (single && !isGroup(filter.children.front()))
        return u'-' + joined;
    return QStringLiteral("-(") + (single ? nodeText(filter.children.front(), context, false) : joined) + u')';
}

/// `inner`: the text stands inside another list of terms.
QString nodeText(const Filter &filter, const FilterContext &context, bool inner)
{
    if (filter.kind == Filter::Kind::Test)
        return testText(filter.test, context);
    switch (filter.kind) {
    case Filter::Kind::Text: return quotedIfNeeded(filter.text);
    case Filter::Kind::Count: return timeTestText(filter.count);
    case Filter::Kind::Stay: return timeTestText(filter.stay);
    case Filter::Kind::Segment: return QStringLiteral("segment:") + quotedIfNeeded(filter.text);
    case Filter::Kind::Broken: return filter.text;
    default: break;
    }
    QStringList parts;
    for (const Filter &child : filter.children)
        parts += nodeText(child, context, true);
    const QString joined = parts.join(filter.kind == Filter::Kind::All ? QStringLiteral(" ") : QStringLiteral(" OR "));
    if (filter.kind == Filter::Kind::None && !parts.isEmpty())
        return noneText(filter, joined, context);
    return inner ? u'(' + joined + u')' : joined;
}

/// "L", or "L (no longer offered)": leads that have it keep it.
QString optionLabel(FieldId field, const QString &word, const FilterContext &context)
{
    const CustomField *custom = context.vocabulary ? context.vocabulary->field(field.custom()) : nullptr;
    const FieldOption *option = custom ? custom->optionNamed(word) : nullptr;
    return option && option->removed ? translated("%1 (no longer offered)").arg(word) : word;
}

QString choiceLabel(const FilterTest &test, const QString &word, const FilterContext &context)
{
    if (word.isEmpty())
        return translated("not set");
    if (test.field.isCustom())
        return optionLabel(test.field, word, context);
    switch (test.field.builtIn()) {
    case LeadField::Temperature: return labelOf(fromKey<Temperature>(word).value_or(Temperature::Cold)).toLower();
    case LeadField::Outcome: return labelOf(fromKey<Outcome>(word).value_or(Outcome::Open)).toLower();
    case LeadField::Stage: {
        const Stage *stage = context.vocabulary ? context.vocabulary->stageNamed(word) : nullptr;
        return stage ? stage->name : word;
    }
    case LeadField::Owner: return word == u"me" ? meWords(context.vocabulary) : word;
    default: return word;
    }
}

QString labelsOf(const FilterTest &test, const FilterContext &context)
{
    QStringList words;
    for (const QString &word : test.words)
        words += choiceLabel(test, word, context);
    return words.join(translated(" or "));
}

/// "last activity more than 30 days ago": what is counted from now is said so. Empty for what is not.
QString agoSentence(const FilterTest &test, const QString &field)
{
    static const QRegularExpression form(QStringLiteral("^-(\\d{1,4})([hdwmy])$"), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(test.words.value(0));
    if (!match.hasMatch())
        return {};
    const QString length = lengthWords(match.captured(1).toInt(), match.captured(2).toLower()[0]);
    switch (test.op) {
    case Operator::LessThan: return translated("%1 more than %2 ago").arg(field, length);
    case Operator::AtLeast: return translated("%1 in the last %2").arg(field, length);
    default: return {};
    }
}

QString timeSentence(const FilterTest &test, const QString &field, bool wholeDates, const FilterContext &context)
{
    if (const QString ago = agoSentence(test, field); !ago.isEmpty())
        return ago;
    const auto span = timeOperand(test.words.value(0), wholeDates, context);
    if (!span)
        return translated("%1 is %2").arg(field, test.words.value(0));
    const QString word = test.words.value(0);
    const qsizetype dots = word.indexOf(QStringLiteral(".."));
    const QTimeZone zone = wholeDates ? QTimeZone::utc() : context.zone;
    QString first = span->from == everBefore ? QString() : momentWords(span->from, zone);
    QString last = span->until == everAfter ? QString() : endWords(span->until, zone);
    if (dots < 0 && test.op == Operator::Is)
        return withRolling(
            first == last ? translated("%1 on %2").arg(field, first) : translated("%1 from %2 to %3").arg(field, first, last), word);
    first = first.isEmpty() ? first : withRolling(first, dots < 0 ? word : word.left(dots));
    last = last.isEmpty() ? last : withRolling(last, dots < 0 ? word : word.mid(dots + 2));
    switch (test.op) {
    case Operator::AtLeast: return translated("%1 on or after %2").arg(field, first);
    case Operator::MoreThan: return translated("%1 after %2").arg(field, last);
    case Operator::AtMost: return translated("%1 until %2").arg(field, last);
    case Operator::LessThan: return translated("%1 before %2").arg(field, first);
    default: break;
    }
    if (last.isEmpty())
        return translated("%1 on or after %2").arg(field, first);
    return first.isEmpty() ? translated("%1 until %2").arg(field, last) : translated("%1 from %2 to %3").arg(field, first, last);
}

QString testSentence(const FilterTest &test, const FilterContext &context)
{
    const auto entry = fieldEntry(test.field, context.vocabulary);
    const QString field = !entry ? translated("a field that is gone") : test.field.isCustom() ? entry->label : entry->label.toLower();
    const FieldType type = entry ? entry->type : FieldType::Text;
    if (test.op == Operator::None)
        return translated("without %1").arg(field);
    if (test.op == Operator::Any)
        return translated("with any %1").arg(field);
    if (type == FieldType::Date || type == FieldType::DateTime)
        return timeSentence(test, field, type == FieldType::Date, context);
    const QString operand = labelsOf(test, context);
    if (type == FieldType::Words)
        return (test.op == Operator::Contains ? translated("with a tag that contains %1") : translated("with the tag %1")).arg(operand);
    if (type == FieldType::Choices)
        return translated("%1 includes %2").arg(field, operand);
    switch (test.op) {
    case Operator::Contains: return translated("%1 contains %2").arg(field, operand);
    case Operator::AtLeast: return translated("%1 at least %2").arg(field, operand);
    case Operator::MoreThan: return translated("%1 more than %2").arg(field, operand);
    case Operator::AtMost: return translated("%1 at most %2").arg(field, operand);
    case Operator::LessThan: return translated("%1 less than %2").arg(field, operand);
    default: break;
    }
    return (operand.contains(QStringLiteral("..")) ? translated("%1 in %2") : translated("%1 is %2")).arg(field, operand);
}

QString nodeSentence(const Filter &filter, const FilterContext &context, bool inner)
{
    if (const QString problem = problemOf(filter, context); !problem.isEmpty())
        return translated("broken rule (%1)").arg(problem);
    if (filter.kind == Filter::Kind::Test)
        return testSentence(filter.test, context);
    switch (filter.kind) {
    case Filter::Kind::Text: return translated("“%1” anywhere").arg(filter.text);
    case Filter::Kind::Count: return timeTestSentence(filter.count, context);
    case Filter::Kind::Stay: return timeTestSentence(filter.stay, context);
    case Filter::Kind::Segment: return translated("in segment “%1”").arg(filter.text);
    default: break;
    }
    QStringList parts;
    const bool enclosed = filter.kind == Filter::Kind::None && filter.children.size() == 1;
    for (const Filter &child : filter.children)
        parts += nodeSentence(child, context, !enclosed);
    if (filter.kind == Filter::Kind::None)
        return translated("not (%1)").arg(parts.join(translated(" or ")));
    const QString joined = parts.join(filter.kind == Filter::Kind::All ? translated(", ") : translated(" or "));
    return inner && parts.size() > 1 ? u'(' + joined + u')' : joined;
}

} // namespace

QString filterText(const Filter &filter, const FilterContext &context)
{
    return nodeText(filter, context, false);
}

QString filterSentence(const Filter &filter, const FilterContext &context)
{
    if (filter.isEmpty())
        return translated("All leads");
    return translated("Leads: %1").arg(nodeSentence(filter, context, false));
}

QString filterCondition(const Filter &filter, const FilterContext &context)
{
    return nodeSentence(filter, context, false);
}

} // namespace kindling
