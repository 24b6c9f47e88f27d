// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

namespace kindling {

class Connection;

/// What a whole export holds, by its manifest.
struct FolderContent
{
    qint64 rows = 0;
    qint64 leads = 0;
};

/// A workspace as a folder of text: `workspace.json` (program, format, schema, number of rows) and `tables/NAME.csv` for each table. In CSV
/// an empty value that is NULL is written \N, and a text that begins with a backslash gets one more.
bool isWholeExport(const QString &folder);

/// Writes all tables as they are at one moment. Errors: FileNotWritable, Cancelled.
Result<FolderContent> writeFolder(Connection &connection, const QString &folder, Progress &progress);

/// Replaces what a new workspace holds by what the folder holds, within the transaction of the caller. Errors: WorkspaceNotEmpty,
/// IncompleteFolder, WorkspaceTooNew, Cancelled.
Result<FolderContent> readFolder(Connection &connection, const QString &folder, Progress &progress);

} // namespace kindling
