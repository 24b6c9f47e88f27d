// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/callingsession.h"
#include "core/domain/today.h"
#include "core/workspace/leadservice.h"

namespace kindling {

/// One line of Today.
struct TodayRow
{
    TodayGroup group = TodayGroup::Overdue;
    Lead lead;
    std::optional<FollowUp> followUp; ///< the next open one
    QString reason; ///< why it is here, in words
    QString contact; ///< number or address; empty for none
    QString lastWord; ///< empty when nothing happened yet
};

struct TodayList
{
    std::vector<TodayRow> rows; ///< in the order of the queue
    std::array<qint64, todayGroups> counts{}; ///< of all, also those beyond the limit
};

struct TodayQuery
{
    bool mine = false; ///< only the leads of the member who works
    Filter among; ///< only leads that match it; all when it is empty
    std::vector<LeadId> without; ///< put aside until the others are there
    size_t limit = 200; ///< rows of each group
};

/// The day of the one who works. Thread of the workspace.
class DayService
{
public:
    explicit DayService(std::shared_ptr<Engine> engine);

    /// The open leads that want something, from the columns; archived ones are left out.
    QFuture<Result<TodayList>> today(const TodayQuery &query = {});

    // What lies on the desk: kept across restarts, no part of the history.
    /// The note of a call that was not saved; empty for none.
    QFuture<Result<QString>> draft(LeadId lead);
    /// An empty note removes it.
    QFuture<Result<bool>> keepDraft(LeadId lead, const QString &note);
    /// The calling session that was left, if there is one.
    QFuture<Result<std::optional<CallingSession>>> session();
    QFuture<Result<bool>> keepSession(const CallingSession &session);
    QFuture<Result<bool>> endSession();

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
