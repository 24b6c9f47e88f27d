// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QSet>
#include <QStringList>

namespace kindling {

/// A file as it was taken in.
struct StoredContent
{
    QString hash; ///< SHA-256, 64 hexadecimal digits
    qint64 size = 0;
};

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

    /// Removes all contents but these, and what a copy that was cut short left. Gives the paths of those that could not be removed. Nothing
    /// may be taken in meanwhile.
    QStringList keepOnly(const QSet<QString> &hashes) const;

    /// Copies all contents to another folder, or back from one; each is compared with its hash. Gives how many. Errors: FileNotReadable,
    /// FileNotWritable, IncompleteFolder, Cancelled.
    Result<qint64> copyAllTo(const QString &folder, Progress &progress) const;
    Result<qint64> copyAllFrom(const QString &folder, Progress &progress) const;

private:
    QString placeOf(const QString &hash) const;

    QString m_folder;
};

} // namespace kindling
