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
        return followUps.reschedule(id, when);
    };
    return changeTime(session, arguments, write, Words::tr("Rescheduled:"));
}

} // namespace

Command rescheduleCommand()
{
    return {"reschedule",
            "ID WHEN",
            QT_TRANSLATE_NOOP("kindling", "Promise another time for a follow-up"),
            QT_TRANSLATE_NOOP("kindling",
                              "Moves a follow-up to another time: a new promise, unlike “snooze”, which only brings it up later. ID is the "
                              "follow-up's."),
            {},
            {{"reschedule 482311223399 next fri 14:00", QT_TRANSLATE_NOOP("kindling", "It is for Friday of next week now.")}},
            2,
            -1,
            run};
}

} // namespace kindling::cli
