// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/followupservice.h"

#include "core/base/try.h"
#include "core/store/activityrepository.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>
#include <QDateTime>

namespace kindling {

namespace {

/// The moment that a wall time in a zone means. A time that a zone skips is moved on by the gap; of a doubled hour it is the first.
Result<UtcMs> momentOf(const QString &localTime, const QString &zone)
{
    const QTimeZone place(zone.toUtf8());
    QDateTime local = QDateTime::fromString(localTime, Qt::ISODate);
    if (!place.isValid() || !local.isValid())
        return Error {ErrorCode::InvalidValue, localTime + u' ' + zone, QCoreApplication::translate("kindling", "time")};
    const qint64 asUtc = QDateTime(local.date(), local.time(), Qt::UTC).toMSecsSinceEpoch();
    // The offset that held a day before is right for all but the doubled hour's second half and the times after a change.
    const auto offsetAt = [&](qint64 moment) { return qint64(place.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC))) * 1000; };
    constexpr qint64 day = 24 * 3600 * 1000;
    const qint64 before = offsetAt(asUtc - day);
    const qint64 after = offsetAt(asUtc + day);
    if (offsetAt(asUtc - before) == before)
        return asUtc - before;
    if (offsetAt(asUtc - after) == after)
        return asUtc - after;
    return asUtc - before; // in the gap: the old offset leads past it by just the gap
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

FollowUpService::FollowUpService(std::shared_ptr<Engine> engine) : m_engine(std::move(engine)) {}

QFuture<Result<std::vector<DueFollowUp>>> FollowUpService::due(UtcMs until, int limit)
{
    return m_engine->read<std::vector<DueFollowUp>>([until, limit](Connection &connection) -> Result<std::vector<DueFollowUp>> {
        KINDLING_GET(followUps, ActivityRepository(connection).due(until, limit));
        std::vector<LeadId> ids;
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
        FollowUp planned = followUp;
        planned.id = nextId<FollowUpId>();
        KINDLING_GET(due, momentOf(planned.localTime, planned.zone));
        planned.due = due;
        if (planned.who.isEmpty())
            planned.who = writing.vocabulary.me;
        writing.label = QCoreApplication::translate("kindling", "Plan a follow-up with %1").arg(lead.displayName());
        WordRepository words(writing.connection, &writing.journal);
        KINDLING_GET(record, followUpRecord(planned, words, writing.journal.id()));
        return writing.journal.create(Entity::FollowUp, planned.id.value(), record);
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
