// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/todayscan.h"

#include "core/index/snapshotparts.h"

#include <algorithm>

namespace kindling {

namespace {

/// What is logged within a minute of a lead's arrival is how it came in (a form, a download), not somebody's answer.
constexpr qint64 arrivalMs = 60'000;

/// A lead in its group, with what it is ordered by; smaller comes first.
struct Place
{
    qint64 order = 0;
    qint64 second = 0;
    qint64 id = 0;

    bool operator<(const Place &other) const
    {
        if (order != other.order)
            return order < other.order;
        return second != other.second ? second < other.second : id < other.id;
    }
};

class Scan
{
public:
    Scan(const ColumnSnapshot::Parts &parts, const TodaySpan &span, const std::vector<Stage> &stages, const std::vector<LeadId> &wholeDay)
        : m_parts(parts)
        , m_span(span)
        , m_wholeDay(wholeDay)
    {
        const Dictionary &codes = parts.dictionaries->stages;
        m_quietMs.resize(codes.size(), 14 * dayMs);
        for (quint32 code = 0; code < codes.size(); ++code) {
            for (const Stage &stage : stages) {
                if (stage.id.value() == codes.id(code))
                    m_quietMs[code] = stage.quietDays * dayMs;
            }
        }
    }

    void take(quint32 row)
    {
        const Chunk &chunk = m_parts.chunkOf(row);
        const quint32 i = row % chunkRows;
        if (chunk.nextFollowUp[i] != 0)
            takePlanned(chunk, i);
        else
            takeUnplanned(chunk, i);
    }

    TodayQueue queue(size_t limit)
    {
        TodayQueue queue;
        for (size_t group = 0; group < todayGroups; ++group) {
            std::vector<Place> &places = m_groups[group];
            queue[group].count = qint64(places.size());
            const size_t wanted = std::min(limit, places.size());
            std::partial_sort(places.begin(), places.begin() + std::ptrdiff_t(wanted), places.end());
            for (size_t i = 0; i < wanted; ++i)
                queue[group].first.emplace_back(places[i].id);
        }
        return queue;
    }

private:
    void add(TodayGroup group, const Place &place) { m_groups[size_t(group)].push_back(place); }

    void takePlanned(const Chunk &chunk, quint32 i)
    {
        const UtcMs next = chunk.nextFollowUp[i];
        if (next >= m_span.nextWeek)
            return;
        const Place place{next, 0, chunk.id[i]};
        if (next >= m_span.tonight)
            add(TodayGroup::Coming, place);
        else if (next >= m_span.now || std::binary_search(m_wholeDay.begin(), m_wholeDay.end(), LeadId(chunk.id[i])))
            add(TodayGroup::Due, place);
        else
            add(TodayGroup::Overdue, place);
    }

    void takeUnplanned(const Chunk &chunk, quint32 i)
    {
        const UtcMs created = chunk.created[i];
        const UtcMs last = chunk.lastActivity[i];
        const bool contacted = last > created + arrivalMs;
        const int coldness = int(Temperature::Hot) - chunk.temperature[i];
        const UtcMs touched = std::max(last, created);
        if (!contacted && created >= m_span.newSince && created <= m_span.now)
            add(TodayGroup::New, {-created, 0, chunk.id[i]});
        else if (coldness < 2 && m_span.now - touched > m_quietMs[chunk.stage[i]])
            add(TodayGroup::GoingCold, {coldness, touched, chunk.id[i]});
        else
            add(TodayGroup::NoNextStep, {coldness, -touched, chunk.id[i]});
    }

    const ColumnSnapshot::Parts &m_parts;
    const TodaySpan &m_span;
    const std::vector<LeadId> &m_wholeDay;
    std::vector<qint64> m_quietMs; ///< by code of the stage
    std::array<std::vector<Place>, todayGroups> m_groups;
};

} // namespace

TodayQueue scanToday(const ColumnSnapshot &columns, const RowSet &rows, const TodaySpan &span, const std::vector<Stage> &stages,
                     const std::vector<LeadId> &wholeDay, size_t limit)
{
    Scan scan(columns.parts(), span, stages, wholeDay);
    rows.forEach([&scan](quint32 row) { scan.take(row); });
    return scan.queue(limit);
}

} // namespace kindling
