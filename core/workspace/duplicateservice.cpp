// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/duplicateservice.h"

#include "core/base/try.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

#include <set>

namespace kindling {

namespace {

constexpr quint32 smallBase = 50'000; ///< made ready anew after every change
constexpr quint32 largeBase = 200'000; ///< not made ready without need
constexpr UtcMs staleAfter = 60'000; ///< a larger one at most once a minute

using DistinctPairs = std::set<std::pair<LeadId, LeadId>>;

/// The pairs that are known to be two, by the ids that their leads have today.
Result<DistinctPairs> distinctPairs(Connection &connection)
{
    MergedLeads merged(connection);
    KINDLING_GET(pairs, merged.distinctPairs());
    KINDLING_GET(survivors, merged.survivors());
    DistinctPairs result;
    for (auto [a, b] : pairs) {
        if (const auto survivor = survivors.find(a); survivor != survivors.end())
            a = survivor->second;
        if (const auto survivor = survivors.find(b); survivor != survivors.end())
            b = survivor->second;
        result.emplace(std::min(a, b), std::max(a, b));
    }
    return result;
}

Result<std::vector<PossibleDuplicate>> withLeads(Connection &connection, const std::vector<SimilarLead> &similar, LeadId of)
{
    KINDLING_GET(distinct, distinctPairs(connection));
    LeadRepository leads(connection);
    std::vector<PossibleDuplicate> found;
    for (const SimilarLead &candidate : similar) {
        if (distinct.contains({std::min(of, candidate.lead), std::max(of, candidate.lead)}))
            continue;
        KINDLING_GET(lead, leads.leads({candidate.lead}));
        if (!lead.empty())
            found.push_back({std::move(lead.front()), candidate.comparison});
    }
    return found;
}

} // namespace

struct DuplicateService::Cache
{
    std::mutex mutex;
    std::shared_ptr<DuplicateIndex> index;
    UtcMs madeAt = 0;
};

DuplicateService::DuplicateService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
    , m_cache(std::make_shared<Cache>())
{
}

DuplicateService::~DuplicateService() = default;

Result<std::shared_ptr<DuplicateIndex>> DuplicateService::indexFor(const SnapshotPtr &columns, Progress &progress)
{
    const std::lock_guard lock(m_cache->mutex);
    const UtcMs now = SystemClock().now();
    const bool current =
        m_cache->index && (m_cache->index->columns() == columns || (columns->rowCount() > smallBase && now - m_cache->madeAt < staleAfter));
    if (current)
        return m_cache->index;
    m_cache->index.reset(); // two at a time would be too much memory
    KINDLING_GET(made, DuplicateIndex::build(columns, progress));
    m_cache->index = made;
    m_cache->madeAt = SystemClock().now();
    return m_cache->index;
}

bool DuplicateService::answersAtOnce() const
{
    const std::unique_lock lock(m_cache->mutex, std::try_to_lock); // who holds it is making it ready
    return m_engine->snapshot()->rowCount() <= largeBase || !lock.owns_lock() || m_cache->index;
}

QFuture<Result<DuplicateSweep>> DuplicateService::sweep(Likeness least, ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<DuplicateSweep>([engine, least, progress](const SnapshotPtr &columns) -> Result<DuplicateSweep> {
        // One of its own: it is compared with for seconds, while somebody may be typing.
        KINDLING_GET(index, DuplicateIndex::build(columns, *progress));
        KINDLING_GET(found, index->sweep(least, *progress));
        KINDLING_GET(distinct, engine->readNow<DistinctPairs>([](Connection &connection) { return distinctPairs(connection); }));
        std::erase_if(found.pairs, [&](const DuplicatePair &pair) { return distinct.contains({pair.first, pair.second}); });
        return found;
    });
}

QFuture<Result<std::vector<PossibleDuplicate>>> DuplicateService::similar(const Lead &draft, int most)
{
    Engine *engine = m_engine.get();
    using Found = std::vector<PossibleDuplicate>;
    return m_engine->ask<Found>([this, engine, draft, most](const SnapshotPtr &columns) -> Result<Found> {
        Progress unwatched;
        KINDLING_GET(index, indexFor(columns, unwatched));
        const std::vector<SimilarLead> similar = index->similar(draft, size_t(most));
        return engine->readNow<Found>([&](Connection &connection) { return withLeads(connection, similar, draft.id); });
    });
}

QFuture<Result<std::vector<PossibleDuplicate>>> DuplicateService::duplicatesOf(LeadId lead, int most)
{
    Engine *engine = m_engine.get();
    using Found = std::vector<PossibleDuplicate>;
    return m_engine->ask<Found>([this, engine, lead, most](const SnapshotPtr &columns) -> Result<Found> {
        KINDLING_GET(present, engine->readNow<Lead>([lead](Connection &connection) { return LeadRepository(connection).lead(lead); }));
        Progress unwatched;
        KINDLING_GET(index, indexFor(columns, unwatched));
        const std::vector<SimilarLead> similar = index->similar(present, size_t(most) * 2);
        Result<Found> found = engine->readNow<Found>([&](Connection &connection) { return withLeads(connection, similar, present.id); });
        if (found && found->size() > size_t(most))
            found->resize(size_t(most), found->front());
        return found;
    });
}

QFuture<Result<std::vector<MergedLead>>> DuplicateService::mergedInto(LeadId lead)
{
    return m_engine->read<std::vector<MergedLead>>([lead](Connection &connection) { return MergedLeads(connection).into(lead); });
}

} // namespace kindling
