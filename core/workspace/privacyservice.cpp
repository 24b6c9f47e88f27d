// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/privacyservice.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/store/attachmentstore.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/erasure.h"
#include "core/store/mergedleads.h"
#include "core/workspace/engine.h"

#include <QElapsedTimer>
#include <QThread>

namespace kindling {

namespace {

constexpr int waitMs = 5'000; ///< for readers, while others may want to write
constexpr int pauseMs = 20;

/// Deleted rows leave copies in pages that were split before, so the file is written anew. The copy on the way is on the disk: it may be
/// larger than the memory.
Result<void> rewrite(Connection &connection)
{
    KINDLING_TRY(connection.execute(QStringLiteral("PRAGMA temp_store = FILE")));
    const Result<void> written = connection.execute(QStringLiteral("VACUUM"));
    KINDLING_TRY(connection.execute(QStringLiteral("PRAGMA temp_store = MEMORY")));
    return written;
}

/// Moves the write-ahead log into the file and empties it; says whether it could, which it cannot while somebody reads.
Result<bool> emptyLogNow(Connection &connection)
{
    KINDLING_GET(busy, connection.integer(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    return busy.value_or(1) == 0;
}

/// Until the log is empty both it and the file have pages as they were. Waits for readers to end, without SQLite's own waiting, which would
/// be for each attempt.
Result<void> emptyLog(Connection &connection)
{
    KINDLING_TRY(connection.execute(QStringLiteral("PRAGMA busy_timeout = 0")));
    QElapsedTimer waited;
    waited.start();
    Result<bool> emptied = emptyLogNow(connection);
    while (emptied && !*emptied && waited.elapsed() < waitMs) {
        QThread::msleep(pauseMs);
        emptied = emptyLogNow(connection);
    }
    KINDLING_TRY(connection.execute(QStringLiteral("PRAGMA busy_timeout = %1").arg(Connection::busyTimeoutMs)));
    if (!emptied)
        return emptied.error();
    if (!*emptied)
        return Error{ErrorCode::Database, connection.path(), sentence("something is still reading it, an export perhaps")};
    return {};
}

/// Why something could not be cleaned, in words that say nothing of what was changed: the records are erased already.
QString reason(const Error &error)
{
    if (error.code == ErrorCode::DiskFull)
        return sentence("the disk is full");
    return error.detail.isEmpty() ? sentence("the database refused") : error.detail;
}

Leftovers cleaned(Connection &connection)
{
    Leftovers left;
    const Result<void> written = rewrite(connection);
    const Result<void> emptied = emptyLog(connection);
    if (!written)
        left.inFile = reason(written.error());
    else if (!emptied)
        left.inFile = reason(emptied.error());
    const Result<QSet<QString>> used = contentsInUse(connection);
    if (used)
        left.files = AttachmentStore(connection.path()).keepOnly(*used);
    else
        left.inFile = reason(used.error());
    return left;
}

} // namespace

PrivacyService::PrivacyService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<PersonalData>> PrivacyService::known(LeadId id)
{
    return m_engine->read<PersonalData>([id](Connection &connection) { return Erasure(connection).find(id); });
}

QFuture<Result<std::vector<QJsonObject>>> PrivacyService::mergedRecords(LeadId id)
{
    using Records = std::vector<QJsonObject>;
    return m_engine->read<Records>([id](Connection &connection) -> Result<Records> {
        KINDLING_GET(
            rows,
            connection.run(QStringLiteral("WITH RECURSIVE part (id, record) AS (SELECT id, record FROM merged_lead WHERE survivor_id "
                                          "= ?1 UNION SELECT m.id, m.record FROM merged_lead m JOIN part ON m.survivor_id = part.id) "
                                          "SELECT record FROM part"),
                           {id.value()}));
        Records records;
        while (rows->next())
            records.push_back(objectOf(rows->text(0)));
        return records;
    });
}

QFuture<Result<Erased>> PrivacyService::erase(LeadId id)
{
    const auto writer = std::make_shared<Connection *>(nullptr);
    return m_engine->changeWith<Erased>(
        [id, writer](Writing &writing) -> Result<Erased> {
            Erasure erasure(writing.connection);
            KINDLING_GET(data, erasure.find(id));
            KINDLING_TRY(erasure.erase(writing.journal));
            writing.label = sentence("Erase a lead for good");
            *writer = &writing.connection;
            return Erased{data, {}, {}};
        },
        [writer](Erased &erased, const Written &written) {
            erased.change = written.change;
            erased.left = cleaned(**writer);
        },
        ChangeHead::Kind::Erase);
}

QFuture<Result<Leftovers>> PrivacyService::clean()
{
    return m_engine->onWriter<Leftovers>([](Connection &connection) -> Result<Leftovers> { return cleaned(connection); });
}

} // namespace kindling
