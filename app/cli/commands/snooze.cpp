// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/followupanswer.h"
#include "app/cli/words.h"

namespace kindling::cli {

namespace {

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const TimeChange write = [](FollowUpService &followUps, FollowUpId id, const PlannedTime &when) {
        return followUps.snooze(id, when.local.toMSecsSinceEpoch());
    };
    return changeTime(session, arguments, write, Words::tr("Snoozed:"));
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
