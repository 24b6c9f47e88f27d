// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/arguments.h"
#include "app/cli/backupanswer.h"
#include "app/cli/session.h"
#include "app/cli/words.h"
#include "core/workspace/restore.h"

#include <QDateTime>
#include <QFileInfo>

namespace kindling::cli {

namespace {

/// The workspace is not opened: another Kindling may have it, and goes on meanwhile.
Result<ExitCode> backUp(Session &session, const Arguments &arguments)
{
    const QString path = QFileInfo(arguments.at(0)).absoluteFilePath();
    const Result<BackupManifest> made = session.carryOut<BackupManifest>(
        Words::tr("Backing up"), [workspace = QFileInfo(session.path()).absoluteFilePath(), path](Progress &progress) {
            return writeBackup(workspace, path, SystemClock().now(), progress);
        });
    if (!made)
        return made.error();
    Output &output = session.output();
    if (output.wantsJson())
        output.document(backupJson(path, *made));
    else
        output.text(Words::tr("Backup %1.").arg(backupWords(*made)));
    if (const QString missing = missingFilesText(*made); !missing.isEmpty())
        output.message(missing);
    return made->missing.isEmpty() ? ExitCode::Done : ExitCode::Rejected;
}

Result<ExitCode> restore(Session &session, const Arguments &arguments)
{
    const QString path = arguments.at(0);
    const Result<Restored> restored = session.carryOut<Restored>(
        Words::tr("Restoring"), [workspace = QFileInfo(session.path()).absoluteFilePath(), path](Progress &progress) {
            return restoreBackup(workspace, path, QDateTime::currentDateTime(), progress);
        });
    if (!restored)
        return restored.error();
    const QString kept = restored->kept.isEmpty() ? QString() : Words::tr("What was there before is kept as %1.").arg(restored->kept);
    if (const Result<void> opened = session.open(); !opened) {
        if (!kept.isEmpty())
            session.output().message(kept);
        return opened.error();
    }
    Output &output = session.output();
    if (output.wantsJson()) {
        QJsonObject document = backupJson(path, restored->backup);
        document.insert(QStringLiteral("workspace"), session.workspace().path());
        document.insert(QStringLiteral("kept"), restored->kept.isEmpty() ? QJsonValue() : QJsonValue(restored->kept));
        output.document(document);
        return ExitCode::Done;
    }
    output.text(Words::tr("%1 is the backup %2.").arg(session.workspace().path(), backupWords(restored->backup)));
    if (!kept.isEmpty())
        output.text(kept);
    return ExitCode::Done;
}

} // namespace

Command backupCommand()
{
    return {
        "backup",
        "FILE",
        QT_TRANSLATE_NOOP("kindling", "Save the whole workspace, attached files too, in one file"),
        QT_TRANSLATE_NOOP(
            "kindling",
            "Writes a zip file with the database as it is at this moment, the attached files, and a list of the SHA-256 of each. The "
            "workspace may be open in the window meanwhile. An older backup of that name is replaced once the new one is whole; any other "
            "file is left alone. The exit status is 3 when attached files were missing."),
        {},
        {{"backup /media/usb/leads.zip", QT_TRANSLATE_NOOP("kindling", "From a timer, every night.")}},
        1,
        1,
        backUp};
}

Command restoreCommand()
{
    return {"restore",
            "FILE",
            QT_TRANSLATE_NOOP("kindling", "Put a backup in the place of the workspace"),
            QT_TRANSLATE_NOOP("kindling",
                              "Compares the backup with its SHA-256 first; one that is damaged changes nothing. The workspace that is "
                              "there is kept beside, as "
                              "“NAME before restore DAY TIME”, so nothing is lost by it. It must not be open elsewhere."),
            {},
            {{"-w copy.kindling restore leads.zip", QT_TRANSLATE_NOOP("kindling", "As another workspace, to look into it.")}},
            1,
            1,
            restore};
}

} // namespace kindling::cli
