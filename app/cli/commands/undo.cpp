// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/typedvalues.h"
#include "app/cli/undoanswer.h"

namespace kindling::cli {

namespace {

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    ChangeId change;
    if (!arguments.positional().isEmpty()) {
        const Result<ChangeId> named = idTyped<ChangeId>(arguments.at(0), Words::tr("change"));
        if (!named)
            return named.error();
        change = *named;
    }
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const auto progress = std::make_shared<Progress>();
    const Result<Written> written =
        session.wait(session.workspace().history().undo(change, progress), progress, Words::tr("Taking it back"));
    if (!written)
        return written.error();
    return showTurnedRound(session, *written);
}

} // namespace

Command undoCommand()
{
    return {"undo",
            "[ID]",
            QT_TRANSLATE_NOOP("kindling", "Take back the last change, or a named one"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Takes back the last change that is not undone, or the one whose id “history” shows: an edit, a bulk move, a whole "
                "import. If someone has changed the same fields since, nothing is written and the exit status is 4. Of an import, what was "
                "edited since stays as it is and is listed, the rest is taken back, and the exit status is 3."),
            {},
            {},
            0,
            1,
            run};
}

} // namespace kindling::cli
