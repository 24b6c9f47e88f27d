// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/activityrepository.h"

#include "core/base/try.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"

#include <QCoreApplication>

namespace kindling {

Result<std::vector<Activity>> ActivityRepository::activities(LeadId lead)
{
    return queryActivities(QStringLiteral("WHERE lead_id = ? ORDER BY at DESC, activity.id DESC"), {lead.value()});
}

Result<std::vector<Activity>> ActivityRepository::lastOf(const std::vector<LeadId> &leads)
{
    return queryActivities(QStringLiteral("WHERE activity.id IN (SELECT (SELECT a.id FROM activity a WHERE a.lead_id = j.value ORDER BY "
                                          "a.at DESC, a.id DESC LIMIT 1) FROM json_each(?) j)"),
                           {jsonIds(leads)});
}

Result<Activity> ActivityRepository::activity(ActivityId id)
{
    KINDLING_GET(found, queryActivities(QStringLiteral("WHERE activity.id = ?"), {id.value()}));
    if (found.empty())
        return Error{ErrorCode::NotFound, id.toString(), QCoreApplication::translate("kindling", "activity")};
    return found.front();
}

Result<std::vector<Activity>> ActivityRepository::ofCompany(CompanyId company, int limit)
{
    return queryActivities(
        QStringLiteral("WHERE lead_id IN (SELECT id FROM lead WHERE company_id = ?) ORDER BY at DESC, activity.id DESC LIMIT ?"),
        {company.value(), limit});
}

Result<std::vector<Activity>> ActivityRepository::queryActivities(const QString &rest, const QVariantList &values)
{
    KINDLING_GET(
        rows,
        m_connection.run(QStringLiteral("SELECT activity.id, revision, lead_id, activity.kind, at, direction, outcome, duration, "
                                        "note, word.name, outcome_name, (SELECT name FROM word WHERE id = campaign_id), (SELECT name FROM "
                                        "word WHERE id = magnet_id) FROM activity LEFT JOIN word ON word.id = who_id ")
                             + rest,
                         values));
    std::vector<Activity> activities;
    while (rows->next()) {
        Activity &a = activities.emplace_back();
        a.id = ActivityId(rows->integer(0));
        a.revision = ChangeId(rows->integer(1));
        a.lead = LeadId(rows->integer(2));
        a.kind = fromKey<ActivityKind>(rows->text(3)).value_or(ActivityKind::Note);
        a.at = rows->integer(4);
        a.direction = fromKey<Direction>(rows->text(5)).value_or(Direction::None);
        a.outcome = fromKey<CallOutcome>(rows->text(6)).value_or(CallOutcome::None);
        if (!rows->isNull(7))
            a.durationSeconds = int(rows->integer(7));
        a.note = rows->text(8);
        a.who = rows->text(9);
        a.outcomeName = rows->text(10);
        a.campaign = rows->text(11);
        a.magnet = rows->text(12);
    }
    return activities;
}

Result<std::vector<FollowUp>> ActivityRepository::queryFollowUps(const QString &rest, const QVariantList &values)
{
    KINDLING_GET(
        rows,
        m_connection.run(
            QStringLiteral("SELECT follow_up.id, revision, lead_id, follow_up.kind, due, whole_day, local_time, zone, "
                           "repeat, state, snoozed_until, note, word.name, priority, done_at FROM follow_up LEFT JOIN word ON word.id "
                           "= who_id ")
                + rest,
            values));
    std::vector<FollowUp> followUps;
    while (rows->next()) {
        FollowUp &f = followUps.emplace_back();
        f.id = FollowUpId(rows->integer(0));
        f.revision = ChangeId(rows->integer(1));
        f.lead = LeadId(rows->integer(2));
        f.kind = fromKey<FollowUpKind>(rows->text(3)).value_or(FollowUpKind::Task);
        f.due = rows->integer(4);
        f.wholeDay = rows->integer(5) != 0;
        f.localTime = rows->text(6);
        f.zone = rows->text(7);
        f.repeat = rows->text(8);
        f.state = fromKey<FollowUpState>(rows->text(9)).value_or(FollowUpState::Open);
        f.snoozedUntil = rows->optionalInteger(10);
        f.note = rows->text(11);
        f.who = rows->text(12);
        f.priority = fromKey<FollowUpPriority>(rows->text(13)).value_or(FollowUpPriority::Normal);
        f.doneAt = rows->optionalInteger(14);
    }
    return followUps;
}

Result<std::vector<FollowUp>> ActivityRepository::followUps(LeadId lead)
{
    return queryFollowUps(
        QStringLiteral("WHERE lead_id = ? ORDER BY state <> 'open', CASE state WHEN 'open' THEN coalesce(snoozed_until, due) "
                       "ELSE -due END"),
        {lead.value()});
}

Result<std::vector<FollowUp>> ActivityRepository::followUpsOf(const std::vector<LeadId> &leads)
{
    return queryFollowUps(QStringLiteral("WHERE lead_id IN (SELECT value FROM json_each(?)) ORDER BY lead_id, due, follow_up.id"),
                          {jsonIds(leads)});
}

Result<FollowUp> ActivityRepository::followUp(FollowUpId id)
{
    KINDLING_GET(found, queryFollowUps(QStringLiteral("WHERE follow_up.id = ?"), {id.value()}));
    if (found.empty())
        return Error{ErrorCode::NotFound, id.toString(), QCoreApplication::translate("kindling", "follow-up")};
    return found.front();
}

Result<std::vector<FollowUp>> ActivityRepository::due(UtcMs until, int limit)
{
    return queryFollowUps(
        QStringLiteral("WHERE state = 'open' AND coalesce(snoozed_until, due) < ? ORDER BY coalesce(snoozed_until, due) LIMIT ?"),
        {until, limit});
}

Result<std::vector<LeadId>> ActivityRepository::dueOnDay(const QDate &day, UtcMs now)
{
    // The day begins at another moment in other zones: what was planned there is found by its date. Earlier ones are late.
    constexpr qint64 earliestZone = 15 * 3'600'000;
    const UtcMs from = QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() - earliestZone;
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT lead_id FROM follow_up WHERE state = 'open' AND coalesce(snoozed_until, due) >= ? "
                                                 "AND coalesce(snoozed_until, due) < ? GROUP BY lead_id HAVING min(whole_day = 1 AND "
                                                 "snoozed_until IS NULL AND substr(local_time, 1, 10) >= ?) = 1 ORDER BY lead_id"),
                                  {from, now, day.toString(Qt::ISODate)}));
    std::vector<LeadId> leads;
    while (rows->next())
        leads.emplace_back(rows->integer(0));
    return leads;
}

