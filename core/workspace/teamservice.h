// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"

namespace kindling {

/// How one member stands.
struct MemberStanding
{
    QString name;
    qint64 openLeads = 0;
    qint64 waiting = 0; ///< handovers that this member has not answered
    qint64 accepted = 0;
    qint64 declined = 0;
    qint64 touched = 0; ///< leads that came in within the period and were reached out to
    qint64 untouched = 0; ///< those that still wait for the first word
    std::optional<qint64> medianFirstTouch; ///< milliseconds from coming in to the first touch, of the touched ones
};

/// A handover with its lead.
struct WaitingHandover
{
    Handover handover;
    Lead lead;
};

/// Who works with the leads: members, handing over, sharing out. On one machine names tell people apart, they do not keep anybody out.
/// Writes are one undoable change each. Thread of the workspace.
class TeamService
{
public:
    explicit TeamService(std::shared_ptr<Engine> engine);

    /// All members by name. First touch is counted for leads that came in since `since`: the first call, email, meeting or message that
    /// did not come from them.
    QFuture<Result<std::vector<MemberStanding>>> standing(UtcMs since);
    /// What a member has to accept or decline, oldest first.
    QFuture<Result<std::vector<WaitingHandover>>> waitingFor(const QString &member);

    /// Errors: NameMissing, NameTaken.
    QFuture<Result<Written>> addMember(const QString &name);

    /// Gives leads to another owner, to be accepted or declined; the qualification is kept as it is now. Errors: NameMissing without
    /// somebody to give them to, NotFound, Cancelled.
    QFuture<Result<Written>> handOver(std::vector<LeadId> leads, const QString &to, const QString &reason, const QString &note,
                                      ProgressPtr progress = {});
    /// Declined, the lead goes back to who had it, if it is still with who declines. Error Conflict when it was answered already.
    QFuture<Result<Written>> answer(HandoverId handover, bool accepted, const QString &why = {});
    /// Gives the leads to members in turn, in the order given. Errors as for handOver().
    QFuture<Result<Written>> shareOut(std::vector<LeadId> leads, std::vector<QString> members, ProgressPtr progress = {});

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
