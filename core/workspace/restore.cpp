// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/restore.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/store/attachmentstore.h"
#include "core/store/workspacefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace kindling {

namespace {

QString unpackedFolder(const QString &workspace)
{
    return workspace + QStringLiteral(".restoring");
}

QString unpackedPath(const QString &workspace, const QString &part)
{
    return unpackedFolder(workspace) + u'/' + part;
}

/// Holds the name under which what was there is to be kept. While it exists, the renaming has begun and has to be ended.
QString notePath(const QString &workspace)
{
    return unpackedPath(workspace, QStringLiteral("renaming"));
}

QString unpackedFiles(const QString &workspace)
{
    return AttachmentStore(unpackedPath(workspace, backup::workspaceMember)).folder();
}

/// What SQLite keeps beside a database.
constexpr const char *logs[] = {"-wal", "-shm", "-journal"};

void removeUnpacked(const QString &workspace)
{
    // The note first: without it nobody takes the rest for something to go on with.
    QFile::remove(notePath(workspace));
    QDir(unpackedFolder(workspace)).removeRecursively();
}

Result<void> rename(const QString &from, const QString &to)
{
    if (QDir().rename(from, to)) // files and folders
        return {};
    return Error{ErrorCode::FileNotWritable, to, sentence("%1 cannot be renamed to it").arg(QFileInfo(from).fileName())};
}

Result<void> writeNote(const QString &workspace, const QString &kept)
{
    QFile note(notePath(workspace));
    const QByteArray text = QFileInfo(kept).fileName().toUtf8(); // the folder may have another path when the renaming goes on
    const bool written = note.open(QIODevice::WriteOnly) && note.write(text) == text.size() && note.flush();
    note.close();
    if (!written || !reachDisk(notePath(workspace))) {
        QFile::remove(notePath(workspace)); // nothing has begun
        return Error{ErrorCode::FileNotWritable, notePath(workspace), note.errorString()};
    }
    namesReachDisk(unpackedFolder(workspace));
    return {};
}

Result<void> renameAll(const QString &workspace, const QString &kept)
{
    for (const Renaming &renaming : pendingRenamings(workspace, kept))
        KINDLING_TRY(rename(renaming.from, renaming.to));
    QDir().rmdir(AttachmentStore(workspace).folder()); // if nothing is in it
    namesReachDisk(QFileInfo(workspace).absolutePath());
    removeUnpacked(workspace);
    return {};
}

/// With the workspace locked.
Result<QString> putUnpackedInPlace(const QString &workspace, const QDateTime &when)
{
    const Result<std::unique_ptr<QLockFile>> noBackup = lockForCopying(workspace);
    if (!noBackup)
        return noBackup.error();
    if (!QFileInfo::exists(unpackedPath(workspace, backup::workspaceMember)))
        return Error{ErrorCode::FileNotFound, unpackedFolder(workspace), {}};
    const QString kept = freePathBeside(workspace, QStringLiteral("before restore ") + when.toString(QStringLiteral("yyyy-MM-dd HHmmss")));
    const bool wasThere = QFileInfo::exists(workspace);
    KINDLING_TRY(writeNote(workspace, kept));
    KINDLING_TRY(renameAll(workspace, kept));
    return wasThere ? kept : QString();
}

} // namespace

/// What was there is moved away as long as both parts of what was unpacked are in their folder, which has one for attached files even if
/// there are none. The database goes last: what is kept is a workspace once everything else is there.
std::vector<Renaming> pendingRenamings(const QString &workspace, const QString &kept)
{
    std::vector<Renaming> pending;
    const QString files = AttachmentStore(workspace).folder();
    if (QFileInfo::exists(unpackedFiles(workspace))) {
        for (const char *log : logs)
            pending.push_back({workspace + QLatin1String(log), kept + QLatin1String(log)});
        pending.push_back({files, AttachmentStore(kept).folder()});
        pending.push_back({workspace, kept});
        std::erase_if(pending, [](const Renaming &renaming) { return !QFileInfo::exists(renaming.from); });
        pending.push_back({unpackedFiles(workspace), files});
    }
    if (const QString database = unpackedPath(workspace, backup::workspaceMember); QFileInfo::exists(database))
        pending.push_back({database, workspace});
    return pending;
}

Result<BackupManifest> unpackBeside(const QString &workspace, const QString &backup, Progress &progress)
{
    KINDLING_TRY(makeFolderOf(workspace));
    removeUnpacked(workspace);
    KINDLING_TRY(makePrivateFolder(unpackedFolder(workspace)));
    KINDLING_TRY(makePrivateFolder(unpackedFiles(workspace)));
    const Result<BackupManifest> unpacked = unpackBackup(backup, unpackedFolder(workspace), progress);
    if (unpacked)
        return unpacked;
    removeUnpacked(workspace);
    Error error = unpacked.error();
    if (error.code == ErrorCode::FileNotWritable || error.code == ErrorCode::DiskFull)
        error.subject = QFileInfo(workspace).fileName(); // not a part of the backup, which nobody knows by its name
    return error;
}

void dropUnpacked(const QString &workspace)
{
    if (!QFileInfo::exists(notePath(workspace)))
        removeUnpacked(workspace);
}

Result<QString> putInPlace(const QString &workspace, const QDateTime &when)
{
    const Result<std::unique_ptr<QLockFile>> lock = lockWorkspace(workspace);
    if (!lock)
        return lock.error();
    return putUnpackedInPlace(workspace, when);
}

Result<Restored> restoreBackup(const QString &workspace, const QString &backup, const QDateTime &when, Progress &progress)
{
    KINDLING_TRY(makeFolderOf(workspace));
    const Result<std::unique_ptr<QLockFile>> lock = lockWorkspace(workspace); // before the work that would be for nothing
    if (!lock)
        return lock.error();
    KINDLING_TRY(completeRestoreLocked(workspace)); // else what it has moved away would be forgotten
    KINDLING_GET(unpacked, unpackBeside(workspace, backup, progress));
    KINDLING_GET(kept, putUnpackedInPlace(workspace, when));
    return Restored{unpacked, kept};
}

Result<void> completeRestore(const QString &workspace)
{
    if (!QFileInfo::exists(notePath(workspace)))
        return {};
    const Result<std::unique_ptr<QLockFile>> lock = lockWorkspace(workspace);
    if (!lock)
        return lock.error();
    return completeRestoreLocked(workspace);
}

Result<void> completeRestoreLocked(const QString &workspace)
{
    QFile note(notePath(workspace));
    if (!note.exists())
        return {};
    if (!note.open(QIODevice::ReadOnly)) // what it speaks of has begun, and must not be forgotten
        return Error{ErrorCode::FileNotReadable, note.fileName(), note.errorString()};
    const QString kept = QString::fromUtf8(note.readAll());
    note.close();
    const Result<std::unique_ptr<QLockFile>> noBackup = lockForCopying(workspace);
    if (!noBackup)
        return noBackup.error();
    if (!kept.isEmpty()) // else it was cut short before anything was renamed
        return renameAll(workspace, QFileInfo(workspace).absolutePath() + u'/' + kept);
    removeUnpacked(workspace);
    return {};
}

} // namespace kindling
