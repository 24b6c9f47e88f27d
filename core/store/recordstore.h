// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace kindling {

class Connection;

/// The kinds of records that the journal knows. A lead comes with its texts, contacts, tags and ended stays as one record.
enum class Entity : quint8 {
    Lead,
    Company,
    Activity,
    FollowUp,
    Stage,
    Word,
    Setting,
    Field,
    FieldOption,
    Segment,
    Mapping,
    MergedLead,
    DistinctPair,
    MergedCompany,
    SavedView,
    BoardPlace,
    ColumnLimit,
    Handover,
    Attachment,
    Campaign,
    CampaignCost,
    Channel,
    LeadMagnet,
    ExchangeRate,
    SalesGoal,
    KeptForecast
};

/// The name of the entity's table, as the journal writes it.
QString entityName(Entity entity);
std::optional<Entity> entityFromName(QStringView name);

/// The columns of the entity's own table in a record, in order; those of `lead_text` for a lead beside them.
const QStringList &recordColumns(Entity entity);
const QStringList &leadTextColumns();

/// True for records with a revision, which are edited by people and can be in conflict.
bool hasRevision(Entity entity);

/// Reads and writes whole records or some of their keys as JSON: one key for each column, and arrays for a lead's `contacts`, `tags`,
/// `stays` and each of its custom fields. What the store derives (search text, last activity, next follow-up) is not part of a record and
/// kept right here.
class RecordStore
{
public:
    explicit RecordStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The keys asked for, all when there are none. Error NotFound.
    Result<QJsonObject> read(Entity entity, qint64 id, const QStringList &keys = {});
    Result<void> insert(Entity entity, qint64 id, const QJsonObject &record);
    Result<void> update(Entity entity, qint64 id, const QJsonObject &changed);
    Result<void> remove(Entity entity, qint64 id);

    /// Brings last activity and next follow-up of a lead up to date with its activities and follow-ups.
    Result<void> refreshLead(qint64 leadId);

private:
    Result<void> readTable(const QString &table, const QString &idColumn, qint64 id, const QStringList &columns, QJsonObject &into);
    Result<void> updateTable(const QString &table, const QString &idColumn, qint64 id, const QStringList &columns,
                             const QJsonObject &changed);
    Result<QJsonArray> readChildren(int child, qint64 leadId);
    Result<void> writeChildren(int child, qint64 leadId, const QJsonArray &rows);
    Result<void> refreshSearch(qint64 leadId);

    Connection &m_connection;
};

} // namespace kindling
