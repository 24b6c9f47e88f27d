// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordstore.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/fieldvalues.h"
#include "core/store/searchtext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

struct EntityTable
{
    Entity entity;
    const char *table;
    const char *columns; ///< space-separated, without the id and what is derived
    bool revision;
};

constexpr std::array<EntityTable, 26> entities{{
    {Entity::Lead, "lead",
     "revision external_id name company_id job_title industry company_size city region country language temperature temperature_since "
     "stage_id stage_since qualified_through outcome outcome_since reason_id owner_id owner_since source_id campaign_id value_minor "
     "currency expected_close bant created archived pinned back_on consent do_not_email do_not_call",
     true},
    {Entity::Company, "company",
     "revision external_id name folded domain website phone industry employees revenue_minor revenue_currency founded street postal_code "
     "city region country parent notes created",
     true},
    {Entity::Activity, "activity", "revision lead_id kind at direction outcome outcome_name duration note who_id campaign_id magnet_id",
     true},
    {Entity::FollowUp, "follow_up",
     "revision lead_id kind due whole_day local_time zone repeat state snoozed_until priority done_at note who_id", true},
    {Entity::Stage, "stage", "name kind position win_percent quiet_days criteria", false},
    {Entity::Word, "word", "kind name folded", false},
    {Entity::Setting, "setting", "key value", false},
    {Entity::Field, "field", "key label type position removed", false},
    {Entity::FieldOption, "field_option", "field_id name position removed", false},
    {Entity::Segment, "segment", "revision name folded text frozen_at members", true},
    {Entity::Mapping, "import_mapping", "headers source file mapping", false},
    {Entity::MergedLead, "merged_lead", "survivor_id external_id name at change_id record moved before after", false},
    {Entity::DistinctPair, "distinct_pair", "lead_a lead_b at", false},
    {Entity::MergedCompany, "merged_company", "survivor_id folded name at record", false},
    {Entity::SavedView, "saved_view", "name folded filter columns sort pinned position", false},
    {Entity::BoardPlace, "board_place", "revision anchor rank", true},
    {Entity::ColumnLimit, "column_limit", "revision axis value most", true},
    {Entity::Handover, "handover", "revision lead_id at from_id to_id by_name reason note state answered_at answer qualification", true},
    {Entity::Attachment, "attachment", "revision lead_id name hash size at who", true},
    {Entity::Campaign, "campaign",
     "revision channel_id first_day last_day goal_leads goal_minor goal_currency budget_minor budget_currency note", true},
    {Entity::CampaignCost, "campaign_cost", "revision campaign_id day minor currency note", true},
    {Entity::Channel, "channel", "revision parent_id", true},
    {Entity::LeadMagnet, "lead_magnet", "revision kind campaign_id", true},
    {Entity::ExchangeRate, "exchange_rate", "revision currency in_currency day millionths", true},
    {Entity::SalesGoal, "sales_goal", "revision member_id month minor currency", true},
    {Entity::KeptForecast, "kept_forecast", "revision at currency months", true},
}};

constexpr const char *leadTextColumnNames =
    "website street postal_code time_zone notes pain_points budget_note authority_note need_note timeline_note answers";

struct ChildTable
{
    const char *key;
    const char *table;
    const char *columns;
    const char *order;
};

constexpr std::array<ChildTable, 3> children{{
    {"contacts", "contact", "position kind label typed normalised state", "position"},
    {"tags", "lead_tag", "word_id", "word_id"},
    {"stays", "stay", "axis from_time until_time value", "axis, from_time"},
}};

QStringList names(const char *columns)
{
    return QString::fromLatin1(columns).split(u' ');
}

QStringList among(const QStringList &keys, const QStringList &columns)
{
    if (keys.isEmpty())
        return columns;
    QStringList result;
    for (const QString &key : keys) {
        if (columns.contains(key))
            result += key;
    }
    return result;
}

QString tableOf(Entity entity)
{
    return QLatin1String(entities[static_cast<size_t>(entity)].table);
}

QJsonValue toJson(const QVariant &value)
{
    return value.isNull() ? QJsonValue() : QJsonValue::fromVariant(value);
}

QVariant fromJson(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toInteger();
    return value.isString() ? QVariant(value.toString()) : QVariant();
}

/// The words of the full-text index come from these keys.
bool touchesNotes(const QJsonObject &changed)
{
    return changed.contains(QStringLiteral("notes")) || changed.contains(QStringLiteral("pain_points"));
}

/// Records of a lead's timeline with a note of their own in the full-text index.
bool hasNote(Entity entity)
{
    return entity == Entity::Activity || entity == Entity::FollowUp;
}

