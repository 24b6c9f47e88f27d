// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/domain/changeset.h"
#include "core/domain/vocabulary.h"
#include "core/index/columns.h"
#include "core/index/staycolumns.h"
#include "core/store/undolog.h"
#include "core/store/workspacefile.h"
#include "core/workspace/leadscores.h"
#include "core/workspace/leadservice.h"
#include "core/workspace/timelinecache.h"
#include "core/workspace/worker.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <array>
#include <atomic>

namespace kindling {

struct OpenOptions;
class TimeTravel;

/// What a command has at hand while it writes: inside the transaction, on the writer's thread.
struct Writing
{
    Connection &connection;
    Journal &journal;
    const Vocabulary &vocabulary;
    UtcMs now;
    QString label; ///< set it to name the change in the history
};

/// The moving parts of a workspace: one writer, two readers, the columns, and what undo would do. Shared by the services; its functions are
/// called on the workspace's thread unless they say otherwise.
class Engine
{
public:
    static Result<std::shared_ptr<Engine>> open(const QString &path, const OpenOptions &options);
    ~Engine();

    const QString &path() const { return m_path; }
    const Clock &clock() const { return *m_clock; }
    QString me() const; ///< any thread
    void setMe(const QString &member);
    std::shared_ptr<const Vocabulary> vocabulary() const; ///< any thread
    UndoState undoState() const; ///< any thread

    /// Called on the writer's thread after each durable change.
    std::function<void(const ChangeSet &)> onChanged;

    /// Runs `work` on a reader's thread.
    template <typename T>
    QFuture<Result<T>> read(std::function<Result<T>(Connection &)> work);

    /// Runs `work` on a reader's thread and waits for it: for code that is already off the user-interface thread.
    template <typename T>
    Result<T> readNow(std::function<Result<T>(Connection &)> work);

    /// Runs `work` beside the columns, once they are loaded, on a thread of the pool.
    template <typename T>
    QFuture<Result<T>> ask(std::function<Result<T>(const SnapshotPtr &)> work);

    /// Runs `work` as one change in one transaction on the writer's thread. A change that wrote nothing leaves no trace: its id is null. An
    /// undo or redo stands in the history all the same.
    QFuture<Result<Written>> change(ChangeHead::Kind kind, std::function<Result<void>(Writing &)> work);
    /// The same, with an answer of its own that is made while the transaction is open.
    template <typename T>
    QFuture<Result<T>> changeWith(std::function<Result<T>(Writing &)> work, std::function<void(T &, const Written &)> complete,
                                  ChangeHead::Kind kind = ChangeHead::Kind::Do);

    /// The same once the columns are loaded, for changes that look things up in them.
    template <typename T>
    QFuture<Result<T>> changeOnColumns(std::function<Result<T>(Writing &)> work, std::function<void(T &, const Written &)> complete);

    /// Runs `work` in one transaction on the writer's thread without a change of its own: for a workspace that comes as a whole, its
    /// history with it. References between rows are not watched meanwhile.
    template <typename T>
    QFuture<Result<T>> fill(std::function<Result<T>(Connection &)> work);

    /// Runs `work` in one transaction on the writer's thread, beside the history: for what is no record of the business (what was already
    /// brought up, a draft). Nobody is told.
    template <typename T>
    QFuture<Result<T>> jot(std::function<Result<T>(Connection &)> work);

    /// Runs `work` on the writer's thread in no transaction: for what tends the file as a whole.
    template <typename T>
    QFuture<Result<T>> onWriter(std::function<Result<T>(Connection &)> work);

    /// Runs `work` on a thread of the pool: for what needs neither columns nor database.
    template <typename T>
    QFuture<Result<T>> offThread(std::function<Result<T>()> work);

    /// Begins to load the columns if nobody has yet; `then` is called when they are there, or cannot be, on any thread.
    void whenLoaded(std::function<void(const Result<void> &)> then);
    SnapshotPtr snapshot() const { return m_columns.snapshot(); }

