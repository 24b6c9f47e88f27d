// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/duplicateservice.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/rules/companyname.h"
#include "core/store/companyrepository.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace kindling {

namespace {

constexpr quint32 smallBase = 50'000; ///< made ready anew after every change
constexpr quint32 largeBase = 200'000; ///< not made ready without need
constexpr UtcMs staleAfter = 60'000; ///< a larger one at most once a minute
constexpr int mostColleagues = 500; ///< the newest of a company, when one draft is compared with them

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

/// What a lead is compared by, with the texts that it is compared in.
class Identity
{
public:
    explicit Identity(const Lead &lead)
        : m_name(folded(lead.name).toStdString())
        , m_company(folded(lead.company).toStdString())
        , m_externalId(folded(lead.externalId).toStdString())
        , m_valueMinor(lead.value ? lead.value->minor : 0)
    {
        QStringList emails;
        QStringList phones;
        for (const EmailEntry &email : lead.emails)
            emails += email.address.normalised();
        for (const PhoneEntry &phone : lead.phones)
            phones += digitsOf(phone.number.normalised());
        m_emails = emails.join(u' ').toStdString();
        m_phones = phones.join(u' ').toStdString();
    }

    LeadIdentity view() const { return {m_name, m_emails, m_phones, m_externalId, m_company, 0, 0, m_valueMinor}; }

private:
    std::string m_name;
    std::string m_company;
    std::string m_externalId;
    std::string m_emails;
    std::string m_phones;
    qint64 m_valueMinor;
};

/// The newest leads of a company, and of those that are called the same but for the legal form.
Result<std::vector<LeadId>> leadsOfCompany(Connection &connection, const QString &name)
{
    std::vector<LeadId> ids;
    if (name.isEmpty())
        return ids;
    KINDLING_GET(exact, CompanyRepository(connection).find(name));
    QStringList companies;
    if (exact)
        companies += QString::number(*exact);
    const std::string key = companyKey(folded(name).toStdString());
    const QString from = QString::fromStdString(key);
    KINDLING_GET(alike,
                 connection.run(QStringLiteral("SELECT id, folded FROM company WHERE folded >= ? AND folded < ? LIMIT ?"),
                                {from, QString(from + QChar(0xFFFF)), mostColleagues}));
    while (alike->next()) {
        if (companyKey(alike->text(1).toStdString()) == key)
            companies += QString::number(alike->integer(0));
    }
    KINDLING_GET(rows,
                 connection.run(QStringLiteral("SELECT id FROM lead WHERE company_id IN (%1) AND NOT archived ORDER BY id DESC LIMIT ?")
                                    .arg(companies.join(u',')),
                                {mostColleagues}));
    while (rows->next())
        ids.emplace_back(rows->integer(0));
    return ids;
}

Result<std::vector<PossibleDuplicate>> similarAmong(Connection &connection, const Lead &draft, size_t most)
{
    std::vector<PossibleDuplicate> found;
    KINDLING_GET(ids, leadsOfCompany(connection, draft.company));
    KINDLING_GET(leads, LeadRepository(connection).leads(ids));
    LeadComparer comparer;
    std::vector<std::unique_ptr<Identity>> identities; // they stay where they are: what is made of them refers to their texts
    std::vector<ComparableLead> comparable;
    for (const Lead &lead : leads) {
        identities.push_back(std::make_unique<Identity>(lead));
        comparable.push_back(comparer.take(identities.back()->view()));
    }
    const Identity own(draft);
    const ComparableLead ready = comparer.look(own.view());
    for (size_t i = 0; i < leads.size(); ++i) {
        const Comparison comparison = comparer.compare(ready, comparable[i]);
        if (comparison.likeness != Likeness::Different && leads[i].id != draft.id)
            found.push_back({leads[i], comparison});
    }
    std::stable_sort(found.begin(), found.end(), [](const PossibleDuplicate &a, const PossibleDuplicate &b) {
        return std::pair(a.comparison.likeness, a.comparison.bits) > std::pair(b.comparison.likeness, b.comparison.bits);
    });
    if (found.size() > most)
        found.erase(found.begin() + std::ptrdiff_t(most), found.end());
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

QFuture<Result<std::vector<PossibleDuplicate>>> DuplicateService::similarInCompany(const Lead &draft, int most)
{
    return m_engine->read<std::vector<PossibleDuplicate>>(
        [draft, most](Connection &connection) { return similarAmong(connection, draft, size_t(most)); });
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
