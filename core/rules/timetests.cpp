// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/timetests.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/domain/filteroperand.h"
#include "core/domain/filterproblem.h"
#include "core/rules/suggestion.h"
#include "core/rules/testoperands.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

using Operator = FilterTest::Operator;
using Verb = StayTest::Verb;

constexpr QLatin1String activityName("activity");
constexpr QLatin1String followUpName("followUp");
const QString anyKind = QStringLiteral("any");

constexpr std::array<std::pair<Verb, const char *>, 3> verbs{{{Verb::Was, "was"}, {Verb::Became, "became"}, {Verb::Left, "left"}}};

// Longest first: ">=" before ">".
constexpr std::array<std::pair<const char *, Operator>, 5> comparisons{{
    {">=", Operator::AtLeast},
    {"<=", Operator::AtMost},
    {">", Operator::MoreThan},
    {"<", Operator::LessThan},
    {"=", Operator::Is},
}};

/// Where a sign stands outside quotes; -1 when it does not.
qsizetype positionOf(const QString &text, QStringView signs)
{
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"')
            quoted = !quoted;
        else if (!quoted && signs.contains(text[i]))
            return i;
    }
    return -1;
}

/// Takes "@30d" off the end of an operand.
Result<QString> takeWindow(QString &operand, const FilterContext &context)
{
    const qsizetype at = positionOf(operand, u"@");
    if (at < 0)
        return QString();
    const QString window = operand.mid(at + 1);
    operand.truncate(at);
    if (!window.isEmpty() && windowOperand(window, context))
        return window;
    return badFilter(window.isEmpty() ? QStringLiteral("@") : window,
                     sentence("a time was expected, as 30d, 2w, lastmonth, 2026-05-01 or 2026-05-01.. for since then."));
}

/// Takes ">=2" off the end of an operand.
Result<void> takeComparison(QString &operand, CountTest &test)
{
    const qsizetype at = positionOf(operand, u"<>=");
    if (at < 0)
        return {};
    const QString comparison = operand.mid(at);
    operand.truncate(at);
    for (const auto &[sign, op] : comparisons) {
        if (!comparison.startsWith(QLatin1String(sign)))
            continue;
        bool isNumber = false;
        test.op = op;
        test.count = comparison.mid(qsizetype(qstrlen(sign))).toInt(&isNumber);
        if (isNumber && test.count >= 0)
            return {};
        break;
    }
    return badFilter(comparison, sentence("a number was expected, as >=2 or =0."));
}

template <typename Enum>
void addKeys(QStringList &keys)
{
    for (const Enum value : allOf<Enum>()) {
        if (const QString key = keyOf(value); key != u"none")
            keys += key;
    }
}

QStringList kindKeys(CountTest::Of of)
{
    QStringList keys;
    of == CountTest::Of::Activities ? addKeys<ActivityKind>(keys) : addKeys<FollowUpKind>(keys);
    return keys;
}

QStringList detailKeys(CountTest::Of of)
{
    QStringList keys;
    if (of == CountTest::Of::FollowUps) {
        addKeys<FollowUpState>(keys);
        return keys << overdueKey();
    }
    addKeys<Direction>(keys);
    addKeys<CallOutcome>(keys);
    return keys;
}

Result<Filter> readCount(CountTest::Of of, QString operand, const FilterContext &context)
{
    CountTest test;
    test.of = of;
    KINDLING_GET(window, takeWindow(operand, context));
    test.window = window;
    KINDLING_TRY(takeComparison(operand, test));
    const QStringList kinds = kindKeys(of);
    const QStringList details = detailKeys(of);
    for (const QString &group : operand.split(u'/')) {
        for (const OperandWord &typed : operandWords(group)) {
            const QString &word = typed.text;
            const auto same = [&](const QString &key) { return key.compare(word, Qt::CaseInsensitive) == 0; };
            const auto kind = std::find_if(kinds.begin(), kinds.end(), same);
            const auto detail = std::find_if(details.begin(), details.end(), same);
            if (kind != kinds.end())
                test.kinds += *kind;
            else if (detail != details.end())
                test.details += *detail;
            else if (word.compare(anyKind, Qt::CaseInsensitive) != 0)
                return badFilter(word, didYouMean(word, kinds + details));
        }
    }
    return Filter::of(std::move(test));
}

