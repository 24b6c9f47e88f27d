// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rememberedmapping.h"
#include "core/exchange/importreader.h"
#include "core/workspace/leadservice.h"
#include "core/workspace/workspace.h"

namespace kindling {

enum class OnMatch : quint8 {
    Skip, ///< leave the lead that is there
    Fill, ///< fill only its empty fields
    Overwrite, ///< the file wins
    Create, ///< make another lead all the same
};

struct ImportOptions
{
    OnMatch onMatch = OnMatch::Fill;
    bool newStages = true; ///< unknown stage words become stages; else they stay in the notes
    QString watchedHash = {}; ///< of a file of a watched folder: remembered with the import, so that it comes once
};

enum class RowAction : quint8 { Create, Update, Skip, Reject };

/// What one row of the file will do, or did.
struct RowPlan
{
    qint64 line = 0;
    RowAction action = RowAction::Create;
    QString name; ///< display name of the lead or company
    QString company;
    QString matchedBy; ///< "email ines@…", "external id 42"; for updates and skips
    LeadId matched;
    QString companyBecause; ///< why the company is one that is there, when its name is spelled otherwise
    LeadId possible; ///< for created rows: a lead that it may be all the same, for a person to decide
    qint64 possibleLine = 0; ///< … or the line of the file with a lead that came before and that it may be
    QString possibleName; ///< display name of `possible`, or "the lead of line 12"
    QString possibleWhy; ///< the reasons in words
    QString reason; ///< for rejected and skipped rows
    QStringList problems; ///< cells that could not be read and went to the notes
    std::optional<Lead> lead; ///< in the preview: the lead as it would be
};

struct ImportCounts
{
    qint64 rows = 0;
    qint64 created = 0;
    qint64 updated = 0;
    qint64 skipped = 0; ///< matched, and nothing new in the row
    qint64 rejected = 0;
    qint64 missingContact = 0; ///< kept only under their external id
    qint64 companies = 0; ///< companies made on the way
    qint64 possibleDuplicates = 0; ///< created rows that are likely a lead that is there or came before; counted by the plan
    qint64 photos = 0; ///< pictures on the cards, which are left out
    qint64 events = 0; ///< of a calendar, which are left out: only its to-dos are read
    bool operator==(const ImportCounts &) const = default;
};

/// A file read through to the end, compared with the workspace, and nothing written yet.
struct ImportPlan
{
    QString path;
    ImportMapping mapping;
    ImportOptions options;
    ImportCounts counts;
    std::vector<RowPlan> preview; ///< the first rows
    std::vector<RowPlan> problems; ///< the first rows that are rejected or have problems
    std::vector<RejectedRow> rejected; ///< all of them up to 10,000, for the file of rejects
    std::vector<RowPlan> possible = {}; ///< the first rows that may be leads that are there
};

struct ImportResult
{
    ChangeId change;
    ImportCounts counts;
    std::vector<RejectedRow> rejected;
    std::vector<RowPlan> problems; ///< rejected rows and rows with a cell that could not be read: the first some hundred
};

/// Files in: recognise, plan, write. Thread of the workspace.
class ImportService
{
public:
    explicit ImportService(std::shared_ptr<Engine> engine);

    QFuture<Result<ImportMapping>> recognise(const QString &path, ProgressPtr progress, const ImportChoices &choices = {});
    /// Reads the file as mapped and compares every row with the workspace; nothing is written.
    QFuture<Result<ImportPlan>> plan(const QString &path, const ImportMapping &mapping, const ImportOptions &options, ProgressPtr progress);
    /// Writes the file: one transaction, one undo. Cancelling leaves nothing behind.
    QFuture<Result<ImportResult>> run(const ImportPlan &plan, ProgressPtr progress);
    /// How files are read that were imported before, by their headers: recognise() follows them.
    QFuture<Result<std::vector<RememberedMapping>>> mappings();
    QFuture<Result<Written>> forget(qint64 mapping);
    /// Adds a sample business of `count` leads (see SampleBusiness), as one change.
    QFuture<Result<ImportResult>> addSample(qint64 count, quint64 seed, ProgressPtr progress);

    /// Writes rejected rows as CSV: the columns and cells as they stood in the file that `mapping` reads, then line and reason, which an
    /// import leaves out. So the rows can be corrected and imported. Error: FileNotWritable.
    static Result<void> writeRejects(const QString &path, const ImportMapping &mapping, const std::vector<RejectedRow> &rejected);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
