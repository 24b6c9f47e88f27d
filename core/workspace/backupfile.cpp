// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/backupfile.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/exchange/ziparchive.h"
#include "core/exchange/zipwriter.h"
#include "core/store/attachmentstore.h"
#include "core/store/databasecopy.h"
#include "core/store/workspacefile.h"
#include "core/workspace/restore.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace kindling {

namespace {

constexpr qint64 longestManifest = 256 << 20; ///< a million attached files
constexpr QFileDevice::Permissions forOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

const QString workEnding = QStringLiteral(".kindling-part");
const QString packedName = QStringLiteral("backup.zip");

std::filesystem::path systemPath(const QString &path)
{
    return path.toStdU16String();
}

/// A folder that goes with the object, and with what it holds.
class WorkFolder
{
public:
    explicit WorkFolder(const QString &path)
        : m_folder(path)
    {
    }
    ~WorkFolder()
    {
        if (m_made)
            m_folder.removeRecursively();
    }
    WorkFolder(const WorkFolder &) = delete;
    WorkFolder &operator=(const WorkFolder &) = delete;

    Result<void> make()
    {
        m_folder.removeRecursively(); // what a program left that was killed here
        m_made = true;
        return makePrivateFolder(m_folder.path());
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QDir m_folder;
    bool m_made = false;
};

class BackupWriting
{
public:
    BackupWriting(const QString &workspace, const QString &path, UtcMs now, Progress &progress)
        : m_workspace(workspace)
        , m_path(path)
        , m_progress(progress)
        , m_work(path + workEnding)
        , m_copy(m_work.path(backup::workspaceMember))
        , m_store(workspace)
    {
        m_manifest.workspace = QFileInfo(workspace).fileName();
        m_manifest.made = now;
    }

    Result<BackupManifest> write()
    {
        KINDLING_TRY(completeRestore(m_workspace)); // half of it would be what is saved
        if (!QFileInfo::exists(m_workspace))
            return Error{ErrorCode::WorkspaceMissing, m_workspace, {}};
        KINDLING_TRY(lookAtTarget());
        const Result<std::unique_ptr<QLockFile>> noRestore = lockForCopying(m_workspace);
        if (!noRestore)
            return noRestore.error();
        removeOldWork();
        KINDLING_TRY(m_work.make());
        m_progress.report(0, 0);
        if (m_progress.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        const Result<DatabaseCopy> copied = copyDatabase(m_workspace, m_copy);
        if (!copied)
            return aboutTarget(copied.error());
        m_manifest.schema = copied->schema;
        m_manifest.leads = copied->leads;
        KINDLING_TRY(addParts(copied->attached));
        if (const Result<void> packed = pack(); !packed)
            return aboutTarget(packed.error());
        KINDLING_TRY(putInItsPlace());
        return m_manifest;
    }

private:
    /// A file on the way that cannot be written is nobody's but the backup's.
    Error aboutTarget(Error error) const
    {
        if (error.code == ErrorCode::FileNotWritable || error.code == ErrorCode::DiskFull)
            error.subject = QFileInfo(m_path).fileName();
        return error;
    }

    /// What is there already must be a backup; it is remembered.
    Result<void> lookAtTarget()
    {
        // Never made: it may be where a disk is put in that is not there today.
        if (!QFileInfo(QFileInfo(m_path).absolutePath()).isDir())
            return Error{ErrorCode::FileNotWritable, QFileInfo(m_path).fileName(), sentence("its folder is not there")};
        if (QFileInfo(m_path).isDir())
            return Error{ErrorCode::FileNotWritable, QFileInfo(m_path).fileName(), sentence("it is a folder")};
        if (!QFileInfo::exists(m_path))
            return {};
        const Result<void> other = refuseWorkspace(m_path, m_workspace);
        const Result<BackupManifest> older = other ? backupManifest(m_path) : Result<BackupManifest>(other.error());
        if (!older && older.error().code == ErrorCode::BackupDamaged)
            return Error{ErrorCode::FileNotWritable, QFileInfo(m_path).fileName(),
                         sentence("there is a file of that name that is no backup, or a damaged one")};
        if (!older)
            return older.error();
        m_older = *older;
        return {};
    }

    /// What programs left in this folder that were killed, with names of other days.
    void removeOldWork() const
    {
        const QDateTime longAgo = QDateTime::currentDateTime().addDays(-1);
        for (const QFileInfo &folder : QFileInfo(m_path).absoluteDir().entryInfoList({u'*' + workEnding}, QDir::Dirs)) {
            if (folder.lastModified() < longAgo)
                QDir(folder.filePath()).removeRecursively();
        }
    }

    /// The database and the contents, with the hashes they have; a content that has not the hash of its name is not what was attached.
    Result<void> addParts(QHash<QString, QString> attached)
    {
        const std::vector<StoredContent> contents = m_store.contents();
        m_bytes = QFileInfo(m_copy).size();
        for (const StoredContent &content : contents)
            m_bytes += content.size;
        ByteTally tally(m_progress, 2 * m_bytes); // to be read for its hash, and to be written
        KINDLING_GET(database, hashOf(m_copy, tally));
        m_manifest.parts.push_back({backup::workspaceMember, database.hash, database.size});
        for (const StoredContent &content : contents) {
            const QString place = contentPath(content.hash);
            const Result<StoredContent> read = hashOf(place, tally);
            if (!read && read.error().code == ErrorCode::Cancelled)
                return read.error();
            if (!read || read->hash != content.hash)
                continue;
            m_manifest.parts.push_back({backup::filesMember + AttachmentStore::placeInFolder(read->hash), read->hash, read->size});
            attached.remove(read->hash);
        }
        m_missing = attached.keys();
        m_manifest.missing = attached.values();
        m_manifest.missing.sort();
        return {};
    }

    QString contentPath(const QString &hash) const { return m_store.folder() + u'/' + AttachmentStore::placeInFolder(hash); }

    static Result<StoredContent> hashOf(const QString &path, ByteTally &tally)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::FileNotReadable, QFileInfo(path).fileName(), file.errorString()};
        return pour(file, QFileInfo(path).fileName(), nullptr, tally);
    }

