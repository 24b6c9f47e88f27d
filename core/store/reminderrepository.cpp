// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reminderrepository.h"

#include "core/base/try.h"
#include "core/store/connection.h"

namespace kindling {

Result<std::vector<FollowUp>> ReminderRepository::waiting(UtcMs until)
{
    KINDLING_GET(
        rows,
        m_connection.run(QStringLiteral("SELECT f.id, f.lead_id, f.due, f.whole_day, f.local_time, f.zone, f.snoozed_until FROM "
                                        "follow_up f JOIN lead ON lead.id = f.lead_id AND lead.archived = 0 WHERE f.state = 'open' "
                                        "AND f.raised_for IS NOT coalesce(f.snoozed_until, f.due) AND coalesce(f.snoozed_until, "
                                        "f.due) < ? ORDER BY coalesce(f.snoozed_until, f.due)"),
                         {until}));
    std::vector<FollowUp> waiting;
    while (rows->next()) {
        FollowUp &followUp = waiting.emplace_back();
        followUp.id = FollowUpId(rows->integer(0));
        followUp.lead = LeadId(rows->integer(1));
        followUp.due = rows->integer(2);
        followUp.wholeDay = rows->integer(3) != 0;
        followUp.localTime = rows->text(4);
        followUp.zone = rows->text(5);
        followUp.snoozedUntil = rows->optionalInteger(6);
    }
    return waiting;
}

Result<void> ReminderRepository::shown(const std::vector<std::pair<FollowUpId, UtcMs>> &moments)
{
    for (const auto &[id, moment] : moments)
        KINDLING_TRY(m_connection.run(QStringLiteral("UPDATE follow_up SET raised_for = ? WHERE id = ?"), {moment, id.value()}));
    return {};
}

} // namespace kindling
