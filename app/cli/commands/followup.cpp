// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/choice.h"
#include "app/cli/followupanswer.h"
#include "app/cli/typedvalues.h"

namespace kindling::cli {

namespace {

Result<FollowUp> followUpTyped(const Arguments &arguments)
{
    FollowUp followUp;
    const Result<LeadId> lead = idTyped<LeadId>(arguments.at(0), Words::tr("lead"));
    if (!lead)
        return lead.error();
    followUp.lead = *lead;
    if (const auto text = arguments.value(QLatin1String("kind"))) {
        const Result<FollowUpKind> kind = choiceOf<FollowUpKind>(QStringLiteral("--kind"), *text);
        if (!kind)
            return kind.error();
        followUp.kind = *kind;
    }
    followUp.note = arguments.value(QLatin1String("note")).value_or(QString());
    return followUp;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    Result<FollowUp> followUp = followUpTyped(arguments);
    if (!followUp)
        return followUp.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<PlannedTime> when = session.when(arguments.positional().mid(1).join(u' '));
    if (!when)
        return when.error();
    followUp->wholeDay = when->wholeDay;
    followUp->localTime = when->local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    followUp->zone = QString::fromUtf8(session.zone().id());
    return changeFollowUp(session, {}, session.workspace().followUps().plan(*followUp), Words::tr("Planned:"));
}

} // namespace

Command followUpCommand()
{
    return {
        "followup",
        "ID WHEN",
        QT_TRANSLATE_NOOP("kindling", "Plan what to do with a lead, and when"),
        QT_TRANSLATE_NOOP("kindling", "Plans a follow-up: a call unless --kind says otherwise. A day without a time means the whole day."),
        {{"kind", "KIND", QT_TRANSLATE_NOOP("kindling", "call, email, meeting or task.")},
         {"note", "TEXT", QT_TRANSLATE_NOOP("kindling", "What to do or say.")}},
        {{"followup 482311223344 'next fri 14:00' --note 'Ask about the second oven'",
          QT_TRANSLATE_NOOP("kindling", "A call on Friday of next week.")}},
        2,
        -1,
        run};
}

} // namespace kindling::cli
