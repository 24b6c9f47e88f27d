// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace kindling {

namespace {

/// The statements of a migration: each ends with a semicolon at the end of a line; lines of comment are left out.
QStringList statementsOf(int version)
{
    QFile file(QStringLiteral(":/kindling/migrations/%1.sql").arg(version, 4, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("migration %d is missing from the resources", version);
    QStringList statements;
    QString current;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u"--"))
            continue;
        current += line + u'\n';
        if (line.trimmed().endsWith(u';')) {
            statements += current.trimmed();
            current.clear();
        }
    }
    return statements;
}

Result<void> apply(Connection &connection, int version)
{
    for (const QString &statement : statementsOf(version))
        KINDLING_TRY(connection.execute(statement));
    KINDLING_TRY(connection.execute(QStringLiteral("PRAGMA application_id = %1").arg(applicationId)));
    return connection.execute(QStringLiteral("PRAGMA user_version = %1").arg(version));
}

} // namespace

Error tooNew(const QString &file, int version)
{
    return {ErrorCode::WorkspaceTooNew, file,
            QCoreApplication::translate("kindling", "format %1, this one knows %2").arg(version).arg(schemaVersion)};
}

Result<void> migrate(Connection &connection)
{
    KINDLING_GET(version, connection.integer(QStringLiteral("PRAGMA user_version")));
    if (version.value_or(0) > schemaVersion)
        return tooNew(QFileInfo(connection.path()).fileName(), int(*version));
    for (int next = int(version.value_or(0)) + 1; next <= schemaVersion; ++next)
        KINDLING_TRY(inTransaction(connection, [&] { return apply(connection, next); }));
    return {};
}

} // namespace kindling
