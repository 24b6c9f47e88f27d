// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/backupfile.h"

namespace kindling {

/// A backup takes the place of a workspace in two steps. First it is unpacked beside it and compared with its hashes, which may take a
/// while, may fail, and changes nothing. Then, while nobody has the workspace open, files are renamed: what was there is kept under another
/// name, what was unpacked gets the name. When the program or the power ends in the middle of that, the next opening goes on with it.
/// All on any thread.

/// The first step, into the folder WORKSPACE.restoring; what an earlier one left there goes. Errors: those of checkBackup(),
/// FileNotWritable. Then nothing stays there.
Result<BackupManifest> unpackBeside(const QString &workspace, const QString &backup, Progress &progress);

/// The second step. Gives the path under which what was there is kept, empty if nothing was. `when` (local time) goes into that name.
/// Errors: WorkspaceInUse, FileNotWritable; FileNotFound when nothing is unpacked.
Result<QString> putInPlace(const QString &workspace, const QDateTime &when);

/// Both steps, for a workspace that is not open in this program.
struct Restored
{
    BackupManifest backup;
    QString kept; ///< the path of what was there; empty if nothing was
};
Result<Restored> restoreBackup(const QString &workspace, const QString &backup, const QDateTime &when, Progress &progress);

/// Ends a second step that was begun and not ended. Errors: those of putInPlace().
Result<void> completeRestore(const QString &workspace);

/// The same for who has the workspace locked.
Result<void> completeRestoreLocked(const QString &workspace);

/// Removes what was unpacked and nobody began to put in place. For who has the workspace locked.
void dropUnpacked(const QString &workspace);

/// What is still to be renamed for a workspace to be kept under one path and what was unpacked to take its place, in this order. After each
/// of them the list is that of the rest.
struct Renaming
{
    QString from;
    QString to;
};
std::vector<Renaming> pendingRenamings(const QString &workspace, const QString &kept);

} // namespace kindling
