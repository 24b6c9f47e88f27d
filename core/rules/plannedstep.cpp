// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/plannedstep.h"

#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/domain/recurrence.h"
#include "core/domain/whenwords.h"
#include "core/rules/nextstep.h"
#include "core/rules/occurrence.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

/// Where the rhythm begins: at "every", or at "first", "last" before a weekday.
qsizetype rhythmIn(const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool weekdayOfMonth = whenMeaning(words[i], WhenMeaning::Ordinal) && whenMeaning(words.value(i + 1), WhenMeaning::Weekday);
        if (whenMeaning(words[i], WhenMeaning::Every) || weekdayOfMonth)
            return i;
    }
    // "10 days after done": the number begins it.
    const auto after =
        std::find_if(words.begin(), words.end(), [](const QString &w) { return whenMeaning(w, WhenMeaning::After).has_value(); });
    return after == words.end() ? words.size() : std::max<qsizetype>(0, (after - words.begin()) - 2);
}

/// "!" and "urgent" are taken out, and the kind in front.
void takeMarks(QStringList &words, PlannedStep &step)
{
    for (qsizetype i = words.size() - 1; i >= 0; --i) {
        if (words[i] == u"!" || words[i] == QCoreApplication::translate("kindling", "urgent") || words[i] == u"urgent") {
            step.priority = FollowUpPriority::High;
            words.removeAt(i);
        }
    }
    if (words.isEmpty())
        return;
    for (const FollowUpKind kind : allOf<FollowUpKind>()) {
        if (words.constFirst() == keyOf(kind) || words.constFirst() == labelOf(kind).toLower()) {
            step.kind = kind;
            words.removeFirst();
            return;
        }
    }
}

PlannedTime firstOf(const Recurrence &rule, UtcMs now, const QTimeZone &zone, const WorkRules &work)
{
    const QDate today = dayOf(now, zone);
    const QDate first = nextOccurrence(rule, {wallTime(today, QTime(0, 0), zone), today, {}}, work).value_or(today.addDays(1));
    return {wallTime(first, QTime(0, 0), zone), true, WallCase::Once};
}

} // namespace

Result<PlannedStep> parseStep(const QString &text, UtcMs now, const QTimeZone &zone, const WorkRules &work)
{
    QStringList words = text.toLower().remove(u',').simplified().split(u' ', Qt::SkipEmptyParts);
    PlannedStep step;
    takeMarks(words, step);
    const qsizetype rhythm = rhythmIn(words);
    if (rhythm == words.size()) {
        KINDLING_GET(when, parseWhen(words.join(u' '), now, zone));
        step.when = when;
        return step;
    }
    KINDLING_GET(rule, parseRecurrence(words.mid(rhythm).join(u' ')));
    step.repeat = recurrenceText(rule);
    if (rhythm == 0) {
        step.when = firstOf(rule, now, zone, work);
        return step;
    }
    KINDLING_GET(when, parseWhen(words.mid(0, rhythm).join(u' '), now, zone));
    step.when = when;
    return step;
}

QString stepInWords(const PlannedStep &step, UtcMs now, const QTimeZone &zone, const QLocale &locale)
{
    QStringList parts;
    if (step.kind)
        parts += labelOf(*step.kind);
    parts += plannedInWords(step.when, now, zone, locale);
    if (!step.repeat.isEmpty())
        parts += step.repeat;
    if (step.priority == FollowUpPriority::High)
        parts += QCoreApplication::translate("kindling", "urgent");
    return parts.join(QStringLiteral(", "));
}

FollowUp followUpAt(LeadId lead, const PlannedStep &step)
{
    FollowUp followUp = followUpAt(lead, step.when);
    followUp.repeat = step.repeat;
    followUp.kind = step.kind.value_or(FollowUpKind::Call);
    followUp.priority = step.priority;
    return followUp;
}

} // namespace kindling
