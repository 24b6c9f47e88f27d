// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulesubject.h"

#include "core/base/translations.h"
#include "core/domain/segment.h"
#include "core/rules/testoperands.h"
#include "core/rules/timetests.h"

#include <algorithm>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;
using Shape = RuleSubject::Shape;

const QString is = QStringLiteral(":");
const QString part = QStringLiteral("~");
const QString none = QStringLiteral("none");
const QString any = QStringLiteral("any");
const QString me = QStringLiteral("me"); ///< who looks; a member of that name stands in quotes

Shape shapeOf(FieldType type)
{
    switch (type) {
    case FieldType::Money:
    case FieldType::Number: return Shape::Number;
    case FieldType::Date:
    case FieldType::DateTime: return Shape::Time;
    case FieldType::Word:
    case FieldType::Words:
    case FieldType::Choice:
    case FieldType::Choices:
    case FieldType::YesNo: return Shape::Words;
    default: return Shape::Text;
    }
}

/// A word as it stands in a row: in quotes only when a comma, a quote or a keyword in it would be read as something else.
QString rowWord(const QString &word)
{
    const auto isWord = [&](const QString &keyword) { return word.compare(keyword, Qt::CaseInsensitive) == 0; };
    if (word.isEmpty())
        return none;
    if (!word.contains(u',') && !word.startsWith(u'"') && !isWord(none) && !isWord(any) && (!isWord(me) || word == me)
        && word == word.trimmed())
        return word;
    return u'"' + QString(word).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QStringList rowWords(const QStringList &words)
{
    QStringList texts;
    for (const QString &word : words)
        texts += rowWord(word);
    return texts;
}

QStringList listed(const std::vector<QString> &words)
{
    return rowWords({words.begin(), words.end()});
}

QStringList stageNames(const Vocabulary &vocabulary)
{
    QStringList names;
    for (const Stage &stage : vocabulary.stages)
        names += rowWord(stage.name);
    return names;
}

QStringList choicesFor(const FieldEntry &entry, const Vocabulary &vocabulary)
{
    if (entry.type == FieldType::YesNo)
        return {QStringLiteral("yes"), QStringLiteral("no")};
    if (const CustomField *custom = vocabulary.field(entry.field.custom()))
        return rowWords(custom->optionNames());
    switch (entry.field.builtIn()) {
    case LeadField::Stage: return stageNames(vocabulary);
    case LeadField::Owner: return QStringList{QStringLiteral("me")} + listed(vocabulary.members);
    case LeadField::Source: return listed(vocabulary.sources);
    case LeadField::Campaign: return listed(vocabulary.campaigns);
    case LeadField::Tags: return listed(vocabulary.tags);
    case LeadField::Reason: return listed(vocabulary.reasons);
    default: return entry.type == FieldType::Choice ? choicesOf(entry.field.builtIn()) : QStringList();
    }
}

template <typename Enum>
QStringList kindsOf()
{
    QStringList keys{any};
    for (const Enum value : allOf<Enum>())
        keys += keyOf(value);
    return keys;
}

void addTimeSubjects(std::vector<RuleSubject> &subjects, const Vocabulary &vocabulary)
{
    QStringList activities = kindsOf<ActivityKind>();
    for (const char *detail : {"call/out", "call/noAnswer", "email/in"})
        activities += QLatin1String(detail);
    subjects.push_back({QStringLiteral("activity"), sentence("Activity"), Shape::Count, activities, true});
    QStringList followUps = kindsOf<FollowUpKind>();
    followUps += {overdueKey(), QStringLiteral("done"), QStringLiteral("cancelled")};
    subjects.push_back({QStringLiteral("followUp"), sentence("Follow-up"), Shape::Count, followUps, true});
    const std::pair<const char *, const char *> verbs[] = {{"became", QT_TRANSLATE_NOOP("kindling", "%1 became")},
                                                           {"was", QT_TRANSLATE_NOOP("kindling", "%1 was")},
                                                           {"left", QT_TRANSLATE_NOOP("kindling", "%1 stopped being")}};
    const std::pair<LeadField, QStringList> axes[] = {{LeadField::Temperature, choicesOf(LeadField::Temperature)},
                                                      {LeadField::Stage, stageNames(vocabulary)},
                                                      {LeadField::Owner, QStringList{QStringLiteral("me")} + listed(vocabulary.members)},
                                                      {LeadField::Outcome, choicesOf(LeadField::Outcome)}};
    for (const auto &[field, values] : axes) {
        for (const auto &[verb, label] : verbs)
            subjects.push_back({fieldKey(field) + u'.' + QLatin1String(verb), sentence(label).arg(fieldLabel(field)), Shape::Stay,
                                QStringList{any} + values, false});
    }
}

QString quotedWords(const QString &operand)
{
    QStringList words;
    for (const OperandWord &word : operandWords(operand))
        words += word.quoted ? quotedAlways(word.text) : quotedIfNeeded(word.text);
    return words.join(u',');
}

QString comparisonOf(Operator op)
{
    switch (op) {
    case Operator::AtLeast: return QStringLiteral(">=");
    case Operator::MoreThan: return QStringLiteral(">");
    case Operator::AtMost: return QStringLiteral("<=");
    case Operator::LessThan: return QStringLiteral("<");
    case Operator::None: return none;
    case Operator::Any: return any;
    default: return is;
    }
}

/// A part of a word is told from the whole of it; a text is always looked for in parts.
QString comparisonOf(const FilterTest &test, const FilterContext &context)
{
    const auto entry = test.op == Operator::Contains ? fieldEntry(test.field, context.vocabulary) : std::nullopt;
    const bool isWords = entry && (entry->type == FieldType::Word || entry->type == FieldType::Words);
    return isWords ? part : comparisonOf(test.op);
}

RuleRow countRow(const CountTest &test)
{
    // The parts of the text form: "call/out", without count and window.
    CountTest kinds = test;
    kinds.op = Operator::AtLeast;
    kinds.count = 1;
    kinds.window.clear();
    const QString text = timeTestText(kinds);
    const QString comparison = test.op == Operator::Is ? QStringLiteral("=") : comparisonOf(test.op);
    return {text.section(u':', 0, 0), comparison, text.section(u':', 1), test.count, test.window};
}

RuleRow stayRow(const StayTest &test)
{
    StayTest plain = test;
    plain.window.clear();
    const QString words = test.words.isEmpty() ? any : rowWords(test.words).join(QStringLiteral(", "));
    return {timeTestText(plain).section(u':', 0, 0), is, words, 1, test.window};
}

} // namespace

