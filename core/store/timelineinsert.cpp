// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/timelineinsert.h"

#include "core/base/try.h"
#include "core/store/journal.h"
#include "core/store/leadwriter.h"
#include "core/store/searchtext.h"

#include <algorithm>
#include <utility>

namespace kindling {

namespace {

/// A record as bound values, in the order of the entity's columns.
QVariantList valuesOf(Entity entity, qint64 id, const QJsonObject &record)
{
    QVariantList values{id};
    for (const QString &column : recordColumns(entity)) {
        const QJsonValue value = record[column];
        values += value.isDouble() ? QVariant(value.toInteger()) : value.isString() ? QVariant(value.toString()) : QVariant();
    }
    return values;
}

} // namespace

TimelineInsert::TimelineInsert(Connection &connection, Journal &journal, LeadWriter &leads)
    : m_connection(connection)
    , m_journal(journal)
    , m_words(leads.words())
    , m_activities(connection, entityName(Entity::Activity), QStringList(QStringLiteral("id")) + recordColumns(Entity::Activity),
                   &leads.insertion())
    , m_followUps(connection, entityName(Entity::FollowUp), QStringList(QStringLiteral("id")) + recordColumns(Entity::FollowUp),
                  &leads.insertion())
{
}

Result<void> TimelineInsert::add(const Activity &activity)
{
    KINDLING_GET(record, activityRecord(activity, m_words, m_journal.id()));
    KINDLING_TRY(m_activities.add(valuesOf(Entity::Activity, activity.id.value(), record)));
    noted(activity.id.value(), activity.note);
    return m_journal.created(Entity::Activity, activity.id.value(), activity.lead.value());
}

Result<void> TimelineInsert::add(const FollowUp &followUp)
{
    KINDLING_GET(record, followUpRecord(followUp, m_words, m_journal.id()));
    KINDLING_TRY(m_followUps.add(valuesOf(Entity::FollowUp, followUp.id.value(), record)));
    noted(followUp.id.value(), followUp.note);
    return m_journal.created(Entity::FollowUp, followUp.id.value(), followUp.lead.value());
}

void TimelineInsert::noted(qint64 id, const QString &note)
{
    if (!note.isEmpty())
        m_firstNoted = m_firstNoted == 0 ? id : std::min(m_firstNoted, id);
}

Result<void> TimelineInsert::finish()
{
    KINDLING_TRY(m_activities.flush());
    KINDLING_TRY(m_followUps.flush());
    return m_firstNoted == 0 ? Result<void>() : noteTimelineFrom(m_connection, std::exchange(m_firstNoted, 0));
}

} // namespace kindling
