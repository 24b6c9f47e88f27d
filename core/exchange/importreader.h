// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/vocabulary.h"
#include "core/exchange/importdraft.h"
#include "core/exchange/recordreader.h"

#include <QTimeZone>

#include <functional>

namespace kindling {

/// What rows are read against.
struct ImportContext
{
    Vocabulary vocabulary; ///< known stages, default currency and country
    QTimeZone zone = QTimeZone::utc(); ///< of times without an offset
    UtcMs now = 0;
};

/// What the user says of a file before it is looked at; what is empty is found out.
struct ImportChoices
{
    QString sheet; ///< of a workbook
    QString encoding; ///< of a file of text: one of encodingNamed()
    bool anyColumns = false; ///< also when no column was recognised as a name or an address: the user will say which is
    bool noHeader = false; ///< of a table: its first line is a row like the others
};

/// Whether a mapping has a column that a row can be told by: name, company, email, phone, id, or the date of an activity.
bool hasUsableColumn(const ImportMapping &mapping);
/// NoUsableColumn for the file of this name, with its headers.
Error noUsableColumn(const QString &fileName, const ImportMapping &mapping);

/// Looks through the whole file once (streaming, constant memory) and says how it would be read: encoding, delimiter, header, columns
/// with confidence, order of dates, decimal sign, stage words. Errors: FileNotFound, FileNotReadable, EmptyFile, NotText,
/// BrokenEncoding, LineTooLong, NoUsableColumn, Cancelled.
Result<ImportMapping> recogniseFile(const QString &path, const ImportContext &context, Progress &progress,
                                    const ImportChoices &choices = {});

/// Receives the rows of a file in order; an error ends the reading with that error.
struct DraftSink
{
    std::function<Result<void>(LeadDraft &&)> lead;
    std::function<Result<void>(CompanyDraft &&)> company;
    std::function<Result<void>(RejectedRow &&)> rejected;
    std::function<Result<void>(TimelineDraft &&)> timeline = {}; ///< for files of activities and follow-ups
    std::function<void(const PassedOver &)> passedOver = {}; ///< told once at the end; may be empty
};

/// Reads all rows of a file by its mapping, streaming. `limit` ends it after so many records (the preview). Progress is in bytes.
/// Errors as for recogniseFile, and UnclearDates when the mapping has date columns of unclear order and no choice was made.
Result<void> readDrafts(const QString &path, const ImportMapping &mapping, const ImportContext &context, const DraftSink &sink,
                        Progress &progress, qint64 limit = -1);

} // namespace kindling
