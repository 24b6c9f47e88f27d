// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/pastcolumns.h"

#include "core/index/snapshotparts.h"

#include <QtConcurrent>

#include <algorithm>
#include <atomic>
#include <numeric>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;
using Key = PastFact::Key;

/// The entries of leads that are asked for in order of id, most often the next ones.
template <typename Columns>
class EntryWalk
{
public:
    explicit EntryWalk(const Columns *columns)
        : m_columns(columns)
    {
    }

    auto of(qint64 lead) -> decltype(Columns().chunks().front()->of(0))
    {
        if (!m_columns || m_columns->chunks().empty())
            return {};
        if (lead <= m_last)
            seek(lead);
        m_last = lead;
        const auto &chunks = m_columns->chunks();
        while (m_chunk + 1 < chunks.size() && chunks[m_chunk + 1]->leads.front() <= lead) {
            ++m_chunk;
            m_at = 0;
        }
        const auto &chunk = *chunks[m_chunk];
        if (m_at == 0) // just come to this chunk
            m_at = size_t(std::lower_bound(chunk.leads.begin(), chunk.leads.end(), lead) - chunk.leads.begin());
        while (m_at < chunk.leads.size() && chunk.leads[m_at] < lead)
            ++m_at;
        return m_at < chunk.leads.size() && chunk.leads[m_at] == lead ? chunk.of(m_at) : decltype(chunk.of(0))();
    }

private:
    void seek(qint64 lead)
    {
        const auto &chunks = m_columns->chunks();
        const auto after =
            std::upper_bound(chunks.begin(), chunks.end(), lead, [](qint64 id, const auto &chunk) { return id < chunk->leads.front(); });
        m_chunk = after == chunks.begin() ? 0 : size_t(after - chunks.begin()) - 1;
        m_at = 0;
    }

    const Columns *m_columns;
    size_t m_chunk = 0;
    size_t m_at = 0;
    qint64 m_last = std::numeric_limits<qint64>::max(); // the first one is looked for
};

/// Where a lead stood: in the last stay that had begun, or in its first when history begins later than the lead.
const KeptStay *stayAt(std::span<const KeptStay> stays, UtcMs moment)
{
    if (stays.empty())
        return nullptr;
    const auto after = std::upper_bound(stays.begin(), stays.end(), moment, [](UtcMs at, const KeptStay &stay) { return at < stay.from; });
    return after == stays.begin() ? &stays.front() : &*std::prev(after);
}

/// The number of the last activity until a moment; 0 for none.
UtcMs lastUntil(std::span<const KeptFact> facts, UtcMs moment)
{
    const auto after =
        std::upper_bound(facts.begin(), facts.end(), moment, [](UtcMs at, const KeptFact &kept) { return at < factTime(kept.fact); });
    return after == facts.begin() ? 0 : factTime(std::prev(after)->fact);
}

std::optional<WordColumn> wordColumnOf(Key key)
{
    if (key == Key::Currency)
        return WordColumn::Currency;
    if (key >= Key::JobTitle)
        return WordColumn(int(key) - int(Key::JobTitle) + int(WordColumn::JobTitle));
    return std::nullopt;
}

void put(Chunk &chunk, quint32 row, const PastFact &fact, const DictionarySet &words)
{
    const qint64 number = fact.none ? 0 : fact.number;
    switch (fact.key) {
    case Key::Company: chunk.company[row] = words.companies.codeOf(number); return;
    case Key::Source: chunk.source[row] = words.sources.codeOf(number); return;
    case Key::Campaign: chunk.campaign[row] = words.campaigns.codeOf(number); return;
    case Key::Reason: chunk.reason[row] = words.reasons.codeOf(number); return;
    case Key::QualifiedThrough: chunk.qualifiedThrough[row] = quint8(number); return;
    case Key::Bant: chunk.bant[row] = quint8(number); return;
    case Key::Archived: chunk.archived[row] = number != 0; return;
    case Key::Value:
        chunk.value[row] = number;
        chunk.hasValue[row] = !fact.none;
        return;
    case Key::ExpectedClose: chunk.expectedClose[row] = number; return;
    case Key::Pinned: chunk.pinned[row] = number != 0; return;
    case Key::BackOn: chunk.backOn[row] = number; return;
    case Key::Consent: chunk.consent[row] = quint8(number); return;
    case Key::DoNotEmail: chunk.doNotEmail[row] = number != 0; return;
    case Key::DoNotCall: chunk.doNotCall[row] = number != 0; return;
    default: chunk.words[size_t(*wordColumnOf(fact.key))][row] = quint32(number);
    }
}

/// Makes the chunks of the past from those of today; each on a thread of its own.
class Chunks
{
public:
    Chunks(const Parts &parts, const PastInput &input, const DictionarySet &words)
        : m_parts(parts)
        , m_input(input)
        , m_words(words)
    {
    }

