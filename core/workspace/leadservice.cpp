// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadservice.h"

#include "core/base/try.h"
#include "core/store/activityrepository.h"
#include "core/store/attachmentrepository.h"
#include "core/store/handoverrepository.h"
#include "core/store/leadhistory.h"
#include "core/store/leadrepository.h"
#include "core/store/wordrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

const SortKey recentFirst{LeadField::LastActivity, true};

FilterContext filterContext(const Engine &engine, const Vocabulary &vocabulary)
{
    return {&vocabulary, engine.clock().now(), engine.clock().zone()};
}

Result<LeadListPtr> listLeads(Engine &engine, const ColumnSnapshot &columns, const LeadQuery &query, const Progress *progress)
{
    const auto words = engine.vocabulary();
    KINDLING_GET(rows, engine.evaluate(columns, query.filter, filterContext(engine, *words), progress));
    auto list = std::make_shared<LeadList>();
    const SortKey byCreation{LeadField::Created, true};
    list->ids = columns.sorted(rows, query.sort.empty() ? std::span(&byCreation, 1) : std::span(query.sort));
    list->value = columns.sum(rows);
    return LeadListPtr(list);
}

} // namespace

LeadService::LeadService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<LeadListPtr>> LeadService::list(const LeadQuery &query, ProgressPtr progress)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<LeadListPtr>(
        [engine, query, progress](const SnapshotPtr &columns) { return listLeads(*engine, *columns, query, progress.get()); });
}

QFuture<Result<std::vector<Lead>>> LeadService::newest(int limit)
{
    return m_engine->read<std::vector<Lead>>([limit](Connection &connection) -> Result<std::vector<Lead>> {
        LeadRepository leads(connection);
        KINDLING_GET(ids, leads.newest(limit));
        return leads.leads(ids);
    });
}

QFuture<Result<std::vector<Lead>>> LeadService::rows(std::vector<LeadId> ids)
{
    return m_engine->read<std::vector<Lead>>(
        [ids = std::move(ids)](Connection &connection) { return LeadRepository(connection).leads(ids); });
}

QFuture<Result<Lead>> LeadService::lead(LeadId id)
{
    return m_engine->read<Lead>([id](Connection &connection) { return LeadRepository(connection).lead(id); });
}

QFuture<Result<LeadDossier>> LeadService::dossier(LeadId id)
{
    return m_engine->read<LeadDossier>([id](Connection &connection) -> Result<LeadDossier> {
        LeadRepository leads(connection);
        KINDLING_GET(lead, leads.lead(id));
        KINDLING_GET(stays, leads.stays(lead.id));
        ActivityRepository timeline(connection);
        KINDLING_GET(activities, timeline.activities(lead.id));
        KINDLING_GET(followUps, timeline.followUps(lead.id));
        KINDLING_GET(changes, leadHistory(connection, lead.id));
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
