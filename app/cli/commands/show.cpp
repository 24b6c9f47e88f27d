// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/leadlisting.h"
#include "app/cli/textwidth.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"
#include "core/base/walltime.h"
#include "core/exchange/recordjson.h"
#include "core/workspace/scoreservice.h"

#include <QLocale>

namespace kindling::cli {

namespace {

constexpr int labelWidth = 20;

QString fieldsText(const Lead &lead, const Session &session)
{
    QString text;
    for (const FieldEntry &entry : fieldCatalogue(&session.vocabulary())) {
        const bool isId = entry.field == LeadField::Id;
        const QString value = isId ? lead.id.toString() : plainLines(fieldInWords(lead, entry.field, session));
        if (value.isEmpty())
            continue;
        QString indented = value;
        indented.replace(u'\n', u'\n' + QString(labelWidth, u' '));
        text += padded(entry.label, labelWidth) + indented + u'\n';
    }
    return text;
}

QString moment(const Session &session, UtcMs at, bool wholeDay = false)
{
    return whenInWords(at, wholeDay, session.now(), session.zone(), QLocale());
}

QString followUpsText(const LeadDossier &dossier, const Session &session)
{
    QString text;
    for (const FollowUp &followUp : dossier.followUps) {
        if (followUp.state != FollowUpState::Open)
            continue;
        text += QStringLiteral("  ") + padded(moment(session, followUp.remindAt(), followUp.wholeDay), labelWidth)
            + singleLine(labelOf(followUp.kind) + QStringLiteral("  ") + followUp.note)
            + QStringLiteral("  (%1)\n").arg(followUp.id.toString());
    }
    return text;
}

QString activitiesText(const LeadDossier &dossier, const Session &session)
{
    QString text;
    for (const Activity &activity : dossier.activities) {
        QStringList parts{labelOf(activity.kind)};
        if (activity.outcome != CallOutcome::None)
            parts += labelOf(activity.outcome);
        if (activity.durationSeconds)
            parts +=
                QStringLiteral("%1:%2").arg(*activity.durationSeconds / 60).arg(*activity.durationSeconds % 60, 2, 10, QLatin1Char('0'));
        if (!activity.note.isEmpty())
            parts += activity.note;
        text +=
            QStringLiteral("  ") + padded(moment(session, activity.at), labelWidth) + singleLine(parts.join(QStringLiteral(" · "))) + u'\n';
    }
    return text;
}

void showText(Session &session, const LeadDossier &dossier)
{
    Output &output = session.output();
    output.text(fieldsText(dossier.lead, session));
    if (const QString followUps = followUpsText(dossier, session); !followUps.isEmpty())
        output.text(u'\n' + Words::tr("Follow-ups") + u'\n' + followUps);
    if (const QString activities = activitiesText(dossier, session); !activities.isEmpty())
        output.text(u'\n' + Words::tr("Timeline") + u'\n' + activities);
    if (const QString note = session.pastNote(); !note.isEmpty())
        output.text(u'\n' + note);
}

Result<LeadDossier> dossierOf(Session &session, LeadId id)
{
    if (!session.past())
        return session.wait(session.workspace().leads().dossier(id));
    const Result<PastLead> then = session.wait(session.workspace().leads().pastLead(id, *session.past()));
    if (!then)
        return then.error();
    LeadDossier dossier;
    dossier.lead = then->lead;
    dossier.activities = then->activities;
    return dossier;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<LeadId> id = idTyped<LeadId>(arguments.at(0), Words::tr("lead"));
    if (!id)
        return id.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    Result<LeadDossier> dossier = dossierOf(session, *id);
    if (!dossier)
        return dossier.error();
    std::optional<QDate> day; // today when the lead is looked at as it is
    if (session.past())
        day = dayOf(*session.past(), session.zone());
    const Result<ScoreExplanation> score = session.wait(session.workspace().scores().explain(*id, day));
    if (!score)
        return score.error();
    dossier->lead.score = score->score;
    if (session.output().wantsJson())
        session.output().document(dossierJson(*dossier, session));
    else
        showText(session, *dossier);
    return ExitCode::Done;
}

} // namespace

Command showCommand()
{
    return {"show",
            "ID",
            QT_TRANSLATE_NOOP("kindling", "Show one lead with all that happened"),
            QT_TRANSLATE_NOOP("kindling",
                              "Shows everything known of a lead: its fields, follow-ups and timeline; with --json its changes, too."),
            {},
            {},
            1,
            1,
            run,
            true};
}

} // namespace kindling::cli
