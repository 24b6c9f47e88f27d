// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/base/logging.h"
#include "core/base/try.h"

#include <QFileInfo>

#include <atomic>
#include <mutex>

#ifdef KINDLING_SHARES_SQLITE
#include <sqlite3.h>
#endif

namespace kindling {

namespace {

// SQLite's primary result codes (sqlite.org/rescode.html); the driver hands them on as text, sometimes extended.
enum SqliteCode { ReadOnly = 8, Interrupted = 9, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26 };

/// SQLite counts the memory of all connections under one lock; with two that read side by side, both wait for it most of the time
/// (docs/decisions/0028). Where Qt's driver has an SQLite of its own this changes nothing, and nothing where something was opened before.
void countNoMemory()
{
#ifdef KINDLING_SHARES_SQLITE
    static std::once_flag once;
    std::call_once(once, [] {
        if (sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) != SQLITE_OK)
            qCInfo(lcStore) << "SQLite is in use already and goes on counting its memory";
    });
#endif
}

} // namespace

Connection::Connection(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    m_database.setDatabaseName(m_path);
}

Connection::~Connection()
{
    m_statements.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    static std::atomic<int> count = 0;
    countNoMemory();
    std::unique_ptr<Connection> connection(new Connection(path, QStringLiteral("kindling-%1").arg(++count)));
    // A reader opens for writing too: in WAL mode it has to be able to make the shared memory file; query_only keeps it honest.
    connection->m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs));
    if (!connection->m_database.open())
        return connection->errorOf(connection->m_database.lastError());
    KINDLING_TRY(connection->configure(mode));
    return connection;
}

Result<void> Connection::configure(Mode mode)
{
    QStringList pragmas{
        QStringLiteral("PRAGMA foreign_keys = ON"),    QStringLiteral("PRAGMA trusted_schema = OFF"),
        QStringLiteral("PRAGMA cell_size_check = ON"), QStringLiteral("PRAGMA mmap_size = 0"),
        QStringLiteral("PRAGMA temp_store = MEMORY"),
    };
    if (mode == Mode::Writer)
        pragmas << QStringLiteral("PRAGMA journal_mode = WAL") << QStringLiteral("PRAGMA synchronous = FULL")
                << QStringLiteral("PRAGMA secure_delete = ON") << QStringLiteral("PRAGMA cache_size = -65536");
    else
        pragmas << QStringLiteral("PRAGMA query_only = ON") << QStringLiteral("PRAGMA wal_autocheckpoint = 0")
                << QStringLiteral("PRAGMA cache_size = -16384");
    for (const QString &pragma : pragmas)
        KINDLING_TRY(execute(pragma));
    return {};
}

Result<void> Connection::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return errorOf(query.lastError());
    return {};
}

Result<Statement *> Connection::prepared(const QString &sql)
{
    if (const auto found = m_statements.find(sql); found != m_statements.end())
        return found->second.get();
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return errorOf(query.lastError());
    return m_statements.emplace(sql, std::make_unique<Statement>(std::move(query), *this)).first->second.get();
}

Result<Statement *> Connection::run(const QString &sql, const QVariantList &values)
{
    KINDLING_GET(statement, prepared(sql));
    KINDLING_TRY(statement->run(values));
    return statement;
}

Result<std::optional<qint64>> Connection::integer(const QString &sql, const QVariantList &values)
{
    KINDLING_GET(statement, run(sql, values));
    const std::optional<qint64> result = statement->next() ? statement->optionalInteger(0) : std::nullopt;
    statement->finish();
    return result;
}

Result<QString> Connection::text(const QString &sql, const QVariantList &values)
{
    KINDLING_GET(statement, run(sql, values));
    const QString result = statement->next() ? statement->text(0) : QString();
    statement->finish();
    return result;
}

Error Connection::errorOf(const QSqlError &error) const
{
    const QString file = QFileInfo(m_path).fileName();
    const QString reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    qCInfo(lcStore) << "statement failed:" << error.text();
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case ReadOnly: return {ErrorCode::FileNotWritable, file, reason};
    case Full: return {ErrorCode::DiskFull, file, {}};
    case NotADatabase: return {ErrorCode::NotAWorkspace, file, {}};
    case Corrupt: return {ErrorCode::WorkspaceDamaged, file, reason};
    case CannotOpen: return {ErrorCode::FileNotReadable, file, reason};
    case Interrupted: return {ErrorCode::Cancelled, {}, {}};
    default: return {ErrorCode::Database, file, reason};
    }
}

Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work)
{
    KINDLING_TRY(connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
    Result<void> done = connection.execute(QStringLiteral("PRAGMA defer_foreign_keys = ON"));
    if (done)
        done = work();
    if (done)
        done = connection.execute(QStringLiteral("COMMIT"));
    if (done)
        return {};
    // SQLite may have rolled back by itself on a full disk; then this fails, and there is nothing left to take back.
    if (const Result<void> back = connection.execute(QStringLiteral("ROLLBACK")); !back)
        qCInfo(lcStore) << "nothing to roll back";
    return done;
}

} // namespace kindling
