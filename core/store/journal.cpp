// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/recordarrays.h"

#include <QJsonDocument>

namespace kindling {

namespace {

// A change to more leads than this is told as "everything": asking again is cheaper than a list.
constexpr size_t listedLeads = 20'000;

const QString revisionKey = QStringLiteral("revision");

QVariant jsonText(const QJsonObject *object)
{
    return object ? QVariant(QString::fromUtf8(QJsonDocument(*object).toJson(QJsonDocument::Compact))) : QVariant();
}

const char *kindName(ChangeHead::Kind kind)
{
    switch (kind) {
    case ChangeHead::Kind::Undo: return "undo";
    case ChangeHead::Kind::Redo: return "redo";
    case ChangeHead::Kind::Erase: return "erase";
    case ChangeHead::Kind::Do: break;
    }
    return "do";
}

bool isVocabulary(Entity entity)
{
    return entity == Entity::Stage || entity == Entity::Word || entity == Entity::Setting || entity == Entity::Field
        || entity == Entity::FieldOption || entity == Entity::Segment || entity == Entity::SavedView
        || entity == Entity::MergedLead; // who is in a frozen segment
}

bool isTimeline(Entity entity)
{
    return entity == Entity::Activity || entity == Entity::FollowUp;
}

/// Belongs to a lead without being something that happened with it.
bool isBesideLead(Entity entity)
{
    return entity == Entity::Handover || entity == Entity::Attachment;
}

} // namespace

Journal::Journal(Connection &connection, ChangeHead head)
    : m_connection(connection)
    , m_head(std::move(head))
    , m_records(connection)
    , m_rows(connection, QStringLiteral("change_row"),
             {QStringLiteral("change_id"), QStringLiteral("step"), QStringLiteral("entity"), QStringLiteral("entity_id"),
              QStringLiteral("lead_id"), QStringLiteral("op"), QStringLiteral("before"), QStringLiteral("after")})
{
    m_changes.id = m_head.id;
}

Result<void> Journal::begin()
{
    // finish() names the change; until then its label is empty, and not null, which the table would refuse.
    if (m_head.label.isNull())
        m_head.label = QStringLiteral("");
    const auto done = m_connection.run(QStringLiteral("INSERT INTO change (id, at, who, label, kind, rows) VALUES (?, ?, ?, ?, ?, 0)"),
                                       {m_head.id.value(), m_head.at, m_head.who, m_head.label, QLatin1String(kindName(m_head.kind))});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<qint64> Journal::leadOf(Entity entity, qint64 id, const QJsonObject &record)
{
    m_changes.companies |= entity == Entity::Company || entity == Entity::MergedCompany;
    m_changes.vocabulary |= isVocabulary(entity);
    m_changes.timeline |= isTimeline(entity);
    qint64 lead = entity == Entity::Lead ? id : 0;
    if (isTimeline(entity) || isBesideLead(entity)) {
        lead = record[QStringLiteral("lead_id")].toInteger();
        if (lead == 0) {
            KINDLING_GET(read, m_records.read(entity, id, {QStringLiteral("lead_id")}));
            lead = read[QStringLiteral("lead_id")].toInteger();
        }
        if (isTimeline(entity))
            m_stale.insert(lead);
    }
    if (entity == Entity::MergedLead) // no field of the survivor need have changed, and yet it is another lead now
        lead = record[QStringLiteral("survivor_id")].toInteger();
    if (entity == Entity::DistinctPair)
        lead = record[QStringLiteral("lead_a")].toInteger();
    if (lead != 0)
        m_leads.insert(lead);
    return lead;
}

Result<void> Journal::note(Entity entity, qint64 id, qint64 leadId, const char *operation, const QJsonObject *before,
                           const QJsonObject *after)
{
    return m_rows.add(
        {m_head.id.value(), ++m_step, entityName(entity), id, leadId, QLatin1String(operation), jsonText(before), jsonText(after)});
}

Result<void> Journal::create(Entity entity, qint64 id, const QJsonObject &record)
{
    KINDLING_GET(lead, leadOf(entity, id, record));
    KINDLING_TRY(m_records.insert(entity, id, record));
    if (entity == Entity::Lead)
        m_stale.insert(id);
    return note(entity, id, lead, "create", nullptr, nullptr);
}

Result<bool> Journal::update(Entity entity, qint64 id, QJsonObject changed)
{
    QStringList keys = changed.keys();
    if (hasRevision(entity) && !keys.contains(revisionKey))
        keys += revisionKey;
    KINDLING_GET(before, m_records.read(entity, id, keys));
    return update(entity, id, std::move(changed), std::move(before));
}

Result<bool> Journal::update(Entity entity, qint64 id, QJsonObject changed, QJsonObject before)
{
    const QStringList stored = before.keys();
    for (const QString &key : stored) {
        if (key == revisionKey)
            continue;
        if (!changed.contains(key)) {
            before.remove(key);
        } else if (before[key] == changed[key]) {
            changed.remove(key);
            before.remove(key);
        }
    }
    changed.remove(before.contains(revisionKey) && changed.size() == 1 ? revisionKey : QString());
    if (changed.isEmpty())
        return false;
    if (hasRevision(entity) && !changed.contains(revisionKey))
        changed.insert(revisionKey, m_head.id.value());
    KINDLING_GET(lead, leadOf(entity, id, {}));
    if (isTimeline(entity) && changed.contains(QStringLiteral("lead_id")))
        KINDLING_TRY(leadOf(entity, id, changed)); // it goes to another lead: both are different now
    KINDLING_TRY(m_records.update(entity, id, changed));
    if (changed.contains(staysKey)) {
        const auto [was, is] = differingStays(before[staysKey].toArray(), changed[staysKey].toArray());
        before.insert(staysKey, was);
        changed.insert(staysKey, is);
    }
    KINDLING_TRY(note(entity, id, lead, "update", &before, &changed));
    return true;
}

Result<void> Journal::remove(Entity entity, qint64 id)
{
    KINDLING_GET(record, m_records.read(entity, id));
    KINDLING_GET(lead, leadOf(entity, id, record));
    KINDLING_TRY(m_records.remove(entity, id));
    return note(entity, id, lead, "remove", &record, nullptr);
}

Result<void> Journal::created(Entity entity, qint64 id, qint64 leadId)
{
    m_changes.companies |= entity == Entity::Company;
    m_changes.timeline |= isTimeline(entity);
    if (leadId != 0)
        m_leads.insert(leadId);
    return note(entity, id, leadId, "create", nullptr, nullptr);
}

void Journal::wrote(const std::vector<LeadId> &leads)
{
    m_step += int(leads.size());
    for (const LeadId lead : leads)
        m_leads.insert(lead.value());
}

Result<void> Journal::erased(LeadId lead)
{
    m_changes.companies = true;
    m_changes.timeline = true;
    m_leads.insert(lead.value());
    return note(Entity::Lead, lead.value(), 0, "erase", nullptr, nullptr);
}

Result<ChangeSet> Journal::finish(const QString &label)
{
    KINDLING_TRY(m_rows.flush());
    for (const qint64 lead : std::as_const(m_stale))
        KINDLING_TRY(m_records.refreshLead(lead));
    if (!label.isEmpty())
        m_head.label = label;
    const QVariant undoes = m_head.undoes.isNull() ? QVariant() : QVariant(m_head.undoes.value());
    KINDLING_TRY(m_connection.run(QStringLiteral("UPDATE change SET rows = ?, label = ?, undoes = ? WHERE id = ?"),
                                  {m_step, m_head.label, undoes, m_head.id.value()}));
    m_changes.everything = size_t(m_leads.size()) > listedLeads;
    if (!m_changes.everything) {
        m_changes.leads.reserve(size_t(m_leads.size()));
        for (const qint64 lead : std::as_const(m_leads))
            m_changes.leads.emplace_back(lead);
    }
    return m_changes;
}

} // namespace kindling
