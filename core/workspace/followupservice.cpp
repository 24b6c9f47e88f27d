// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/followupservice.h"

#include "core/base/try.h"
#include "core/rules/when.h"
#include "core/store/activityrepository.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/followupcommands.h"

#include <QCoreApplication>

namespace kindling {

namespace {

Result<UtcMs> momentOf(const QString &localTime, const QString &zone)
{
    const QTimeZone place(zone.toUtf8());
    if (zone.isEmpty() || !place.isValid()) // of no name Qt makes the zone of the system
        return Error{ErrorCode::InvalidValue, localTime + u' ' + zone, QCoreApplication::translate("kindling", "time")};
    // A wall time that the system's own zone skips would be invalid as QDateTime: the parts are read, not the whole.
    const QDate date = QDate::fromString(localTime.left(10), Qt::ISODate);
    const QTime time = QTime::fromString(localTime.mid(11), Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return Error{ErrorCode::InvalidValue, localTime, QCoreApplication::translate("kindling", "time")};
    return wallTime(date, time, place).toMSecsSinceEpoch();
}

Result<void> updateState(Writing &writing, FollowUpId id, const char *label, const QJsonObject &changed)
{
    KINDLING_GET(followUp, ActivityRepository(writing.connection).followUp(id));
    KINDLING_GET(lead, LeadRepository(writing.connection).lead(followUp.lead));
    writing.label = QCoreApplication::translate("kindling", label).arg(lead.displayName());
    const Result<bool> done = writing.journal.update(Entity::FollowUp, id.value(), changed);
    return done ? Result<void>() : Result<void>(done.error());
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

Result<void> writeFollowUp(Writing &writing, const FollowUp &followUp)
{
    FollowUp planned = followUp;
    planned.id = nextId<FollowUpId>();
    KINDLING_GET(due, momentOf(planned.localTime, planned.zone));
    planned.due = due;
    if (planned.who.isEmpty())
        planned.who = writing.vocabulary.me;
    WordRepository words(writing.connection, &writing.journal);
    KINDLING_GET(record, followUpRecord(planned, words, writing.journal.id()));
    return writing.journal.create(Entity::FollowUp, planned.id.value(), record);
}

QFuture<Result<Written>> FollowUpService::plan(FollowUp followUp)
{
    return m_engine->change(ChangeHead::Kind::Do, [followUp = std::move(followUp)](Writing &writing) -> Result<void> {
        KINDLING_GET(lead, LeadRepository(writing.connection).lead(followUp.lead));
        writing.label = QCoreApplication::translate("kindling", "Plan a follow-up with %1").arg(lead.displayName());
        return writeFollowUp(writing, followUp);
    });
}

QFuture<Result<Written>> FollowUpService::complete(FollowUpId id)
{
    return m_engine->change(ChangeHead::Kind::Do, [id](Writing &writing) {
        return updateState(writing, id, QT_TRANSLATE_NOOP("kindling", "Complete the follow-up with %1"),
                           {{QStringLiteral("state"), keyOf(FollowUpState::Done)}});
    });
}

QFuture<Result<Written>> FollowUpService::snooze(FollowUpId id, UtcMs until)
{
    return m_engine->change(ChangeHead::Kind::Do, [id, until](Writing &writing) {
        return updateState(writing, id, QT_TRANSLATE_NOOP("kindling", "Snooze the follow-up with %1"),
                           {{QStringLiteral("snoozed_until"), until}});
    });
}

QFuture<Result<Written>> FollowUpService::cancel(FollowUpId id)
{
    return m_engine->change(ChangeHead::Kind::Do, [id](Writing &writing) {
        return updateState(writing, id, QT_TRANSLATE_NOOP("kindling", "Cancel the follow-up with %1"),
                           {{QStringLiteral("state"), keyOf(FollowUpState::Cancelled)}});
    });
}

} // namespace kindling
