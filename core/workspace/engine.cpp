// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/engine.h"

#include "core/base/idorder.h"
#include "core/base/logging.h"
#include "core/base/try.h"
#include "core/domain/segment.h"
#include "core/index/companycolumns.h"
#include "core/rules/filtertext.h"
#include "core/store/companyfactsreader.h"
#include "core/store/factsreader.h"
#include "core/store/leadrepository.h"
#include "core/store/migrations.h"
#include "core/store/tablecopy.h"
#include "core/store/wordrepository.h"
#include "core/workspace/readcolumns.h"
#include "core/workspace/restore.h"
#include "core/workspace/timetravel.h"
#include "core/workspace/workspace.h"

#include <QDir>
#include <QFileInfo>

#include <QLocale>
#include <algorithm>

namespace kindling {

namespace {

QString systemUser()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user.isEmpty() ? QStringLiteral("Me") : user.left(1).toUpper() + user.mid(1);
}

QString localCurrency()
{
    const QString code = QLocale::system().currencySymbol(QLocale::CurrencyIsoCode);
    return code.size() == 3 ? code : QStringLiteral("EUR");
}

QString localCountry()
{
    const QString code = QLocale::territoryToCode(QLocale::system().territory());
    return code.size() == 2 ? code : QStringLiteral("DE");
}

/// The rules of segments are text in the store; here they become filters, against the words of the moment.
void readSegmentRules(Vocabulary &vocabulary)
{
    const FilterContext context{&vocabulary, 0, QTimeZone::utc()};
    std::vector<SegmentPtr> segments;
    for (const auto &stored : vocabulary.segments) {
        auto segment = std::make_shared<Segment>(*stored);
        segment->filter = readFilter(stored->text, context);
        segments.push_back(std::move(segment));
    }
    vocabulary.segments = std::move(segments);
}

using StayEntries = std::vector<StayColumns::Entry>;

Result<StayEntries> readStageStays(Connection &connection, const std::vector<LeadId> *leads)
{
    StayEntries found;
    KINDLING_TRY(
        LeadRepository(connection).forEachStay(Axis::Stage, leads, [&](LeadId lead, const QString &stage, UtcMs from, UtcMs until) {
            found.push_back({lead.value(), stage.toLongLong(), from, until});
        }));
    return found;
}

} // namespace

Result<std::shared_ptr<Engine>> Engine::open(const QString &path, const OpenOptions &options)
{
    std::shared_ptr<Engine> engine(new Engine);
    KINDLING_TRY(engine->start(QFileInfo(path).absoluteFilePath(), options));
    return engine;
}

Result<void> Engine::start(const QString &path, const OpenOptions &options)
{
    m_path = path;
    m_clock = options.clock ? options.clock : std::make_shared<SystemClock>();
    m_me = options.me.isEmpty() ? systemUser() : options.me;
    m_timelines = std::make_unique<TimelineCache>(path);
    m_scores = std::make_unique<LeadScores>(m_columns, *m_timelines, *m_clock);
    m_travel = std::make_unique<TimeTravel>(*this);
    KINDLING_TRY(completeRestore(path));
    const bool fresh = !QFileInfo::exists(path);
    if (fresh && !options.create)
        return Error{ErrorCode::WorkspaceMissing, path, {}};
    if (fresh)
        KINDLING_TRY(makeFolderOf(path));
    else
        KINDLING_TRY(checkWorkspaceFile(path));
    // Before the file is made: two programs that start at once must not make it together.
    KINDLING_GET(lock, lockWorkspace(path));
    m_lock = std::move(lock);
    KINDLING_TRY(completeRestoreLocked(path)); // one that ended between the two looks
    dropUnpacked(path);
    if (fresh && !QFileInfo::exists(path))
        KINDLING_TRY(createWorkspaceFile(path, localCurrency(), localCountry()));

    KINDLING_GET(writer, Worker::start(path, Connection::Mode::Writer));
    m_writer = std::move(writer);
    auto prepared = std::make_shared<QPromise<Result<void>>>();
    prepared->start();
    m_writer->post([this, prepared](Connection &connection) {
        prepared->addResult([&]() -> Result<void> {
            KINDLING_TRY(keepOldFormat(connection));
            KINDLING_TRY(migrate(connection));
            KINDLING_TRY(refreshVocabulary(connection));
            KINDLING_GET(last, connection.integer(QStringLiteral("SELECT max(id) FROM change")));
            keepIdsAbove(last.value_or(0));
            return refreshUndo(connection);
        }());
        prepared->finish();
    });
    QFuture<Result<void>> ready = prepared->future();
    ready.waitForFinished();
    KINDLING_TRY(ready.result());
    for (std::unique_ptr<Worker> &reader : m_readers) {
        KINDLING_GET(worker, Worker::start(path, Connection::Mode::Reader));
        reader = std::move(worker);
    }
    return {};
}

