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

#include <map>

namespace kindling {

namespace {

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
    Sweep(std::shared_ptr<Engine> engine, ProgressPtr progress)
        : m_engine(std::move(engine))
        , m_imports(m_engine)
        , m_progress(std::move(progress))
    {
    }

    Result<std::vector<WatchedFile>> run(const QString &folder, int settleMs)
    {
        if (!QFileInfo(folder).isDir())
            return Error{ErrorCode::NotFound, folder, QCoreApplication::translate("kindling", "folder")};
        const QFileInfoList files = candidates(folder);
        const std::map<QString, qint64> sizes = sizesOf(files);
        if (!files.isEmpty())
            QThread::msleep(static_cast<unsigned long>(std::max(settleMs, 0)));
        std::vector<WatchedFile> results;
        for (const QFileInfo &file : files) {
            if (m_progress->cancelled())
                return Error{ErrorCode::Cancelled, folder, {}};
            WatchedFile result;
            result.path = file.filePath();
            const QFileInfo now(result.path);
            if (!now.exists() || now.size() != sizes.at(result.path) || now.size() == 0)
                result.state = WatchedFile::State::Growing;
            else if (const Result<void> taken = take(result); !taken)
                fail(result, taken.error());
            results.push_back(std::move(result));
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
    ImportService m_imports;
    ProgressPtr m_progress;
};

} // namespace

WatchService::WatchService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<std::vector<WatchedFile>>> WatchService::sweep(const QString &folder, int settleMs, ProgressPtr progress)
{
    using Files = std::vector<WatchedFile>;
    auto promise = std::make_shared<QPromise<Result<Files>>>();
    promise->start();
    // Not on the workspace's own pool: this thread waits for the jobs that run there.
    QThreadPool::globalInstance()->start([promise, engine = m_engine, folder, settleMs, progress] {
        promise->addResult(Sweep(engine, progress).run(folder, settleMs));
        promise->finish();
    });
    return promise->future();
}

} // namespace kindling
