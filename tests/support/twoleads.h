// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/duplicateservice.h"
#include "support/temporaryworkspace.h"

namespace kindling {

inline Lead marta()
{
    Lead lead;
    lead.externalId = QStringLiteral("HS-1");
    lead.name = QStringLiteral("Marta Oliveira");
    lead.company = QStringLiteral("Padaria Estrela");
    lead.city = QStringLiteral("Porto");
    lead.emails.push_back({*EmailAddress::parse(u"marta@estrela.pt"), {}, ContactState::Usable});
    lead.tags = {QStringLiteral("fair")};
    lead.notes = QStringLiteral("Wants two ovens.");
    return lead;
}

inline Lead martaAgain()
{
    Lead lead;
    lead.externalId = QStringLiteral("PD-9");
    lead.name = QStringLiteral("M. Oliveira");
    lead.jobTitle = QStringLiteral("Owner");
    lead.emails.push_back({*EmailAddress::parse(u"marta.oliveira@web.de"), {}, ContactState::DoNotUse});
    lead.phones.push_back({*PhoneNumber::parse(u"+351 912 345 678", QStringLiteral("PT")), QStringLiteral("Mobile"), ContactState::Usable});
    lead.city = QStringLiteral("Lisboa");
    lead.tags = {QStringLiteral("oven")};
    lead.notes = QStringLiteral("Call after ten.");
    lead.temperature = Temperature::Hot;
    return lead;
}

struct Both
{
    LeadId first;
    LeadId second;
};

/// Two leads of one person, an hour apart, the second with a call and a follow-up.
inline Both addBoth(TemporaryWorkspace &w, const Lead &first, const Lead &second)
{
    Both both;
    both.first = answerOf(w->leads().add(first)).leads.front();
    w.clock().advance(3'600'000);
    both.second = answerOf(w->leads().add(second)).leads.front();
    Activity call;
    call.lead = both.second;
    call.kind = ActivityKind::Call;
    call.note = QStringLiteral("Asked for the price list");
    FollowUp next;
    next.lead = both.second;
    next.localTime = QStringLiteral("2026-03-05T09:00:00");
    next.zone = QStringLiteral("Europe/Berlin");
    answerOf(w->leads().log(call, next));
    w.clock().advance(3'600'000);
    return both;
}

inline Merged merge(TemporaryWorkspace &w, LeadId survivor, const std::vector<LeadId> &others)
{
    return answerOf(w->duplicates().merge({survivor, others, {}, {}}));
}

inline Lead withoutRevision(Lead lead)
{
    lead.revision = {};
    return lead;
}

inline LeadDossier dossier(TemporaryWorkspace &w, LeadId id)
{
    return answerOf(w->leads().dossier(id));
}

} // namespace kindling