    /// The leads that a filter matches, with whatever it needs loaded first: activities, follow-ups, stays. Not on the writer's thread.
    /// `context` must not outlive the vocabulary it points to.
    Result<RowSet> evaluate(const ColumnSnapshot &columns, const Filter &filter, const FilterContext &context,
                            const Progress *progress = nullptr);
    /// Makes sure that a snapshot is scored when a filter asks for scores. Not on the writer's thread.
    Result<void> scoreFor(const ColumnSnapshot &columns, const Filter &filter, const Progress *progress = nullptr);
    /// Makes sure that a snapshot of the present can be ordered: by scores, and by texts that the columns do not hold. Not on the writer's
    /// thread.
    Result<void> prepareOrder(const ColumnSnapshot &columns, std::span<const SortKey> sort, const Progress *progress = nullptr);
    LeadScores &scores() { return *m_scores; }
    const LeadScores &scores() const { return *m_scores; }
    /// From now on the leads are scored in the background whenever the rules or the day are others; `onScored` says when they are.
    void keepScored();
    /// Called on any thread after all leads were scored in the background.
    std::function<void()> onScored;
    const TimelineCache &timelines() const { return *m_timelines; }
    /// The activities, follow-ups and stays of all leads, loaded when first needed. Not on the writer's thread.
    Result<TimelineSources> timelineSources(const TimelineNeeds &needs) { return m_timelines->sources(needs, nullptr); }
    TimelineCache &timelines() { return *m_timelines; }
    /// What lists of companies are made of, read when first needed and from then on followed by the columns. Not on the writer's thread.
    Result<CompanyColumnsPtr> companies(const SnapshotPtr &columns);
    /// Days of the past. Not on the writer's thread.
    TimeTravel &travel() { return *m_travel; }

    /// The ended stage stays of all leads, loaded when first needed. Not on the writer's thread.
    Result<std::shared_ptr<const StayColumns>> stageStays();

    /// Ends all threads; nothing runs afterwards.
    void shutDown();

private:
    template <typename T>
    void postChange(std::shared_ptr<QPromise<Result<T>>> promise, std::function<Result<T>(Writing &)> work,
                    std::function<void(T &, const Written &)> complete, ChangeHead::Kind kind);
    Engine() = default;
    Result<void> writeWhole(Connection &connection, const std::function<Result<void>()> &work);
    Result<void> start(const QString &path, const OpenOptions &options);
    Result<Written> write(Connection &connection, ChangeHead::Kind kind, const std::function<Result<void>(Writing &)> &work);
    Result<void> afterCommit(Connection &connection, const ChangeSet &changes);
    Result<void> refreshColumns(Connection &connection, const ChangeSet &changes);
    Result<void> refreshWords(Connection &connection, const ChangeSet &changes);
    Result<void> refreshStays(Connection &connection, const ChangeSet &changes);
    Result<void> refreshUndo(Connection &connection);
    Result<void> refreshVocabulary(Connection &connection);
    void scoreInBackground();
    void loadColumns();
    void finishLoading(const Result<void> &loaded);
    Worker &reader();

    QString m_path;
    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<QLockFile> m_lock;

    mutable std::mutex m_mutex; ///< guards what follows
    QString m_me;
    std::shared_ptr<const Vocabulary> m_vocabulary;
    UndoState m_undo;
    enum class Loading { NotYet, Running, Done, Failed } m_loading = Loading::NotYet;
    std::vector<std::function<void(const Result<void> &)>> m_waiting;
    std::shared_ptr<const StayColumns> m_stays;
    quint64 m_staysWritten = 0; ///< counts the changes after which stays that were being read may be old

