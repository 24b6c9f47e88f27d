// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/backupanswer.h"
#include "app/cli/session.h"
#include "app/cli/words.h"
#include "core/workspace/backupfile.h"

#include <QJsonArray>

namespace kindling::cli {

namespace {

Result<ExitCode> verifyBackup(Session &session, const QString &path)
{
    const Result<BackupManifest> whole =
        session.carryOut<BackupManifest>(Words::tr("Reading"), [path](Progress &progress) { return checkBackup(path, progress); });
    if (!whole)
        return whole.error();
    Output &output = session.output();
    if (output.wantsJson())
        output.document(backupJson(path, *whole));
    else
        output.text(Words::tr("All is well with the backup %1.").arg(backupWords(*whole)));
    return ExitCode::Done;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    if (!arguments.positional().isEmpty())
        return verifyBackup(session, arguments.at(0));
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
        "[BACKUP]",
        QT_TRANSLATE_NOOP("kindling", "Check the workspace, or a backup"),
        QT_TRANSLATE_NOOP("kindling",
                          "Compares what the program counts with what is stored, and lets the database check itself. With a backup, reads "
                          "all of it and compares it with its SHA-256. The exit status is 1 when something was found."),
        {},
        {},
        0,
        1,
        run};
}

} // namespace kindling::cli
