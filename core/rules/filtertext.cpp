// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/filtertext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;

QString translated(const char *text)
{
    return QCoreApplication::translate("kindling", text);
}

QString quotedIfNeeded(const QString &word)
{
    const bool plain =
        std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber() || QStringView(u"-+._@/").contains(c); });
    const bool keyword = word == u"OR" || word == u"AND" || word == u"NOT" || word.startsWith(u'-');
    return plain && !keyword && !word.isEmpty() ? word : u'"' + QString(word).replace(u'"', QStringLiteral("\"\"")) + u'"';
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

QString testText(const FilterTest &test)
{
    const QString key = fieldKey(test.field);
    if (test.op == Operator::None || test.op == Operator::Any)
        return key + (test.op == Operator::None ? QStringLiteral(":none") : QStringLiteral(":any"));
    QStringList words;
    for (const QString &word : test.words)
        words += quotedIfNeeded(word);
    return key + operatorText(test.op) + words.join(u',');
}

/// `inner`: the text stands inside another list of terms.
QString nodeText(const Filter &filter, bool inner)
{
    if (filter.kind == Filter::Kind::Test)
        return testText(filter.test);
    if (filter.kind == Filter::Kind::Text)
        return quotedIfNeeded(filter.text);
    QStringList parts;
    for (const Filter &child : filter.children)
        parts += nodeText(child, true);
    const QString joined = parts.join(filter.kind == Filter::Kind::All ? QStringLiteral(" ") : QStringLiteral(" OR "));
    if (filter.kind == Filter::Kind::None)
        return filter.children.size() == 1 && filter.children.front().kind != Filter::Kind::All ? u'-' + joined
                                                                                                : QStringLiteral("-(") + joined + u')';
    return inner ? u'(' + joined + u')' : joined;
}

QString choiceLabel(const FilterTest &test, const QString &word, const FilterContext &context)
{
    switch (test.field) {
    case LeadField::Temperature: return labelOf(fromKey<Temperature>(word).value_or(Temperature::Cold)).toLower();
    case LeadField::Outcome: return labelOf(fromKey<Outcome>(word).value_or(Outcome::Open)).toLower();
    case LeadField::Stage: {
        const Stage *stage = context.vocabulary ? context.vocabulary->stageNamed(word) : nullptr;
        return stage ? stage->name : word;
    }
    default: return word;
    }
}

QString operandWords(const FilterTest &test, const FilterContext &context)
{
    QStringList words;
    for (const QString &word : test.words)
        words += choiceLabel(test, word, context);
    return words.join(translated(" or "));
}

QString dateWords(UtcMs moment, const FilterContext &context)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment, context.zone).date(), QLocale::ShortFormat);
}

QString testSentence(const FilterTest &test, const FilterContext &context)
{
    const QString field = fieldLabel(test.field).toLower();
    const FieldType type = fieldInfo(test.field).type;
    const bool isTime = type == FieldType::Date || type == FieldType::DateTime;
    switch (test.op) {
    case Operator::None: return translated("without %1").arg(field);
    case Operator::Any: return translated("with any %1").arg(field);
    case Operator::Contains: return translated("%1 contains %2").arg(field, operandWords(test, context));
    case Operator::AtLeast:
        return (isTime ? translated("%1 on or after %2") : translated("%1 at least %2"))
            .arg(field, isTime ? dateWords(test.from, context) : operandWords(test, context));
    case Operator::MoreThan:
        return (isTime ? translated("%1 after %2") : translated("%1 more than %2"))
            .arg(field, isTime ? dateWords(test.from, context) : operandWords(test, context));
    case Operator::AtMost:
        return (isTime ? translated("%1 until %2") : translated("%1 at most %2"))
            .arg(field, isTime ? dateWords(test.from, context) : operandWords(test, context));
    case Operator::LessThan:
        return (isTime ? translated("%1 before %2") : translated("%1 less than %2"))
            .arg(field, isTime ? dateWords(test.from, context) : operandWords(test, context));
    case Operator::Between:
        if (isTime)
            return translated("%1 from %2 to %3").arg(field, dateWords(test.from, context), dateWords(test.until - 1, context));
        return translated("%1 in %2").arg(field, operandWords(test, context));
    case Operator::Is: break;
    }
    return translated("%1 is %2").arg(field, operandWords(test, context));
}

QString nodeSentence(const Filter &filter, const FilterContext &context, bool inner)
{
    if (filter.kind == Filter::Kind::Test)
        return testSentence(filter.test, context);
    if (filter.kind == Filter::Kind::Text)
        return translated("“%1” anywhere").arg(filter.text);
    QStringList parts;
    for (const Filter &child : filter.children)
        parts += nodeSentence(child, context, true);
    if (filter.kind == Filter::Kind::None)
        return translated("not (%1)").arg(parts.join(translated(" or ")));
    const QString joined = parts.join(filter.kind == Filter::Kind::All ? translated(", ") : translated(" or "));
    return inner && parts.size() > 1 ? u'(' + joined + u')' : joined;
}

} // namespace

QString filterText(const Filter &filter, const FilterContext &)
{
    return nodeText(filter, false);
}

QString filterSentence(const Filter &filter, const FilterContext &context)
{
    if (filter.isEmpty())
        return translated("All leads");
    return translated("Leads: %1").arg(nodeSentence(filter, context, false));
}

} // namespace kindling
