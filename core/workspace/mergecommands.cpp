// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"

#include "core/base/translations.h"
#include "core/store/fieldvalues.h"
#include "core/store/leadhistory.h"
#include "core/store/leadrepository.h"
#include "core/workspace/duplicateservice.h"
#include "core/workspace/engine.h"

#include <algorithm>

// The commands of DuplicateService: each is one change that undoes.

namespace kindling {

namespace {

using Choices = std::vector<std::pair<FieldId, LeadId>>;

MergePlan planWith(const Lead &survivor, const Lead &other, const Choices &choices, const FieldContext &context)
{
    MergePlan plan = planMerge(survivor, other, context);
    for (const auto &[field, winner] : choices) {
        if (MergeChoice *choice = plan.choice(field))
            choice->winner = winner == other.id ? 1 : 0;
    }
    return plan;
}

MergeOfTwo ofTwo(const MergePlan &plan)
{
    const auto others = [&plan](LeadField field) { return plan.winner(field) == 1; };
    // In the order of Axis.
    return {plan.survivor,
            plan.other,
            {others(LeadField::Temperature), others(LeadField::Stage), others(LeadField::Owner), others(LeadField::Outcome)}};
}

/// The leads of a request, the survivor first, each once.
Result<std::vector<Lead>> leadsOf(Connection &connection, const MergeRequest &request, const FieldContext &context)
{
    LeadRepository repository(connection);
    std::vector<LeadId> ids = request.others;
    if (!request.survivor.isNull())
        ids.insert(ids.begin(), request.survivor);
    std::vector<Lead> leads;
    for (const LeadId id : ids) {
        KINDLING_GET(lead, repository.lead(id));
        const auto same = [&](const Lead &l) { return l.id == lead.id; };
        if (std::none_of(leads.begin(), leads.end(), same))
            leads.push_back(std::move(lead));
    }
    if (leads.size() < 2)
        return Error{ErrorCode::Usage, sentence("Merge"), sentence("Name at least two different leads.")};
    if (request.survivor.isNull()) {
        const auto best =
            std::min_element(leads.begin(), leads.end(), [&](const Lead &a, const Lead &b) { return survivesBetter(a, b, context); });
        std::rotate(leads.begin(), best, best + 1);
    }
    for (const auto &[id, revision] : request.revisions) {
        for (const Lead &lead : leads) {
            if (lead.id == id && lead.revision != revision)
                return Error{ErrorCode::Conflict, lead.displayName(), sentence("someone saved it after you opened it")};
        }
    }
    return leads;
}

Result<Merged> mergeLeads(Writing &writing, const MergeRequest &request, const QTimeZone &zone)
{
    const FieldContext context{&writing.vocabulary, zone};
    KINDLING_GET(leads, leadsOf(writing.connection, request, context));
    LeadMerge merge(writing.connection, writing.journal);
    Merged done;
    done.lead = leads.front();
    for (size_t i = 1; i < leads.size(); ++i) {
        const MergePlan plan = planWith(done.lead, leads[i], request.choices, context);
        KINDLING_TRY(merge.merge(mergedLead(plan, context), ofTwo(plan), writing.now));
        KINDLING_TRY(writing.journal.records().refreshLead(done.lead.id.value()));
        KINDLING_GET(now, LeadRepository(writing.connection).lead(done.lead.id));
        done.lead = now;
    }
    writing.label = leads.size() == 2 ? sentence("Merge %1 into %2").arg(leads[1].displayName(), leads[0].displayName())
                                      : sentence("Merge %1 leads into %2").arg(leads.size()).arg(leads[0].displayName());
    return done;
}

Result<std::vector<MergePreview>> previewOf(Connection &connection, const MergeRequest &request, const Engine &engine)
{
    const auto words = engine.vocabulary();
    const FieldContext context{words.get(), engine.clock().zone()};
    KINDLING_GET(leads, leadsOf(connection, request, context));
    std::vector<MergePreview> steps;
    for (size_t i = 1; i < leads.size(); ++i) {
        MergePreview step;
        step.plan = planWith(steps.empty() ? leads.front() : steps.back().merged, leads[i], request.choices, context);
        step.merged = mergedLead(step.plan, context);
        KINDLING_GET(activities,
                     connection.integer(QStringLiteral("SELECT count(*) FROM activity WHERE lead_id = ?"), {leads[i].id.value()}));
        KINDLING_GET(followUps,
                     connection.integer(QStringLiteral("SELECT count(*) FROM follow_up WHERE lead_id = ?"), {leads[i].id.value()}));
        step.activities = int(activities.value_or(0));
        step.followUps = int(followUps.value_or(0));
        steps.push_back(std::move(step));
    }
    return steps;
}

/// Which merged leads an id means when it is to be taken apart.
Result<std::vector<MergedLead>> toSplit(Connection &connection, LeadId id)
{
    MergedLeads merged(connection);
    KINDLING_GET(one, merged.find(id));
    if (one)
        return std::vector<MergedLead>{*one};
    KINDLING_GET(all, merged.into(id));
    if (all.empty())
        return Error{ErrorCode::NotFound, id.toString(), sentence("merged lead")};
    const ChangeId last = all.front().change;
    std::erase_if(all, [last](const MergedLead &m) { return m.change != last; });
    return all; // the last first, as they have to be taken out
}

/// The fields that keys of a lead's record belong to, by the names that people know.
QStringList labelsOf(const QStringList &keys, const Vocabulary &words)
{
    QStringList labels = historyLabels(keys);
    for (const QString &key : keys) {
        if (const CustomField *field = words.field(fieldOfRecordKey(key)))
            labels += field->label;
    }
    return labels;
}

Result<SplitDone> splitLeads(Writing &writing, LeadId id)
{
    KINDLING_GET(merged, toSplit(writing.connection, id));
    LeadMerge merge(writing.connection, writing.journal);
    LeadRepository repository(writing.connection);
    SplitDone done;
    std::vector<LeadId> ids{merged.front().survivor};
    for (const MergedLead &lead : merged) {
        KINDLING_GET(report, merge.split(lead.id));
        done.laterActivities = report.laterActivities;
        for (const QString &field : labelsOf(report.keptFields, writing.vocabulary)) {
            if (!done.keptFields.contains(field))
                done.keptFields += field;
        }
        ids.push_back(report.restored);
    }
    for (const LeadId lead : ids)
        KINDLING_TRY(writing.journal.records().refreshLead(lead.value()));
    KINDLING_GET(leads, repository.leads(ids));
    done.leads = leads;
    writing.label = sentence("Take %1 and %2 apart").arg(merged.front().name, leads.front().displayName());
    return done;
}

} // namespace

QFuture<Result<MergePreview>> DuplicateService::preview(LeadId survivor, LeadId other, const Choices &choices)
{
    const Engine *engine = m_engine.get();
    return m_engine->read<MergePreview>([engine, survivor, other, choices](Connection &connection) -> Result<MergePreview> {
        KINDLING_GET(steps, previewOf(connection, {survivor, {other}, choices, {}}, *engine));
        return std::move(steps.front());
    });
}

QFuture<Result<std::vector<MergePreview>>> DuplicateService::preview(const MergeRequest &request)
{
    const Engine *engine = m_engine.get();
    return m_engine->read<std::vector<MergePreview>>(
        [engine, request](Connection &connection) { return previewOf(connection, request, *engine); });
}

QFuture<Result<ChangeId>> DuplicateService::setDistinct(LeadId a, LeadId b)
{
    return m_engine->changeWith<ChangeId>(
        [first = std::min(a, b), second = std::max(a, b)](Writing &writing) -> Result<ChangeId> {
            LeadRepository repository(writing.connection);
            KINDLING_GET(one, repository.lead(first));
            KINDLING_GET(two, repository.lead(second));
            writing.label = sentence("%1 and %2 are two").arg(one.displayName(), two.displayName());
            KINDLING_GET(known,
                         writing.connection.integer(QStringLiteral("SELECT id FROM distinct_pair WHERE lead_a = ? AND lead_b = ?"),
                                                    {first.value(), second.value()}));
            if (known)
                return ChangeId();
            KINDLING_TRY(writing.journal.create(Entity::DistinctPair, nextIdValue(),
                                                {{QStringLiteral("lead_a"), first.value()},
                                                 {QStringLiteral("lead_b"), second.value()},
                                                 {QStringLiteral("at"), writing.now}}));
            return ChangeId();
        },
        [](ChangeId &answer, const Written &written) { answer = written.change; });
}

QFuture<Result<Merged>> DuplicateService::merge(const MergeRequest &request)
{
    const Engine *engine = m_engine.get();
    return m_engine->changeWith<Merged>(
        [engine, request](Writing &writing) { return mergeLeads(writing, request, engine->clock().zone()); },
        [](Merged &done, const Written &written) { done.change = written.change; });
}

QFuture<Result<SplitDone>> DuplicateService::split(LeadId id)
{
    return m_engine->changeWith<SplitDone>([id](Writing &writing) { return splitLeads(writing, id); },
                                           [](SplitDone &done, const Written &written) { done.change = written.change; });
}

} // namespace kindling
