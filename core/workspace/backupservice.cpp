// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/backupservice.h"

#include "core/base/try.h"
#include "core/workspace/engine.h"
#include "core/workspace/restore.h"

#include <QtConcurrent>

namespace kindling {

BackupService::BackupService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
    m_pool.setMaxThreadCount(1);
}

BackupService::~BackupService()
{
    for (const ProgressPtr &progress : m_asked)
        progress->cancel();
    m_pool.waitForDone();
}

QFuture<Result<BackupManifest>> BackupService::start(ProgressPtr progress, std::function<Result<BackupManifest>(Progress &)> work)
{
    m_asked.push_back(progress);
    return QtConcurrent::run(&m_pool, [progress, work = std::move(work)] { return work(*progress); });
}

QFuture<Result<BackupManifest>> BackupService::write(const QString &path, ProgressPtr progress)
{
    return start(std::move(progress), [workspace = m_engine->path(), path, now = m_engine->clock().now()](Progress &watched) {
        return writeBackup(workspace, path, now, watched);
    });
}

QFuture<Result<BackupManifest>> BackupService::look(const QString &path)
{
    return m_engine->offThread<BackupManifest>([workspace = m_engine->path(), path]() -> Result<BackupManifest> {
        KINDLING_TRY(refuseWorkspace(path, workspace));
        return backupManifest(path);
    });
}

QFuture<Result<BackupManifest>> BackupService::unpack(const QString &path, ProgressPtr progress)
{
    return start(std::move(progress), [workspace = m_engine->path(), path](Progress &watched) -> Result<BackupManifest> {
        KINDLING_TRY(refuseWorkspace(path, workspace));
        return unpackBeside(workspace, path, watched);
    });
}

} // namespace kindling
