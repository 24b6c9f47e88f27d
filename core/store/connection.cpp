// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/base/logging.h"
#include "core/base/try.h"

#include <QFileInfo>

#include <mutex>

#include <sqlite3.h>

namespace kindling {

namespace {

/// SQLite counts the memory of all connections under one lock; with two that read side by side, both wait for it most of the time
/// (docs/decisions/0028). Nothing may have been opened before.
void countNoMemory()
{
    static std::once_flag once;
    std::call_once(once, [] {
        if (sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) != SQLITE_OK)
            qCInfo(lcStore) << "SQLite is in use already and goes on counting its memory";
    });
}

} // namespace

Connection::Connection(QString path, sqlite3 *database)
    : m_path(std::move(path))
    , m_database(database)
{
}

void Connection::Close::operator()(sqlite3 *database) const
{
    sqlite3_close(database);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    countNoMemory();
    sqlite3 *database = nullptr;
    // A reader opens for writing too: in WAL mode it has to be able to make the shared memory file; query_only keeps it honest.
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<Connection> connection(new Connection(path, database));
    if (code != SQLITE_OK)
        return connection->lastError();
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, busyTimeoutMs);
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
    if (sqlite3_exec(m_database.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return {};
}

Result<Statement *> Connection::prepared(const QString &sql)
{
    if (const auto found = m_statements.find(sql); found != m_statements.end())
        return found->second.get();
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_database.get(), utf8.constData(), int(utf8.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        != SQLITE_OK)
        return lastError();
    return m_statements.emplace(sql, std::make_unique<Statement>(statement, *this)).first->second.get();
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

Error Connection::lastError() const
{
    const QString file = QFileInfo(m_path).fileName();
    const QString reason = QString::fromUtf8(sqlite3_errmsg(m_database.get()));
    const int code = sqlite3_extended_errcode(m_database.get());
    qCInfo(lcStore) << "statement failed:" << code << reason;
    switch (code & 0xFF) { // the primary code; sqlite.org/rescode.html
    case SQLITE_READONLY: return {ErrorCode::FileNotWritable, file, reason};
    case SQLITE_FULL: return {ErrorCode::DiskFull, file, {}};
    case SQLITE_NOTADB: return {ErrorCode::NotAWorkspace, file, {}};
    case SQLITE_CORRUPT: return {ErrorCode::WorkspaceDamaged, file, reason};
    case SQLITE_CANTOPEN: return {ErrorCode::FileNotReadable, file, reason};
    case SQLITE_INTERRUPT: return {ErrorCode::Cancelled, {}, {}};
    default: return {ErrorCode::Database, file, reason};
    }
}

void Connection::noteFailedRead()
{
    m_failedRead = lastError();
}

Result<void> Connection::reportFailedRead()
{
    if (!m_failedRead)
        return {};
    return *std::exchange(m_failedRead, std::nullopt);
}

Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work)
{
    KINDLING_TRY(connection.execute(QStringLiteral("BEGIN IMMEDIATE")));
    Result<void> done = connection.execute(QStringLiteral("PRAGMA defer_foreign_keys = ON"));
    if (done)
        done = work();
    const Result<void> read = connection.reportFailedRead();
    if (done)
        done = read;
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