Result<QJsonObject> activityRecord(const Activity &activity, WordRepository &words, ChangeId revision)
{
    KINDLING_GET(who, words.idFor(WordKind::Member, activity.who));
    KINDLING_GET(campaign, words.idFor(WordKind::Campaign, activity.campaign));
    KINDLING_GET(magnet, words.idFor(WordKind::Magnet, activity.magnet));
    return QJsonObject{{QStringLiteral("revision"), revision.value()},
                       {QStringLiteral("lead_id"), activity.lead.value()},
                       {QStringLiteral("kind"), keyOf(activity.kind)},
                       {QStringLiteral("at"), activity.at},
                       {QStringLiteral("direction"), keyOf(activity.direction)},
                       {QStringLiteral("outcome"), keyOf(activity.outcome)},
                       {QStringLiteral("outcome_name"), recordOrNull(activity.outcomeName)},
                       {QStringLiteral("duration"), recordOrNull(activity.durationSeconds)},
                       {QStringLiteral("note"), recordOrNull(activity.note)},
                       {QStringLiteral("who_id"), recordOrNull(who)},
                       {QStringLiteral("campaign_id"), recordOrNull(campaign)},
                       {QStringLiteral("magnet_id"), recordOrNull(magnet)}};
}

QJsonValue priorityRecord(FollowUpPriority priority)
{
    return priority == FollowUpPriority::Normal ? QJsonValue() : QJsonValue(keyOf(priority));
}

Result<QJsonObject> followUpRecord(const FollowUp &followUp, WordRepository &words, ChangeId revision)
{
    KINDLING_GET(who, words.idFor(WordKind::Member, followUp.who));
    return QJsonObject{{QStringLiteral("revision"), revision.value()},
                       {QStringLiteral("lead_id"), followUp.lead.value()},
                       {QStringLiteral("kind"), keyOf(followUp.kind)},
                       {QStringLiteral("due"), followUp.due},
                       {QStringLiteral("whole_day"), int(followUp.wholeDay)},
                       {QStringLiteral("local_time"), followUp.localTime},
                       {QStringLiteral("zone"), followUp.zone},
                       {QStringLiteral("repeat"), recordOrNull(followUp.repeat)},
                       {QStringLiteral("state"), keyOf(followUp.state)},
                       {QStringLiteral("snoozed_until"), recordOrNull(followUp.snoozedUntil)},
                       {QStringLiteral("priority"), priorityRecord(followUp.priority)},
                       {QStringLiteral("done_at"), recordOrNull(followUp.doneAt)},
                       {QStringLiteral("note"), recordOrNull(followUp.note)},
                       {QStringLiteral("who_id"), recordOrNull(who)}};
}

} // namespace kindling
