// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/watchservice.h"

#include "core/base/try.h"
#include "core/exchange/presets.h"
#include "core/store/importrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>
#include <map>
#include <mutex>

namespace kindling {

/// Files that could not be taken because of what is in them, so that they are not read at each sweep. Thread-safe.
class UnreadableFiles
{
public:
    /// As the file lies there, and with the mappings that are remembered.
    struct State
    {
        qint64 size = 0;
        qint64 changed = 0;
        size_t mappings = 0;
        bool operator==(const State &) const = default;
    };

    std::optional<Error> error(const QString &path, const State &state) const
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_files.find(path);
        return known != m_files.end() && known->second.state == state ? std::optional(known->second.error) : std::nullopt;
    }

    void note(const QString &path, const State &state, const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        m_files.insert_or_assign(path, File{state, error});
    }

private:
    struct File
    {
        State state;
        Error error;
    };
    mutable std::mutex m_mutex;
    std::map<QString, File> m_files;
};

namespace {

constexpr qint64 sureMs = 2'000; ///< a file that was written to later than so long ago may change within the same tick of its clock

/// False for what may be gone without the file being written to: a full disk, a permission.
bool isInTheFile(ErrorCode code)
{
    switch (code) {
    case ErrorCode::EmptyFile:
    case ErrorCode::NotText:
    case ErrorCode::BrokenEncoding:
    case ErrorCode::LineTooLong:
    case ErrorCode::NoUsableColumn:
    case ErrorCode::NoMapping:
    case ErrorCode::UnclearDates: return true;
    default: return false;
    }
}

/// "orders.csv-rejected.csv", and with a number where that name was taken.
const QRegularExpression rejectedName(QStringLiteral("-rejected(?:-\\d+)?\\.csv$"));

/// A name for the rejected rows of a file that no file has yet.
QString freeRejectsPath(const QString &path)
{
    QString free = path + QStringLiteral("-rejected.csv");
    for (int number = 2; QFileInfo::exists(free); ++number)
        free = path + QStringLiteral("-rejected-%1.csv").arg(number);
    return free;
}

QFileInfoList candidates(const QString &folder)
{
    QFileInfoList files = QDir(folder).entryInfoList({QStringLiteral("*.csv"), QStringLiteral("*.tsv"), QStringLiteral("*.vcf")},
                                                     QDir::Files | QDir::Readable, QDir::Name);
    files.removeIf([](const QFileInfo &file) { return file.fileName().startsWith(u'.') || file.fileName().contains(rejectedName); });
    return files;
}

Result<QString> hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error{ErrorCode::FileNotReadable, path, file.errorString()};
    return QString::fromLatin1(hash.result().toHex());
}

/// An answer of the workspace, waited for on a thread of our own.
template <typename T>
Result<T> waited(QFuture<Result<T>> answer)
{
    answer.waitForFinished();
    if (answer.resultCount() == 0)
        return Error{ErrorCode::Cancelled, {}, {}};
    return answer.result();
}

class Sweep
{
public:
    Sweep(std::shared_ptr<Engine> engine, UnreadableFiles &unreadable, ProgressPtr progress)
        : m_engine(std::move(engine))
        , m_unreadable(unreadable)
        , m_imports(m_engine)
        , m_progress(std::move(progress))
    {
    }

    Result<std::vector<WatchedFile>> run(const QString &folder, int settleMs)
    {
        if (!QFileInfo(folder).isDir())
            return Error{ErrorCode::NotFound, folder, QCoreApplication::translate("kindling", "folder")};
        KINDLING_GET(mappings, mappingsNow());
        m_mappings = mappings;
        const QFileInfoList files = candidates(folder);
        const std::map<QString, qint64> sizes = sizesOf(files);
        if (!files.isEmpty())
            QThread::msleep(static_cast<unsigned long>(std::max(settleMs, 0)));
        std::vector<WatchedFile> results;
        std::vector<size_t> later;
        for (const QFileInfo &file : files) {
            if (m_progress->cancelled())
                return Error{ErrorCode::Cancelled, folder, {}};
            WatchedFile result;
            result.path = file.filePath();
            const QFileInfo now(result.path);
            if (!now.exists() || now.size() != sizes.at(result.path) || now.size() == 0)
                result.state = WatchedFile::State::Growing;
            else
                KINDLING_TRY(takeUnlessKnown(now, result));
            results.push_back(std::move(result));
            if (std::exchange(m_postponed, false))
                later.push_back(results.size() - 1);
        }
        m_last = true;
        for (const size_t i : later) {
            if (m_progress->cancelled())
                return Error{ErrorCode::Cancelled, folder, {}};
            KINDLING_TRY(takeUnlessKnown(QFileInfo(results[i].path), results[i]));
        }
        return results;
    }

private:
    static std::map<QString, qint64> sizesOf(const QFileInfoList &files)
    {
        std::map<QString, qint64> sizes;
        for (const QFileInfo &file : files)
            sizes.emplace(file.filePath(), file.size());
        return sizes;
    }