Result<Filter> readStay(Axis axis, Verb verb, QString operand, const FilterContext &context)
{
    StayTest test;
    test.axis = axis;
    test.verb = verb;
    KINDLING_GET(window, takeWindow(operand, context));
    test.window = window;
    FilterTest values;
    values.field = fieldOf(axis);
    for (const OperandWord &word : operandWords(operand)) {
        const bool nobody = axis == Axis::Owner && !word.quoted && word.text.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0;
        const bool me = axis == Axis::Owner && !word.quoted && word.text.compare(QLatin1String("me"), Qt::CaseInsensitive) == 0;
        values.words += nobody ? QString() : me ? QStringLiteral("me") : word.text;
    }
    if (values.words.isEmpty())
        return badFilter(keyOf(axis), sentence("a value is missing after the field."));
    if (operand.compare(anyKind, Qt::CaseInsensitive) == 0)
        return Filter::of(std::move(test));
    KINDLING_TRY(readOperand(values, *fieldEntry(values.field, context.vocabulary), context));
    test.words = values.words;
    return Filter::of(std::move(test));
}

QString operatorText(Operator op)
{
    const auto found = std::find_if(comparisons.begin(), comparisons.end(), [op](const auto &c) { return c.second == op; });
    return found == comparisons.end() ? QString() : QString(QLatin1String(found->first));
}

QString windowText(const QString &window)
{
    return window.isEmpty() ? QString() : u'@' + window;
}

/// " in the last 30 days", " since 5/1/26", " on 5/1/26"; empty for all time.
QString windowWords(const QString &window, const FilterContext &context)
{
    const auto span = windowOperand(window, context);
    if (window.isEmpty() || !span)
        return {};
    static const QRegularExpression last(QStringLiteral("^(\\d{1,4})([hdwmy])$"), QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch match = last.match(window); match.hasMatch())
        return u' ' + sentence("in the last %1").arg(lengthWords(match.captured(1).toInt(), match.captured(2).toLower()[0]));
    if (window.endsWith(QStringLiteral("..")))
        return u' ' + sentence("since %1").arg(withRolling(momentWords(span->from, context.zone), window.chopped(2)));
    if (window.startsWith(QStringLiteral("..")))
        return u' ' + sentence("until %1").arg(withRolling(endWords(span->until, context.zone), window.mid(2)));
    const QString first = momentWords(span->from, context.zone);
    const QString end = endWords(span->until, context.zone);
    const qsizetype dots = window.indexOf(QStringLiteral(".."));
    if (dots >= 0)
        return u' ' + sentence("from %1 to %2").arg(withRolling(first, window.left(dots)), withRolling(end, window.mid(dots + 2)));
    return u' ' + withRolling(first == end ? sentence("on %1").arg(first) : sentence("from %1 to %2").arg(first, end), window);
}

/// "open", "finished or late": which follow-ups are counted.
QString stateWords(const QStringList &details)
{
    QStringList words;
    const auto add = [&](const QString &key, const char *english) {
        if (details.contains(key))
            words += sentence(english);
    };
    add(keyOf(FollowUpState::Open), QT_TRANSLATE_NOOP("kindling", "open"));
    add(keyOf(FollowUpState::Done), QT_TRANSLATE_NOOP("kindling", "finished"));
    add(keyOf(FollowUpState::Cancelled), QT_TRANSLATE_NOOP("kindling", "cancelled"));
    add(overdueKey(), QT_TRANSLATE_NOOP("kindling", "late"));
    return words.isEmpty() ? sentence("open") : words.join(sentence(" or "));
}

/// "call or meeting", "open follow-up".
QString countedNoun(const CountTest &test)
{
    QStringList kinds;
    for (const QString &key : test.kinds) {
        const auto activity = fromKey<ActivityKind>(key);
        const auto followUp = fromKey<FollowUpKind>(key);
        kinds += (test.of == CountTest::Of::Activities ? labelOf(activity.value_or(ActivityKind::Note))
                                                       : labelOf(followUp.value_or(FollowUpKind::Task)))
                     .toLower();
    }
    const QString what = kinds.join(sentence(" or "));
    if (test.of == CountTest::Of::Activities)
        return what.isEmpty() ? sentence("activity") : what;
    const QString noun = what.isEmpty() ? sentence("follow-up") : sentence("follow-up (%1)").arg(what);
    return sentence("%1 %2").arg(stateWords(test.details), noun);
}