bool touchesSearch(const QJsonObject &changed)
{
    return changed.contains(QStringLiteral("name")) || changed.contains(QStringLiteral("contacts"))
        || changed.contains(QStringLiteral("external_id"));
}

} // namespace

const QStringList &recordColumns(Entity entity)
{
    static const std::array<QStringList, entities.size()> lists = [] {
        std::array<QStringList, entities.size()> all;
        for (size_t i = 0; i < entities.size(); ++i)
            all[i] = names(entities[i].columns);
        return all;
    }();
    return lists[static_cast<size_t>(entity)];
}

const QStringList &leadTextColumns()
{
    static const QStringList list = names(leadTextColumnNames);
    return list;
}

QString entityName(Entity entity)
{
    return tableOf(entity);
}

std::optional<Entity> entityFromName(QStringView name)
{
    for (const EntityTable &table : entities) {
        if (name == QLatin1String(table.table))
            return table.entity;
    }
    return std::nullopt;
}

bool hasRevision(Entity entity)
{
    return entities[static_cast<size_t>(entity)].revision;
}

Result<void> RecordStore::readTable(const QString &table, const QString &idColumn, qint64 id, const QStringList &columns, QJsonObject &into)
{
    if (columns.isEmpty())
        return {};
    KINDLING_GET(row, m_connection.run(QStringLiteral("SELECT %1 FROM %2 WHERE %3 = ?").arg(columns.join(u','), table, idColumn), {id}));
    const bool found = row->next();
    for (int i = 0; i < columns.size(); ++i)
        into.insert(columns[i], found ? toJson(row->value(i)) : QJsonValue());
    row->finish();
    if (!found && idColumn == u"id")
        return Error{ErrorCode::NotFound, QString::number(id), table};
    return {};
}

Result<QJsonArray> RecordStore::readChildren(int child, qint64 leadId)
{
    const ChildTable &table = children[static_cast<size_t>(child)];
    const QStringList columns = names(table.columns);
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT %1 FROM %2 WHERE lead_id = ? ORDER BY %3")
                                      .arg(columns.join(u','), QLatin1String(table.table), QLatin1String(table.order)),
                                  {leadId}));
    QJsonArray result;
    while (rows->next()) {
        QJsonObject object;
        for (int i = 0; i < columns.size(); ++i)
            object.insert(columns[i], toJson(rows->value(i)));
        result.append(object);
    }
    return result;
}

Result<QJsonObject> RecordStore::read(Entity entity, qint64 id, const QStringList &keys)
{
    QJsonObject record;
    KINDLING_TRY(readTable(tableOf(entity), QStringLiteral("id"), id, among(keys, recordColumns(entity)), record));
    if (entity != Entity::Lead)
        return record;
    KINDLING_TRY(readTable(QStringLiteral("lead_text"), QStringLiteral("lead_id"), id, among(keys, leadTextColumns()), record));
    for (size_t i = 0; i < children.size(); ++i) {
        const QString key = QLatin1String(children[i].key);
        if (!keys.isEmpty() && !keys.contains(key))
            continue;
        KINDLING_GET(rows, readChildren(int(i), id));
        record.insert(key, rows);
    }
    KINDLING_TRY(readFieldValues(m_connection, id, keys, record));
    return record;
}

Result<void> RecordStore::writeChildren(int child, qint64 leadId, const QJsonArray &rows)
{
    const ChildTable &table = children[static_cast<size_t>(child)];
    const QStringList columns = names(table.columns);
    const QString name = QLatin1String(table.table);
    KINDLING_TRY(m_connection.run(QStringLiteral("DELETE FROM %1 WHERE lead_id = ?").arg(name), {leadId}));
    const QString insert = QStringLiteral("INSERT INTO %1 (lead_id,%2) VALUES (?%3)")
                               .arg(name, columns.join(u','), QStringLiteral(",?").repeated(columns.size()));
    for (const QJsonValue &row : rows) {
        QVariantList values{leadId};
        for (const QString &column : columns)
            values += fromJson(row[column]);
        KINDLING_TRY(m_connection.run(insert, values));
    }
    return {};
}

