// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leadmerge.h"

#include "core/base/try.h"
#include "core/store/axiskeys.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/editedsince.h"
#include "core/store/mergedleads.h"
#include "core/store/recordarrays.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace kindling {

namespace {

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The stays of a record on one axis, the present one included with an open end.
std::vector<QJsonObject> staysOn(const AxisKeys &axis, const QJsonObject &record)
{
    std::vector<QJsonObject> stays;
    const QJsonArray all = record[staysKey].toArray();
    for (const QJsonValue &stay : all) {
        if (stay[QStringLiteral("axis")].toString() == keyOf(axis.axis))
            stays.push_back(stay.toObject());
    }
    return stays;
}

/// The winner's stays on an axis, and before the winner came in those of the older lead.
void joinStays(const AxisKeys &axis, const QJsonObject &winner, const QJsonObject &loser, QJsonArray &into)
{
    const qint64 begin = winner[QStringLiteral("created")].toInteger();
    std::vector<QJsonObject> before = staysOn(axis, loser);
    if (!loser[axis.value].isNull()) {
        before.push_back({{QStringLiteral("axis"), keyOf(axis.axis)},
                          {QStringLiteral("from_time"), loser[axis.since]},
                          {QStringLiteral("until_time"), begin},
                          {QStringLiteral("value"), asText(loser[axis.value])}});
    }
    for (QJsonObject stay : before) {
        if (stay[QStringLiteral("from_time")].toInteger() >= begin)
            continue;
        stay.insert(QStringLiteral("until_time"), std::min(begin, stay[QStringLiteral("until_time")].toInteger()));
        into.append(stay);
    }
    for (const QJsonObject &stay : staysOn(axis, winner))
        into.append(stay);
}

} // namespace

LeadMerge::LeadMerge(Connection &connection, Journal &journal)
    : m_connection(connection)
    , m_journal(journal)
{
}

Result<QJsonArray> LeadMerge::idsOf(const QString &table, LeadId lead)
{
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT id FROM %1 WHERE lead_id = ? ORDER BY id").arg(table), {lead.value()}));
    QJsonArray ids;
    while (rows->next())
        ids.append(rows->integer(0));
    return ids;
}

/// Those that are still there and still belong to `from`.
Result<void> LeadMerge::moveTimeline(const QJsonObject &moved, LeadId from, LeadId to, int &count)
{
    for (const Entity entity : {Entity::Activity, Entity::FollowUp}) {
        const QString table = entityName(entity);
        const QJsonArray ids = moved[table].toArray();
        for (const QJsonValue &id : ids) {
            const QString select = QStringLiteral("SELECT lead_id FROM %1 WHERE id = ?").arg(table);
            KINDLING_GET(lead, m_connection.integer(select, {id.toInteger()}));
            if (!lead || *lead != from.value())
                continue;
            KINDLING_TRY(m_journal.update(entity, id.toInteger(), {{QStringLiteral("lead_id"), to.value()}}));
            ++count;
        }
    }
    return {};
}