    static void fail(WatchedFile &result, const Error &error)
    {
        result.state = WatchedFile::State::Failed;
        result.error = error;
    }

    Result<size_t> mappingsNow()
    {
        return m_engine->readNow<size_t>([](Connection &connection) -> Result<size_t> {
            KINDLING_GET(mappings, ImportRepository(connection).mappings());
            size_t hash = 0;
            for (const RememberedMapping &mapping : mappings)
                hash = qHashMulti(hash, mapping.headers, mapping.mapping);
            return hash;
        });
    }

    Result<void> takeUnlessKnown(const QFileInfo &file, WatchedFile &result)
    {
        const UnreadableFiles::State state{file.size(), file.lastModified().toMSecsSinceEpoch(), m_mappings};
        if (const std::optional<Error> error = m_unreadable.error(result.path, state)) {
            fail(result, *error);
            return {};
        }
        const Result<void> taken = take(result);
        if (taken)
            return {};
        fail(result, taken.error());
        if (isInTheFile(taken.error().code) && state.changed < QDateTime::currentMSecsSinceEpoch() - sureMs)
            m_unreadable.note(result.path, state, taken.error());
        return {};
    }

    /// Deals that name their people, and what happened with leads: files that come after those of the leads themselves.
    static bool namesPeople(const ImportMapping &mapping)
    {
        return mapping.records == ImportMapping::Records::Timeline
            || std::any_of(mapping.columns.begin(), mapping.columns.end(),
                           [](const ImportColumn &column) { return column.target.kind == ImportTarget::Kind::PersonId; });
    }

    Result<void> take(WatchedFile &result)
    {
        KINDLING_GET(hash, hashOf(result.path));
        KINDLING_GET(known, m_engine->readNow<bool>([&](Connection &c) { return ImportRepository(c).isWatchedFileDone(hash); }));
        if (known)
            return {};
        KINDLING_GET(mapping, waited(m_imports.recognise(result.path, m_progress)));
        const bool trusted = !mapping.remembered.isEmpty() || mapping.format == FileFormat::Cards || mapping.sourceKind != plainTable();
        if (!trusted)
            return Error{ErrorCode::NoMapping, QFileInfo(result.path).fileName(), {}};
        m_postponed = !m_last && namesPeople(mapping);
        if (m_postponed)
            return {};
        ImportPlan plan;
        plan.path = result.path;
        plan.mapping = mapping;
        plan.options.watchedHash = hash;
        KINDLING_GET(done, waited(m_imports.run(plan, m_progress)));
        result.state = WatchedFile::State::Imported;
        result.counts = done.counts;
        if (done.rejected.empty())
            return {};
        const QString rejects = freeRejectsPath(result.path);
        KINDLING_TRY(ImportService::writeRejects(rejects, mapping, done.rejected));
        result.rejects = rejects;
        return {};
    }

    std::shared_ptr<Engine> m_engine;
    UnreadableFiles &m_unreadable;
    ImportService m_imports;
    size_t m_mappings = 0; ///< all that a file that failed may be read by now
    bool m_last = false; ///< nothing is postponed any more
    bool m_postponed = false; ///< the file that was looked at last
    ProgressPtr m_progress;
};

} // namespace

WatchService::WatchService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
    , m_unreadable(std::make_shared<UnreadableFiles>())
{
}

QFuture<Result<std::vector<WatchedFile>>> WatchService::sweep(const QString &folder, int settleMs, ProgressPtr progress)
{
    using Files = std::vector<WatchedFile>;
    auto promise = std::make_shared<QPromise<Result<Files>>>();
    promise->start();
    // Not on the workspace's own pool: this thread waits for the jobs that run there.
    QThreadPool::globalInstance()->start([promise, engine = m_engine, unreadable = m_unreadable, folder, settleMs, progress] {
        promise->addResult(Sweep(engine, *unreadable, progress).run(folder, settleMs));
        promise->finish();
    });
    return promise->future();
}

} // namespace kindling
