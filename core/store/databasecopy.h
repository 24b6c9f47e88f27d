// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>

namespace kindling {

class Connection;

/// What is in a copy of a database.
struct DatabaseCopy
{
    int schema = 0;
    qint64 leads = 0;
    QHash<QString, QString> attached; ///< hashes of the attached files, with a name of each
};

/// Writes the database as it is at one moment into a new file, without gaps and without what was deleted; nobody waits for it. One
/// statement: it cannot be stopped. The connection must be allowed to write. Errors: FileNotWritable, DiskFull, WorkspaceDamaged, Database.
Result<void> copyInto(Connection &connection, const QString &path);

/// The same of a workspace that may be open, here too, by a connection of its own, and a look into the copy. Errors also: NotAWorkspace,
/// WorkspaceTooNew, FileNotReadable.
Result<DatabaseCopy> copyDatabase(const QString &workspace, const QString &path);

} // namespace kindling