Engine::~Engine()
{
    shutDown();
}

void Engine::shutDown()
{
    m_loadProgress.cancel();
    m_scoreProgress.cancel();
    m_pool.clear();
    m_pool.waitForDone();
    for (std::unique_ptr<Worker> &reader : m_readers) {
        if (reader)
            reader->stop();
    }
    if (m_writer)
        m_writer->stop(); // last: closing the last connection makes the checkpoint
    // Its last task may have answered those who waited for the columns.
    m_pool.clear();
    m_pool.waitForDone();
    m_lock.reset();
}

std::shared_ptr<const Vocabulary> Engine::vocabulary() const
{
    const std::lock_guard lock(m_mutex);
    return m_vocabulary;
}

UndoState Engine::undoState() const
{
    const std::lock_guard lock(m_mutex);
    return m_undo;
}

Worker &Engine::reader()
{
    // The one with least to do: while the columns are being read, single leads do not wait behind them.
    return **std::min_element(m_readers.begin(), m_readers.end(), [](const auto &a, const auto &b) { return a->busy() < b->busy(); });
}

QString Engine::me() const
{
    const std::lock_guard lock(m_mutex);
    return m_me;
}

void Engine::setMe(const QString &member)
{
    const std::lock_guard lock(m_mutex);
    m_me = member;
    auto words = std::make_shared<Vocabulary>(*m_vocabulary);
    words->me = member;
    m_vocabulary = std::move(words);
}

Result<void> Engine::refreshVocabulary(Connection &connection)
{
    KINDLING_GET(read, readVocabulary(connection));
    read.me = me();
    readSegmentRules(read);
    auto vocabulary = std::make_shared<const Vocabulary>(std::move(read));
    const std::lock_guard lock(m_mutex);
    m_vocabulary = std::move(vocabulary);
    return {};
}

Result<void> Engine::refreshUndo(Connection &connection)
{
    KINDLING_GET(state, UndoLog(connection).state());
    const std::lock_guard lock(m_mutex);
    m_undo = std::move(state);
    return {};
}

QFuture<Result<Written>> Engine::change(ChangeHead::Kind kind, std::function<Result<void>(Writing &)> work)
{
    auto promise = std::make_shared<QPromise<Result<Written>>>();
    promise->start();
    m_writer->post([this, promise, kind, work = std::move(work)](Connection &connection) {
        promise->addResult(write(connection, kind, work));
        promise->finish();
    });
    return promise->future();
}

