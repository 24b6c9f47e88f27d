// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/exportservice.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/workspace/engine.h"
#include "core/workspace/exportrun.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryFile>

#include <array>
#include <filesystem>

namespace kindling {

namespace {

constexpr std::array<const char *, 5> formatKeys{"csv", "xlsx", "vcf", "ics", "json"};

Error notWritable(const QString &path, const QString &why)
{
    return {ErrorCode::FileNotWritable, path, why};
}

std::filesystem::path nativePath(const QString &path)
{
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

/// Puts a finished file or folder in its place, over a file that is there.
Result<void> putInPlace(const QString &from, const QString &to)
{
    std::error_code code;
    std::filesystem::rename(nativePath(from), nativePath(to), code);
    return code ? Result<void>(notWritable(to, QString::fromStdString(code.message()))) : Result<void>();
}

Result<std::vector<LeadId>> leadsOf(Engine &engine, const ColumnSnapshot &columns, const ExportRequest &request, const Progress &progress)
{
    if (request.leads)
        return *request.leads;
    const auto words = engine.vocabulary();
    const FilterContext context{words.get(), engine.clock().now(), engine.clock().zone()};
    KINDLING_GET(rows, engine.evaluate(columns, request.filter, context, &progress));
    const SortKey byCreation{LeadField::Created, true};
    return columns.sorted(rows, std::span(&byCreation, 1));
}

Result<ExportedRecords> writeRecords(const Engine &engine, const std::vector<LeadId> &leads, const ExportRequest &request,
                                     const QString &path, Progress &progress)
{
    QTemporaryFile file(path + QStringLiteral(".XXXXXX")); // made for its owner only
    if (!file.open())
        return notWritable(path, file.errorString());
    KINDLING_GET(connection, Connection::open(engine.path(), Connection::Mode::Reader));
    // One view of the base from the first record to the last.
    KINDLING_TRY(connection->execute(QStringLiteral("BEGIN")));
    const auto words = engine.vocabulary();
    ExportRun run(*connection, request, FieldContext{words.get(), engine.clock().zone()}, engine.clock().now(), progress);
    run.setScores(&engine.scores());
    KINDLING_GET(written, whole(*connection, run.write(leads, file)));
    if (!file.flush() || file.error() != QFile::NoError)
        return notWritable(path, file.errorString());
    file.close();
    KINDLING_TRY(putInPlace(file.fileName(), path));
    file.setAutoRemove(false);
    return std::move(written);
}

} // namespace

QString cutSentence(const ExportedRecords &written)
{
    if (written.cutCells == 0)
        return {};
    const bool all = written.cutRecords == written.cutIn.size();
    const QString names = written.cutIn.join(QStringLiteral(", ")) + (all ? QString() : QStringLiteral(", …"));
    return QCoreApplication::translate("kindling",
                                       "Excel takes 32,767 characters in a cell: longer texts were cut (%1, of %2). CSV and JSON keep "
                                       "them whole.")
        .arg(QString::number(written.cutCells), names);
}

bool canExport(ExportRecords records, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Cards: return records == ExportRecords::Leads || records == ExportRecords::Companies;
    case ExportFormat::Calendar: return records == ExportRecords::FollowUps;
    default: return true;
    }
}

QString keyOf(ExportFormat format)
{
    return QLatin1String(formatKeys[static_cast<size_t>(format)]);
}

std::optional<ExportFormat> exportFormatFromKey(QStringView key)
{
    for (size_t i = 0; i < formatKeys.size(); ++i) {
        if (key.compare(QLatin1String(formatKeys[i]), Qt::CaseInsensitive) == 0)
            return static_cast<ExportFormat>(i);
    }
    return std::nullopt;
}

ExportService::ExportService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<ExportedRecords>> ExportService::write(const ExportRequest &request, const QString &path, ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<ExportedRecords>([engine, request, path, progress](const SnapshotPtr &columns) -> Result<ExportedRecords> {
        KINDLING_TRY(engine->scores().ensure(*columns, engine->vocabulary(), progress.get()));
        KINDLING_GET(leads, leadsOf(*engine, *columns, request, *progress));
        return writeRecords(*engine, leads, request, path, *progress);
    });
}

QFuture<Result<FolderContent>> ExportService::writeAll(const QString &folder, ProgressPtr progress)
{
    const Engine *engine = m_engine.get();
    return m_engine->offThread<FolderContent>([engine, folder, progress]() -> Result<FolderContent> {
        if (QFileInfo::exists(folder))
            return notWritable(folder, QCoreApplication::translate("kindling", "there is something of that name already"));
        const QString part = folder + QStringLiteral(".part");
        QDir(part).removeRecursively();
        if (!QDir().mkpath(part + QStringLiteral("/tables")))
            return notWritable(folder, QCoreApplication::translate("kindling", "the folder cannot be made"));
        QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const auto written = [&]() -> Result<FolderContent> {
            KINDLING_GET(connection, Connection::open(engine->path(), Connection::Mode::Reader));
            KINDLING_TRY(connection->execute(QStringLiteral("BEGIN")));
            KINDLING_GET(content, whole(*connection, writeFolder(*connection, part, *progress)));
            KINDLING_TRY(putInPlace(part, folder));
            return content;
        }();
        if (!written)
            QDir(part).removeRecursively();
        return written;
    });
}

QFuture<Result<FolderContent>> ExportService::readAll(const QString &folder, ProgressPtr progress)
{
    return m_engine->fill<FolderContent>([folder, progress](Connection &connection) { return readFolder(connection, folder, *progress); });
}

} // namespace kindling
