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
    return changeFollowUp(session, *id, session.workspace().followUps().complete(*id), Words::tr("Done:"));
}

} // namespace

Command doneCommand()
{
    return {"done",
            "ID",
            QT_TRANSLATE_NOOP("kindling", "Mark a follow-up as done"),
            QT_TRANSLATE_NOOP("kindling", "Marks a follow-up as done. ID is the follow-up's, as “followups” and “show” print it."),
            {},
            {},
            1,
            1,
            run};
}

} // namespace kindling::cli
