// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databasecopy.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/migrations.h"

#include <QFileInfo>

namespace kindling {

namespace {

/// What checkWorkspaceFile() sees in the file; here by SQLite, which alone may touch it.
Result<void> checkWorkspace(Connection &connection)
{
    const QString name = QFileInfo(connection.path()).fileName();
    KINDLING_GET(application, connection.integer(QStringLiteral("PRAGMA application_id")));
    if (application != applicationId)
        return Error{ErrorCode::NotAWorkspace, name, {}};
    KINDLING_GET(version, connection.integer(QStringLiteral("PRAGMA user_version")));
    if (version.value_or(0) > schemaVersion)
        return tooNew(name, int(*version));
    return {};
}

/// The copy is not waited for: what is made of it is synchronised. The connection is careful again before it closes, which may move the log
/// into the file.
Result<void> copyUnsynchronised(Connection &connection, const QString &path)
{
    KINDLING_TRY(connection.execute(QStringLiteral("PRAGMA query_only = OFF"))); // it writes, if to another file
    KINDLING_TRY(connection.execute(QStringLiteral("PRAGMA synchronous = OFF")));
    const Result<void> copied = copyInto(connection, path);
    KINDLING_TRY(connection.execute(QStringLiteral("PRAGMA synchronous = FULL")));
    return copied;
}

} // namespace

Result<void> copyInto(Connection &connection, const QString &path)
{
    const Result<Statement *> copied = connection.run(QStringLiteral("VACUUM INTO ?"), {path});
    if (copied)
        return {};
    // The system's refusals are about the new file; a connection speaks of its own.
    const QString name = QFileInfo(path).fileName();
    switch (copied.error().code) {
    case ErrorCode::DiskFull: return Error{ErrorCode::DiskFull, name, {}};
    case ErrorCode::Database: // a disk that was taken away
    case ErrorCode::FileNotReadable:
    case ErrorCode::FileNotWritable: return Error{ErrorCode::FileNotWritable, name, copied.error().detail};
    default: return copied.error();
    }
}

Result<DatabaseCopy> copyDatabase(const QString &workspace, const QString &path)
{
    {
        KINDLING_GET(source, Connection::open(workspace, Connection::Mode::Reader));
        KINDLING_TRY(checkWorkspace(*source));
        KINDLING_TRY(copyUnsynchronised(*source, path));
    }
    DatabaseCopy copy;
    KINDLING_GET(connection, Connection::open(path, Connection::Mode::Reader));
    KINDLING_GET(schema, connection->integer(QStringLiteral("PRAGMA user_version")));
    KINDLING_GET(leads, connection->integer(QStringLiteral("SELECT count(*) FROM lead")));
    copy.schema = int(schema.value_or(0));
    copy.leads = leads.value_or(0);
    KINDLING_GET(tables, connection->integer(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'attachment'")));
    if (tables.value_or(0) == 0) // of a format from before there were attached files
        return copy;
    KINDLING_GET(rows, connection->run(QStringLiteral("SELECT hash, name FROM attachment ORDER BY id")));
    while (rows->next())
        copy.attached.insert(rows->text(0), rows->text(1));
    return whole(*connection, Result(std::move(copy)));
}

} // namespace kindling