Result<void> LeadMerge::merge(const Lead &merged, const MergeOfTwo &leads, UtcMs at)
{
    const LeadId survivor = leads.survivor.id;
    const LeadId other = leads.other.id;
    KINDLING_GET(before, m_journal.records().read(Entity::Lead, survivor.value()));
    KINDLING_GET(record, m_journal.records().read(Entity::Lead, other.value()));
    QJsonObject moved;
    for (const Entity entity : {Entity::Activity, Entity::FollowUp}) {
        KINDLING_GET(ids, idsOf(entityName(entity), other));
        moved.insert(entityName(entity), ids);
    }
    int count = 0;
    KINDLING_TRY(moveTimeline(moved, other, survivor, count));
    KINDLING_TRY(m_journal.remove(Entity::Lead, other.value())); // first: the survivor may take its external id

    // The axes are set below, with the winner's times; for the writer they stay.
    Lead written = merged;
    written.temperature = leads.survivor.temperature;
    written.stage = leads.survivor.stage;
    written.owner = leads.survivor.owner;
    written.outcome = leads.survivor.outcome;
    LeadWriter writer(m_connection, m_journal);
    KINDLING_TRY(writer.save(written, at));
    KINDLING_TRY(writer.flush());
    QJsonObject rest{{QStringLiteral("created"), merged.created}};
    QJsonArray stays;
    for (const AxisKeys &axis : axisKeys()) {
        const bool others = leads.othersStays[size_t(axis.axis)];
        const QJsonObject &winner = others ? record : before;
        rest.insert(axis.value, winner[axis.value]);
        rest.insert(axis.since, winner[axis.since]);
        joinStays(axis, winner, others ? before : record, stays);
    }
    rest.insert(staysKey, staysInOrder(stays));
    KINDLING_TRY(m_journal.update(Entity::Lead, survivor.value(), rest));

    KINDLING_GET(after, m_journal.records().read(Entity::Lead, survivor.value()));
    const auto [was, is] = differences(before, after);
    return m_journal.create(Entity::MergedLead, other.value(),
                            {{QStringLiteral("survivor_id"), survivor.value()},
                             {QStringLiteral("external_id"), record[QStringLiteral("external_id")]},
                             {QStringLiteral("name"), leads.other.displayName()},
                             {QStringLiteral("at"), at},
                             {QStringLiteral("change_id"), m_journal.id().value()},
                             {QStringLiteral("record"), jsonText(record)},
                             {QStringLiteral("moved"), jsonText(moved)},
                             {QStringLiteral("before"), jsonText(was)},
                             {QStringLiteral("after"), jsonText(is)}});
}

/// What the record refers to may be gone since: a company that was merged itself, a stage or word that an undo took away.
Result<void> LeadMerge::dropLostReferences(QJsonObject &record, LeadId survivor)
{
    const auto exists = [&](const char *table, const QJsonValue &id) -> Result<bool> {
        KINDLING_GET(found,
                     m_connection.integer(QStringLiteral("SELECT 1 FROM %1 WHERE id = ?").arg(QLatin1String(table)), {id.toInteger()}));
        return found.has_value();
    };
    const std::pair<const char *, const char *> references[] = {{"reason_id", "word"},   {"owner_id", "word"},      {"source_id", "word"},
                                                                {"campaign_id", "word"}, {"company_id", "company"}, {"stage_id", "stage"}};
    for (const auto &[key, table] : references) {
        const QString name = QLatin1String(key);
        if (!record.contains(name) || record.value(name).isNull())
            continue;
        KINDLING_GET(there, exists(table, record.value(name)));
        if (there)
            continue;
        QJsonValue instead;
        if (name == u"company_id") {
            KINDLING_GET(company,
                         m_connection.integer(QStringLiteral("SELECT survivor_id FROM merged_company WHERE id = ?"),
                                              {record.value(name).toInteger()}));
            instead = company ? QJsonValue(*company) : QJsonValue();
        } else if (name == u"stage_id") {
            KINDLING_GET(present, m_journal.records().read(Entity::Lead, survivor.value(), {name}));
            instead = present[name];
        }
        record.insert(name, instead);
    }
    if (!record.contains(QStringLiteral("tags")))
        return {};
    QJsonArray tags;
    const QJsonArray before = record.value(QStringLiteral("tags")).toArray();
    for (const QJsonValue &tag : before) {
        KINDLING_GET(there, exists("word", tag[QStringLiteral("word_id")]));
        if (there)
            tags.append(tag);
    }
    record.insert(QStringLiteral("tags"), tags);
    return {};
}

Result<void> LeadMerge::survivorIsThere(LeadId survivor, const QString &name)
{
    KINDLING_GET(present, m_connection.integer(QStringLiteral("SELECT id FROM lead WHERE id = ?"), {survivor.value()}));
    if (present)
        return {};
    KINDLING_GET(further, MergedLeads(m_connection).find(survivor));
    return Error{ErrorCode::Conflict, name,
                 further ? QCoreApplication::translate("kindling", "what it was merged into was merged further; take that apart first")
                         : QCoreApplication::translate("kindling", "what it was merged into is not there any more; bring that back first")};
}

