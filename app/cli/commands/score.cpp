// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/figuresanswer.h"
#include "app/cli/session.h"
#include "app/cli/typedvalues.h"
#include "core/workspace/reportservice.h"

#include <QJsonArray>
#include <QLocale>

namespace kindling::cli {

namespace {

void showJson(Session &session, LeadId lead, const LeadChance &answer)
{
    const bool known = answer.refusal.isEmpty();
    QJsonArray reasons;
    for (const Prediction::Reason &reason : answer.reasons)
        reasons += QJsonObject{
            {QStringLiteral("field"), reason.field}, {QStringLiteral("value"), reason.name}, {QStringLiteral("logOdds"), reason.weight}};
    session.output().document({{QStringLiteral("id"), lead.toString()},
                               {QStringLiteral("chance"), known ? QJsonValue(answer.chance) : QJsonValue()},
                               {QStringLiteral("refusal"), known ? QJsonValue() : QJsonValue(answer.refusal)},
                               {QStringLiteral("reasons"), reasons},
                               {QStringLiteral("auc"), known ? QJsonValue(answer.auc) : QJsonValue()},
                               {QStringLiteral("testedOn"), answer.testedOn}});
}

void showText(Session &session, const LeadChance &answer)
{
    if (!answer.refusal.isEmpty()) {
        session.output().text(answer.refusal);
        return;
    }
    const QLocale locale;
    QString text = Words::tr("Chance to be won: %1 %").arg(locale.toString(answer.chance * 100, 'f', 0)) + u'\n';
    for (const Prediction::Reason &reason : answer.reasons)
        text += Words::tr("  %1  %2: %3").arg(weightText(reason.weight, locale), reason.field, reason.name) + u'\n';
    text +=
        Words::tr(
            "Measured on %1 leads that it had not seen: of a won and a lost one it gives the won one the better chance %2 of 100 times.")
            .arg(locale.toString(answer.testedOn), locale.toString(answer.auc * 100, 'f', 0));
    session.output().text(text);
}

Result<ExitCode> explain(Session &session, const Arguments &arguments)
{
    const Result<LeadId> id = idTyped<LeadId>(arguments.at(1), Words::tr("lead"));
    if (!id)
        return id.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<LeadChance> answer = session.wait(session.workspace().reports().chance(*id));
    if (!answer)
        return answer.error();
    if (session.output().wantsJson())
        showJson(session, *id, *answer);
    else
        showText(session, *answer);
    return ExitCode::Done;
}

Result<ExitCode> report(Session &session, ReportKind kind, const QString &name)
{
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
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

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const QString what = arguments.at(0);
    if (what == u"explain" && arguments.positional().size() == 2)
        return explain(session, arguments);
    if (what == u"report" && arguments.positional().size() == 1)
        return report(session, ReportKind::Prediction, QStringLiteral("prediction"));
    if (what == u"traits" && arguments.positional().size() == 1)
        return report(session, ReportKind::Traits, QStringLiteral("traits"));
    return usage(what, Words::tr("“explain ID”, “report” or “traits” is expected."));
}

} // namespace

Command scoreCommand()
{
    return {
        "score",
        "explain ID|report|traits",
        QT_TRANSLATE_NOOP("kindling", "The chance that a lead is won, learned from your own won and lost leads"),
        QT_TRANSLATE_NOOP(
            "kindling",
            "A logistic regression over what is known when a lead comes in, learned on this machine from the won and lost leads of this "
            "workspace, the same every time. explain: the chance of one lead and what makes it so. report: how good the prediction "
            "is, measured on the leads that came in last, which it has not seen. traits: what speaks for winning. Refuses under 50 won "
            "and 50 lost leads."),
        {},
        {{"score report", QT_TRANSLATE_NOOP("kindling", "Whether the prediction can be believed.")}},
        1,
        2,
        run};
}

} // namespace kindling::cli
