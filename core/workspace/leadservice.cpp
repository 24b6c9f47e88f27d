// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadservice.h"

#include "core/base/try.h"
#include "core/store/activityrepository.h"
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

/// The options of a choice, those no longer offered only while leads stand there, and none.
std::vector<std::pair<qint64, QString>> optionKeys(const CustomField &field, const std::vector<GroupTotals> &groups)
{
    const auto occupied = [&](qint64 key) {
        return std::any_of(groups.begin(), groups.end(), [key](const GroupTotals &g) { return g.key == key; });
    };
    std::vector<std::pair<qint64, QString>> keys;
    if (field.type == FieldType::YesNo)
        keys = {{2, QCoreApplication::translate("kindling", "Yes")}, {1, QCoreApplication::translate("kindling", "No")}};
    for (const FieldOption &option : field.options) {
        if (!option.removed || occupied(option.id.value()))
            keys.emplace_back(option.id.value(), option.name);
    }
    if (occupied(0))
        keys.emplace_back(0, QString());
    return keys;
}

/// The values of an axis that have a column even when no lead stands there.
std::vector<std::pair<qint64, QString>> boardKeys(FieldId by, const Vocabulary &words, const std::vector<GroupTotals> &groups)
{
    std::vector<std::pair<qint64, QString>> keys;
    if (const CustomField *field = words.field(by.custom()))
        return optionKeys(*field, groups);
    if (by == LeadField::Temperature) {
        for (const Temperature t : allOf<Temperature>())
            keys.emplace_back(qint64(t), labelOf(t));
    } else if (by == LeadField::Stage) {
        for (const Stage &stage : words.stages)
            keys.emplace_back(stage.id.value(), stage.name);
    } else {
        for (const GroupTotals &group : groups)
            keys.emplace_back(group.key, QString());
    }
    return keys;
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

QFuture<Result<std::vector<BoardColumn>>> LeadService::board(const BoardQuery &query)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<std::vector<BoardColumn>>([engine, query](const SnapshotPtr &columns) -> Result<std::vector<BoardColumn>> {
        const auto words = engine->vocabulary();
        const FilterContext context = filterContext(*engine, *words);
        KINDLING_GET(rows, engine->evaluate(*columns, query.filter, context));
        const std::vector<GroupTotals> groups = columns->group(rows, query.by, context.now);
        const std::vector<SortKey> sort = query.sort.empty() ? std::vector<SortKey>{{LeadField::NextFollowUp, false}} : query.sort;
        std::map<qint64, std::vector<LeadId>> leads = columns->groupSorted(rows, query.by, sort);
        std::vector<BoardColumn> board;
        for (auto &[key, name] : boardKeys(query.by, *words, groups)) {
            BoardColumn column;
            column.key = key;
            column.name = name;
            if (query.by == LeadField::Owner && key != 0) {
                KINDLING_GET(owner, engine->readNow<QString>([id = key](Connection &c) { return WordRepository(c).name(id); }));
                column.name = owner;
            }
            auto list = std::make_shared<LeadList>();
            const auto group = std::find_if(groups.begin(), groups.end(), [id = key](const GroupTotals &g) { return g.key == id; });
            if (group != groups.end()) {
                list->ids = std::move(leads[key]);
                list->value = group->value;
                column.weighted = group->weighted;
                column.overdue = group->overdue;
            }
            column.leads = std::move(list);
            board.push_back(std::move(column));
        }
        return board;
    });
}

QFuture<Result<LeadService::Hits>> LeadService::search(const QString &text, int limit)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<Hits>([engine, text, limit](const SnapshotPtr &columns) -> Result<Hits> {
        const auto words = engine->vocabulary();
        KINDLING_GET(rows, columns->evaluate(Filter::freeText(text), filterContext(*engine, *words)));
        std::vector<LeadId> ids = columns->sorted(rows, {&recentFirst, 1}, size_t(limit));
        Hits hits;
        hits.total = rows.count();
        return engine->readNow<Hits>([&](Connection &connection) -> Result<Hits> {
            LeadRepository leads(connection);
            if (ids.size() < size_t(limit)) {
                KINDLING_GET(noted, leads.withNote(text, limit * 4));
                for (const LeadId id : noted) {
                    const auto row = columns->rowOf(id);
                    if ((row && rows.contains(*row)) || ids.size() >= size_t(limit))
                        continue;
                    ids.push_back(id);
                    ++hits.total;
                }
            }
            KINDLING_GET(found, leads.leads(ids));
            hits.leads = std::move(found);
            return hits;
        });
    });
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
        return LeadDossier{lead, activities, followUps, changes, stays};
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
