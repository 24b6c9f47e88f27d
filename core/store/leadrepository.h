// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/domain/stay.h"
#include "core/store/statement.h"

#include <functional>

namespace kindling {

/// Reads whole leads.
class LeadRepository
{
public:
    explicit LeadRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// In the order asked; missing ones are left out.
    Result<std::vector<Lead>> leads(const std::vector<LeadId> &ids);
    /// The lead of an id, or the one that it was merged into. Error NotFound.
    Result<Lead> lead(LeadId id);
    /// The open leads that came last, newest first.
    Result<std::vector<LeadId>> newest(int limit);
    /// Lost and disqualified leads that are to be opened again by now.
    Result<std::vector<LeadId>> returning(const QDate &today);
    Result<std::optional<LeadId>> withContact(const QString &normalised);
    Result<std::optional<LeadId>> withExternalId(const QString &externalId);
    Result<std::vector<Stay>> stays(LeadId id);
    /// The ended stays of an axis, of some leads or (with none given) of all: lead, value, from, until.
    Result<void> forEachStay(Axis axis, const std::vector<LeadId> *leads,
                             const std::function<void(LeadId, const QString &, UtcMs, UtcMs)> &visit);

private:
    Result<void> readBatch(const std::vector<LeadId> &ids, size_t from, size_t count, std::vector<Lead> &into);
    Result<void> readContacts(const QString &idList, std::vector<Lead> &leads);
    Result<void> readTags(const QString &idList, std::vector<Lead> &leads);
    Result<void> readFieldValues(const QString &idList, std::vector<Lead> &leads);

    Connection &m_connection;
};

} // namespace kindling
