// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/undolog.h"

#include "core/base/try.h"
#include "core/store/axiskeys.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/fieldvalues.h"
#include "core/store/leadhistory.h"
#include "core/store/leadsetwriter.h"
#include "core/store/mergedleads.h"
#include "core/store/recordarrays.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace kindling {

namespace {

constexpr int rowsAtOnce = 5'000;

const QString revisionKey = QStringLiteral("revision");

QJsonArray withoutAxis(const QJsonArray &stays, const AxisKeys &axis)
{
    QJsonArray rest;
    for (const QJsonValue &stay : stays) {
        if (stay[QStringLiteral("axis")].toString() != keyOf(axis.axis))
            rest.append(stay);
    }
    return rest;
}

} // namespace

struct UndoLog::Row
{
    int step = 0;
    Entity entity = Entity::Lead;
    qint64 id = 0;
    qint64 leadId = 0;
    QString operation;
    QJsonObject before;
    QJsonObject after;
};

Result<std::vector<ChangeEntry>> UndoLog::query(const QString &where, const QVariantList &values)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT id, at, who, label, rows, undone_by, undoes, kind = 'erase' FROM change ") + where,
                                  values));
    std::vector<ChangeEntry> entries;
    while (rows->next()) {
        entries.push_back({ChangeId(rows->integer(0)), rows->integer(1), rows->text(2), rows->text(3), int(rows->integer(4)),
                           !rows->isNull(5), ChangeId(rows->integer(6)), rows->integer(7) != 0});
    }
    return entries;
}

Result<UndoState> UndoLog::state()
{
    UndoState state;
    KINDLING_GET(undo, query(QStringLiteral("WHERE kind = 'do' AND undone_by IS NULL ORDER BY id DESC LIMIT 1"), {}));
    if (!undo.empty())
        state.undo = undo.front();
    KINDLING_GET(lastDone, m_connection.integer(QStringLiteral("SELECT max(id) FROM change WHERE kind IN ('do', 'erase')")));
    KINDLING_GET(
        redo,
        query(QStringLiteral("WHERE undone_by IS NOT NULL AND undone_by > ? ORDER BY undone_by DESC LIMIT 1"), {lastDone.value_or(0)}));
    if (!redo.empty())
        state.redo = redo.front();
    return state;
}

Result<std::vector<ChangeEntry>> UndoLog::entries(int limit)
{
    return query(QStringLiteral("ORDER BY id DESC LIMIT ?"), {limit});
}

Result<ChangeEntry> UndoLog::entry(ChangeId id)
{
    KINDLING_GET(found, query(QStringLiteral("WHERE id = ?"), {id.value()}));
    if (found.empty())
        return Error{ErrorCode::NotFound, id.toString(), QCoreApplication::translate("kindling", "change")};
    return found.front();
}

Result<ChangeId> UndoLog::undoOf(ChangeId id)
{
    KINDLING_GET(undo, m_connection.integer(QStringLiteral("SELECT undone_by FROM change WHERE id = ?"), {id.value()}));
    return ChangeId(undo.value_or(0));
}

