// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/dayservice.h"

#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/index/todayscan.h"
#include "core/rules/todaywords.h"
#include "core/store/activityrepository.h"
#include "core/store/deskrepository.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace kindling {

namespace {

constexpr int newForDays = 30;

Filter openLeads(const TodayQuery &query, const QString &me)
{
    FilterTest open;
    open.field = LeadField::Outcome;
    open.words = {keyOf(Outcome::Open)};
    std::vector<Filter> all{Filter::of(open)};
    if (query.mine) {
        FilterTest mine;
        mine.field = LeadField::Owner;
        mine.words = {me};
        all.push_back(Filter::of(mine));
    }
    all.push_back(query.among);
    return Filter::all(std::move(all));
}

UtcMs startOf(const QDate &day, const QTimeZone &zone)
{
    return wallTime(day, QTime(0, 0), zone).toMSecsSinceEpoch();
}

/// What the rows show beside the lead.
struct Details
{
    std::unordered_map<LeadId, Lead> leads;
    std::unordered_map<LeadId, FollowUp> next;
    std::unordered_map<LeadId, Activity> last;
};

Result<Details> readDetails(Connection &connection, const std::vector<LeadId> &ids)
{
    Details details;
    KINDLING_GET(leads, LeadRepository(connection).leads(ids));
    for (Lead &lead : leads)
        details.leads.emplace(lead.id, std::move(lead));
    ActivityRepository timeline(connection);
    KINDLING_GET(followUps, timeline.followUpsOf(ids));
    for (const FollowUp &followUp : followUps) {
        if (followUp.state != FollowUpState::Open)
            continue;
        const auto [place, first] = details.next.emplace(followUp.lead, followUp);
        if (!first && followUp.remindAt() < place->second.remindAt())
            place->second = followUp;
    }
    KINDLING_GET(activities, timeline.lastOf(ids));
    for (Activity &activity : activities)
        details.last.emplace(activity.lead, std::move(activity));
    return details;
}

TodayRow rowOf(TodayGroup group, LeadId id, Details &details, const TodayMoment &moment)
{
    TodayRow row;
    row.group = group;
    row.lead = details.leads[id];
    if (const auto next = details.next.find(id); next != details.next.end())
        row.followUp = next->second;
    row.reason = todayReason(group, row.lead, row.followUp, moment);
    row.contact = todayContact(row.lead, row.followUp);
    if (const auto last = details.last.find(id); last != details.last.end())
        row.lastWord = lastWord(last->second, moment);
    return row;
}

Result<TodayList> listed(const TodayQueue &queue, Connection &connection, const TodayMoment &moment)
{
    std::vector<LeadId> ids;
    for (const TodayLeads &group : queue)
        ids.insert(ids.end(), group.first.begin(), group.first.end());
    KINDLING_GET(details, readDetails(connection, ids));
    TodayList list;
    for (size_t group = 0; group < todayGroups; ++group) {
        list.counts[group] = queue[group].count;
        const size_t begin = list.rows.size();
        for (const LeadId id : queue[group].first) {
            if (details.leads.contains(id))
                list.rows.push_back(rowOf(TodayGroup(group), id, details, moment));
        }
        if (TodayGroup(group) == TodayGroup::Overdue || TodayGroup(group) == TodayGroup::Due) {
            std::stable_sort(list.rows.begin() + std::ptrdiff_t(begin), list.rows.end(), [](const TodayRow &a, const TodayRow &b) {
                const auto priority = [](const TodayRow &r) { return r.followUp ? r.followUp->priority : FollowUpPriority::Normal; };
                return priority(a) > priority(b);
            });
        }
    }
    return list;
}

} // namespace

DayService::DayService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<TodayList>> DayService::today(const TodayQuery &query)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<TodayList>([engine, query](const SnapshotPtr &columns) -> Result<TodayList> {
        const auto words = engine->vocabulary();
        const FilterContext context{words.get(), engine->clock().now(), engine->clock().zone()};
        KINDLING_GET(rows, engine->evaluate(*columns, openLeads(query, words->me), context));
        for (const LeadId id : query.without) {
            if (const std::optional<quint32> row = columns->rowOf(id)) {
                RowSet one(rows.size(), false);
                one.insert(*row);
                rows.subtract(one);
            }
        }
        const QDate today = dayOf(context.now, context.zone);
        const TodaySpan span{context.now, startOf(today.addDays(1), context.zone), startOf(today.addDays(8), context.zone),
                             context.now - newForDays * dayMs};
        return engine->readNow<TodayList>([&](Connection &connection) -> Result<TodayList> {
            KINDLING_GET(wholeDay, ActivityRepository(connection).dueOnDay(today, context.now));
            const TodayQueue queue = scanToday(*columns, rows, span, words->stages, wholeDay, query.limit);
            return listed(queue, connection, {context.now, context.zone, QLocale()});
        });
    });
}

QFuture<Result<QString>> DayService::draft(LeadId lead)
{
    return m_engine->read<QString>([lead](Connection &connection) { return DeskRepository(connection).draft(lead); });
}

QFuture<Result<bool>> DayService::keepDraft(LeadId lead, const QString &note)
{
    return m_engine->jot<bool>([lead, note, now = m_engine->clock().now()](Connection &connection) -> Result<bool> {
        KINDLING_TRY(DeskRepository(connection).keepDraft(lead, note, now));
        return true;
    });
}

QFuture<Result<std::optional<CallingSession>>> DayService::session()
{
    return m_engine->read<std::optional<CallingSession>>([](Connection &connection) { return DeskRepository(connection).session(); });
}

QFuture<Result<bool>> DayService::keepSession(const CallingSession &session)
{
    return m_engine->jot<bool>([session](Connection &connection) -> Result<bool> {
        KINDLING_TRY(DeskRepository(connection).keepSession(session));
        return true;
    });
}

QFuture<Result<bool>> DayService::endSession()
{
    return m_engine->jot<bool>([](Connection &connection) -> Result<bool> {
        KINDLING_TRY(DeskRepository(connection).endSession());
        return true;
    });
}

} // namespace kindling
