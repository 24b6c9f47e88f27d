// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/leadlisting.h"
#include "app/cli/selection.h"
#include "app/cli/words.h"
#include "core/exchange/leadcsv.h"

#include <QSaveFile>

namespace kindling::cli {

namespace {

enum class Format { Csv, Json };

struct ExportRequest
{
    Format format = Format::Csv;
    FormulaGuard guard = FormulaGuard::On;
    QString path; ///< empty: standard output
};

Result<ExportRequest> requestOf(const Arguments &arguments)
{
    if (arguments.at(0) != u"leads")
        return usage(arguments.at(0), Words::tr("Only “leads” can be exported."));
    ExportRequest request;
    const QString format = arguments.value(QLatin1String("format")).value_or(QStringLiteral("csv"));
    if (format != u"csv" && format != u"json")
        return usage(QStringLiteral("--format"), Words::tr("“%1” is none of %2.").arg(format, QStringLiteral("csv, json")));
    request.format = format == u"csv" ? Format::Csv : Format::Json;
    request.guard = arguments.has(QLatin1String("raw")) ? FormulaGuard::Off : FormulaGuard::On;
    request.path = arguments.value(QLatin1String("output")).value_or(QString());
    return request;
}

using Write = std::function<void(const QByteArray &)>;

Result<void> writeCsv(Session &session, const std::vector<LeadId> &ids, FormulaGuard guard, const Write &write)
{
    write(leadCsvHeader(&session.vocabulary()));
    return forEachPage(session, ids, [&](const std::vector<Lead> &leads) {
        QByteArray piece;
        for (const Lead &lead : leads)
            piece += leadCsvRecord(lead, session.fields(), guard);
        write(piece);
    });
}

Result<void> writeLeads(Session &session, const std::vector<LeadId> &ids, const ExportRequest &request, const Write &write)
{
    if (request.format == Format::Json)
        return writeLeadDocument(session, ids, qint64(ids.size()), nullptr, write);
    return writeCsv(session, ids, request.guard, write);
}

/// Whole or not at all, and for the owner's eyes only.
Result<void> writeFile(Session &session, const std::vector<LeadId> &ids, const ExportRequest &request)
{
    QSaveFile file(request.path);
    const auto failed = [&] { return Error{ErrorCode::FileNotWritable, request.path, file.errorString()}; };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // A write that fails is remembered by QSaveFile: commit() then refuses.
    const Result<void> written = writeLeads(session, ids, request, [&file](const QByteArray &piece) { file.write(piece); });
    if (!written)
        return written.error();
    return file.commit() ? Result<void>() : Result<void>(failed());
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    const Result<ExportRequest> request = requestOf(arguments);
    if (!request)
        return request.error();
    if (const Result<void> opened = session.open(); !opened)
        return opened.error();
    const Result<Filter> filter = filterGiven(session, arguments);
    if (!filter)
        return filter.error();
    const Result<LeadListPtr> list = leadsMatching(session, {*filter, {}});
    if (!list)
        return list.error();
    const std::vector<LeadId> &ids = (*list)->ids;
    Output &output = session.output();
    if (request->path.isEmpty()) {
        const Result<void> written = writeLeads(session, ids, *request, [&output](const QByteArray &piece) { output.bytes(piece); });
        return written ? Result<ExitCode>(ExitCode::Done) : Result<ExitCode>(written.error());
    }
    if (const Result<void> written = writeFile(session, ids, *request); !written)
        return written.error();
    if (output.wantsJson())
        output.document({{QStringLiteral("file"), request->path}, {QStringLiteral("leads"), qint64(ids.size())}});
    else
        output.message(Words::tr("Leads written to %1: %2.").arg(request->path, QString::number(ids.size())));
    return ExitCode::Done;
}

} // namespace

Command exportCommand()
{
    return {"export",
            "leads",
            QT_TRANSLATE_NOOP("kindling", "Write leads to a file"),
            QT_TRANSLATE_NOOP(
                "kindling",
                "Writes all fields of the leads that match, to standard output or a file. In CSV, what a spreadsheet would run as a "
                "formula gets an apostrophe in front."),
            {{"format", "FORMAT", QT_TRANSLATE_NOOP("kindling", "csv, as without it, or json.")},
             filterOption(),
             segmentOption(),
             {"output", "FILE", QT_TRANSLATE_NOOP("kindling", "Write to a file in place of standard output."), false, 'o'},
             {"raw", nullptr, QT_TRANSLATE_NOOP("kindling", "Leave cells as they are, also those a spreadsheet would run.")}},
            {{"export leads --filter 'outcome:won' -o won.csv", QT_TRANSLATE_NOOP("kindling", "All that was won, for a spreadsheet.")}},
            1,
            1,
            run};
}

} // namespace kindling::cli
