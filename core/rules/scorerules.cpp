// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/scorerules.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/domain/filterproblem.h"
#include "core/domain/segment.h"
#include "core/rules/filtertext.h"
#include "core/rules/timetests.h"

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

constexpr int deepestSegment = 8; ///< segments within segments; more is a circle

bool mentions(const Filter &filter, const Vocabulary *vocabulary, int depth)
{
    if (filter.kind == Filter::Kind::Test)
        return isScoreField(filter.test.field);
    if (filter.kind == Filter::Kind::Segment && vocabulary && depth < deepestSegment) {
        const Segment *segment = vocabulary->segmentNamed(filter.text);
        return segment && !segment->isFrozen() && mentions(segment->filter, vocabulary, depth + 1);
    }
    return std::any_of(filter.children.begin(), filter.children.end(),
                       [&](const Filter &child) { return mentions(child, vocabulary, depth); });
}

/// "activity:download" and no more: how often is not asked, so each counts.
bool countsEach(const ScoreRule &rule, const Filter &filter)
{
    return rule.half == ScoreHalf::Engagement && filter.kind == Filter::Kind::Count && filter.count.of == CountTest::Of::Activities
        && filter.count.op == FilterTest::Operator::AtLeast && filter.count.count == 1;
}

QString aboutItself()
{
    return sentence("a rule of the score cannot ask for the score");
}

} // namespace

bool isScoreField(FieldId field)
{
    return field == LeadField::Fit || field == LeadField::Engagement || field == LeadField::Score;
}

bool mentionsScore(const Filter &filter, const Vocabulary *vocabulary)
{
    return mentions(filter, vocabulary, 0);
}

std::vector<ReadScoreRule> readScoreRules(const ScoringRules &scoring, const FilterContext &context)
{
    std::vector<ReadScoreRule> all;
    for (const ScoreRule &rule : scoring.rules) {
        ReadScoreRule read{rule, readFilter(rule.text, context), false, {}};
        read.each = countsEach(rule, read.filter);
        read.problem = problemsOf(read.filter, context).join(QStringLiteral("; "));
        if (read.problem.isEmpty() && mentionsScore(read.filter, context.vocabulary))
            read.problem = aboutItself();
        if (!read.problem.isEmpty())
            read.filter = Filter::broken(rule.text);
        all.push_back(std::move(read));
    }
    return all;
}

Result<ScoreRule> checkedRule(const ScoreRule &rule, const FilterContext &context)
{
    KINDLING_GET(filter, parseFilter(rule.text, context));
    if (filter.isEmpty())
        return Error{ErrorCode::BadFilter, rule.text, sentence("it says nothing about a lead.")};
    if (mentionsScore(filter, context.vocabulary))
        return Error{ErrorCode::BadFilter, rule.text, aboutItself() + u'.'};
    const auto number = [](int value, const char *wanted) {
        return Error{ErrorCode::InvalidValue, QString::number(value), sentence(wanted)};
    };
    if (rule.points == 0 || std::abs(rule.points) > ScoreRule::mostPoints)
        return number(rule.points, QT_TRANSLATE_NOOP("kindling", "a number of points from -100 to 100, and not 0"));
    const bool each = countsEach(rule, filter);
    if (rule.cap < 0 || rule.cap > ScoreRule::mostPoints || (rule.cap > 0 && !each))
        return number(rule.cap, QT_TRANSLATE_NOOP("kindling", "a limit from 1 to 100 of a rule that counts activities"));
    if (rule.halfLifeDays < 0 || rule.halfLifeDays > ScoreRule::longestHalfLife || (rule.halfLifeDays > 0 && !each))
        return number(rule.halfLifeDays, QT_TRANSLATE_NOOP("kindling", "a number of days, of a rule that counts activities"));
    ScoreRule checked = rule;
    checked.text = filterText(filter, context);
    return checked;
}

Result<void> checkLimits(const ScoringRules &scoring)
{
    if (scoring.warmFrom < 1 || scoring.hotFrom <= scoring.warmFrom || scoring.hotFrom > 100)
        return Error{ErrorCode::InvalidValue, QStringLiteral("%1, %2").arg(scoring.warmFrom).arg(scoring.hotFrom),
                     sentence("a pair of scores from 1 to 100, warm below hot")};
    return {};
}

QString pointsText(double points, const QLocale &locale)
{
    const double size = std::abs(points);
    const int places = std::abs(size - std::round(size)) < 0.05 ? 0 : 1;
    return (points < 0 ? QStringLiteral("−") : QStringLiteral("+")) + locale.toString(size, 'f', places);
}

QString ruleCondition(const ReadScoreRule &read, const FilterContext &context)
{
    if (!read.problem.isEmpty())
        return sentence("broken rule “%1” (%2)").arg(read.rule.text, read.problem);
    if (!read.each)
        return filterCondition(read.filter, context);
    QStringList what;
    for (const QString &kind : read.filter.count.kinds)
        what += labelOf(fromKey<ActivityKind>(kind).value_or(ActivityKind::Note)).toLower();
    if (what.isEmpty())
        what += sentence("activity");
    QStringList how;
    for (const QString &detail : read.filter.count.details) {
        if (const auto direction = fromKey<Direction>(detail))
            how += *direction == Direction::Incoming ? sentence("from them") : sentence("from us");
        else if (const auto outcome = fromKey<CallOutcome>(detail))
            how += labelOf(*outcome).toLower();
    }
    const QString kinds = what.join(sentence(" or "));
    return how.isEmpty() ? sentence("each %1").arg(kinds) : sentence("each %1 (%2)").arg(kinds, how.join(sentence(" or ")));
}

QString ruleSentence(const ReadScoreRule &read, const FilterContext &context)
{
    QString text = ruleCondition(read, context);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    text += QStringLiteral(": ") + pointsText(read.rule.points, QLocale());
    if (read.each && read.rule.cap > 0)
        text += sentence(", together at most %1").arg(pointsText(read.rule.points < 0 ? -read.rule.cap : read.rule.cap, QLocale()));
    if (read.each && read.rule.halfLifeDays > 0)
        text += sentence(", half after %1").arg(lengthWords(read.rule.halfLifeDays, u'd'));
    return text;
}

} // namespace kindling
