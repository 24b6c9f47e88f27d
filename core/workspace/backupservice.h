// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/backupfile.h"

#include <QFuture>
#include <QThreadPool>

namespace kindling {

class Engine;

/// Backups of the open workspace, made and read beside the work that goes on. Thread of the workspace.
class BackupService
{
public:
    explicit BackupService(std::shared_ptr<Engine> engine);
    ~BackupService(); ///< stops what is under way

    /// writeBackup() of this workspace.
    QFuture<Result<BackupManifest>> write(const QString &path, ProgressPtr progress);
    /// backupManifest()
    QFuture<Result<BackupManifest>> look(const QString &path);
    /// The first step of restoring: unpackBeside() this workspace. Once it is closed, putInPlace() is the second.
    QFuture<Result<BackupManifest>> unpack(const QString &path, ProgressPtr progress);

private:
    QFuture<Result<BackupManifest>> start(ProgressPtr progress, std::function<Result<BackupManifest>(Progress &)> work);

    std::shared_ptr<Engine> m_engine;
    std::vector<ProgressPtr> m_asked; ///< of all that was asked for
    QThreadPool m_pool; ///< of one thread, its own: lists do not wait behind it
};

} // namespace kindling
