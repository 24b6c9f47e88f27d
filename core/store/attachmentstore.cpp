// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attachmentstore.h"

#include "core/base/sha256.h"
#include "core/base/try.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

namespace kindling {

namespace {

const QString partName = QStringLiteral("part."); ///< of a content on its way
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Copies a file into a folder under the hash of its content. `expected` is the hash it has to have; empty for any.
Result<StoredContent> takeInto(const QString &folder, const QString &path, const QString &expected, Progress &progress)
{
    const QFileInfo source(path);
    if (!source.exists())
        return Error{ErrorCode::FileNotFound, source.fileName(), {}};
    if (!source.isFile()) // a folder, or a pipe that would never end
        return Error{ErrorCode::FileNotReadable, source.fileName(), QCoreApplication::translate("kindling", "it is not a file")};
    QFile from(path);
    if (!from.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, source.fileName(), from.errorString()};
    KINDLING_TRY(makePrivateFolder(folder));
    QTemporaryFile part(folder + u'/' + partName + QStringLiteral("XXXXXX"));
    if (!part.open())
        return Error{ErrorCode::FileNotWritable, folder, part.errorString()};
    ByteTally tally(progress, source.size());
    KINDLING_GET(content, pour(from, source.fileName(), &part, tally));
    if (!expected.isEmpty() && content.hash != expected)
        return Error{ErrorCode::IncompleteFolder, folder, QCoreApplication::translate("kindling", "%1 is damaged").arg(source.fileName())};
    const QString place = folder + u'/' + AttachmentStore::placeInFolder(content.hash);
    if (QFileInfo::exists(place) && QFileInfo(place).size() == content.size)
        return content;
    KINDLING_TRY(reachDisk(part.fileName())); // before the row that speaks of it
    KINDLING_TRY(makePrivateFolder(QFileInfo(place).absolutePath()));
    QFile::remove(place); // one that was cut short
    part.setPermissions(ownerOnly);
    if (!part.rename(place))
        return Error{ErrorCode::FileNotWritable, place, part.errorString()};
    part.setAutoRemove(false);
    return content;
}

Result<qint64> copyAll(const QString &from, const QString &to, Progress &progress)
{
    qint64 copied = 0;
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        if (!isSha256(file.fileName())) // left over from a copy that was cut short
            continue;
        Progress own;
        if (progress.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        KINDLING_TRY(takeInto(to, file.filePath(), file.fileName(), own));
        ++copied;
    }
    return copied;
}

} // namespace

AttachmentStore::AttachmentStore(const QString &workspacePath)
    : m_folder(workspacePath + QStringLiteral(".files"))
{
}

QString AttachmentStore::placeInFolder(const QString &hash)
{
    return hash.left(2) + u'/' + hash;
}

Result<StoredContent> AttachmentStore::take(const QString &path, Progress &progress) const
{
    return takeInto(m_folder, path, {}, progress);
}

Result<QString> AttachmentStore::find(const QString &hash, qint64 size, const QString &name) const
{
    const QString place = m_folder + u'/' + placeInFolder(hash);
    const QFileInfo file(place);
    if (!file.isFile() || file.size() != size)
        return Error{ErrorCode::AttachmentMissing, name, QDir(m_folder).dirName()};
    return place;
}

std::vector<StoredContent> AttachmentStore::contents() const
{
    std::vector<StoredContent> found;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        if (isSha256(file.fileName()))
            found.push_back({file.fileName(), file.size()});
    }
    return found;
}

QStringList AttachmentStore::keepOnly(const QSet<QString> &hashes) const
{
    QStringList left;
    QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const bool isOurs = isSha256(file.fileName()) || file.fileName().startsWith(partName);
        if (isOurs && !hashes.contains(file.fileName()) && !QFile::remove(file.filePath()))
            left += file.filePath();
    }
    return left;
}

Result<qint64> AttachmentStore::copyAllTo(const QString &folder, Progress &progress) const
{
    return copyAll(m_folder, folder, progress);
}

Result<qint64> AttachmentStore::copyAllFrom(const QString &folder, Progress &progress) const
{
    return copyAll(folder, m_folder, progress);
}

} // namespace kindling
