// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/activity.h"
#include "core/domain/lead.h"
#include "core/domain/pastfact.h"

#include <vector>

namespace kindling {

class Connection;

/// Reads from the journal what leads were at a moment of the past. A change that was taken back never was, and neither was the taking back:
/// so say the stays, and so does this.
class PastReader
{
public:
    PastReader(Connection &connection, UtcMs moment)
        : m_connection(connection)
        , m_moment(moment)
    {
    }

    /// What the columns hold and was otherwise, of all leads, in order of lead. One walk over the journal since the moment. Error
    /// Cancelled.
    Result<std::vector<PastFact>> facts(const Progress *progress);
    /// Leads as they were: stays from their history, fields from the journal as far as it goes back. Those that came in later, and those
    /// that are no more, are left out; the next follow-up is not known.
    Result<std::vector<Lead>> leads(const std::vector<LeadId> &ids);
    /// What had happened with a lead, newest first.
    Result<std::vector<Activity>> activities(LeadId lead);

private:
    Result<void> turnBackFields(std::vector<Lead> &leads);
    Result<void> turnBackStays(Lead &lead);
    Result<void> setLastActivities(std::vector<Lead> &leads);

    Connection &m_connection;
    UtcMs m_moment;
};

} // namespace kindling
