// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/store/wordrepository.h"

namespace kindling {

/// Activities and follow-ups of one connection.
class ActivityRepository
{
public:
    explicit ActivityRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Newest first.
    Result<std::vector<Activity>> activities(LeadId lead);
    /// The newest of each lead that has one, in any order.
    Result<std::vector<Activity>> lastOf(const std::vector<LeadId> &leads);
    Result<Activity> activity(ActivityId id);
    /// Those of all leads of a company, newest first.
    Result<std::vector<Activity>> ofCompany(CompanyId company, int limit);
    /// Open ones by time, then the others, newest first.
    Result<std::vector<FollowUp>> followUps(LeadId lead);
    /// Of several leads, by lead and time.
    Result<std::vector<FollowUp>> followUpsOf(const std::vector<LeadId> &leads);
    Result<FollowUp> followUp(FollowUpId id);
    /// Open ones to bring up before `until`, earliest first.
    Result<std::vector<FollowUp>> due(UtcMs until, int limit);
    /// The leads, in ascending order, whose open follow-ups up to `now` are all for this day at no particular time: not late yet.
    Result<std::vector<LeadId>> dueOnDay(const QDate &day, UtcMs now);

private:
    Result<std::vector<Activity>> queryActivities(const QString &rest, const QVariantList &values);
    Result<std::vector<FollowUp>> queryFollowUps(const QString &rest, const QVariantList &values);

    Connection &m_connection;
};

/// The records of an activity and a follow-up; the member's id is looked up or made.
Result<QJsonObject> activityRecord(const Activity &activity, WordRepository &words, ChangeId revision);
Result<QJsonObject> followUpRecord(const FollowUp &followUp, WordRepository &words, ChangeId revision);
/// What a record says of a priority: nothing of a normal one.
QJsonValue priorityRecord(FollowUpPriority priority);

} // namespace kindling
