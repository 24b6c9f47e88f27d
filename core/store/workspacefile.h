// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <memory>

namespace kindling {

/// Looks at a file before SQLite touches it. Errors: WorkspaceMissing, FileNotReadable, FileNotWritable, NotAWorkspace, WorkspaceTooNew.
Result<void> checkWorkspaceFile(const QString &path);

/// Makes the folder of a workspace that is to be made. Error: FileNotWritable.
Result<void> makeFolderOf(const QString &path);

/// Makes a new workspace with its default stages: written under a temporary name, owner's only (0600), then renamed.
/// Errors: FileNotWritable, DiskFull, Database.
Result<void> createWorkspaceFile(const QString &path, const QString &currency, const QString &country);

/// Keeps other processes from writing the same workspace. Error: WorkspaceInUse with the program that has it.
Result<std::unique_ptr<QLockFile>> lockWorkspace(const QString &path);

} // namespace kindling
