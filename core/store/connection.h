// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/statement.h"

#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

struct sqlite3;

namespace kindling {

/// One connection to a SQLite file, with the settings that docs/decisions explain. Belongs to the thread that opened it.
class Connection
{
public:
    enum class Mode {
        Writer, ///< the only one that writes and makes checkpoints
        Reader, ///< query_only
    };

    static constexpr int busyTimeoutMs = 5'000; ///< how long a statement waits for another connection

    /// Opens a file, or makes one without a table. Errors: FileNotReadable, NotAWorkspace, WorkspaceDamaged, Database.
    static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    const QString &path() const { return m_path; }

    /// Executes one statement that is not needed again.
    Result<void> execute(const QString &sql);

    /// The statement for this text, prepared once for each connection.
    Result<Statement *> prepared(const QString &sql);

    /// Prepares and runs in one step.
    Result<Statement *> run(const QString &sql, const QVariantList &values = {});

    /// The first column of the first row; nothing when there is no row or it is NULL.
    Result<std::optional<qint64>> integer(const QString &sql, const QVariantList &values = {});
    Result<QString> text(const QString &sql, const QVariantList &values = {});

    /// What SQLite says about the call that has just failed.
    Error lastError() const;
    /// Keeps the error of a row that could not be read, as next() has none to give. The statement that runs next fails with it, and so does
    /// a commit.
    void noteFailedRead();
    /// The error that was kept, once.
    Result<void> reportFailedRead();

private:
    Connection(QString path, sqlite3 *database);
    Result<void> configure(Mode mode);

    struct Close
    {
        void operator()(sqlite3 *database) const;
    };

    QString m_path;
    std::unique_ptr<sqlite3, Close> m_database;
    std::unordered_map<QString, std::unique_ptr<Statement>> m_statements; // they end before their database
    std::optional<Error> m_failedRead;
};

/// An answer that was read from a connection, or why it is not all that was asked for: where a list may have ended at a row that could not
/// be read, and nothing else is run. To be asked where the work of a connection ends without a transaction.
template <typename T>
Result<T> whole(Connection &connection, Result<T> answer)
{
    if (const Result<void> read = connection.reportFailedRead(); !read && answer)
        return read.error();
    return answer;
}

/// Ids as a JSON array, for `IN (SELECT value FROM json_each(?))`: one statement for any number of ids.
template <typename IdType>
QString jsonIds(std::span<IdType> ids)
{
    QStringList numbers;
    for (const auto id : ids)
        numbers += id.toString();
    return u'[' + numbers.join(u',') + u']';
}

template <typename IdType>
QString jsonIds(const std::vector<IdType> &ids)
{
    return jsonIds(std::span(ids));
}

/// Runs `work` in one transaction that is begun as a writer. Commits when it succeeds; when it, or the commit, fails, rolls back and
/// returns the error. Foreign keys are checked at the commit.
Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work);

} // namespace kindling
