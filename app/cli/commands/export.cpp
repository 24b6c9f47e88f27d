// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/selection.h"
#include "app/cli/spelling.h"
#include "app/cli/words.h"
#include "core/workspace/exportservice.h"

#include <QTemporaryDir>

#include <array>

namespace kindling::cli {

namespace {

struct RecordsWord
{
    const char *word;
    ExportRecords records;
};

constexpr std::array<RecordsWord, 4> recordWords{{{"leads", ExportRecords::Leads},
                                                  {"companies", ExportRecords::Companies},
                                                  {"activities", ExportRecords::Activities},
                                                  {"followups", ExportRecords::FollowUps}}};

Result<ExportRequest> requestOf(const Arguments &arguments)
{
    ExportRequest request;
    const auto word = std::find_if(recordWords.begin(), recordWords.end(),
                                   [&](const RecordsWord &w) { return arguments.at(0) == QLatin1String(w.word); });
    if (word == recordWords.end())
        return usage(arguments.at(0), Words::tr("What can be exported: leads, companies, activities, followups, all."));
    request.records = word->records;
    const QString path = arguments.value(QLatin1String("output")).value_or(QString());
    const QString ending = QFileInfo(path).suffix();
    const auto named = arguments.value(QLatin1String("format"));
    const QString key = named.value_or(exportFormatFromKey(ending) ? ending : QStringLiteral("csv"));
    const std::optional<ExportFormat> format = exportFormatFromKey(key);
    if (!format)
        return noneOf(QStringLiteral("--format"), key, QStringLiteral("csv xlsx vcf ics json").split(u' '));
    if (!canExport(request.records, *format))
        return usage(QStringLiteral("--format"), Words::tr("%1 cannot be written as %2.").arg(arguments.at(0), key));
    request.format = *format;
    request.guard = arguments.has(QLatin1String("raw")) ? FormulaGuard::Off : FormulaGuard::On;
    return request;
}

Result<ExportedRecords> writeTo(Session &session, const ExportRequest &request, const QString &path)
{
    const auto progress = std::make_shared<Progress>();
    const Result<ExportedRecords> written =
        session.wait(session.workspace().exports().write(request, path, progress), progress, Words::tr("Exporting"));
    if (written && written->cutCells > 0)
        session.output().message(cutSentence(*written));
    return written;
}

/// By way of a file, because a workbook cannot be written front to back.
Result<ExitCode> toStandardOutput(Session &session, const ExportRequest &request)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("export"));
    if (const Result<ExportedRecords> written = writeTo(session, request, path); !written)
        return written.error();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotReadable, path, file.errorString()};
    for (QByteArray piece = file.read(1 << 20); !piece.isEmpty(); piece = file.read(1 << 20))
        session.output().bytes(piece);
    return ExitCode::Done;
}

Result<ExitCode> exportAll(Session &session, const QString &folder)
{
    const auto progress = std::make_shared<Progress>();
    const Result<FolderContent> written =
        session.wait(session.workspace().exports().writeAll(folder, progress), progress, Words::tr("Exporting"));
    if (!written)
        return written.error();
    Output &output = session.output();
    if (output.wantsJson()) {
        output.document(
            {{QStringLiteral("folder"), folder}, {QStringLiteral("leads"), written->leads}, {QStringLiteral("rows"), written->rows}});
    } else {
        output.message(Words::tr("The whole workspace is in %1: leads %2, rows %3. “import %1” makes it again.")
                           .arg(folder, QString::number(written->leads), QString::number(written->rows)));
    }
    return ExitCode::Done;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const bool all = arguments.at(0) == u"all";
    const QString path = arguments.value(QLatin1String("output")).value_or(QString());
    Result<ExportRequest> request = all ? Result<ExportRequest>(ExportRequest{}) : requestOf(arguments);
    if (!request)
        return request.error();
    if (all && path.isEmpty())
        return usage(QStringLiteral("--output"), Words::tr("Name the folder to make, as in “export all -o FOLDER”."));
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    if (all)
        return exportAll(session, path);
    const Result<Filter> filter = filterGiven(session, arguments);
    if (!filter)
        return filter.error();
    request->filter = *filter;
    if (path.isEmpty())
        return toStandardOutput(session, *request);
    const Result<ExportedRecords> written = writeTo(session, *request, path);
    if (!written)
        return written.error();
    Output &output = session.output();
    if (output.wantsJson())
        output.document(
            {{QStringLiteral("file"), path}, {arguments.at(0), written->count}, {QStringLiteral("cutTexts"), written->cutCells}});
    else
        output.message(Words::tr("Written to %1: %2 records.").arg(path, QString::number(written->count)));
    return ExitCode::Done;
}

} // namespace

Command exportCommand()
{
    return {
        "export",
        "leads|companies|activities|followups|all",
        QT_TRANSLATE_NOOP("kindling", "Write records to a file, or the whole workspace to a folder"),
        QT_TRANSLATE_NOOP(
            "kindling",
            "Writes what belongs to the leads that match, to standard output or a file that only you may read. In CSV, what a "
            "spreadsheet would run as a formula gets an apostrophe in front, which “import” takes away again. “all” writes "
            "everything, history too, into a new folder of tables; “import FOLDER” makes the same workspace of it. An Excel cell takes "
            "32,767 characters: longer texts are cut, which is told, and whole in CSV and JSON."),
        {{"format", "FORMAT",
          QT_TRANSLATE_NOOP(
              "kindling", "csv, xlsx, json, vcf (leads, companies) or ics (followups); without it, by the ending of the file, else csv.")},
         filterOption(),
         segmentOption(),
         {"output", "FILE", QT_TRANSLATE_NOOP("kindling", "Write to a file, or for “all” a folder, in place of standard output."), false,
          'o'},
         {"raw", nullptr, QT_TRANSLATE_NOOP("kindling", "Leave cells as they are, also those a spreadsheet would run.")}},
        {{"export leads --filter 'outcome:won' -o won.xlsx", QT_TRANSLATE_NOOP("kindling", "All that was won, for a spreadsheet.")},
         {"export followups -o followups.ics", QT_TRANSLATE_NOOP("kindling", "For a calendar.")},
         {"export all -o everything", QT_TRANSLATE_NOOP("kindling", "To take everything along.")}},
        1,
        1,
        run};
}

} // namespace kindling::cli