    std::shared_ptr<const Chunk> make(size_t index) const
    {
        auto chunk = std::make_shared<Chunk>(*m_parts.chunks[index]);
        stand(*chunk, Axis::Temperature, [&](quint32 row, const KeptStay &stay) { chunk->temperature[row] = quint8(stay.value); });
        stand(*chunk, Axis::Owner, [&](quint32 row, const KeptStay &stay) { chunk->owner[row] = m_words.owners.codeOf(stay.value); });
        stand(*chunk, Axis::Stage, [&](quint32 row, const KeptStay &stay) {
            chunk->stage[row] = quint16(m_words.stages.codeOf(stay.value));
            chunk->stageSince[row] = stay.from;
        });
        applyFacts(*chunk);
        stand(*chunk, Axis::Outcome, [&](quint32 row, const KeptStay &stay) {
            chunk->outcome[row] = quint8(stay.value);
            chunk->outcomeSince[row] = stay.from;
            if (stay.value == qint64(Outcome::Open))
                chunk->reason[row] = 0; // it came with what was decided later
        });
        touch(*chunk);
        for (quint32 row = 0; row < chunk->rows(); ++row) {
            if (chunk->created[row] <= m_input.moment)
                continue;
            chunk->gone[row] = 1;
            chunk->stage[row] = 0; // it has not made its stage one in which leads stood
        }
        return chunk;
    }

private:
    template <typename Put>
    void stand(const Chunk &chunk, Axis axis, Put putInto) const
    {
        EntryWalk<AxisColumns> walk(m_input.timelines.stays[size_t(axis)].get());
        for (quint32 row = 0; row < chunk.rows(); ++row) {
            if (const KeptStay *stay = stayAt(walk.of(chunk.id[row]), m_input.moment))
                putInto(row, *stay);
        }
    }

    void applyFacts(Chunk &chunk) const
    {
        const std::vector<PastFact> &facts = m_input.facts;
        auto next = facts.begin();
        for (quint32 row = 0; row < chunk.rows() && !facts.empty(); ++row) {
            const qint64 lead = chunk.id[row];
            if (next == facts.end() || next->lead != lead)
                next = std::lower_bound(facts.begin(), facts.end(), lead, [](const PastFact &fact, qint64 id) { return fact.lead < id; });
            for (; next != facts.end() && next->lead == lead; ++next)
                put(chunk, row, *next, m_words);
        }
    }

    void touch(Chunk &chunk) const
    {
        EntryWalk<TimelineColumns> walk(m_input.timelines.activities.get());
        for (quint32 row = 0; row < chunk.rows(); ++row) {
            chunk.nextFollowUp[row] = 0;
            if (chunk.lastActivity[row] > m_input.moment)
                chunk.lastActivity[row] = lastUntil(walk.of(chunk.id[row]), m_input.moment);
        }
    }

    const Parts &m_parts;
    const PastInput &m_input;
    const DictionarySet &m_words;
};

/// Words that nobody uses any more get their codes again.
std::shared_ptr<const DictionarySet> withWords(const Parts &parts, std::vector<PastFact> &facts)
{
    auto words = std::make_shared<DictionarySet>(*parts.dictionaries);
    for (PastFact &fact : facts) {
        if (const auto column = wordColumnOf(fact.key))
            fact.number = words->words[size_t(*column)].intern({fact.text.constData(), size_t(fact.text.size())});
    }
    return words;
}

/// The orders of what does not change with time, which are dear to make.
void shareOrders(const Parts &present, Parts &past)
{
    const std::lock_guard lock(present.mutex);
    for (const auto &[key, order] : present.orders) {
        for (const LeadField field : {LeadField::Name, LeadField::Email, LeadField::Phone, LeadField::ExternalId, LeadField::Created}) {
            if (key.first == field)
                past.orders.emplace(key, order);
        }
    }
}

} // namespace

Result<SnapshotPtr> columnsAsOf(const ColumnSnapshot &present, PastInput input, const Progress *progress)
{
    const Parts &today = present.parts();
    auto parts = std::make_unique<Parts>();
    parts->dictionaries = withWords(today, input.facts);
    parts->rows = today.rows;
    parts->loadedRows = today.loadedRows;
    parts->added = today.added;
    parts->chunks.resize(today.chunks.size());
    shareOrders(today, *parts);
    const Chunks chunks(today, input, *parts->dictionaries);
    std::vector<size_t> which(today.chunks.size());
    std::iota(which.begin(), which.end(), size_t(0));
    QtConcurrent::blockingMap(which, [&](size_t index) {
        if (!progress || !progress->cancelled())
            parts->chunks[index] = chunks.make(index);
    });
    if (progress && progress->cancelled())
        return Error{ErrorCode::Cancelled, {}, {}};
    return SnapshotPtr(std::make_shared<const ColumnSnapshot>(std::move(parts)));
}

TimelineSources timelinesAsOf(const TimelineSources &timelines, UtcMs moment)
{
    TimelineSources past;
    if (timelines.activities) {
        std::vector<TimelineFact> facts;
        for (const auto &chunk : timelines.activities->chunks()) {
            for (size_t lead = 0; lead < chunk->leads.size(); ++lead) {
                for (const KeptFact &kept : chunk->of(lead)) {
                    if (factTime(kept.fact) <= moment)
                        facts.push_back(kept.of(chunk->leads[lead]));
                }
            }
        }
        past.activities = std::make_shared<const TimelineColumns>(std::move(facts));
    }
    for (size_t axis = 0; axis < past.stays.size(); ++axis) {
        if (!timelines.stays[axis])
            continue;
        std::vector<StayFact> stays;
        for (const auto &chunk : timelines.stays[axis]->chunks()) {
            for (size_t lead = 0; lead < chunk->leads.size(); ++lead) {
                for (const KeptStay &kept : chunk->of(lead)) {
                    StayFact stay = kept.of(chunk->leads[lead]);
                    if (stay.from > moment)
                        continue;
                    stay.until = stay.until > moment ? StayFact::present : stay.until;
                    stays.push_back(stay);
                }
            }
        }
        past.stays[axis] = std::make_shared<const AxisColumns>(std::move(stays));
    }
    return past;
}

} // namespace kindling