Result<void> RecordStore::insert(Entity entity, qint64 id, const QJsonObject &record)
{
    QStringList columns = recordColumns(entity);
    QVariantList values{id};
    for (const QString &column : std::as_const(columns))
        values += fromJson(record[column]);
    const QString derived = entity == Entity::Lead ? QStringLiteral(",search") : QString();
    const QString derivedValue = entity == Entity::Lead ? QStringLiteral(",''") : QString();
    KINDLING_TRY(m_connection.run(
        QStringLiteral("INSERT INTO %1 (id,%2%4) VALUES (?%3%5)")
            .arg(tableOf(entity), columns.join(u','), QStringLiteral(",?").repeated(columns.size()), derived, derivedValue),
        values));
    if (hasNote(entity))
        return replaceNote(m_connection, id, record[QStringLiteral("lead_id")].toInteger(), record[QStringLiteral("note")].toString());
    if (entity != Entity::Lead)
        return {};
    KINDLING_TRY(m_connection.run(QStringLiteral("INSERT INTO lead_text (lead_id) VALUES (?)"), {id}));
    QJsonObject rest = record;
    for (const QString &column : std::as_const(columns))
        rest.remove(column);
    rest.insert(QStringLiteral("name"), record[QStringLiteral("name")]); // the search text has to be made
    return update(entity, id, rest);
}

Result<void> RecordStore::updateTable(const QString &table, const QString &idColumn, qint64 id, const QStringList &columns,
                                      const QJsonObject &changed)
{
    QStringList sets;
    QVariantList values;
    for (const QString &column : columns) {
        if (!changed.contains(column))
            continue;
        sets += column + QStringLiteral(" = ?");
        values += fromJson(changed[column]);
    }
    if (sets.isEmpty())
        return {};
    values += id;
    const auto done = m_connection.run(QStringLiteral("UPDATE %1 SET %2 WHERE %3 = ?").arg(table, sets.join(u','), idColumn), values);
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> RecordStore::update(Entity entity, qint64 id, const QJsonObject &changed)
{
    KINDLING_TRY(updateTable(tableOf(entity), QStringLiteral("id"), id, recordColumns(entity), changed));
    if (hasNote(entity) && (changed.contains(QStringLiteral("note")) || changed.contains(QStringLiteral("lead_id")))) {
        KINDLING_GET(now, read(entity, id, {QStringLiteral("lead_id"), QStringLiteral("note")}));
        return replaceNote(m_connection, id, now[QStringLiteral("lead_id")].toInteger(), now[QStringLiteral("note")].toString());
    }
    if (entity != Entity::Lead)
        return {};
    KINDLING_TRY(updateTable(QStringLiteral("lead_text"), QStringLiteral("lead_id"), id, leadTextColumns(), changed));
    for (size_t i = 0; i < children.size(); ++i) {
        const QString key = QLatin1String(children[i].key);
        if (changed.contains(key))
            KINDLING_TRY(writeChildren(int(i), id, changed[key].toArray()));
    }
    KINDLING_TRY(writeFieldValues(m_connection, id, changed));
    if (touchesSearch(changed))
        KINDLING_TRY(refreshSearch(id));
    if (touchesNotes(changed)) {
        KINDLING_GET(texts, read(Entity::Lead, id, {QStringLiteral("notes"), QStringLiteral("pain_points")}));
        const QString both = texts[QStringLiteral("notes")].toString() + u'\n' + texts[QStringLiteral("pain_points")].toString();
        return replaceNote(m_connection, id, id, both.trimmed()); // as noteLeadsFrom() writes it
    }
    return {};
}

Result<void> RecordStore::remove(Entity entity, qint64 id)
{
    if (entity == Entity::Lead) {
        KINDLING_TRY(removeFieldValues(m_connection, id));
        for (const ChildTable &child : children)
            KINDLING_TRY(m_connection.run(QStringLiteral("DELETE FROM %1 WHERE lead_id = ?").arg(QLatin1String(child.table)), {id}));
        KINDLING_TRY(m_connection.run(QStringLiteral("DELETE FROM lead_text WHERE lead_id = ?"), {id}));
    }
    if (entity == Entity::Lead || hasNote(entity))
        KINDLING_TRY(replaceNote(m_connection, id, 0, {}));
    const auto done = m_connection.run(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(tableOf(entity)), {id});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> RecordStore::refreshSearch(qint64 leadId)
{
    KINDLING_GET(record, read(Entity::Lead, leadId, {QStringLiteral("name"), QStringLiteral("external_id"), QStringLiteral("contacts")}));
    const auto done = m_connection.run(QStringLiteral("UPDATE lead SET search = ? WHERE id = ?"), {searchTextOf(record), leadId});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> RecordStore::refreshLead(qint64 leadId)
{
    const auto done = m_connection.run(
        QStringLiteral("UPDATE lead SET last_activity = (SELECT max(at) FROM activity WHERE lead_id = lead.id), next_follow_up = (SELECT "
                       "min(coalesce(snoozed_until, due)) FROM follow_up WHERE lead_id = lead.id AND state = 'open') WHERE id = ?"),
        {leadId});
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace kindling
