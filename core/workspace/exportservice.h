// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/leadcsv.h"
#include "core/workspace/foldercopy.h"
#include "core/workspace/workspace.h"

namespace kindling {

enum class ExportRecords : quint8 { Leads, Companies, Activities, FollowUps };
enum class ExportFormat : quint8 { Csv, Workbook, Cards, Calendar, Json };

struct ExportRequest
{
    ExportRecords records = ExportRecords::Leads;
    ExportFormat format = ExportFormat::Csv;
    Filter filter; ///< of leads; companies, activities and follow-ups are those of the leads that match
    std::optional<std::vector<LeadId>> leads; ///< these in this order, in place of the filter
    FormulaGuard guard = FormulaGuard::On; ///< CSV only
};

/// What an export has written.
struct ExportedRecords
{
    qint64 count = 0;
    qint64 cutCells = 0; ///< texts of which a workbook took only the beginning
    qint64 cutRecords = 0; ///< records with such a text
    QStringList cutIn; ///< names of the first few records with such a text
};

/// A sentence about texts that were cut, and where they are whole; empty when there are none.
QString cutSentence(const ExportedRecords &written);

/// True for what can be written: leads and companies as all but calendars, activities as tables and JSON, follow-ups also as a calendar.
bool canExport(ExportRecords records, ExportFormat format);
/// "csv", "xlsx", "vcf", "ics", "json": key and usual ending of a file.
QString keyOf(ExportFormat format);
std::optional<ExportFormat> exportFormatFromKey(QStringView key);

/// Data out, complete and in constant memory. Files are written under a temporary name and put in place at the end, for their owner's eyes
/// only; a cancelled export leaves nothing. Thread of the workspace.
class ExportService
{
public:
    explicit ExportService(std::shared_ptr<Engine> engine);

    /// Writes a file. Progress is in leads. Errors: FileNotWritable, DiskFull, Cancelled, BadFilter.
    QFuture<Result<ExportedRecords>> write(const ExportRequest &request, const QString &path, ProgressPtr progress);
    /// Writes the whole workspace, history included, into a new folder. Error FileNotWritable when there is something at `folder`.
    QFuture<Result<FolderContent>> writeAll(const QString &folder, ProgressPtr progress);
    /// Brings a whole export into this workspace, which must be new and empty.
    QFuture<Result<FolderContent>> readAll(const QString &folder, ProgressPtr progress);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
