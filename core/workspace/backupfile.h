// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/workspace/backupmanifest.h"

namespace kindling {

/// What a new backup is called by default: the name of the workspace and the day, "leads 2026-11-26.zip".
QString backupName(const QString &workspace, QDate day);

/// Writes everything of a workspace into one file: the database as it is at one moment, and the contents of attached files. The workspace
/// may be open meanwhile, in this program or another, and may be written; it stays as it is. The file is for its owner's eyes only, and
/// under its name when it is whole and on the disk; a backup of that name is replaced, any other file is not. An attached file that is
/// missing or damaged does not keep the rest from being saved: it is named in the manifest. Any thread; takes seconds for a million leads.
/// Stops for `progress`, but not within the copy of the database. Errors: those of checkWorkspaceFile(), WorkspaceDamaged, FileNotWritable,
/// DiskFull, Cancelled.
Result<BackupManifest> writeBackup(const QString &workspace, const QString &path, UtcMs now, Progress &progress);

/// Refuses what is no backup but the workspace itself, before anything opens it: see isOfWorkspace(). Error BackupDamaged.
Result<void> refuseWorkspace(const QString &path, const QString &workspace);

/// What a backup says of itself; its parts are not read. Errors: FileNotFound, FileNotReadable, BackupDamaged, WorkspaceTooNew.
Result<BackupManifest> backupManifest(const QString &path);

/// Reads all of a backup and compares it with its hashes. Errors: those of backupManifest(), Cancelled.
Result<BackupManifest> checkBackup(const QString &path, Progress &progress);

/// The same, and writes the parts into a new folder, under their names. Errors: those of checkBackup(), FileNotWritable.
Result<BackupManifest> unpackBackup(const QString &path, const QString &folder, Progress &progress);

} // namespace kindling
