// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/undoanswer.h"
#include "app/cli/words.h"

namespace kindling::cli {

namespace {

Result<ExitCode> run(Session &session, const Arguments &)
{
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const auto progress = std::make_shared<Progress>();
    const Result<Written> written = session.wait(session.workspace().history().redo(progress), progress, Words::tr("Doing it again"));
    if (!written)
        return written.error();
    return showTurnedRound(session, *written);
}

} // namespace

Command redoCommand()
{
    return {"redo",
            "",
            QT_TRANSLATE_NOOP("kindling", "Do again what was undone last"),
            QT_TRANSLATE_NOOP("kindling", "Does again what “undo” took back last."),
            {},
            {},
            0,
            0,
            run};
}

} // namespace kindling::cli
