// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/timetravel.h"

#include "core/base/try.h"
#include "core/index/pastcolumns.h"
#include "core/rules/pastfilter.h"
#include "core/store/pastreader.h"
#include "core/workspace/engine.h"

#include <algorithm>

namespace kindling {

namespace {

std::shared_ptr<const StayColumns> endedBy(const StayColumns &stays, UtcMs moment)
{
    std::vector<StayColumns::Entry> ended;
    for (const StayColumns::Entry &stay : stays.entries()) {
        if (stay.until <= moment)
            ended.push_back(stay);
    }
    return std::make_shared<const StayColumns>(std::move(ended));
}

/// What a filter needs of the timelines, as far as it had happened.
TimelineSources neededBy(const Filter &filter, const Vocabulary *vocabulary, const PastDay &day)
{
    const TimelineNeeds needs = timelineNeeds(filter, vocabulary);
    TimelineSources needed;
    if (needs.activities)
        needed.activities = day.sources.activities;
    for (size_t axis = 0; axis < needs.stays.size(); ++axis) {
        if (needs.stays[axis])
            needed.stays[axis] = day.sources.stays[axis];
    }
    return timelinesAsOf(needed, day.moment);
}

} // namespace

Result<RowSet> Viewpoint::evaluate(Engine &engine, const Filter &filter, const Progress *progress) const
{
    const auto words = engine.vocabulary();
    const FilterContext context{words.get(), moment, engine.clock().zone()};
    if (!past)
        return engine.evaluate(*columns, filter, context, progress);
    if (const auto refusal = pastRefusal(filter, words.get()))
        return *refusal;
    return columns->evaluate(filter, context, progress, neededBy(filter, words.get(), *past));
}

Result<void> Viewpoint::prepareOrder(Engine &engine, const std::vector<SortKey> &sort, const Progress *progress) const
{
    if (!past)
        return engine.prepareOrder(*columns, sort, progress);
    const auto refusal = pastRefusal(sort);
    return refusal ? Result<void>(*refusal) : Result<void>();
}

Result<Viewpoint> TimeTravel::viewpoint(const SnapshotPtr &columns, const PastMoment &moment, bool activities, const Progress *progress)
{
    if (!moment) {
        const std::unique_lock lock(m_mutex, std::try_to_lock); // nobody who asks about now waits for the past
        if (lock)
            m_kept = {};
        return Viewpoint{columns, m_engine.clock().now(), nullptr};
    }
    const std::lock_guard lock(m_mutex);
    TimelineNeeds needs;
    needs.activities = activities;
    needs.stays.fill(true);
    KINDLING_GET(sources, m_engine.timelines().sources(needs, progress));
    if (!activities)
        sources.activities.reset(); // another question may have loaded them: the answer must not depend on it
    const auto answers = [&](const Kept &kept) {
        return kept.day && kept.day->moment == *moment && kept.present == columns && kept.sources.stays == sources.stays
            && (!activities || kept.sources.activities == sources.activities);
    };
    const auto known = std::find_if(m_kept.begin(), m_kept.end(), answers);
    if (known != m_kept.end()) {
        std::rotate(m_kept.begin(), known, known + 1);
    } else {
        m_kept.back() = {}; // before the next one is made: each is as large as the columns
        KINDLING_GET(day, make(columns, *moment, sources, progress));
        m_kept.back() = {columns, sources, day};
        std::rotate(m_kept.begin(), m_kept.end() - 1, m_kept.end());
    }
    return Viewpoint{m_kept.front().day->columns, *moment, m_kept.front().day};
}

Result<PastDayPtr> TimeTravel::make(const SnapshotPtr &present, UtcMs moment, const TimelineSources &sources, const Progress *progress)
{
    KINDLING_GET(facts, m_engine.readNow<std::vector<PastFact>>([moment, progress](Connection &connection) {
        return PastReader(connection, moment).facts(progress);
    }));
    KINDLING_GET(stays, m_engine.stageStays());
    auto day = std::make_shared<PastDay>();
    day->moment = moment;
    day->sources = sources;
    day->stageStays = endedBy(*stays, moment);
    KINDLING_GET(columns, columnsAsOf(*present, {moment, sources, std::move(facts)}, progress));
    day->columns = columns;
    return PastDayPtr(day);
}

} // namespace kindling
