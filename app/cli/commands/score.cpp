// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/commands/scoreparts.h"
#include "app/cli/figuresanswer.h"
#include "app/cli/typedvalues.h"
#include "app/cli/verb.h"
#include "core/base/walltime.h"
#include "core/workspace/reportservice.h"
#include "core/workspace/scoreservice.h"

#include <QJsonArray>
#include <QLocale>

#include <array>

namespace kindling::cli {

namespace {

QJsonObject chanceJson(const LeadChance &answer)
{
    const bool known = answer.refusal.isEmpty();
    QJsonArray reasons;
    for (const Prediction::Reason &reason : answer.reasons)
        reasons += QJsonObject{
            {QStringLiteral("field"), reason.field}, {QStringLiteral("value"), reason.name}, {QStringLiteral("logOdds"), reason.weight}};
    return {{QStringLiteral("chance"), known ? QJsonValue(answer.chance) : QJsonValue()},
            {QStringLiteral("refusal"), known ? QJsonValue() : QJsonValue(answer.refusal)},
            {QStringLiteral("reasons"), reasons},
            {QStringLiteral("auc"), known ? QJsonValue(answer.auc) : QJsonValue()},
            {QStringLiteral("testedOn"), answer.testedOn}};
}

QString chanceText(const LeadChance &answer)
{
    if (!answer.refusal.isEmpty())
        return answer.refusal;
    const QLocale locale;
    QString text = Words::tr("Chance to be won: %1 %").arg(locale.toString(answer.chance * 100, 'f', 0)) + u'\n';
    for (const Prediction::Reason &reason : answer.reasons)
        text += Words::tr("  %1  %2: %3").arg(weightText(reason.weight, locale), reason.field, reason.name) + u'\n';
    text +=
        Words::tr(
            "Measured on %1 leads that it had not seen: of a won and a lost one it gives the won one the better chance %2 of 100 times.")
            .arg(locale.toString(answer.testedOn), locale.toString(answer.auc * 100, 'f', 0));
    return text;
}

void showJson(Session &session, const ScoreExplanation &score, const std::optional<LeadChance> &chance)
{
    QJsonArray reasons;
    for (const ScoreReason &reason : score.reasons) {
        reasons += QJsonObject{{QStringLiteral("half"), keyOf(reason.half)},
                               {QStringLiteral("rule"), reason.rule},
                               {QStringLiteral("points"), reason.points},
                               {QStringLiteral("activities"), reason.activities},
                               {QStringLiteral("problem"), reason.problem}};
    }
    session.output().document({{QStringLiteral("id"), score.lead.toString()},
                               {QStringLiteral("day"), score.day.toString(Qt::ISODate)},
                               {QStringLiteral("score"), score.score.total()},
                               {QStringLiteral("fit"), score.score.fit},
                               {QStringLiteral("engagement"), score.score.engagement},
                               {QStringLiteral("suggested"), keyOf(score.suggested)},
                               {QStringLiteral("temperature"), keyOf(score.temperature)},
                               {QStringLiteral("pinned"), score.pinned},
                               {QStringLiteral("reasons"), reasons},
                               {QStringLiteral("prediction"), chance ? QJsonValue(chanceJson(*chance)) : QJsonValue()}});
}

void showText(Session &session, const ScoreExplanation &score, const std::optional<LeadChance> &chance)
{
    const QLocale locale;
    QString text =
        Words::tr("Score %1 on %2: fit %3, engagement %4. It suggests %5; the lead is %6%7.")
            .arg(score.score.total())
            .arg(locale.toString(score.day, QLocale::ShortFormat))
            .arg(score.score.fit)
            .arg(score.score.engagement)
            .arg(labelOf(score.suggested).toLower(), labelOf(score.temperature).toLower(), score.pinned ? Words::tr(", pinned") : QString())
        + u'\n';
    for (const ScoreHalf half : {ScoreHalf::Fit, ScoreHalf::Engagement}) {
        text += labelOf(half) + u'\n';
        for (const ScoreReason &reason : score.reasons) {
            if (reason.half != half)
                continue;
            const QString times = reason.activities > 1 ? QStringLiteral(" × %1").arg(reason.activities) : QString();
            text += QStringLiteral("  %1  %2%3\n").arg(pointsText(reason.points, locale), 6).arg(reason.rule, times);
        }
    }
    session.output().text(text);
    if (chance)
        session.output().text(chanceText(*chance));
}

Result<ExitCode> explain(Session &session, const Arguments &arguments)
{
    const Result<LeadId> id = idTyped<LeadId>(arguments.at(1), Words::tr("lead"));
    if (!id)
        return id.error();
    std::optional<QDate> day;
    if (session.past())
        day = dayOf(*session.past(), session.zone());
    const Result<ScoreExplanation> score = session.wait(session.workspace().scores().explain(*id, day));
    if (!score)
        return score.error();
    std::optional<LeadChance> chance; // learned from all that is known today, so it says nothing of another day
    if (!day) {
        const Result<LeadChance> learned = session.wait(session.workspace().reports().chance(score->lead));
        if (!learned)
            return learned.error();
        chance = *learned;
    }
    if (session.output().wantsJson())
        showJson(session, *score, chance);
    else
        showText(session, *score, chance);
    return ExitCode::Done;
}

Result<ExitCode> report(Session &session, ReportKind kind, const QString &name)
{
    ReportQuery query;
    query.kind = kind;
    query.asOf = session.now();
    query.until = query.asOf + 1;
    const Result<ReportAnswer> answer = session.wait(session.workspace().reports().report(query));
    if (!answer)
        return answer.error();
    showFigures(session, name, *answer);
    return ExitCode::Done;
}

Result<ExitCode> reportPrediction(Session &session, const Arguments &)
{
    return report(session, ReportKind::Prediction, QStringLiteral("prediction"));
}

Result<ExitCode> reportTraits(Session &session, const Arguments &)
{
    return report(session, ReportKind::Traits, QStringLiteral("traits"));
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    static constexpr const char *lead = QT_TRANSLATE_NOOP("kindling", "Name the lead by its id.");
    static constexpr const char *verb = QT_TRANSLATE_NOOP("kindling", "Say add, edit, remove, limits or reset.");
    static constexpr std::array verbs{Verb{"rules", 1, listRules, ""},     Verb{"rule", 2, changeRule, verb},
                                      Verb{"explain", 2, explain, lead},   Verb{"preview", 1, previewRules, ""},
                                      Verb{"follow", 1, followScores, ""}, Verb{"report", 1, reportPrediction, ""},
                                      Verb{"traits", 1, reportTraits, ""}};
    if (session.travels() && arguments.at(0) != u"explain")
        return usage(QStringLiteral("--as-of"), Words::tr("Of scores, only “explain” looks back."));
    return runVerb(QStringLiteral("score"), verbs, session, arguments);
}

} // namespace

Command scoreCommand()
{
    return {
        "score",
        "rules|rule …|explain ID|preview …|follow|report|traits",
        QT_TRANSLATE_NOOP("kindling", "Scores by your own rules, and the chance learned from your won and lost leads"),
        QT_TRANSLATE_NOOP(
            "kindling",
            "A score has two halves of 0 to 100: fit (who they are) and engagement (what they did lately). rules: the rules in words. rule "
            "add HALF FILTER --points N, rule edit N, rule remove N, rule limits, rule reset: changes them; with --preview only what it "
            "would do. explain: why a lead has its score, on any day, and the chance that it is won. preview HALF FILTER --points N: who "
            "would move. follow: gives the open leads that nobody pinned the temperature that their score suggests. report, traits: how "
            "good the learned prediction is, measured on the leads that came in last, which it has not seen, and what speaks for winning; "
            "it refuses under 50 won and 50 lost leads."),
        {{"points", "N", QT_TRANSLATE_NOOP("kindling", "What a rule gives: -100 to 100.")},
         {"cap", "N", QT_TRANSLATE_NOOP("kindling", "What all activities of a rule give or take together at most; 0 for no limit.")},
         {"half-life", "DAYS", QT_TRANSLATE_NOOP("kindling", "After so many days an activity counts half; 0: it does not fade.")},
         {"rule", "FILTER", QT_TRANSLATE_NOOP("kindling", "For rule edit: the rule anew.")},
         {"warm", "SCORE", QT_TRANSLATE_NOOP("kindling", "For rule limits: from which score on warm is suggested.")},
         {"hot", "SCORE", QT_TRANSLATE_NOOP("kindling", "For rule limits: from which score on hot is suggested.")},
         {"preview", nullptr, QT_TRANSLATE_NOOP("kindling", "Only show who would move; nothing is saved.")}},
        {{"--as-of 2026-01-31 score explain 482311223344", QT_TRANSLATE_NOOP("kindling", "Why a lead had the score of that day.")},
         {"score rule add fit 'industry:Bakery city:Berlin' --points 20 --preview",
          QT_TRANSLATE_NOOP("kindling", "Who would move if bakeries of Berlin were worth 20 points.")},
         {"score rule add engagement activity:download --points 10 --cap 20 --half-life 30",
          QT_TRANSLATE_NOOP("kindling", "Each download, at most twice, half of it gone after a month.")},
         {"score report", QT_TRANSLATE_NOOP("kindling", "Whether the prediction can be believed.")}},
        1,
        -1,
        run,
        true};
}

} // namespace kindling::cli
