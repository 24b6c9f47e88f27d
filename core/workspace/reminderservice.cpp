// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/reminderservice.h"

#include "core/base/try.h"
#include "core/rules/reminderplan.h"
#include "core/store/activityrepository.h"
#include "core/store/leadrepository.h"
#include "core/store/reminderrepository.h"
#include "core/workspace/engine.h"

#include <algorithm>

namespace kindling {

namespace {

/// A day and the widest shift of zones: what is promised in another zone, or by rules that changed, is found in time.
constexpr qint64 ahead = 40 * qint64(3'600'000);
constexpr qint64 longestWait = 3'600'000;
constexpr size_t namesShown = 3;

struct Fired
{
    std::vector<FollowUp> followUps;
    bool missed = false; ///< more than one came late
    UtcMs nextLook = 0;
};

Fired fire(const std::vector<FollowUp> &waiting, const WorkRules &work, UtcMs now, const QTimeZone &zone,
           const std::unordered_map<FollowUpId, UtcMs> &underway)
{
    Fired fired;
    fired.nextLook = now + longestWait;
    size_t late = 0;
    for (const FollowUp &followUp : waiting) {
        if (const auto on = underway.find(followUp.id); on != underway.end() && on->second == followUp.remindAt())
            continue; // on its way to the desktop
        const UtcMs moment = reminderMoment(followUp, work, zone);
        if (moment > now) {
            fired.nextLook = std::min(fired.nextLook, moment);
            continue;
        }
        late += now - moment > missedAfterMs ? 1 : 0;
        fired.followUps.push_back(followUp);
    }
    // Quiet hours that begin or end now, not the moment it was for, decide whether anything is shown.
    if (outOfQuiet(now, work, zone) > now) {
        fired.nextLook = std::min(fired.nextLook, outOfQuiet(now, work, zone));
        fired.followUps.clear();
    }
    fired.missed = late > 1;
    return fired;
}

Result<ReminderBatch> batchOf(Connection &connection, const Fired &fired)
{
    ReminderBatch batch;
    batch.nextLook = fired.nextLook;
    const bool together = fired.missed || fired.followUps.size() > remindersApart;
    LeadRepository leads(connection);
    for (const FollowUp &followUp : fired.followUps) {
        if (together) {
            batch.together.push_back(followUp.id);
            if (size_t(batch.names.size()) >= namesShown)
                continue;
        }
        KINDLING_GET(lead, leads.lead(followUp.lead));
        if (together) {
            batch.names += lead.displayName();
            continue;
        }
        KINDLING_GET(whole, ActivityRepository(connection).followUp(followUp.id));
        batch.apart.push_back({whole, lead});
    }
    return batch;
}

} // namespace

ReminderService::ReminderService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
    , m_underway(std::make_shared<Underway>())
{
}

QFuture<Result<ReminderBatch>> ReminderService::look()
{
    const Engine *engine = m_engine.get();
    return m_engine->jot<ReminderBatch>([engine, underway = m_underway](Connection &connection) -> Result<ReminderBatch> {
        const UtcMs now = engine->clock().now();
        KINDLING_GET(waiting, ReminderRepository(connection).waiting(now + ahead));
        const Fired fired = fire(waiting, engine->vocabulary()->work, now, engine->clock().zone(), *underway);
        KINDLING_GET(batch, batchOf(connection, fired));
        for (const FollowUp &followUp : fired.followUps)
            (*underway)[followUp.id] = followUp.remindAt();
        return batch;
    });
}

QFuture<Result<std::vector<FollowUpId>>> ReminderService::settled(std::vector<FollowUpId> ids)
{
    const UtcMs now = m_engine->clock().now();
    return m_engine->read<std::vector<FollowUpId>>([ids = std::move(ids), now](Connection &connection) -> Result<std::vector<FollowUpId>> {
        std::vector<FollowUpId> over;
        ActivityRepository repository(connection);
        for (const FollowUpId id : ids) {
            const Result<FollowUp> followUp = repository.followUp(id);
            if (!followUp && followUp.error().code != ErrorCode::NotFound)
                return followUp.error();
            if (!followUp || followUp->state != FollowUpState::Open || followUp->remindAt() > now)
                over.push_back(id);
        }
        return over;
    });
}

QFuture<Result<bool>> ReminderService::shown(std::vector<FollowUpId> ids)
{
    return m_engine->jot<bool>([ids = std::move(ids), underway = m_underway](Connection &connection) -> Result<bool> {
        std::vector<std::pair<FollowUpId, UtcMs>> moments;
        for (const FollowUpId id : ids) {
            if (const auto on = underway->find(id); on != underway->end())
                moments.emplace_back(id, on->second);
        }
        KINDLING_TRY(ReminderRepository(connection).shown(moments));
        return true;
    });
}

} // namespace kindling