/// " (outgoing, no answer)".
QString detailWords(const CountTest &test)
{
    if (test.of == CountTest::Of::FollowUps)
        return {};
    QStringList words;
    for (const QString &key : test.details) {
        if (const auto outcome = fromKey<CallOutcome>(key))
            words += labelOf(*outcome).toLower();
        else
            words += key == keyOf(Direction::Outgoing) ? sentence("outgoing") : sentence("incoming");
    }
    return words.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(words.join(sentence(" or ")));
}

} // namespace

std::optional<Result<Filter>> readTimeTest(const QString &name, const QString &operand, const FilterContext &context)
{
    if (name.compare(activityName, Qt::CaseInsensitive) == 0)
        return readCount(CountTest::Of::Activities, operand, context);
    if (name.compare(followUpName, Qt::CaseInsensitive) == 0)
        return readCount(CountTest::Of::FollowUps, operand, context);
    const qsizetype dot = name.indexOf(u'.');
    const auto axis = dot < 0 ? std::nullopt : fromKey<Axis>(name.left(dot).toLower());
    for (const auto &[verb, word] : verbs) {
        if (axis && name.mid(dot + 1).compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return readStay(*axis, verb, operand, context);
    }
    return std::nullopt;
}

QString timeTestText(const CountTest &test)
{
    const bool isPlain = test.op == Operator::AtLeast && test.count == 1;
    QStringList directions;
    QStringList others;
    for (const QString &key : test.details)
        (test.of == CountTest::Of::Activities && fromKey<Direction>(key) ? directions : others) += key;
    QStringList groups;
    for (const QStringList &group : {test.kinds, directions, others}) {
        if (!group.isEmpty())
            groups += group.join(u',');
    }
    return (test.of == CountTest::Of::Activities ? activityName : followUpName) + u':' + (groups.isEmpty() ? anyKind : groups.join(u'/'))
        + (isPlain ? QString() : operatorText(test.op) + QString::number(test.count)) + windowText(test.window);
}

QString timeTestText(const StayTest &test)
{
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const auto &v) { return v.first == test.verb; });
    QStringList words;
    for (const QString &word : test.words) {
        const QString text = operandText(fieldOf(test.axis), word);
        words += text == word && word.contains(u'@') ? quotedAlways(word) : text; // no window
    }
    return keyOf(test.axis) + u'.' + QLatin1String(verb->second) + u':' + (words.isEmpty() ? anyKind : words.join(u','))
        + windowText(test.window);
}

QString timeTestSentence(const CountTest &test, const FilterContext &context)
{
    const QString what = countedNoun(test) + detailWords(test);
    const QString when = windowWords(test.window, context);
    const bool isNone = (test.op == Operator::Is && test.count == 0) || (test.op == Operator::LessThan && test.count == 1)
        || (test.op == Operator::AtMost && test.count == 0);
    if (isNone)
        return sentence("no %1").arg(what) + when;
    const char *form = test.op == Operator::AtLeast ? QT_TRANSLATE_NOOP("kindling", "%1: at least %2")
        : test.op == Operator::MoreThan             ? QT_TRANSLATE_NOOP("kindling", "%1: more than %2")
        : test.op == Operator::AtMost               ? QT_TRANSLATE_NOOP("kindling", "%1: at most %2")
        : test.op == Operator::LessThan             ? QT_TRANSLATE_NOOP("kindling", "%1: fewer than %2")
                                                    : QT_TRANSLATE_NOOP("kindling", "%1: exactly %2");
    return sentence(form).arg(what).arg(test.count) + when;
}

