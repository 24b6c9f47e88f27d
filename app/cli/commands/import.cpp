// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

#include "app/cli/choice.h"
#include "app/cli/importanswer.h"
#include "app/cli/importrequest.h"
#include "app/cli/session.h"
#include "core/workspace/exportservice.h"

#include <QFileInfo>

namespace kindling::cli {

namespace {

/// How the file is read; what each row of it would do, only for a dry run: an import finds that out as it writes.
Result<ImportPlan> planImport(Session &session, const ImportRequest &request)
{
    ImportService &imports = session.workspace().imports();
    const auto progress = std::make_shared<Progress>();
    ImportChoices choices = request.choices;
    choices.anyColumns = true; // --map may name the one that is missing
    const Result<ImportMapping> recognised =
        session.wait(imports.recognise(request.path, progress, choices), progress, Words::tr("Looking through the file"));
    if (!recognised)
        return recognised.error();
    const Result<ImportMapping> mapping = mapped(*recognised, request);
    if (!mapping)
        return mapping.error();
    if (!hasUsableColumn(*mapping))
        return noUsableColumn(QFileInfo(request.path).fileName(), *mapping);
    if (mapping->headerGuessed && mapping->headerLine == 0)
        session.output().message(Words::tr("The first line was taken for the names of the columns. If it is a row, add --no-header."));
    if (!request.dryRun)
        return ImportPlan{request.path, *mapping, request.options, {}, {}, {}, {}};
    return session.wait(imports.plan(request.path, *mapping, request.options, progress), progress,
                        Words::tr("Comparing with the workspace"));
}

Result<void> writeRejects(const ImportRequest &request, const ImportMapping &mapping, const std::vector<RejectedRow> &rejected)
{
    return request.rejects.isEmpty() ? Result<void>() : ImportService::writeRejects(request.rejects, mapping, rejected);
}

ExitCode codeOf(const ImportCounts &counts)
{
    return counts.rejected > 0 ? ExitCode::Rejected : ExitCode::Done;
}

Result<ExitCode> tryOut(Session &session, const ImportRequest &request, const ImportPlan &plan)
{
    if (const Result<void> kept = writeRejects(request, plan.mapping, plan.rejected); !kept)
        return kept.error();
    showPlan(session, request, plan);
    session.discard();
    return codeOf(plan.counts);
}

Result<ExitCode> importFolder(Session &session, const QString &folder)
{
    const auto progress = std::make_shared<Progress>();
    const Result<FolderContent> read =
        session.wait(session.workspace().exports().readAll(folder, progress), progress, Words::tr("Importing"));
    if (!read)
        return read.error();
    Output &output = session.output();
    if (output.wantsJson())
        output.document(
            {{QStringLiteral("folder"), folder}, {QStringLiteral("created"), read->leads}, {QStringLiteral("rows"), read->rows}});
    else
        output.text(Words::tr("The whole workspace was imported: leads %1, rows %2.").arg(read->leads).arg(read->rows));
    return ExitCode::Done;
}

Result<ExitCode> run(Session &session, const Arguments &arguments)
{
    if (const Result<void> opened = session.openOrMake(); !opened)
        return opened.error();
    const Result<ImportRequest> request = importRequest(arguments, session.vocabulary());
    if (!request)
        return request.error();
    if (QFileInfo(request->path).isDir() && isWholeExport(request->path))
        return importFolder(session, request->path);
    if (QFileInfo(request->path).isDir())
        return Error{ErrorCode::IncompleteFolder, request->path,
                     Words::tr("other files than those of “export all” are imported one by one")};
    const Result<ImportPlan> plan = planImport(session, *request);
    if (!plan)
        return plan.error();
    if (request->dryRun)
        return tryOut(session, *request, *plan);
    const auto progress = std::make_shared<Progress>();
    const Result<ImportResult> result = session.wait(session.workspace().imports().run(*plan, progress), progress, Words::tr("Importing"));
    if (!result)
        return result.error();
    showResult(session, *request, *plan, *result);
    // The import stands, whatever becomes of the file of rejects.
    if (const Result<void> kept = writeRejects(*request, plan->mapping, result->rejected); !kept) {
        session.keep();
        return kept.error();
    }
    return codeOf(result->counts);
}

} // namespace

Command importCommand()
{
    return {
        "import",
        "FILE|FOLDER",
        QT_TRANSLATE_NOOP("kindling", "Bring leads or companies from a CSV, Excel or vCard file"),
        QT_TRANSLATE_NOOP(
            "kindling",
            "Recognises the file's format (CSV, TSV, xlsx, vCard), encoding and columns, also those of the exports of other "
            "programs, compares every row with the workspace, and writes it as "
            "one change that “undo” takes back whole. A row that matches a lead by external id, email or phone updates it; "
            "the same file again creates nothing. How its columns were mapped is remembered for the next file with the same headers. A "
            "folder that “export all” made is brought back whole into a new workspace. A workspace that is not there is made. "
            "Ctrl+C leaves nothing behind."),
        {{"map", "COLUMN=FIELD",
          QT_TRANSLATE_NOOP("kindling",
                            "What a column becomes: a field, givenName, familyName, currency, stageEntered:STAGE, company.industry (and "
                            "other fields of a company), newField (a field of your own of the type that its values look like) or "
                            "newField:TYPE, person.id (of a deal: the id that its program gave the person), notes, or ignore."),
          true},
         {"date-order", "ORDER", QT_TRANSLATE_NOOP("kindling", "How dates such as 03/04/2026 are meant: dmy, mdy or ymd.")},
         {"on-match", "WAY",
          QT_TRANSLATE_NOOP("kindling",
                            "What becomes of a lead that is there already: skip it, fill its empty fields (what happens without this "
                            "option), overwrite it, or create another.")},
         {"sheet", "NAME", QT_TRANSLATE_NOOP("kindling", "The sheet of a workbook; without it, the first.")},
         {"no-header", nullptr,
          QT_TRANSLATE_NOOP("kindling",
                            "The first line is a row like the others, and names no columns: they are called “Column 1” and so on.")},
         {"encoding", "NAME",
          QT_TRANSLATE_NOOP("kindling",
                            "How the letters of a text file are written (windows-1250, Shift_JIS …), where its bytes do not tell it; it is "
                            "remembered for the next file with the same headers.")},
         {"dry-run", nullptr, QT_TRANSLATE_NOOP("kindling", "Say what would happen, and write nothing.")},
         {"rejects", "FILE", QT_TRANSLATE_NOOP("kindling", "Write the rows that were rejected, with the reason, to a CSV file.")}},
        {{"import leads.csv", QT_TRANSLATE_NOOP("kindling", "Usually that is all.")},
         {"import leads.csv --map \"Kontakt=name\" --date-order dmy --dry-run --rejects bad.csv",
          QT_TRANSLATE_NOOP("kindling", "Looks first, with one column named by hand.")}},
        1,
        1,
        run};
}

} // namespace kindling::cli
