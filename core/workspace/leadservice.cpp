// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadservice.h"

#include "core/base/try.h"
#include "core/rules/pastfilter.h"
#include "core/store/activityrepository.h"
#include "core/store/attachmentrepository.h"
#include "core/store/handoverrepository.h"
#include "core/store/leadhistory.h"
#include "core/store/leadrepository.h"
#include "core/store/mergedleads.h"
#include "core/store/pastreader.h"
#include "core/store/wordrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/timetravel.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

Result<LeadListPtr> listLeads(Engine &engine, const SnapshotPtr &present, const LeadQuery &query, const PastMoment &past,
                              const Progress *progress)
{
    const auto words = engine.vocabulary();
    const bool activities =
        past && (asksLastActivity(query.filter, query.sort, words.get()) || timelineNeeds(query.filter, words.get()).activities);
    KINDLING_GET(from, engine.travel().viewpoint(present, past, activities, progress));
    KINDLING_TRY(from.prepareOrder(engine, query.sort, progress));
    KINDLING_GET(rows, from.evaluate(engine, query.filter, progress));
    const ColumnSnapshot &columns = *from.columns;
    auto list = std::make_shared<LeadList>();
    const SortKey byCreation{LeadField::Created, true};
    list->ids = columns.sorted(rows, query.sort.empty() ? std::span(&byCreation, 1) : std::span(query.sort));
    list->value = columns.sum(rows);
    list->past = past;
    return LeadListPtr(list);
}

} // namespace

LeadService::LeadService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<LeadListPtr>> LeadService::list(const LeadQuery &query, ProgressPtr progress, const PastMoment &past)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<LeadListPtr>(
        [engine, query, progress, past](const SnapshotPtr &columns) { return listLeads(*engine, columns, query, past, progress.get()); });
}

QFuture<Result<std::vector<Lead>>> LeadService::newest(int limit)
{
    return m_engine->read<std::vector<Lead>>([limit](Connection &connection) -> Result<std::vector<Lead>> {
        LeadRepository leads(connection);
        KINDLING_GET(ids, leads.newest(limit));
        return leads.leads(ids);
    });
}

QFuture<Result<std::vector<Lead>>> LeadService::rows(std::vector<LeadId> ids, const PastMoment &past)
{
    const Engine *engine = m_engine.get();
    return m_engine->read<std::vector<Lead>>([engine, ids = std::move(ids), past](Connection &connection) -> Result<std::vector<Lead>> {
        if (past)
            return PastReader(connection, *past).leads(ids);
        KINDLING_GET(leads, LeadRepository(connection).leads(ids));
        engine->scores().fill(leads);
        return std::move(leads);
    });
}

QFuture<Result<PastLead>> LeadService::pastLead(LeadId id, UtcMs moment)
{
    return m_engine->read<PastLead>([id, moment](Connection &connection) -> Result<PastLead> {
        KINDLING_GET(survivor, MergedLeads(connection).survivorOf(id)); // who was merged is one
        PastReader reader(connection, moment);
        KINDLING_GET(leads, reader.leads({survivor}));
        if (leads.empty())
            return Error{ErrorCode::NotFound, id.toString(), QCoreApplication::translate("kindling", "lead")};
        KINDLING_GET(activities, reader.activities(survivor));
        return PastLead{leads.front(), activities};
    });
}

QFuture<Result<Lead>> LeadService::lead(LeadId id)
{
    return m_engine->read<Lead>([id](Connection &connection) { return LeadRepository(connection).lead(id); });
}

QFuture<Result<LeadDossier>> LeadService::dossier(LeadId id, int mostEntries)
{
    const Engine *engine = m_engine.get();
    return m_engine->read<LeadDossier>([engine, id, mostEntries](Connection &connection) -> Result<LeadDossier> {
        LeadRepository leads(connection);
        KINDLING_GET(lead, leads.lead(id));
        std::vector<Lead> scored{std::move(lead)};
        engine->scores().fill(scored);
        lead = std::move(scored.front());
        KINDLING_GET(stays, leads.stays(lead.id));
        ActivityRepository timeline(connection);
        KINDLING_GET(activities, timeline.activities(lead.id));
        KINDLING_GET(followUps, timeline.followUps(lead.id));
        KINDLING_GET(changes, leadHistory(connection, lead.id, mostEntries));
        KINDLING_GET(handovers, HandoverRepository(connection).ofLead(lead.id));
        KINDLING_GET(attachments, AttachmentRepository(connection).ofLead(lead.id));
        KINDLING_GET(imports, leadImports(connection, lead.id));
        return LeadDossier{lead, activities, followUps, changes, stays, handovers, attachments, imports};
    });
}

QFuture<Result<std::optional<Lead>>> LeadService::match(const Lead &draft)
{
    return m_engine->read<std::optional<Lead>>([draft](Connection &connection) -> Result<std::optional<Lead>> {
        LeadRepository leads(connection);
        std::optional<LeadId> id;
        if (!draft.externalId.isEmpty()) {
            KINDLING_GET(found, leads.withExternalId(draft.externalId));
            id = found;
        }
        for (size_t i = 0; !id && i < draft.emails.size(); ++i) {
            KINDLING_GET(found, leads.withContact(draft.emails[i].address.normalised()));
            id = found;
        }
        for (size_t i = 0; !id && i < draft.phones.size(); ++i) {
            KINDLING_GET(found, leads.withContact(draft.phones[i].number.normalised()));
            id = found;
        }
        if (!id)
            return std::optional<Lead>();
        KINDLING_GET(lead, leads.lead(*id));
        return std::optional<Lead>(lead);
    });
}

} // namespace kindling