    Columns m_columns;
    std::mutex m_readingCompanies; ///< one reads them at a time; the others wait for it
    std::unique_ptr<TimelineCache> m_timelines;
    std::unique_ptr<LeadScores> m_scores;
    std::atomic<bool> m_keepsScored = false;
    Progress m_scoreProgress;
    std::unique_ptr<TimeTravel> m_travel;
    std::vector<LeadId> m_changedWhileLoading; ///< writer's thread only
    bool m_everythingChangedWhileLoading = false;
    bool m_columnsInPlace = false; ///< writer's thread only
    Progress m_loadProgress;
    QThreadPool m_pool;
    std::unique_ptr<Worker> m_writer;
    std::array<std::unique_ptr<Worker>, 2> m_readers;
};

template <typename T>
QFuture<Result<T>> Engine::read(std::function<Result<T>(Connection &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    reader().post([promise, work = std::move(work)](Connection &connection) {
        promise->addResult(whole(connection, work(connection)));
        promise->finish();
    });
    return promise->future();
}

template <typename T>
Result<T> Engine::readNow(std::function<Result<T>(Connection &)> work)
{
    QFuture<Result<T>> future = read<T>(std::move(work));
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error{ErrorCode::Cancelled, {}, {}};
    return future.result();
}

template <typename T>
QFuture<Result<T>> Engine::ask(std::function<Result<T>(const SnapshotPtr &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    whenLoaded([this, promise, work = std::move(work)](const Result<void> &loaded) {
        if (!loaded) {
            promise->addResult(Result<T>(loaded.error()));
            promise->finish();
            return;
        }
        m_pool.start([this, promise, work] {
            promise->addResult(work(snapshot()));
            promise->finish();
        });
    });
    return promise->future();
}

template <typename T>
QFuture<Result<T>> Engine::offThread(std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

template <typename T>
QFuture<Result<T>> Engine::fill(std::function<Result<T>(Connection &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_writer->post([this, promise, work = std::move(work)](Connection &connection) {
        std::optional<T> answer;
        const Result<void> written = writeWhole(connection, [&]() -> Result<void> {
            Result<T> made = work(connection);
            if (!made)
                return made.error();
            answer = std::move(*made);
            return {};
        });
        promise->addResult(written && answer ? Result<T>(std::move(*answer)) : Result<T>(written.error()));
        promise->finish();
    });
    return promise->future();
}

template <typename T>
QFuture<Result<T>> Engine::jot(std::function<Result<T>(Connection &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_writer->post([promise, work = std::move(work)](Connection &connection) {
        std::optional<Result<T>> answer;
        const Result<void> written = inTransaction(connection, [&]() -> Result<void> {
            answer.emplace(work(connection));
            return answer->ok() ? Result<void>() : Result<void>(answer->error());
        });
        promise->addResult(written && answer ? std::move(*answer) : Result<T>(written.error()));
        promise->finish();
    });
    return promise->future();
}

template <typename T>
QFuture<Result<T>> Engine::onWriter(std::function<Result<T>(Connection &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_writer->post([promise, work = std::move(work)](Connection &connection) {
        promise->addResult(whole(connection, work(connection)));
        promise->finish();
    });
    return promise->future();
}

template <typename T>
QFuture<Result<T>> Engine::changeWith(std::function<Result<T>(Writing &)> work, std::function<void(T &, const Written &)> complete,
                                      ChangeHead::Kind kind)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    postChange<T>(promise, std::move(work), std::move(complete), kind);
    return promise->future();
}

template <typename T>
QFuture<Result<T>> Engine::changeOnColumns(std::function<Result<T>(Writing &)> work, std::function<void(T &, const Written &)> complete)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    whenLoaded([this, promise, work = std::move(work), complete = std::move(complete)](const Result<void> &loaded) {
        if (loaded) {
            postChange<T>(promise, work, complete, ChangeHead::Kind::Do);
            return;
        }
        promise->addResult(Result<T>(loaded.error()));
        promise->finish();
    });
    return promise->future();
}

template <typename T>
void Engine::postChange(std::shared_ptr<QPromise<Result<T>>> promise, std::function<Result<T>(Writing &)> work,
                        std::function<void(T &, const Written &)> complete, ChangeHead::Kind kind)
{
    m_writer->post([this, promise, work = std::move(work), complete = std::move(complete), kind](Connection &connection) {
        std::optional<T> answer;
        const Result<Written> written = write(connection, kind, [&](Writing &writing) -> Result<void> {
            Result<T> made = work(writing);
            if (!made)
                return made.error();
            answer = std::move(*made);
            return {};
        });
        if (written && answer) {
            complete(*answer, *written);
            promise->addResult(Result<T>(std::move(*answer)));
        } else {
            promise->addResult(Result<T>(written.error()));
        }
        promise->finish();
    });
}

} // namespace kindling
