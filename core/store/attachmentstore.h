// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/filecopy.h"

#include <QSet>
#include <QStringList>

#include <vector>

namespace kindling {

/// The contents of attached files, in a folder beside the workspace, each under its SHA-256: readable by the owner only, never executable,
/// never changed. The same content is kept once. May be used on any thread.
class AttachmentStore
{
public:
    explicit AttachmentStore(const QString &workspacePath);

    const QString &folder() const { return m_folder; }

    /// Copies a file in. Errors: FileNotFound, FileNotReadable (also for what is no regular file), FileNotWritable, Cancelled.
    Result<StoredContent> take(const QString &path, Progress &progress) const;

    /// Where a content stands; it is there and has its size. Error AttachmentMissing, with `name` as its subject.
    Result<QString> find(const QString &hash, qint64 size, const QString &name) const;

    /// All that are there, by their hashes, with the sizes they have.
    std::vector<StoredContent> contents() const;
    /// "ab/abcd…": where a content stands in the folder.
    static QString placeInFolder(const QString &hash);

    /// Removes all contents but these, and what a copy that was cut short left. Gives the paths of those that could not be removed. Nothing
    /// may be taken in meanwhile.
    QStringList keepOnly(const QSet<QString> &hashes) const;

    /// Copies all contents to another folder, or back from one; each is compared with its hash. Gives how many. Errors: FileNotReadable,
    /// FileNotWritable, IncompleteFolder, Cancelled.
    Result<qint64> copyAllTo(const QString &folder, Progress &progress) const;
    Result<qint64> copyAllFrom(const QString &folder, Progress &progress) const;

private:
    QString m_folder;
};

} // namespace kindling
