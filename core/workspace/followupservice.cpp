// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/followupservice.h"

#include "core/base/try.h"
#include "core/rules/nextstep.h"
#include "core/store/activityrepository.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/followupcommands.h"

#include <QCoreApplication>

namespace kindling {

namespace {

Result<void> updateState(Writing &writing, FollowUpId id, const char *label, const QJsonObject &changed)
{
    KINDLING_GET(followUp, ActivityRepository(writing.connection).followUp(id));
    KINDLING_GET(lead, LeadRepository(writing.connection).lead(followUp.lead));
    writing.label = QCoreApplication::translate("kindling", label).arg(lead.displayName());
    const Result<bool> done = writing.journal.update(Entity::FollowUp, id.value(), changed);
    return done ? Result<void>() : Result<void>(done.error());
}

/// What people did with a lead and it with them; visits and downloads are no touch.
Touches touchesOf(const std::vector<Activity> &activities)
{
    Touches touches;
    for (const Activity &activity : activities) { // newest first
        const bool touch = activity.kind == ActivityKind::Call || activity.kind == ActivityKind::Email
            || activity.kind == ActivityKind::Meeting || activity.kind == ActivityKind::Message;
        if (!touch)
            continue;
        ++touches.count;
        if (!touches.last)
            touches.last = activity.at;
    }
    return touches;
}

} // namespace

FollowUpService::FollowUpService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<std::vector<DueFollowUp>>> FollowUpService::due(UtcMs until, int limit)
{
    return m_engine->read<std::vector<DueFollowUp>>([until, limit](Connection &connection) -> Result<std::vector<DueFollowUp>> {
        KINDLING_GET(followUps, ActivityRepository(connection).due(until, limit));
        std::vector<LeadId> ids;
        ids.reserve(followUps.size());
        for (const FollowUp &followUp : followUps)
            ids.push_back(followUp.lead);
        KINDLING_GET(leads, LeadRepository(connection).leads(ids));
        std::vector<DueFollowUp> due;
        for (size_t i = 0; i < followUps.size() && i < leads.size(); ++i) {
            if (!leads[i].archived)
                due.push_back({followUps[i], leads[i]});
        }
        return due;
    });
}

QFuture<Result<Written>> FollowUpService::plan(FollowUp followUp)
{
    return m_engine->change(ChangeHead::Kind::Do, [followUp = std::move(followUp)](Writing &writing) -> Result<void> {
        KINDLING_GET(lead, LeadRepository(writing.connection).lead(followUp.lead));
        writing.label = QCoreApplication::translate("kindling", "Plan a follow-up with %1").arg(lead.displayName());
        FollowUp planned = followUp;
        planned.lead = lead.id; // of a merged lead: the survivor
        return writeFollowUp(writing, planned);
    });
}

QFuture<Result<Written>> FollowUpService::complete(FollowUpId id)
{
    const QTimeZone zone = m_engine->clock().zone();
    return m_engine->change(ChangeHead::Kind::Do, [id, zone](Writing &writing) -> Result<void> {
        KINDLING_GET(followUp, ActivityRepository(writing.connection).followUp(id));
        KINDLING_GET(lead, LeadRepository(writing.connection).lead(followUp.lead));
        writing.label = QCoreApplication::translate("kindling", "Complete the follow-up with %1").arg(lead.displayName());
        return completeFollowUp(writing, followUp, zone);
    });
}

QFuture<Result<Written>> FollowUpService::reschedule(FollowUpId id, const PlannedTime &planned)
{
    return m_engine->change(ChangeHead::Kind::Do, [id, planned](Writing &writing) -> Result<void> {
        KINDLING_GET(record, dueRecord(followUpAt({}, planned)));
        record.insert(QStringLiteral("snoozed_until"), QJsonValue());
        return updateState(writing, id, QT_TRANSLATE_NOOP("kindling", "Reschedule the follow-up with %1"), record);
    });
}

QFuture<Result<Written>> FollowUpService::snooze(FollowUpId id, UtcMs until)
{
    return m_engine->change(ChangeHead::Kind::Do, [id, until](Writing &writing) {
        return updateState(writing, id, QT_TRANSLATE_NOOP("kindling", "Snooze the follow-up with %1"),
                           {{QStringLiteral("snoozed_until"), until}});
    });
}

QFuture<Result<Written>> FollowUpService::setPriority(FollowUpId id, FollowUpPriority priority)
{
    return m_engine->change(ChangeHead::Kind::Do, [id, priority](Writing &writing) {
        return updateState(writing, id, QT_TRANSLATE_NOOP("kindling", "Change the priority of the follow-up with %1"),
                           {{QStringLiteral("priority"), priorityRecord(priority)}});
    });
}

QFuture<Result<Written>> FollowUpService::cancel(FollowUpId id)
{
    return m_engine->change(ChangeHead::Kind::Do, [id](Writing &writing) {
        return updateState(writing, id, QT_TRANSLATE_NOOP("kindling", "Cancel the follow-up with %1"),
                           {{QStringLiteral("state"), keyOf(FollowUpState::Cancelled)}, {QStringLiteral("done_at"), writing.now}});
    });
}

QFuture<Result<std::optional<CadenceProposal>>> FollowUpService::propose(LeadId lead)
{
    using Proposal = std::optional<CadenceProposal>;
    Engine *engine = m_engine.get();
    return m_engine->ask<Proposal>([engine, lead](const SnapshotPtr &columns) -> Result<Proposal> {
        struct Known
        {
            Lead lead;
            Touches touches;
        };
        KINDLING_GET(known, engine->readNow<Known>([lead](Connection &connection) -> Result<Known> {
            KINDLING_GET(found, LeadRepository(connection).lead(lead));
            KINDLING_GET(activities, ActivityRepository(connection).activities(found.id));
            return Known{found, touchesOf(activities)};
        }));
        const auto words = engine->vocabulary();
        const FilterContext context{words.get(), engine->clock().now(), engine->clock().zone()};
        const std::optional<quint32> row = columns->rowOf(known.lead.id);
        const Cadence *fitting = words->work.cadenceOf(known.lead.temperature);
        for (const Cadence &cadence : words->work.cadences) {
            if (!cadence.segment || !row || !words->segmentNamed(cadence.of))
                continue;
            KINDLING_GET(rows, engine->evaluate(*columns, Filter::segment(cadence.of), context));
            if (rows.contains(*row)) {
                fitting = &cadence;
                break;
            }
        }
        if (!fitting)
            return Proposal();
        return Proposal(proposeTouch(*fitting, known.touches, words->work, context.now, context.zone));
    });
}

} // namespace kindling
