// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/handover.h"
#include "core/domain/lead.h"
#include "core/store/wordrepository.h"

namespace kindling {

/// Leads that were handed over, of one connection.
class HandoverRepository
{
public:
    explicit HandoverRepository(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Of a lead and of those that became part of it, newest first.
    Result<std::vector<Handover>> ofLead(LeadId lead);
    /// Those that wait for an answer of a member, oldest first.
    Result<std::vector<Handover>> waitingFor(const QString &member);
    Result<Handover> handover(HandoverId id);

private:
    Result<std::vector<Handover>> query(const QString &rest, const QVariantList &values);

    Connection &m_connection;
};

QString keyOf(Handover::State state);

/// The qualification of a lead as it is, for a handover that begins now.
void takeQualification(Handover &handover, const Lead &lead, const Vocabulary &words);

/// The record of a handover; its members are looked up or made.
Result<QJsonObject> handoverRecord(const Handover &handover, WordRepository &words, ChangeId revision);

} // namespace kindling