    Result<void> pack()
    {
        const QString whole = m_work.path(packedName);
        KINDLING_GET(zip, ZipWriter::create(whole));
        for (const BackupPart &part : m_manifest.parts)
            KINDLING_TRY(zip->addFile(part.name, part.name == backup::workspaceMember ? m_copy : contentPath(part.hash)));
        KINDLING_TRY(zip->addBytes(backup::manifestMember, manifestText(m_manifest)));
        KINDLING_TRY(zip->finish(m_progress, m_bytes, m_bytes));
        QFile::setPermissions(whole, forOwner);
        return reachDisk(whole);
    }

    /// In one step in the place of an older one, if that is of no more use: it is kept when it is of another workspace, when it has leads
    /// and this one has none (somebody began anew where the workspace was), and when it has attached files that are not to be had any more.
    Result<void> putInItsPlace() const
    {
        const bool other = !m_older.parts.empty() && m_older.workspace != m_manifest.workspace;
        if (other || (m_older.leads > 0 && m_manifest.leads == 0) || hasWhatIsMissing(m_older)) {
            const QString kept = freePathBeside(m_path, QStringLiteral("kept"));
            if (!QFile::rename(m_path, kept))
                return Error{ErrorCode::FileNotWritable, QFileInfo(kept).fileName(), sentence("the older backup cannot be renamed")};
        }
        std::error_code failed;
        std::filesystem::rename(systemPath(m_work.path(packedName)), systemPath(m_path), failed);
        if (failed)
            return Error{ErrorCode::FileNotWritable, QFileInfo(m_path).fileName(), QString::fromStdString(failed.message())};
        namesReachDisk(QFileInfo(m_path).absolutePath());
        return {};
    }

    bool hasWhatIsMissing(const BackupManifest &older) const
    {
        return std::any_of(older.parts.begin(), older.parts.end(),
                           [this](const BackupPart &part) { return m_missing.contains(part.hash); });
    }

    QString m_workspace;
    QString m_path;
    Progress &m_progress;
    WorkFolder m_work;
    QString m_copy; ///< of the database
    AttachmentStore m_store;
    BackupManifest m_manifest;
    BackupManifest m_older; ///< what is to be replaced
    QStringList m_missing; ///< hashes of attached files that are not to be had
    qint64 m_bytes = 0; ///< of all parts
};

class BackupReading
{
public:
    explicit BackupReading(const QString &path)
        : m_path(path)
        , m_name(QFileInfo(path).fileName())
    {
    }