std::vector<RuleSubject> ruleSubjects(const Vocabulary &vocabulary)
{
    std::vector<RuleSubject> subjects;
    for (const FieldEntry &entry : fieldCatalogue(&vocabulary)) {
        const bool open = entry.type == FieldType::Word || entry.type == FieldType::Words;
        subjects.push_back({entry.key, entry.label, shapeOf(entry.type), choicesFor(entry, vocabulary), open});
    }
    addTimeSubjects(subjects, vocabulary);
    QStringList segments;
    for (const SegmentPtr &segment : vocabulary.segments)
        segments += rowWord(segment->name);
    subjects.push_back({QStringLiteral("segment"), sentence("Segment"), Shape::Segment, segments, false});
    subjects.push_back({{}, sentence("Any text"), Shape::FreeText, {}, true});
    return subjects;
}

std::vector<std::pair<QString, QString>> comparisonsOf(Shape shape, bool open)
{
    const std::pair<QString, QString> without{none, sentence("is not set")};
    const std::pair<QString, QString> with{any, sentence("is set")};
    switch (shape) {
    case Shape::Text: return {{is, sentence("contains")}, without, with};
    case Shape::Words:
        return open ? std::vector<std::pair<QString, QString>>{{is, sentence("is")}, {part, sentence("contains")}, without, with}
                    : std::vector<std::pair<QString, QString>>{{is, sentence("is")}, without, with};
    case Shape::Number:
        return {{is, sentence("is")},
                {QStringLiteral(">="), sentence("at least")},
                {QStringLiteral(">"), sentence("more than")},
                {QStringLiteral("<="), sentence("at most")},
                {QStringLiteral("<"), sentence("less than")},
                without,
                with};
    case Shape::Time:
        return {{is, sentence("in")},
                {QStringLiteral(">="), sentence("on or after")},
                {QStringLiteral(">"), sentence("after")},
                {QStringLiteral("<="), sentence("until")},
                {QStringLiteral("<"), sentence("before")},
                without,
                with};
    case Shape::Count:
        return {{QStringLiteral(">="), sentence("at least")},
                {QStringLiteral("="), sentence("exactly")},
                {QStringLiteral("<"), sentence("fewer than")},
                {QStringLiteral(">"), sentence("more than")},
                {QStringLiteral("<="), sentence("at most")}};
    default: return {};
    }
}

QString ruleText(const RuleRow &row, Shape shape)
{
    const QString window = row.window.trimmed().isEmpty() ? QString() : u'@' + row.window.trimmed();
    switch (shape) {
    case Shape::FreeText: return quotedIfNeeded(row.operand.trimmed().remove(u'"'));
    case Shape::Count: {
        const QString kinds = row.operand.trimmed().isEmpty() ? any : row.operand.trimmed().remove(u' ');
        return row.key + is + kinds + row.comparison + QString::number(row.count) + window;
    }
    case Shape::Stay: return row.key + is + quotedWords(row.operand.isEmpty() ? any : row.operand) + window;
    case Shape::Segment: return row.key + is + quotedWords(row.operand);
    default: break;
    }
    if (row.comparison == none || row.comparison == any)
        return row.key + is + row.comparison;
    return row.key + row.comparison + (shape == Shape::Number ? row.operand.trimmed().remove(u' ') : quotedWords(row.operand));
}

std::optional<RuleRow> ruleRow(const Filter &rule, const FilterContext &context)
{
    switch (rule.kind) {
    case Filter::Kind::Test: {
        const auto entry = fieldEntry(rule.test.field, context.vocabulary);
        const bool plain = entry && shapeOf(entry->type) == Shape::Number; // "1,000" is one number
        return RuleRow{fieldKey(rule.test.field, context.vocabulary),
                       comparisonOf(rule.test, context),
                       (plain ? rule.test.words : rowWords(rule.test.words)).join(QStringLiteral(", ")),
                       1,
                       {}};
    }
    case Filter::Kind::Count: return countRow(rule.count);
    case Filter::Kind::Stay: return stayRow(rule.stay);
    case Filter::Kind::Segment: return RuleRow{QStringLiteral("segment"), is, rowWord(rule.text), 1, {}};
    case Filter::Kind::Text: return RuleRow{{}, is, rule.text, 1, {}};
    default: return std::nullopt;
    }
}

} // namespace kindling
