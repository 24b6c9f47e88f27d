// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <memory>

namespace kindling {

class Connection;

/// Looks at a file before SQLite touches it. Errors: WorkspaceMissing, FileNotReadable, FileNotWritable, NotAWorkspace, WorkspaceTooNew.
Result<void> checkWorkspaceFile(const QString &path);

/// Makes the folder of a workspace that is to be made. Error: FileNotWritable.
Result<void> makeFolderOf(const QString &path);

/// Makes a new workspace with its default stages: written under a temporary name, owner's only (0600), then renamed.
/// Errors: FileNotWritable, DiskFull, Database.
Result<void> createWorkspaceFile(const QString &path, const QString &currency, const QString &country);

/// Whether a path is a workspace, or what SQLite keeps beside it. While it is open in this process nothing else may open such a file here:
/// closing it would drop the locks of the whole process, and another one would take the log for its own
/// (sqlite.org/howtocorrupt.html, 2.2).
bool isOfWorkspace(const QString &path, const QString &workspace);

/// The path of something kept beside a workspace: "leads.kindling" and "format 10" give "leads format 10.kindling".
QString pathBeside(const QString &workspace, const QString &words);

/// The first of these paths at which nothing is: pathBeside(workspace, words), then with " 2", " 3" … behind the words.
QString freePathBeside(const QString &workspace, const QString &words);

/// Before a workspace of an older format is brought to this one: copies its database beside it ("leads format 10.kindling"), so that the
/// program that wrote it still has one to open. Nothing to do for a new one, or when the copy is there. Errors: FileNotWritable, DiskFull,
/// WorkspaceDamaged, Database.
Result<void> keepOldFormat(Connection &connection);

/// Keeps other processes from writing the same workspace. Error: WorkspaceInUse with the program that has it.
Result<std::unique_ptr<QLockFile>> lockWorkspace(const QString &path);

/// Keeps a backup and the renaming of a restore from meeting: what reads a database that is renamed meanwhile would take away the log of
/// the one that has its name then. Waits some seconds. Error WorkspaceInUse.
Result<std::unique_ptr<QLockFile>> lockForCopying(const QString &path);

} // namespace kindling
