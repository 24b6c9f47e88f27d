// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/workspacefile.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/databasecopy.h"
#include "core/store/filecopy.h"
#include "core/store/migrations.h"
#include "core/store/wordrepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace kindling {

namespace {

/// How old a lock file that names nobody must be: a live program writes its name into it at once.
constexpr int namelessLockMs = 1000;
constexpr int lockWaitMs = 200;
constexpr int copyingWaitMs = 5'000;
constexpr qint64 headerSize = 100; // sqlite.org/fileformat.html, "The Database Header"

qint32 bigEndian(const QByteArray &header, qsizetype offset)
{
    return qFromBigEndian<qint32>(header.constData() + offset);
}

Result<void> checkHeader(const QString &name, const QByteArray &header)
{
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return Error{ErrorCode::NotAWorkspace, name, {}};
    if (bigEndian(header, 68) != applicationId)
        return Error{ErrorCode::NotAWorkspace, name, {}};
    const qint32 version = bigEndian(header, 60);
    if (version > schemaVersion)
        return tooNew(name, version);
    return {};
}

bool isNameless(const QLockFile &lock)
{
    return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(nullptr, nullptr, nullptr);
}

Result<void> writeNew(const QString &path, const QString &currency, const QString &country)
{
    KINDLING_GET(connection, Connection::open(path, Connection::Mode::Writer));
    KINDLING_TRY(migrate(*connection));
    return inTransaction(*connection, [&] { return writeDefaults(*connection, currency, country); });
}

/// A database and what SQLite keeps beside it.
void removeWithLog(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix));
}

/// An empty file for its owner's eyes only, for SQLite to fill. What a program left that was killed here goes.
Result<void> makeEmpty(const QString &path)
{
    removeWithLog(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Error{ErrorCode::FileNotWritable, path, file.errorString()};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

/// Takes a lock, also that of a program that is gone.
bool tryLock(QLockFile &lock, int waitMs)
{
    lock.setStaleLockTime(0); // a lock is stale when its process is gone, however old it is
    if (lock.tryLock(waitMs))
        return true;
    // Killed between making its lock file and writing its name: such a lock is stale by its age. Asked for each try, since the age of one
    // that names a program says nothing.
    for (int waited = 0; waited <= namelessLockMs && isNameless(lock); waited += lockWaitMs) {
        lock.setStaleLockTime(namelessLockMs);
        if (lock.tryLock(lockWaitMs))
            return true;
    }
    return false;
}

/// Why a lock could not be had; `who` has places for a program and its process.
Error refusal(const QLockFile &lock, const QString &path, const QString &who)
{
    if (lock.error() != QLockFile::LockFailedError)
        return Error{ErrorCode::FileNotWritable, path, QCoreApplication::translate("kindling", "its folder is read-only")};
    qint64 pid = 0;
    QString host;
    QString program;
    lock.getLockInfo(&pid, &host, &program);
    return Error{ErrorCode::WorkspaceInUse, QFileInfo(path).fileName(), who.arg(program).arg(pid)};
}

} // namespace

Result<void> checkWorkspaceFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::WorkspaceMissing, path, {}};
    if (info.isDir())
        return Error{ErrorCode::NotAWorkspace, path, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, path, file.errorString()};
    KINDLING_TRY(checkHeader(info.fileName(), file.read(headerSize)));
    if (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable())
        return Error{ErrorCode::FileNotWritable, path, QCoreApplication::translate("kindling", "the file or its folder is read-only")};
    return {};
}

Result<void> makeFolderOf(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{ErrorCode::FileNotWritable, path, QCoreApplication::translate("kindling", "its folder cannot be made")};
    return {};
}

Result<void> createWorkspaceFile(const QString &path, const QString &currency, const QString &country)
{
    const QString temporary = path + QStringLiteral(".new");
    KINDLING_TRY(makeFolderOf(path));
    KINDLING_TRY(makeEmpty(temporary));
    Result<void> written = writeNew(temporary, currency, country);
    if (written && !QFile::rename(temporary, path))
        written = Error{ErrorCode::FileNotWritable, path, QCoreApplication::translate("kindling", "there is a file of that name")};
    if (!written)
        removeWithLog(temporary);
    return written;
}

bool isOfWorkspace(const QString &path, const QString &workspace)
{
    const QString file = QFileInfo(path).canonicalFilePath();
    const QString database = QFileInfo(workspace).canonicalFilePath();
    return !file.isEmpty()
        && (file == database || file == database + QStringLiteral("-wal") || file == database + QStringLiteral("-shm")
            || file == database + QStringLiteral("-journal"));
}

QString pathBeside(const QString &workspace, const QString &words)
{
    const QFileInfo file(workspace);
    const QString ending = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    return file.absolutePath() + u'/' + file.completeBaseName() + u' ' + words + ending;
}

QString freePathBeside(const QString &workspace, const QString &words)
{
    QString path = pathBeside(workspace, words);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = pathBeside(workspace, words + u' ' + QString::number(number));
    return path;
}

Result<void> keepOldFormat(Connection &connection)
{
    KINDLING_GET(version, connection.integer(QStringLiteral("PRAGMA user_version")));
    if (version.value_or(0) == 0 || *version >= schemaVersion)
        return {};
    const QString path = pathBeside(connection.path(), QStringLiteral("format %1").arg(*version));
    if (QFileInfo::exists(path))
        return {};
    const QString temporary = path + QStringLiteral(".new");
    KINDLING_TRY(makeEmpty(temporary));
    Result<void> copied = copyInto(connection, temporary);
    if (copied)
        copied = reachDisk(temporary);
    if (copied && !QFile::rename(temporary, path))
        copied = Error{ErrorCode::FileNotWritable, path, QCoreApplication::translate("kindling", "there is a file of that name")};
    if (!copied)
        removeWithLog(temporary);
    return copied;
}

Result<std::unique_ptr<QLockFile>> lockWorkspace(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    if (tryLock(*lock, lockWaitMs))
        return lock;
    return refusal(*lock, path, QCoreApplication::translate("kindling", "%1, process %2"));
}

Result<std::unique_ptr<QLockFile>> lockForCopying(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".copying"));
    if (tryLock(*lock, copyingWaitMs))
        return lock;
    return refusal(*lock, path, QCoreApplication::translate("kindling", "it is being backed up or restored by %1, process %2"));
}

} // namespace kindling
