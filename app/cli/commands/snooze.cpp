// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/followupanswer.h"
#include "app/cli/typedvalues.h"

namespace kindling::cli {

namespace {

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<FollowUpId> id = idTyped<FollowUpId>(arguments.at(0), Words::tr("follow-up"));
    if (!id)
        return id.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<PlannedTime> when = session.when(arguments.positional().mid(1).join(u' '));
    if (!when)
        return when.error();
    const UtcMs until = when->local.toMSecsSinceEpoch();
    return changeFollowUp(session, *id, session.workspace().followUps().snooze(*id, until), Words::tr("Snoozed:"));
}

} // namespace

Command snoozeCommand()
{
    return {"snooze",
            "ID WHEN",
            QT_TRANSLATE_NOOP("kindling", "Bring a follow-up up again later"),
            QT_TRANSLATE_NOOP("kindling", "Puts a follow-up off until WHEN; what was promised stays on record. ID is the follow-up's."),
            {},
            {{"snooze 482311223399 in 2 hours", QT_TRANSLATE_NOOP("kindling", "Later today.")}},
            2,
            -1,
            run};
}

} // namespace kindling::cli