Result<Written> Engine::write(Connection &connection, ChangeHead::Kind kind, const std::function<Result<void>(Writing &)> &work)
{
    const std::shared_ptr<const Vocabulary> words = vocabulary();
    Journal journal(connection, {nextId<ChangeId>(), m_clock->now(), me(), {}, kind, {}});
    ChangeSet changes;
    Written written;
    const Result<void> done = inTransaction(connection, [&]() -> Result<void> {
        KINDLING_TRY(journal.begin());
        Writing writing{connection, journal, *words, journal.head().at, {}};
        KINDLING_TRY(work(writing));
        KINDLING_GET(finished, journal.finish(writing.label));
        changes = std::move(finished);
        if (journal.rows() == 0 && kind == ChangeHead::Kind::Do) {
            const auto gone = connection.run(QStringLiteral("DELETE FROM change WHERE id = ?"), {journal.id().value()});
            return gone ? Result<void>() : Result<void>(gone.error());
        }
        written.change = journal.id();
        return {};
    });
    if (!done)
        return done.error();
    if (written.change.isNull())
        return written;
    written.leads.reserve(size_t(journal.leads().size()));
    for (const qint64 lead : journal.leads())
        written.leads.emplace_back(lead);
    if (const Result<void> seen = afterCommit(connection, changes); !seen) {
        // The change is durable, so it is no failure: what could not be read back is loaded again when somebody asks.
        qCWarning(lcWorkspace) << "a change could not be read back:" << seen.error().detail;
        m_columnsInPlace = false;
        m_timelines->forget();
        {
            const std::lock_guard lock(m_mutex);
            m_loading = m_loading == Loading::Done ? Loading::NotYet : m_loading;
        }
        if (onChanged)
            onChanged(changes);
    }
    return written;
}

Result<void> Engine::writeWhole(Connection &connection, const std::function<Result<void>()> &work)
{
    KINDLING_TRY(inLooseTransaction(connection, work));
    ChangeSet everything;
    everything.everything = everything.companies = everything.vocabulary = everything.timeline = true;
    return afterCommit(connection, everything);
}

Result<void> Engine::afterCommit(Connection &connection, const ChangeSet &changes)
{
    KINDLING_TRY(refreshUndo(connection));
    if (changes.vocabulary)
        KINDLING_TRY(refreshVocabulary(connection));
    KINDLING_TRY(m_timelines->refresh(connection, changes)); // first: an order of the new columns is kept, and has to know the new texts
    KINDLING_TRY(refreshColumns(connection, changes));
    KINDLING_TRY(m_scores->refresh(vocabulary(), changes));
    scoreInBackground();
    if (onChanged)
        onChanged(changes);
    return {};
}

Result<void> Engine::refreshColumns(Connection &connection, const ChangeSet &changes)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_loading == Loading::NotYet || m_loading == Loading::Failed)
            return {};
    }
    KINDLING_TRY(refreshStays(connection, changes));
    if (!m_columnsInPlace) {
        const bool wordsOnly = (changes.vocabulary || changes.companies) && changes.leads.empty();
        m_everythingChangedWhileLoading |= changes.everything || wordsOnly; // rare enough to load again for
        m_changedWhileLoading.insert(m_changedWhileLoading.end(), changes.leads.begin(), changes.leads.end());
        return {};
    }
    FactsReader reader(connection);
    if (changes.everything) {
        KINDLING_GET(leads, readColumns(connection, m_loadProgress));
        m_columns.load(std::move(leads));
        return {};
    }
    if (changes.companies || changes.vocabulary)
        KINDLING_TRY(refreshWords(connection, changes));
    KINDLING_GET(facts, reader.some(changes.leads));
    std::vector<LeadId> removed;
    for (const LeadId id : changes.leads) {
        const auto here =
            std::lower_bound(facts.begin(), facts.end(), id.value(), [](const LeadFacts &f, qint64 value) { return f.id < value; });
        if (here == facts.end() || here->id != id.value())
            removed.push_back(id);
    }
    m_columns.apply(facts, removed);
    return {};
}

Result<void> Engine::refreshWords(Connection &connection, const ChangeSet &changes)
{
    FactsReader reader(connection);
    KINDLING_GET(dictionaries, changes.id.isNull() ? reader.dictionaries() : reader.dictionariesOf(changes.id));
    std::optional<CompanyChanges> companies;
    if (!changes.id.isNull() && snapshot()->companies()) { // else they are read when a list needs them
        KINDLING_GET(written, CompanyFactsReader(connection).writtenBy(changes.id));
        companies = std::move(written);
    }
    m_columns.setDictionaries(dictionaries, companies ? &*companies : nullptr);
    return {};
}

