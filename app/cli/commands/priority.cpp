// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/choice.h"
#include "app/cli/followupanswer.h"
#include "app/cli/typedvalues.h"
#include "app/cli/words.h"

namespace kindling::cli {

namespace {

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<FollowUpId> id = idTyped<FollowUpId>(arguments.at(0), Words::tr("follow-up"));
    if (!id)
        return id.error();
    const Result<FollowUpPriority> priority = choiceOf<FollowUpPriority>(QStringLiteral("priority"), arguments.at(1));
    if (!priority)
        return priority.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    return changeFollowUp(session, *id, session.workspace().followUps().setPriority(*id, *priority),
                          Words::tr("Priority %1:").arg(labelOf(*priority).toLower()));
}

} // namespace

Command priorityCommand()
{
    return {"priority",
            "ID low|normal|high",
            QT_TRANSLATE_NOOP("kindling", "Say how much a follow-up presses"),
            QT_TRANSLATE_NOOP("kindling", "Urgent ones come first in the queue of today. ID is the follow-up's."),
            {},
            {{"priority 482311223399 high", QT_TRANSLATE_NOOP("kindling", "Before the others that are due then.")}},
            2,
            2,
            run};
}

} // namespace kindling::cli