/// Leads that were merged into the same one later noted what this one had brought: they give back what was there before it.
Result<QStringList> LeadMerge::takeOutOfLaterMerges(const SplitReport &split, const QJsonObject &was, QJsonObject is)
{
    KINDLING_GET(merged, MergedLeads(m_connection).into(split.survivor));
    const auto own = std::find_if(merged.begin(), merged.end(), [&](const MergedLead &m) { return m.id == split.restored; });
    QStringList settled;
    for (auto later = std::make_reverse_iterator(own); later != merged.rend(); ++later) { // the first after it comes first
        const QString before = QStringLiteral("before");
        const QString after = QStringLiteral("after");
        KINDLING_GET(row, m_journal.records().read(Entity::MergedLead, later->id.value(), {before, after}));
        QJsonObject laterWas = objectOf(row[before].toString());
        QJsonObject laterIs = objectOf(row[after].toString());
        settled += takeOutOfLater(was, is, laterWas, laterIs);
        KINDLING_TRY(m_journal.update(Entity::MergedLead, later->id.value(), {{before, jsonText(laterWas)}, {after, jsonText(laterIs)}}));
    }
    return settled;
}

Result<SplitReport> LeadMerge::split(LeadId mergedId)
{
    KINDLING_GET(row, m_journal.records().read(Entity::MergedLead, mergedId.value()));
    SplitReport report;
    report.restored = mergedId;
    report.survivor = LeadId(row[QStringLiteral("survivor_id")].toInteger());
    const QJsonObject was = objectOf(row[QStringLiteral("before")].toString());
    const QJsonObject is = objectOf(row[QStringLiteral("after")].toString());
    const QJsonObject moved = objectOf(row[QStringLiteral("moved")].toString());
    QJsonObject record = objectOf(row[QStringLiteral("record")].toString());
    KINDLING_TRY(survivorIsThere(report.survivor, row[QStringLiteral("name")].toString()));
    const ChangeId since(row[QStringLiteral("change_id")].toInteger());
    KINDLING_GET(edited, keysEditedBetween(m_connection, report.survivor, since, m_journal.id()));

    if (!is.isEmpty()) {
        KINDLING_GET(now, m_journal.records().read(Entity::Lead, report.survivor.value(), is.keys()));
        QJsonObject back = takenOut(was, is, now, report.keptFields);
        KINDLING_GET(settled, takeOutOfLaterMerges(report, was, is));
        for (const QString &key : settled)
            report.keptFields.removeAll(key);
        KINDLING_TRY(dropLostReferences(back, report.survivor));
        KINDLING_TRY(m_journal.update(Entity::Lead, report.survivor.value(), back));
    }
    for (const QString &key : edited) { // also of what the merge had not touched
        if (!report.keptFields.contains(key))
            report.keptFields += key;
    }
    KINDLING_TRY(m_journal.remove(Entity::MergedLead, mergedId.value()));
    KINDLING_TRY(dropLostReferences(record, report.survivor));
    record.insert(QStringLiteral("revision"), m_journal.id().value());
    KINDLING_TRY(m_journal.create(Entity::Lead, mergedId.value(), record));
    int count = 0;
    KINDLING_TRY(moveTimeline(moved, report.survivor, mergedId, count));
    for (const char *table : {"activity", "follow_up"}) {
        const QString select = QStringLiteral("SELECT count(*) FROM %1 WHERE lead_id = ? AND id > ?").arg(QLatin1String(table));
        KINDLING_GET(later, m_connection.integer(select, {report.survivor.value(), since.value()})); // ids grow with time
        report.laterActivities += int(later.value_or(0));
    }
    return report;
}

} // namespace kindling
