// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "app/cli/words.h"

#include <QJsonArray>

namespace kindling::cli {

namespace {

Result<ExitCode> run(Session &session, const Arguments &)
{
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<QStringList> findings = session.wait(session.workspace().verify());
    if (!findings)
        return findings.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        output.document(
            {{QStringLiteral("clean"), findings->isEmpty()}, {QStringLiteral("findings"), QJsonArray::fromStringList(*findings)}});
    } else if (findings->isEmpty()) {
        output.text(Words::tr("All is well with %1.").arg(session.workspace().path()));
    } else {
        output.text(findings->join(u'\n'));
        output.message(Words::tr("Something is wrong with %1. Make a copy of the file before you go on.").arg(session.workspace().path()));
    }
    return findings->isEmpty() ? ExitCode::Done : ExitCode::Failed;
}

} // namespace

Command verifyCommand()
{
    return {
        "verify",
        "",
        QT_TRANSLATE_NOOP("kindling", "Check the workspace"),
        QT_TRANSLATE_NOOP("kindling",
                          "Compares what the program counts with what is stored, and lets the database check itself. The exit status is 1 "
                          "when something was found."),
        {},
        {},
        0,
        0,
        run};
}

} // namespace kindling::cli
