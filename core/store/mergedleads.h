// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

#include <unordered_map>
#include <vector>

namespace kindling {

class Connection;

/// A lead that became part of another.
struct MergedLead
{
    LeadId id; ///< its own, which goes on finding the survivor
    LeadId survivor;
    QString name;
    UtcMs at = 0; ///< when they were merged
    ChangeId change;
};

/// "IN (…)" with one place for the id of a lead: the lead and all that is part of it, however many merges ago.
QString inWholeLead();

/// Reading which leads became which, and which are known to be two.
class MergedLeads
{
public:
    explicit MergedLeads(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The lead that an id means now: the last survivor of a merged one, any other id itself.
    Result<LeadId> survivorOf(LeadId id);
    Result<std::optional<MergedLead>> find(LeadId id);
    /// The leads merged into one, the last first.
    Result<std::vector<MergedLead>> into(LeadId survivor);
    /// The survivors by the external ids of what was merged into them.
    Result<std::unordered_map<QString, LeadId>> byExternalId();
    /// The merged lead that had this external id; null for none.
    Result<LeadId> withExternalId(const QString &externalId);
    /// The survivor of the lead that had this id, or this external id; null for a text that is neither.
    Result<LeadId> named(const QString &text);
    /// All survivors by the ids that were merged, chains followed.
    Result<std::unordered_map<LeadId, LeadId>> survivors();
    /// The pairs of which a person said that they are two, smaller id first.
    Result<std::vector<std::pair<LeadId, LeadId>>> distinctPairs();

private:
    Connection &m_connection;
};

} // namespace kindling
