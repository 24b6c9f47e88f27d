// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/importservice.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/exchange/headerwords.h"
#include "core/exchange/leadcsv.h"
#include "core/exchange/mappingtext.h"
#include "core/rules/samplebusiness.h"
#include "core/rules/samplecampaigns.h"
#include "core/store/bulkindexes.h"
#include "core/store/campaignrepository.h"
#include "core/store/importrepository.h"
#include "core/store/timelineinsert.h"
#include "core/workspace/duplicateindex.h"
#include "core/workspace/engine.h"
#include "core/workspace/importrun.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace kindling {

namespace {

ImportContext contextOf(const Engine &engine)
{
    return {*engine.vocabulary(), engine.clock().zone(), engine.clock().now()};
}

/// A row as csvRecord() writes it, with no formula in it and no zero byte, which would make it no text. Cells of a table may have their
/// guard already.
QByteArray guardedRecord(const QStringList &cells, bool isTable)
{
    QStringList guarded;
    for (const QString &cell : cells) {
        const QString text = QString(cell).remove(QChar(u'\0'));
        guarded += withGuard(isTable ? withoutGuard(text) : text);
    }
    return csvRecord(guarded);
}

QString importLabel(const QString &path, const ImportCounts &counts)
{
    return QCoreApplication::translate("kindling", "Import %1 (%2 created, %3 updated)")
        .arg(QFileInfo(path).fileName())
        .arg(counts.created)
        .arg(counts.updated);
}

/// How the file is read: as its bytes tell and as was chosen, or as was chosen for a file with the same headers.
Result<ImportMapping> followed(Engine &engine, const QString &path, const ImportChoices &choices, Progress &progress)
{
    KINDLING_GET(mapping, recogniseFile(path, contextOf(engine), progress, choices));
    const QString headers = headerSet(mapping);
    if (headers.isEmpty())
        return mapping;
    KINDLING_GET(known, engine.readNow<std::optional<RememberedMapping>>([&](Connection &connection) {
        return ImportRepository(connection).mappingFor(headers);
    }));
    // A file of Kindling's own that an earlier version took for something else.
    if (!known || (mapping.isOwnExport() && known->source != mapping.sourceKind))
        return mapping;
    const QString encoding = encodingOf(known->mapping);
    if (choices.encoding.isEmpty() && mapping.encoding == u"windows-1252" && !encoding.isEmpty()) {
        ImportChoices again = choices;
        again.encoding = encoding;
        KINDLING_GET(reread, recogniseFile(path, contextOf(engine), progress, again));
        mapping = reread;
    }
    applyMappingText(known->mapping, *engine.vocabulary(), mapping);
    mapping.remembered = known->file;
    return mapping;
}

/// The same, but nothing where no column tells a row by: what was remembered may have named one.
Result<ImportMapping> recognised(Engine &engine, const QString &path, const ImportChoices &choices, Progress &progress)
{
    ImportChoices any = choices;
    any.anyColumns = true;
    KINDLING_GET(mapping, followed(engine, path, any, progress));
    if (!choices.anyColumns && !hasUsableColumn(mapping))
        return noUsableColumn(QFileInfo(path).fileName(), mapping);
    return mapping;
}

Result<void> noteImport(Writing &writing, const QString &path, const ImportMapping &mapping)
{
    ImportRepository repository(writing.connection);
    const QString file = QFileInfo(path).fileName();
    if (const QString headers = headerSet(mapping); !headers.isEmpty())
        KINDLING_TRY(
            repository.remember(writing.journal, {0, headers, mapping.sourceKind, file, mappingText(mapping, writing.vocabulary)}));
    return repository.noteRun(writing.journal.id(), file, mapping.sourceKind);
}

/// The plans of the sample, for the campaigns, sources and magnets that its leads name.
Result<void> writeCampaigns(Writing &writing, const Marketing &marketing)
{
    CampaignRepository repository(writing.connection, &writing.journal);
    WordRepository words(writing.connection, &writing.journal);
    for (Campaign campaign : marketing.campaigns) {
        KINDLING_GET(id, words.idFor(WordKind::Campaign, campaign.name));
        campaign.id = CampaignId(id.toLongLong());
        KINDLING_TRY(repository.save(campaign));
        for (CampaignCost cost : campaign.costs) {
            cost.id = nextId<CampaignCostId>();
            KINDLING_TRY(repository.addCost(campaign.id, cost));
        }
    }
    for (LeadMagnet magnet : marketing.magnets) {
        KINDLING_GET(id, words.idFor(WordKind::Magnet, magnet.name));
        magnet.id = LeadMagnetId(id.toLongLong());
        KINDLING_TRY(repository.save(magnet));
    }
    for (const Channel &channel : marketing.channels)
        KINDLING_TRY(repository.setParent(channel.source, channel.parent));
    for (ExchangeRate rate : marketing.rates) {
        const QString same = QStringLiteral("SELECT id FROM exchange_rate WHERE currency = ? AND in_currency = ? AND day = ?");
        KINDLING_GET(there, writing.connection.integer(same, {rate.currency, rate.in, rate.day.toString(Qt::ISODate)}));
        rate.id = nextId<ExchangeRateId>();
        if (!there)
            KINDLING_TRY(repository.add(rate));
    }
    return {};
}

Result<void> writeSample(Writing &writing, qint64 count, quint64 seed, Progress &progress, ImportCounts &counts)
{
    SampleBusiness business(count, seed, writing.now, writing.vocabulary.stages);
    LeadWriter leads(writing.connection, writing.journal);
    TimelineInsert timeline(writing.connection, writing.journal, leads);
    KINDLING_TRY(leads.companies().preload());
    for (const Company &company : business.companies()) {
        KINDLING_GET(present, leads.companies().find(company.name));
        if (!present)
            KINDLING_TRY(leads.companies().add(company));
    }
    for (std::vector<SampleLead> batch = business.next(1000); !batch.empty(); batch = business.next(1000)) {
        for (const SampleLead &sample : batch) {
            KINDLING_TRY(leads.add(sample.lead, sample.past));
            for (const Activity &activity : sample.activities)
                KINDLING_TRY(timeline.add(activity));
            for (const FollowUp &followUp : sample.followUps)
                KINDLING_TRY(timeline.add(followUp));
        }
        counts.created += qint64(batch.size());
        progress.report(counts.created, count);
        if (progress.cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
    }
    KINDLING_TRY(leads.finish());
    KINDLING_TRY(timeline.finish());
    KINDLING_TRY(writeCampaigns(writing, sampleMarketing(count, dayOf(writing.now, QTimeZone::utc()))));
    counts.rows = counts.created;
    counts.companies = leads.companies().added();
    return {};
}

} // namespace

ImportService::ImportService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<ImportMapping>> ImportService::recognise(const QString &path, ProgressPtr progress, const ImportChoices &choices)
{
    Engine *engine = m_engine.get();
    return m_engine->offThread<ImportMapping>([engine, path, progress, choices]() -> Result<ImportMapping> {
        if (isOfWorkspace(path, engine->path()))
            return Error{ErrorCode::NotText, QFileInfo(path).fileName(), sentence("it is the workspace that is open")};
        return recognised(*engine, path, choices, *progress);
    });
}

QFuture<Result<ImportPlan>> ImportService::plan(const QString &path, const ImportMapping &mapping, const ImportOptions &options,
                                                ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<ImportPlan>([engine, path, mapping, options, progress](const SnapshotPtr &columns) -> Result<ImportPlan> {
        Progress unwatched; // the file is what takes long
        KINDLING_GET(similar, DuplicateIndex::build(columns, unwatched));
        return engine->readNow<ImportPlan>([&](Connection &connection) -> Result<ImportPlan> {
            ImportRun run(connection, columns, mapping, options, contextOf(*engine), nullptr);
            run.lookForDuplicates(similar);
            KINDLING_TRY(run.read(path, *progress));
            return ImportPlan{
                path, mapping, options, run.counts(), run.takePreview(), run.takeProblems(), run.takeRejected(), run.takePossible()};
        });
    });
}

QFuture<Result<ImportResult>> ImportService::run(const ImportPlan &plan, ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->changeOnColumns<ImportResult>(
        [engine, path = plan.path, mapping = plan.mapping, options = plan.options, progress](Writing &writing) -> Result<ImportResult> {
            const BulkIndexes indexes(writing.connection, QFileInfo(path).size() / 200);
            KINDLING_TRY(indexes.drop());
            ImportRun run(writing.connection, engine->snapshot(), mapping, options, contextOf(*engine), &writing);
            KINDLING_TRY(run.read(path, *progress));
            KINDLING_TRY(indexes.create());
            if (!options.watchedHash.isEmpty())
                KINDLING_TRY(
                    ImportRepository(writing.connection).noteWatchedFile(options.watchedHash, QFileInfo(path).fileName(), writing.now));
            if (run.counts().created + run.counts().updated > 0)
                KINDLING_TRY(noteImport(writing, path, mapping));
            writing.label = importLabel(path, run.counts());
            return ImportResult{{}, run.counts(), run.takeRejected(), run.takeProblems()};
        },
        [](ImportResult &result, const Written &written) { result.change = written.change; });
}

QFuture<Result<std::vector<RememberedMapping>>> ImportService::mappings()
{
    return m_engine->read<std::vector<RememberedMapping>>([](Connection &connection) { return ImportRepository(connection).mappings(); });
}

QFuture<Result<Written>> ImportService::forget(qint64 mapping)
{
    return m_engine->change(ChangeHead::Kind::Do, [mapping](Writing &writing) -> Result<void> {
        writing.label = QCoreApplication::translate("kindling", "Forget how files of a kind are read");
        return ImportRepository(writing.connection).forget(writing.journal, mapping);
    });
}

QFuture<Result<ImportResult>> ImportService::addSample(qint64 count, quint64 seed, ProgressPtr progress)
{
    return m_engine->changeOnColumns<ImportResult>(
        [count, seed, progress](Writing &writing) -> Result<ImportResult> {
            ImportResult result;
            const BulkIndexes indexes(writing.connection, count);
            KINDLING_TRY(indexes.drop());
            KINDLING_TRY(writeSample(writing, count, seed, *progress, result.counts));
            KINDLING_TRY(indexes.create());
            writing.label = QCoreApplication::translate("kindling", "Add a sample business of %1 leads").arg(count);
            return result;
        },
        [](ImportResult &result, const Written &written) { result.change = written.change; });
}

Result<void> ImportService::writeRejects(const QString &path, const ImportMapping &mapping, const std::vector<RejectedRow> &rejected)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::FileNotWritable, path, file.errorString()};
    QStringList headers;
    for (const ImportColumn &column : mapping.columns)
        headers += column.header;
    for (const RejectedRow &row : rejected) {
        while (headers.size() < row.cells.size())
            headers += unnamedColumn(headers.size() + 1);
    }
    const qsizetype width = headers.size();
    const bool isTable = mapping.format == FileFormat::Table;
    file.write(guardedRecord(headers + QStringList{rejectLineHeader(), rejectReasonHeader()}, isTable));
    for (const RejectedRow &row : rejected) {
        QStringList cells = row.cells;
        cells.resize(width);
        file.write(guardedRecord(cells + QStringList{QString::number(row.line), row.reason}, isTable));
    }
    if (!file.commit())
        return Error{ErrorCode::FileNotWritable, path, file.errorString()};
    return {};
}

} // namespace kindling
