// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/timelinecache.h"

#include "core/base/try.h"
#include "core/store/timelinereader.h"

#include <utility>

namespace kindling {

namespace {

template <typename Columns, typename Facts>
void put(std::shared_ptr<const Columns> &columns, const std::vector<LeadId> *leads, Facts &&facts)
{
    if (leads && columns)
        columns = std::make_shared<const Columns>(columns->with(*leads, std::forward<Facts>(facts)));
    else
        columns = std::make_shared<const Columns>(std::forward<Facts>(facts));
}

bool isNothing(const TimelineNeeds &needs)
{
    return needs == TimelineNeeds();
}

} // namespace

/// Reads what is needed: of all leads, or of some to put in the place of what is known of those.
Result<void> TimelineCache::read(Connection &connection, const TimelineNeeds &needs, const std::vector<LeadId> *leads,
                                 const Progress *progress, TimelineSources &sources)
{
    TimelineReader reader(connection);
    if (needs.activities) {
        KINDLING_GET(facts, reader.activities(leads, progress));
        put(sources.activities, leads, std::move(facts));
    }
    if (needs.followUps) {
        KINDLING_GET(facts, reader.followUps(leads));
        put(sources.followUps, leads, std::move(facts));
    }
    for (size_t axis = 0; axis < sources.stays.size(); ++axis) {
        if (!needs.stays[axis])
            continue;
        KINDLING_GET(stays, reader.stays(Axis(axis), leads));
        put(sources.stays[axis], leads, std::move(stays));
    }
    for (size_t field = 0; field < sources.texts.size(); ++field) {
        if (!needs.texts[field])
            continue;
        KINDLING_GET(texts, reader.texts(storedTextFields[field], leads, progress));
        put(sources.texts[field], leads, std::move(texts));
    }
    return {};
}

TimelineNeeds TimelineCache::held() const
{
    TimelineNeeds held{m_sources.activities != nullptr, m_sources.followUps != nullptr, {}, {}};
    for (size_t axis = 0; axis < held.stays.size(); ++axis)
        held.stays[axis] = m_sources.stays[axis] != nullptr;
    for (size_t field = 0; field < held.texts.size(); ++field)
        held.texts[field] = m_sources.texts[field] != nullptr;
    return held;
}

TimelineNeeds TimelineCache::missing(const TimelineNeeds &needs) const
{
    const TimelineNeeds here = held();
    TimelineNeeds missing{needs.activities && !here.activities, needs.followUps && !here.followUps, {}, {}};
    for (size_t axis = 0; axis < missing.stays.size(); ++axis)
        missing.stays[axis] = needs.stays[axis] && !here.stays[axis];
    for (size_t field = 0; field < missing.texts.size(); ++field)
        missing.texts[field] = needs.texts[field] && !here.texts[field];
    return missing;
}

std::optional<TimelineSources> TimelineCache::held(const TimelineNeeds &needs) const
{
    const std::lock_guard lock(m_mutex);
    return isNothing(missing(needs)) ? std::optional(m_sources) : std::nullopt;
}

Result<TimelineSources> TimelineCache::sources(const TimelineNeeds &needs, const Progress *progress)
{
    const std::lock_guard loading(m_loading);
    while (true) {
        TimelineNeeds wanted;
        {
            const std::lock_guard lock(m_mutex);
            wanted = missing(needs);
            if (isNothing(wanted))
                return m_sources;
            m_isLoading = true;
            m_startOver = false;
            m_missed.clear();
        }
        const Result<void> done = load(wanted, progress);
        const std::lock_guard lock(m_mutex);
        m_isLoading = false;
        if (!done)
            return done.error();
    }
}

Result<void> TimelineCache::load(const TimelineNeeds &wanted, const Progress *progress)
{
    KINDLING_GET(connection, Connection::open(m_path, Connection::Mode::Reader));
    TimelineSources loaded;
    KINDLING_TRY(read(*connection, wanted, nullptr, progress, loaded));
    std::vector<LeadId> missed;
    while (!takeOver(loaded, missed)) // what was written meanwhile is read again, until nothing is
        KINDLING_TRY(read(*connection, wanted, missed.empty() ? nullptr : &missed, progress, loaded));
    return {};
}

/// Puts what was loaded in place; or says, by an answer of false, what changed since it was read: some leads, or with none everything.
bool TimelineCache::takeOver(const TimelineSources &loaded, std::vector<LeadId> &missed)
{
    const std::lock_guard lock(m_mutex);
    const bool startOver = std::exchange(m_startOver, false);
    missed = std::exchange(m_missed, {});
    if (startOver)
        missed.clear();
    if (startOver || !missed.empty())
        return false;
    adopt(loaded);
    return true;
}

/// Takes the columns that `sources` has; the others stay.
void TimelineCache::adopt(const TimelineSources &sources)
{
    if (sources.activities)
        m_sources.activities = sources.activities;
    if (sources.followUps)
        m_sources.followUps = sources.followUps;
    for (size_t axis = 0; axis < sources.stays.size(); ++axis) {
        if (sources.stays[axis])
            m_sources.stays[axis] = sources.stays[axis];
    }
    for (size_t field = 0; field < sources.texts.size(); ++field) {
        if (sources.texts[field])
            m_sources.texts[field] = sources.texts[field];
    }
}

Result<void> TimelineCache::refresh(Connection &connection, const ChangeSet &changes)
{
    TimelineSources sources;
    TimelineNeeds here;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isLoading) {
            m_startOver |= changes.everything;
            m_missed.insert(m_missed.end(), changes.leads.begin(), changes.leads.end());
        }
        if (changes.everything)
            m_sources = {};
        here = held();
        sources = m_sources;
    }
    here.activities = here.activities && changes.timeline;
    here.followUps = here.followUps && changes.timeline;
    if (isNothing(here) || changes.leads.empty())
        return {};
    KINDLING_TRY(read(connection, here, &changes.leads, nullptr, sources));
    const std::lock_guard lock(m_mutex);
    adopt(sources);
    return {};
}

void TimelineCache::forget()
{
    const std::lock_guard lock(m_mutex);
    m_sources = {};
    m_startOver |= m_isLoading;
}

size_t TimelineCache::memoryBytes() const
{
    const std::lock_guard lock(m_mutex);
    size_t bytes = 0;
    for (const auto &columns : {m_sources.activities, m_sources.followUps})
        bytes += columns ? columns->memoryBytes() : 0;
    for (const auto &columns : m_sources.stays)
        bytes += columns ? columns->memoryBytes() : 0;
    for (const auto &column : m_sources.texts) {
        bytes += column ? column->memoryBytes() : 0;
        for (const auto &chunk : column ? column->chunks() : std::vector<TextColumn::ChunkPtr>())
            for (const KeptText &kept : chunk->entries)
                bytes += size_t(kept.text.size());
    }
    return bytes;
}

} // namespace kindling