    const BackupManifest &manifest() const { return m_manifest; }

    Result<void> open()
    {
        if (!QFileInfo::exists(m_path))
            return Error{ErrorCode::FileNotFound, m_name, {}};
        if (QFileInfo(m_path).isDir())
            return Error{ErrorCode::BackupDamaged, m_name, sentence("it is a folder")};
        Result<std::unique_ptr<ZipArchive>> opened = ZipArchive::open(m_path);
        if (!opened && opened.error().code == ErrorCode::FileNotReadable)
            return opened.error();
        if (!opened || !(*opened)->has(backup::manifestMember))
            return Error{ErrorCode::BackupDamaged, m_name, sentence("it was not made by “backup”, or its end is cut off")};
        m_archive = std::move(*opened);
        KINDLING_GET(member, part(backup::manifestMember, longestManifest));
        const QByteArray text = member->readAll();
        if (char beyond = 0; member->read(&beyond, 1) < 0) // its checksum is compared at its end
            return damaged(backup::manifestMember);
        KINDLING_GET(read, readManifest(text, m_name));
        m_manifest = read;
        return {};
    }

    /// Reads all parts, into a folder if one is named.
    Result<void> readParts(const QString &folder, Progress &progress)
    {
        ByteTally tally(progress, m_manifest.bytes());
        for (const BackupPart &wanted : m_manifest.parts) {
            KINDLING_GET(member, part(wanted.name, wanted.size));
            Result<StoredContent> read =
                folder.isEmpty() ? pour(*member, m_name, nullptr, tally) : write(*member, folder + u'/' + wanted.name, tally);
            if (!read && read.error().code == ErrorCode::FileNotReadable)
                return damaged(wanted.name);
            if (!read)
                return read.error();
            if (read->hash != wanted.hash)
                return damaged(wanted.name);
        }
        return {};
    }

private:
    Error damaged(const QString &part) const { return {ErrorCode::BackupDamaged, m_name, sentence("its part %1 is damaged").arg(part)}; }

    Result<std::unique_ptr<QIODevice>> part(const QString &name, qint64 most) const
    {
        Result<std::unique_ptr<QIODevice>> member = m_archive->member(name, most);
        if (!member)
            return damaged(name);
        return member;
    }

    Result<StoredContent> write(QIODevice &member, const QString &path, ByteTally &tally) const
    {
        KINDLING_TRY(makePrivateFolder(QFileInfo(path).absolutePath()));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return Error{ErrorCode::FileNotWritable, QFileInfo(path).fileName(), file.errorString()};
        file.setPermissions(forOwner);
        KINDLING_GET(written, pour(member, m_name, &file, tally));
        file.close();
        KINDLING_TRY(reachDisk(path));
        return written;
    }

    QString m_path;
    QString m_name;
    std::unique_ptr<ZipArchive> m_archive;
    BackupManifest m_manifest;
};

Result<BackupManifest> readBackup(const QString &path, const QString &folder, Progress &progress)
{
    BackupReading reading(path);
    KINDLING_TRY(reading.open());
    KINDLING_TRY(reading.readParts(folder, progress));
    return reading.manifest();
}

} // namespace

QString backupName(const QString &workspace, QDate day)
{
    return QFileInfo(workspace).completeBaseName() + u' ' + day.toString(Qt::ISODate) + QStringLiteral(".zip");
}

Result<BackupManifest> writeBackup(const QString &workspace, const QString &path, UtcMs now, Progress &progress)
{
    return BackupWriting(workspace, path, now, progress).write();
}

Result<void> refuseWorkspace(const QString &path, const QString &workspace)
{
    if (isOfWorkspace(path, workspace))
        return Error{ErrorCode::BackupDamaged, QFileInfo(path).fileName(), sentence("it is the workspace that is open")};
    return {};
}

Result<BackupManifest> backupManifest(const QString &path)
{
    BackupReading reading(path);
    KINDLING_TRY(reading.open());
    return reading.manifest();
}

Result<BackupManifest> checkBackup(const QString &path, Progress &progress)
{
    return readBackup(path, {}, progress);
}

Result<BackupManifest> unpackBackup(const QString &path, const QString &folder, Progress &progress)
{
    return readBackup(path, folder, progress);
}

} // namespace kindling