Result<void> Engine::refreshStays(Connection &connection, const ChangeSet &changes)
{
    std::shared_ptr<const StayColumns> stays;
    {
        const std::lock_guard lock(m_mutex);
        ++m_staysWritten;
        stays = std::exchange(m_stays, {});
    }
    if (!stays || changes.everything)
        return {};
    if (!changes.leads.empty()) {
        KINDLING_GET(entries, readStageStays(connection, &changes.leads));
        stays = std::make_shared<const StayColumns>(stays->with(changes.leads, entries));
    }
    const std::lock_guard lock(m_mutex);
    m_stays = std::move(stays);
    return {};
}

void Engine::whenLoaded(std::function<void(const Result<void> &)> then)
{
    bool begins = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_loading == Loading::Done) {
            m_pool.start([then = std::move(then)] { then({}); });
            return;
        }
        begins = m_loading != Loading::Running;
        m_loading = Loading::Running;
        m_waiting.push_back(std::move(then));
    }
    if (begins)
        m_pool.start([this] { loadColumns(); });
}

/// On a connection of its own, so that nobody who asks for a single lead waits behind it.
void Engine::loadColumns()
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(m_path, Connection::Mode::Reader);
    if (!connection) {
        finishLoading(connection.error());
        return;
    }
    Result<ColumnsBuilder> leads = readColumns(**connection, m_loadProgress);
    if (!leads) {
        finishLoading(leads.error());
        return;
    }
    m_columns.load(std::move(*leads));
    // What was written meanwhile is caught up with on the writer's thread, where nothing else can be written at the same time.
    m_writer->post([this](Connection &writer) {
        m_columnsInPlace = true;
        ChangeSet missed;
        missed.everything = m_everythingChangedWhileLoading;
        missed.leads = std::exchange(m_changedWhileLoading, {});
        missed.companies = missed.vocabulary = !missed.leads.empty();
        const Result<void> caughtUp = missed.leads.empty() && !missed.everything ? Result<void>() : refreshColumns(writer, missed);
        m_columnsInPlace = caughtUp.ok();
        finishLoading(caughtUp);
    });
}

void Engine::finishLoading(const Result<void> &loaded)
{
    std::vector<std::function<void(const Result<void> &)>> waiting;
    {
        const std::lock_guard lock(m_mutex);
        m_loading = loaded ? Loading::Done : Loading::Failed;
        waiting = std::exchange(m_waiting, {});
    }
    qCInfo(lcWorkspace) << "columns loaded";
    for (const auto &then : waiting)
        then(loaded);
}

Result<RowSet> Engine::evaluate(const ColumnSnapshot &columns, const Filter &filter, const FilterContext &context, const Progress *progress)
{
    KINDLING_TRY(scoreFor(columns, filter, progress));
    KINDLING_GET(sources, m_timelines->sources(timelineNeeds(filter, context.vocabulary), progress));
    return columns.evaluate(filter, context, progress, sources);
}

Result<CompanyColumnsPtr> Engine::companies(const SnapshotPtr &columns)
{
    if (CompanyColumnsPtr kept = columns->companies())
        return kept;
    const std::lock_guard lock(m_readingCompanies);
    if (CompanyColumnsPtr kept = columns->companies()) // somebody else has read them meanwhile
        return kept;
    return readNow<CompanyColumnsPtr>([columns](Connection &connection) -> Result<CompanyColumnsPtr> {
        CompanyColumnsBuilder companies(columns);
        KINDLING_TRY(
            CompanyFactsReader(connection)
                .each([&](const CompanyFacts &company) { companies.add(company); }, [&](const PartName &part) { companies.add(part); }));
        return companies.keep();
    });
}

Result<std::shared_ptr<const StayColumns>> Engine::stageStays()
{
    quint64 written = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stays)
            return m_stays;
        written = m_staysWritten;
    }
    KINDLING_GET(entries, readNow<StayEntries>([](Connection &connection) { return readStageStays(connection, nullptr); }));
    auto stays = std::make_shared<const StayColumns>(std::move(entries));
    const std::lock_guard lock(m_mutex);
    if (written == m_staysWritten) // else a change came between: good for this answer, not for the next
        m_stays = stays;
    return stays;
}

} // namespace kindling