QString timeTestSentence(const StayTest &test, const FilterContext &context)
{
    const QString field = fieldLabel(fieldOf(test.axis)).toLower();
    const QString when = windowWords(test.window, context);
    if (test.words.isEmpty())
        return (test.verb == Verb::Was ? sentence("any %1").arg(field) : sentence("%1 changed").arg(field)) + when;
    QStringList words;
    for (const QString &word : test.words) {
        const auto temperature = fromKey<Temperature>(word);
        const auto outcome = fromKey<Outcome>(word);
        if (test.axis == Axis::Temperature && temperature)
            words += labelOf(*temperature).toLower();
        else if (test.axis == Axis::Owner && (word.isEmpty() || word == u"me"))
            words += word.isEmpty() ? sentence("nobody") : meWords(context.vocabulary);
        else
            words += test.axis == Axis::Outcome && outcome ? labelOf(*outcome).toLower() : word;
    }
    const char *form = test.verb == Verb::Was ? QT_TRANSLATE_NOOP("kindling", "%1 was %2")
        : test.verb == Verb::Became           ? QT_TRANSLATE_NOOP("kindling", "%1 became %2")
                                              : QT_TRANSLATE_NOOP("kindling", "%1 stopped being %2");
    return sentence(form).arg(field, words.join(sentence(" or "))) + when;
}

QStringList timeTestNames()
{
    QStringList names{activityName, followUpName};
    for (const Axis axis : allOf<Axis>()) {
        for (const auto &verb : verbs)
            names += keyOf(axis) + u'.' + QLatin1String(verb.second);
    }
    return names;
}

QString meWords(const Vocabulary *vocabulary)
{
    const QString name = vocabulary ? vocabulary->me : QString();
    return name.isEmpty() ? sentence("me") : sentence("me (%1)").arg(name);
}

QString momentWords(UtcMs moment, const QTimeZone &zone)
{
    const QDate day = dayOf(moment, zone);
    if (moment == day.startOfDay(zone).toMSecsSinceEpoch())
        return QLocale().toString(day, QLocale::ShortFormat);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment, zone), QLocale::ShortFormat);
}

QString endWords(UtcMs end, const QTimeZone &zone)
{
    const bool isMidnight = end == dayOf(end, zone).startOfDay(zone).toMSecsSinceEpoch();
    return isMidnight ? QLocale().toString(dayOf(end - 1, zone), QLocale::ShortFormat) : momentWords(end - 1, zone);
}

QString rollingWords(const QString &word)
{
    static const QRegularExpression counted(QStringLiteral("^([+-])(\\d{1,4})([hdwmy])$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression named(QStringLiteral("^(this|last|next)(week|month|quarter|year)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch match = counted.match(word); match.hasMatch()) {
        const QString length = lengthWords(match.captured(2).toInt(), match.captured(3).toLower()[0]);
        return match.captured(1) == u"-" ? sentence("%1 ago").arg(length) : sentence("in %1").arg(length);
    }
    if (const QRegularExpressionMatch match = named.match(word); match.hasMatch())
        return match.captured(1).toLower() + u' ' + match.captured(2).toLower();
    const QString lower = word.toLower();
    return lower == u"today" || lower == u"yesterday" || lower == u"tomorrow" ? lower : QString();
}

QString withRolling(const QString &day, const QString &word)
{
    const QString rolling = rollingWords(word);
    return rolling.isEmpty() ? day : QStringLiteral("%1 (%2)").arg(day, rolling);
}

QString lengthWords(int count, QChar unit)
{
    switch (unit.unicode()) {
    case u'h': return QCoreApplication::translate("kindling", "%n hour(s)", nullptr, count);
    case u'w': return QCoreApplication::translate("kindling", "%n week(s)", nullptr, count);
    case u'm': return QCoreApplication::translate("kindling", "%n month(s)", nullptr, count);
    case u'y': return QCoreApplication::translate("kindling", "%n year(s)", nullptr, count);
    default: return QCoreApplication::translate("kindling", "%n day(s)", nullptr, count);
    }
}

QString quotedIfNeeded(const QString &word)
{
    const bool plain =
        std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber() || QStringView(u"-+._@/").contains(c); });
    const auto is = [&](QStringView keyword) { return word.compare(keyword, Qt::CaseInsensitive) == 0; };
    const bool keyword = is(u"or") || is(u"and") || is(u"not") || word.startsWith(u'-');
    return plain && !keyword && !word.isEmpty() ? word : quotedAlways(word);
}

QString quotedAlways(const QString &word)
{
    return u'"' + QString(word).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace kindling