Result<void> UndoLog::mark(ChangeId change, ChangeId undo)
{
    const QVariant value = undo.isNull() ? QVariant() : QVariant(undo.value());
    const auto done = m_connection.run(QStringLiteral("UPDATE change SET undone_by = ? WHERE id = ?"), {value, change.value()});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<std::vector<UndoLog::Row>> UndoLog::rowsBefore(ChangeId change, int step)
{
    KINDLING_GET(found,
                 m_connection.run(QStringLiteral("SELECT step, entity, entity_id, lead_id, op, before, after FROM change_row WHERE "
                                                 "change_id = ? AND step < ? ORDER BY step DESC LIMIT ?"),
                                  {change.value(), step, rowsAtOnce}));
    std::vector<Row> rows;
    while (found->next()) {
        const std::optional<Entity> entity = entityFromName(found->text(1));
        if (!entity)
            return Error{ErrorCode::WorkspaceDamaged, m_connection.path(), found->text(1)};
        rows.push_back({int(found->integer(0)), *entity, found->integer(2), found->integer(3), found->text(4), objectOf(found->text(5)),
                        objectOf(found->text(6))});
    }
    return rows;
}

Result<void> UndoLog::turnRound(Journal &journal, ChangeId source, Progress &progress)
{
    KINDLING_GET(head, entry(source));
    int step = head.rows + 1;
    std::vector<Row> words; // last of all: whether a word is still needed is known when every lead that names it is gone
    LeadSetWriter together(m_connection, journal);
    while (true) {
        KINDLING_GET(turned, together.turnRound(source, step));
        if (turned) {
            step = *turned;
            progress.report(head.rows - step + 1, head.rows);
            if (progress.cancelled())
                return Error{ErrorCode::Cancelled, {}, {}};
            continue;
        }
        KINDLING_GET(rows, rowsBefore(source, step));
        if (rows.empty())
            break;
        for (const Row &row : rows) {
            if (progress.cancelled())
                return Error{ErrorCode::Cancelled, {}, {}};
            if (row.operation == u"create" && row.entity == Entity::Word)
                words.push_back(row);
            else
                KINDLING_TRY(turnRow(journal, row, source));
        }
        step = rows.back().step;
        progress.report(head.rows - step + 1, head.rows);
    }
    for (const Row &row : words)
        KINDLING_TRY(takeBackCreation(journal, row, source));
    return {};
}

Result<std::vector<KeptRecord>> UndoLog::turnRoundWhatCan(Journal &journal, ChangeId source, Progress &progress)
{
    m_kept.emplace();
    const Result<void> done = turnRound(journal, source, progress);
    std::vector<KeptRecord> kept = std::move(*m_kept);
    m_kept.reset();
    return done ? Result<std::vector<KeptRecord>>(std::move(kept)) : Result<std::vector<KeptRecord>>(done.error());
}

Result<void> UndoLog::keep(const Row &row, KeptRecord::Reason reason, const QStringList &columns)
{
    if (!hasRevision(row.entity))
        return {};
    const bool ofLead = row.entity == Entity::Lead || row.leadId != 0;
    QString name;
    if (reason != KeptRecord::Reason::Gone) {
        KINDLING_GET(found, nameOf(row.entity, row.id, row.leadId));
        name = found;
    }
    m_kept->push_back(
        {ofLead ? LeadId(row.leadId == 0 ? row.id : row.leadId) : LeadId(), name, reason, columns.join(QStringLiteral(", "))});
    return {};
}

/// Says of which lead the one of a row is a part by now, where it is none of its own any more.
Result<void> UndoLog::notMergedSince(const Row &row)
{
    const qint64 lead = row.entity == Entity::Lead ? row.id : row.leadId;
    if (lead == 0)
        return {};
    MergedLeads merged(m_connection);
    KINDLING_GET(part, merged.find(LeadId(lead)));
    if (!part)
        return {};
    KINDLING_GET(survivor, merged.survivorOf(part->id));
    KINDLING_GET(name, nameOf(Entity::Lead, survivor.value(), 0));
    return Error{ErrorCode::Conflict, part->name, QCoreApplication::translate("kindling", "it is part of %1 now").arg(name)};
}

Result<void> UndoLog::turnRow(Journal &journal, const Row &row, ChangeId source)
{
    if (m_kept && row.operation != u"remove") {
        const Result<QJsonObject> there = journal.records().read(row.entity, row.id, {recordColumns(row.entity).front()});
        if (!there && there.error().code == ErrorCode::NotFound)
            return keep(row, KeptRecord::Reason::Gone);
    }
    const Result<void> turned = row.operation == u"create" ? takeBackCreation(journal, row, source)
        : row.operation == u"remove"                       ? journal.create(row.entity, row.id, row.before)
                                                           : takeBackUpdate(journal, row);
    if (!turned)
        KINDLING_TRY(notMergedSince(row)); // tells more than that it is not there
    return turned;
}

Result<void> UndoLog::takeBackCreation(Journal &journal, const Row &row, ChangeId source)
{
    KINDLING_GET(needed, isNeeded(row.entity, row.id, source));
    if (needed && row.entity != Entity::Lead)
        return {};
    if (hasRevision(row.entity)) {
        if (row.entity == Entity::Lead) {
            if (!m_kept)
                KINDLING_TRY(notMergedSince(row));
            KINDLING_GET(part, MergedLeads(m_connection).find(LeadId(row.id)));
            if (part)
                return keep(row, KeptRecord::Reason::Edited);
        }
        KINDLING_GET(edited, needed ? Result<bool>(true) : isEditedLater(journal, row, source));
        if (edited && m_kept)
            return keep(row, KeptRecord::Reason::Edited);
        if (edited) {
            KINDLING_GET(name, nameOf(row.entity, row.id, row.leadId));
            KINDLING_GET(part, partSince(row, source));
            return Error{ErrorCode::Conflict, name,
                         part.isEmpty() ? QCoreApplication::translate("kindling", "it was edited or has new activities")
                                        : QCoreApplication::translate("kindling", "%1 is part of it now").arg(part)};
        }
    }
    return journal.remove(row.entity, row.id);
}

/// A newer revision alone says little: a change that was taken back out of order leaves one behind.
Result<bool> UndoLog::isEditedLater(Journal &journal, const Row &row, ChangeId source)
{
    const QString leadKey = QStringLiteral("lead_id");
    const bool beside = row.leadId != 0 && row.entity != Entity::Lead;
    KINDLING_GET(record, journal.records().read(row.entity, row.id, beside ? QStringList{revisionKey, leadKey} : QStringList{revisionKey}));
    // Earlier: brought back by this change as it had been.
    if (record[revisionKey].toInteger() <= source.value())
        return false;
    const QString later =
        QStringLiteral("FROM change_row JOIN change ON change.id = change_id WHERE change_id > ? AND kind IN ('do', 'erase') AND "
                       "undone_by IS NULL AND ");
    if (row.entity == Entity::Lead || beside) { // it may be another lead's by now: both histories have an index
        const qint64 lead = beside ? row.leadId : row.id;
        const QString sql = QStringLiteral("SELECT EXISTS (SELECT 1 ") + later
            + QStringLiteral("change_row.lead_id IN (?, ?) AND change_row.lead_id <> 0 AND entity = ? AND entity_id = ?)");
        KINDLING_GET(
            found,
            m_connection.integer(sql, {source.value(), lead, beside ? record[leadKey].toInteger() : lead, entityName(row.entity), row.id}));
        return found.value_or(0) != 0;
    }
    if (!m_editedLater) {
        m_editedLater.emplace();
        KINDLING_GET(rows,
                     m_connection.run(QStringLiteral("SELECT DISTINCT entity_id ") + later + QStringLiteral("change_row.lead_id = 0"),
                                      {source.value()}));
        while (rows->next())
            m_editedLater->insert(rows->integer(0));
    }
    return m_editedLater->contains(row.id);
}

/// The name of a lead that was merged into the one of a row after a change.
Result<QString> UndoLog::partSince(const Row &row, ChangeId source)
{
    if (row.entity != Entity::Lead)
        return QString();
    return m_connection.text(QStringLiteral("SELECT name FROM merged_lead WHERE survivor_id = ? AND change_id > ? LIMIT 1"),
                             {row.id, source.value()});
}

Result<void> UndoLog::takeBackUpdate(Journal &journal, const Row &row)
{
    KINDLING_GET(now, journal.records().read(row.entity, row.id, row.after.keys()));
    const bool untouched = now[revisionKey] == row.after[revisionKey];
    const QStringList keys = row.after.keys();
    QJsonObject back = row.before;
    QStringList edited;
    for (const QString &key : keys) {
        if (key != revisionKey && key != staysKey && now[key] != row.after[key])
            edited += key;
    }
    takeBackStays(row, now, back, edited);
    if (!edited.isEmpty() && !m_kept) {
        KINDLING_GET(name, nameOf(row.entity, row.id, row.leadId));
        KINDLING_GET(word, nameOfKey(edited.front()));
        return Error{ErrorCode::Conflict, name, QCoreApplication::translate("kindling", "“%1” is different now").arg(word)};
    }
    if (!edited.isEmpty())
        KINDLING_TRY(keep(row, KeptRecord::Reason::Partly, edited));
    for (const QString &key : edited)
        back.remove(key);
    if (!untouched)
        back.remove(revisionKey); // other fields were edited since: the content is new, so the revision is
    const Result<bool> written = journal.update(row.entity, row.id, back, now);
    return written ? Result<void>() : Result<void>(written.error());
}

/// A stay goes with the value that ended it: where that was edited since, both stay.
void UndoLog::takeBackStays(const Row &row, const QJsonObject &now, QJsonObject &back, QStringList &edited)
{
    QJsonArray was = row.before[staysKey].toArray();
    QJsonArray is = row.after[staysKey].toArray();
    const auto keepAxis = [&](const AxisKeys &axis) {
        for (const QString &key : {axis.value, axis.since}) {
            if (row.after.contains(key) && !edited.contains(key))
                edited += key;
        }
        for (QJsonArray *side : {&was, &is})
            *side = withoutAxis(*side, axis);
    };
    for (const AxisKeys &axis : axisKeys()) {
        if (edited.contains(axis.value) || edited.contains(axis.since))
            keepAxis(axis);
    }
    if (!row.after.contains(staysKey))
        return;
    if (const std::optional<QJsonArray> left = staysTurnedBack(was, is, now[staysKey].toArray())) {
        back.insert(staysKey, *left);
        return;
    }
    for (const AxisKeys &axis : axisKeys())
        keepAxis(axis);
    edited += staysKey;
}

/// As people know it; a time is that of its value.
Result<QString> UndoLog::nameOfKey(const QString &key)
{
    if (const CustomFieldId field = fieldOfRecordKey(key); !field.isNull())
        return m_connection.text(QStringLiteral("SELECT label FROM field WHERE id = ?"), {field.value()});
    const auto axis = std::find_if(axisKeys().begin(), axisKeys().end(), [&](const AxisKeys &a) { return a.since == key; });
    const QStringList labels = historyLabels({axis == axisKeys().end() ? key : axis->value});
    return labels.isEmpty() ? key : labels.front();
}

Result<bool> UndoLog::isNeeded(Entity entity, qint64 id, ChangeId source)
{
    if (!hasRevision(entity) || entity == Entity::Company) {
        if (!m_namedLater)
            KINDLING_TRY(collectNamedLater(source));
        if (m_namedLater->contains(id))
            return true;
    }
    const auto exists = [&](const char *table, const char *column) -> Result<bool> {
        const QString sql =
            QStringLiteral("SELECT EXISTS (SELECT 1 FROM %1 WHERE %2 = ?)").arg(QLatin1String(table), QLatin1String(column));
        KINDLING_GET(found, m_connection.integer(sql, {id}));
        return found.value_or(0) != 0;
    };
    switch (entity) {
    case Entity::Lead: {
        KINDLING_GET(active, exists("activity", "lead_id"));
        KINDLING_GET(planned, exists("follow_up", "lead_id"));
        // These stay with the id of a lead while it is part of another, and so they may be older than the change that brought it back.
        KINDLING_GET(later,
                     m_connection.integer(QStringLiteral("SELECT EXISTS (SELECT 1 FROM handover WHERE lead_id = ? AND id > ?) OR EXISTS "
                                                         "(SELECT 1 FROM attachment WHERE lead_id = ? AND id > ?) OR EXISTS (SELECT 1 "
                                                         "FROM merged_lead WHERE survivor_id = ? AND change_id > ?)"),
                                          {id, source.value(), id, source.value(), id, source.value()}));
        return active || planned || later.value_or(0) != 0;
    }
    case Entity::Company: return exists("lead", "company_id");
    case Entity::Stage: {
        KINDLING_GET(standing, exists("lead", "stage_id"));
        if (standing)
            return true;
        KINDLING_GET(past,
                     m_connection.integer(QStringLiteral("SELECT EXISTS (SELECT 1 FROM stay WHERE axis = 'stage' AND value = ?)"),
                                          {QString::number(id)}));
        return past.value_or(0) != 0;
    }
    case Entity::Word:
        if (!m_wordsInUse)
            KINDLING_TRY(collectWordsInUse());
        return m_wordsInUse->contains(id);
    case Entity::Field: {
        KINDLING_GET(optional, exists("field_option", "field_id"));
        return optional ? Result<bool>(true) : exists("field_value", "field_id");
    }
    case Entity::FieldOption: return optionIsChosen(id);
    default: return false;
    }
}

Result<bool> UndoLog::optionIsChosen(qint64 option)
{
    KINDLING_GET(found,
                 m_connection.integer(QStringLiteral("SELECT EXISTS (SELECT 1 FROM field_value WHERE number = ? AND field_id = (SELECT "
                                                     "field_id FROM field_option WHERE id = ?))"),
                                      {option, option}));
    return found.value_or(0) != 0;
}

/// What a later change took away from a lead comes back when that change is undone, so it has to be there then.
Result<void> UndoLog::collectNamedLater(ChangeId source)
{
    m_namedLater.emplace();
    KINDLING_GET(
        rows,
        m_connection.run(QStringLiteral("SELECT before, after FROM change_row JOIN change ON change.id = change_id WHERE change_id > ? "
                                        "AND before IS NOT NULL AND kind = 'do' AND undone_by IS NULL"),
                         {source.value()}));
    while (rows->next()) {
        nameLater(objectOf(rows->text(0)));
        nameLater(objectOf(rows->text(1)));
    }
    return {};
}

void UndoLog::nameLater(const QJsonObject &record)
{
    const auto take = [&](const QJsonValue &id) { m_namedLater->insert(id.isString() ? id.toString().toLongLong() : id.toInteger()); };
    for (const char *key : {"company_id", "stage_id", "reason_id", "owner_id", "source_id", "campaign_id", "who_id", "from_id", "to_id",
                            "channel_id", "parent_id", "magnet_id", "member_id"})
        take(record[QLatin1String(key)]);
    const auto takeAll = [&](const QJsonArray &rows, const QString &column) {
        for (const QJsonValue &row : rows)
            take(row[column]);
    };
    takeAll(record[QStringLiteral("tags")].toArray(), QStringLiteral("word_id"));
    takeAll(record[staysKey].toArray(), QStringLiteral("value"));
    const QStringList keys = record.keys();
    for (const QString &key : keys) {
        const CustomFieldId field = fieldOfRecordKey(key);
        if (field.isNull())
            continue;
        m_namedLater->insert(field.value());
        takeAll(record[key].toArray(), QStringLiteral("number"));
    }
}

/// One pass over the leads for all words of the change: the columns that hold them have no index.
Result<void> UndoLog::collectWordsInUse()
{
    m_wordsInUse.emplace();
    for (const char *column : {"owner_id", "source_id", "campaign_id", "reason_id"}) {
        KINDLING_GET(rows,
                     m_connection.run(QStringLiteral("SELECT DISTINCT %1 FROM lead WHERE %1 IS NOT NULL").arg(QLatin1String(column))));
        while (rows->next())
            m_wordsInUse->insert(rows->integer(0));
    }
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral(
                     "SELECT CAST(value AS INTEGER) FROM stay WHERE axis = 'owner' UNION SELECT word_id FROM lead_tag UNION SELECT who_id "
                     "FROM activity WHERE who_id IS NOT "
                     "NULL UNION SELECT who_id FROM follow_up WHERE who_id IS NOT NULL UNION "
                     "SELECT from_id FROM handover WHERE from_id IS NOT NULL UNION SELECT to_id FROM "
                     "handover UNION SELECT campaign_id FROM activity WHERE campaign_id IS NOT NULL UNION "
                     "SELECT magnet_id FROM activity WHERE magnet_id IS NOT NULL UNION SELECT id FROM "
                     "campaign UNION SELECT channel_id FROM campaign WHERE channel_id IS NOT NULL UNION "
                     "SELECT campaign_id FROM campaign_cost UNION SELECT id FROM channel UNION SELECT "
                     "parent_id FROM channel UNION SELECT id FROM lead_magnet UNION SELECT campaign_id "
                     "FROM lead_magnet WHERE campaign_id IS NOT NULL UNION SELECT member_id FROM sales_goal WHERE member_id IS NOT NULL")));
    while (rows->next())
        m_wordsInUse->insert(rows->integer(0));
    return {};
}

Result<QString> UndoLog::nameOf(Entity entity, qint64 id, qint64 leadId)
{
    if (entity == Entity::Field)
        return m_connection.text(QStringLiteral("SELECT label FROM field WHERE id = ?"), {id});
    if (entity == Entity::Company || entity == Entity::Stage || entity == Entity::FieldOption || entity == Entity::Segment)
        return m_connection.text(QStringLiteral("SELECT name FROM %1 WHERE id = ?").arg(entityName(entity)), {id});
    if (entity == Entity::Campaign || entity == Entity::LeadMagnet || entity == Entity::Channel)
        return m_connection.text(QStringLiteral("SELECT name FROM word WHERE id = ?"), {id});
    if (entity == Entity::CampaignCost)
        return m_connection.text(QStringLiteral("SELECT name FROM word WHERE id = (SELECT campaign_id FROM campaign_cost WHERE id = ?)"),
                                 {id});
    return m_connection.text(QStringLiteral("SELECT coalesce(lead.name, company.name, lead.external_id, '') FROM lead LEFT JOIN company ON "
                                            "company.id = lead.company_id WHERE lead.id = ?"),
                             {leadId == 0 ? id : leadId});
}

} // namespace kindling
