// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leadsetwriter.h"

#include "core/base/try.h"
#include "core/store/axiskeys.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/recordarrays.h"

#include <QJsonArray>

#include <algorithm>

namespace kindling {

namespace {

/// A statement with the values that it names.
class NamedStatement
{
public:
    explicit NamedStatement(QString sql)
        : m_sql(std::move(sql))
    {
    }

    NamedStatement &with(const QString &name, const QVariant &value)
    {
        m_names += name;
        m_values += value;
        return *this;
    }

    Result<Statement *> run(Connection &connection) const
    {
        KINDLING_GET(statement, connection.prepared(m_sql));
        KINDLING_TRY(statement->run(m_names, m_values));
        return statement;
    }

    Result<bool> any(Connection &connection) const
    {
        KINDLING_GET(statement, run(connection));
        const bool found = statement->next() && statement->integer(0) != 0;
        statement->finish();
        return found;
    }

private:
    QString m_sql;
    QStringList m_names;
    QVariantList m_values;
};

QString placeholder(const QString &column)
{
    return u':' + column;
}

QString jsonOf(const std::vector<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// The lists in a lead's record as SQL; elements, their order and the order of their keys are those of RecordStore.
struct ListSql
{
    QString table;
    QString key; ///< its columns beside lead_id that name an element
    QString columns;
    QString object;

    QString of(const QString &rows) const
    {
        return QStringLiteral("(SELECT json_group_array(%1) FROM (%2 ORDER BY %3))").arg(object, rows, key);
    }
    QString stored() const { return QStringLiteral("SELECT %1 FROM %2 WHERE lead_id = lead.id").arg(columns, table); }
    /// The elements of one side of a change as rows, each with its lead.
    static QString recorded(const QString &side, const QString &name)
    {
        return QStringLiteral("SELECT entity_id AS lead_id, element.value AS element FROM change_row, json_each(%1, '$.%2') AS element "
                              "WHERE change_id = :source AND step BETWEEN :first AND :last")
            .arg(side, name);
    }
    /// The columns of such an element. Taking it apart is what costs, so it is done for those that differ only.
    static QString takenApart(const QString &columns)
    {
        QStringList values;
        for (const QString &column : columns.split(QStringLiteral(", ")))
            values += QStringLiteral("json_extract(element, '$.%1')").arg(column);
        return values.join(QStringLiteral(", "));
    }
};

const QString tagsKey = QStringLiteral("tags");
const QString revisionColumn = QStringLiteral("revision");

const ListSql &listSql(const QString &key)
{
    static const ListSql stays{
        QStringLiteral("stay"), QStringLiteral("axis, from_time"), QStringLiteral("axis, from_time, until_time, value"),
        QStringLiteral("json_object('axis', axis, 'from_time', from_time, 'until_time', until_time, 'value', value)")};
    static const ListSql tags{QStringLiteral("lead_tag"), QStringLiteral("word_id"), QStringLiteral("word_id"),
                              QStringLiteral("json_object('word_id', word_id)")};
    return key == staysKey ? stays : tags;
}

/// A key of the record of a lead that a patch may change: when it does, and its JSON on both sides.
struct KeySql
{
    QString name;
    QString differs;
    QString before;
    QString after;
};

const QString touchedLeads = QStringLiteral("SELECT entity_id FROM change_row WHERE change_id = :change AND step > :step");

/// The patch as SQL over rows of `lead`.
class PatchSql
{
public:
    explicit PatchSql(const LeadPatch &patch)
        : m_patch(patch)
        , m_hasTags(!patch.addTags.empty() || !patch.removeTags.empty())
    {
        for (const LeadPatch::Value &value : patch.values)
            addColumn(value);
        if (!m_ended.empty())
            addStays();
        if (m_hasTags)
            addTags();
    }

    /// In the order in which they have to run: each sees the leads as they were before, but for what it writes itself.
    std::vector<NamedStatement> statements(const QString &ids, ChangeId change, int step, UtcMs at) const
    {
        std::vector<NamedStatement> all{journalRows(ids, at)};
        for (const Ended &ended : m_ended)
            all.push_back(endedStay(ended, at));
        if (m_hasTags)
            all.insert(all.end(), {removedTags(), addedTags()});
        all.push_back(leadRows(at));
        for (NamedStatement &statement : all)
            statement.with(QStringLiteral(":change"), change.value()).with(QStringLiteral(":step"), step);
        return all;
    }

private:
    /// A stay that the patch ends: its columns as SQL.
    struct Ended
    {
        const LeadPatch::Value *by;
        QString row;
        QString when;
    };

    void addColumn(const LeadPatch::Value &value)
    {
        const QString stored = QStringLiteral("lead.") + value.column;
        const QString given = placeholder(value.column);
        const QString differs = QStringLiteral("%1 IS NOT %2").arg(stored, given);
        m_keys.push_back(
            {value.column, differs, QStringLiteral("json_quote(%1)").arg(stored), QStringLiteral("json_quote(%1)").arg(given)});
        m_sets += QStringLiteral("%1 = %2").arg(value.column, given);
        const auto axis = std::find_if(axisKeys().begin(), axisKeys().end(), [&](const AxisKeys &a) { return a.value == value.column; });
        if (axis == axisKeys().end())
            return;
        // As LeadWriter does it: a clock that was set back makes no stay begin before the one that it follows, one of no length is none.
        const QString since = QStringLiteral("lead.") + axis->since;
        const QString later = QStringLiteral("(%1 AND :at > %2)").arg(differs, since);
        m_keys.push_back({axis->since, later, QStringLiteral("json_quote(%1)").arg(since), QStringLiteral("json_quote(:at)")});
        m_sets += QStringLiteral("%1 = CASE WHEN %2 THEN :at ELSE %1 END").arg(axis->since, later);
        m_ended.push_back({&value,
                           QStringLiteral("'%1' AS axis, %2 AS from_time, :at AS until_time, CAST(%3 AS TEXT) AS value")
                               .arg(keyOf(axis->axis), since, stored),
                           QStringLiteral("(%1 AND %2 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stay WHERE lead_id = lead.id AND axis = "
                                          "'%3' AND from_time = %4))")
                               .arg(later, stored, keyOf(axis->axis), since)});
    }

    /// The journal notes those that ended, and not the ones that the lead had.
    void addStays()
    {
        QStringList when;
        QStringList rows;
        for (const Ended &ended : m_ended) {
            when += ended.when;
            rows += QStringLiteral("SELECT %1 WHERE %2").arg(ended.row, ended.when);
        }
        m_keys.push_back({staysKey, u'(' + when.join(QStringLiteral(" OR ")) + u')', QStringLiteral("'[]'"),
                          listSql(staysKey).of(rows.join(QStringLiteral(" UNION ALL ")))});
    }

    void addTags()
    {
        const ListSql &list = listSql(tagsKey);
        const QString rest = list.stored() + QStringLiteral(" AND word_id NOT IN (SELECT value FROM json_each(:remove))");
        const QString before = list.of(list.stored());
        const QString after = list.of(rest + QStringLiteral(" UNION SELECT value FROM json_each(:add)"));
        m_keys.push_back({tagsKey, QStringLiteral("%1 <> %2").arg(before, after), before, after});
    }

    QString record(QString KeySql::*side, const QString &revision) const
    {
        QString parts;
        for (const KeySql &key : m_keys)
            parts += QStringLiteral("CASE WHEN %1 THEN '\"%2\":' || %3 || ',' ELSE '' END || ").arg(key.differs, key.name, key.*side);
        return QStringLiteral("'{' || %1'\"revision\":' || %2 || '}'").arg(parts, revision);
    }

    NamedStatement withValues(const QString &sql, UtcMs at) const
    {
        NamedStatement statement(sql);
        for (const LeadPatch::Value &value : m_patch.values)
            statement.with(placeholder(value.column), value.value);
        if (!m_ended.empty())
            statement.with(QStringLiteral(":at"), at);
        return statement;
    }

    NamedStatement journalRows(const QString &ids, UtcMs at) const
    {
        QStringList differs;
        for (const KeySql &key : m_keys)
            differs += key.differs;
        NamedStatement rows = withValues(
            QStringLiteral(
                "INSERT INTO change_row (change_id, step, entity, entity_id, lead_id, op, before, after) SELECT :change, :step + "
                "row_number() OVER (ORDER BY id), 'lead', id, id, 'update', before, after FROM (SELECT lead.id AS id, %1 AS "
                "before, %2 AS after FROM lead WHERE lead.id IN (SELECT value FROM json_each(:ids)) AND (%3))")
                .arg(record(&KeySql::before, QStringLiteral("lead.revision")), record(&KeySql::after, QStringLiteral(":change")),
                     differs.join(QStringLiteral(" OR "))),
            at);
        rows.with(QStringLiteral(":ids"), ids);
        if (m_hasTags)
            rows.with(QStringLiteral(":add"), jsonOf(m_patch.addTags)).with(QStringLiteral(":remove"), jsonOf(m_patch.removeTags));
        return rows;
    }

    static NamedStatement endedStay(const Ended &ended, UtcMs at)
    {
        NamedStatement stay(QStringLiteral("INSERT INTO stay (lead_id, axis, from_time, until_time, value) SELECT lead.id, %1 FROM lead "
                                           "WHERE %2 AND lead.id IN (%3)")
                                .arg(ended.row, ended.when, touchedLeads));
        stay.with(QStringLiteral(":at"), at).with(placeholder(ended.by->column), ended.by->value);
        return stay;
    }

    NamedStatement removedTags() const
    {
        NamedStatement tags(
            QStringLiteral("DELETE FROM lead_tag WHERE word_id IN (SELECT value FROM json_each(:remove)) AND lead_id IN (%1)")
                .arg(touchedLeads));
        tags.with(QStringLiteral(":remove"), jsonOf(m_patch.removeTags));
        return tags;
    }

    NamedStatement addedTags() const
    {
        NamedStatement tags(QStringLiteral("INSERT OR IGNORE INTO lead_tag (lead_id, word_id) SELECT lead.id, added.value FROM lead, "
                                           "json_each(:add) AS added WHERE lead.id IN (%1)")
                                .arg(touchedLeads));
        tags.with(QStringLiteral(":add"), jsonOf(m_patch.addTags));
        return tags;
    }

    NamedStatement leadRows(UtcMs at) const
    {
        const QStringList sets = m_sets + QStringList{QStringLiteral("revision = :change")};
        return withValues(QStringLiteral("UPDATE lead SET %1 WHERE id IN (%2)").arg(sets.join(QStringLiteral(", ")), touchedLeads), at);
    }

    const LeadPatch &m_patch;
    bool m_hasTags;
    std::vector<KeySql> m_keys;
    std::vector<Ended> m_ended;
    QStringList m_sets; ///< what becomes of the columns
};

/// What a change brought of the stays is there, and nothing stands where one would come back. Changes of earlier formats noted all stays.
const QString staysAreAsLeft = QStringLiteral(
    " AND NOT EXISTS (SELECT 1 FROM json_each(after, '$.stays') AS brought WHERE NOT EXISTS (SELECT 1 FROM stay WHERE lead_id = entity_id "
    "AND axis = json_extract(brought.value, '$.axis') AND from_time = json_extract(brought.value, '$.from_time') AND until_time IS "
    "json_extract(brought.value, '$.until_time') AND stay.value IS json_extract(brought.value, '$.value')))"
    " AND NOT EXISTS (SELECT 1 FROM json_each(before, '$.stays') AS gone JOIN stay ON lead_id = entity_id AND axis = "
    "json_extract(gone.value, '$.axis') AND from_time = json_extract(gone.value, '$.from_time') WHERE NOT EXISTS (SELECT 1 FROM "
    "json_each(after, '$.stays') AS brought WHERE json_extract(brought.value, '$.axis') = axis AND json_extract(brought.value, "
    "'$.from_time') = from_time))");

bool isPatched(const QString &key)
{
    static const QStringList searched{QStringLiteral("name"), QStringLiteral("external_id")}; // the search text would have to follow
    return key == staysKey || key == tagsKey || (recordColumns(Entity::Lead).contains(key) && !searched.contains(key));
}

} // namespace

/// Consecutive rows of a change, all about changed leads.
struct LeadSetWriter::Rows
{
    ChangeId source;
    int first = 0;
    int last = 0;

    int count() const { return last - first + 1; }

    NamedStatement statement(const QString &sql) const
    {
        NamedStatement made(sql);
        made.with(QStringLiteral(":source"), source.value()).with(QStringLiteral(":first"), first).with(QStringLiteral(":last"), last);
        return made;
    }
};

Result<void> LeadSetWriter::tellJournal()
{
    KINDLING_GET(rows,
                 NamedStatement(touchedLeads)
                     .with(QStringLiteral(":change"), m_journal.id().value())
                     .with(QStringLiteral(":step"), m_journal.rows())
                     .run(m_connection));
    std::vector<LeadId> leads;
    while (rows->next())
        leads.emplace_back(rows->integer(0));
    m_journal.wrote(leads);
    return {};
}

Result<bool> LeadSetWriter::patch(std::span<const LeadId> leads, const LeadPatch &patch, UtcMs at)
{
    const QString ids = jsonIds(leads);
    KINDLING_GET(nameless,
                 NamedStatement(QStringLiteral("SELECT EXISTS (SELECT 1 FROM lead WHERE id IN (SELECT value FROM json_each(:ids)) AND name "
                                               "IS NULL AND company_id IS NULL AND external_id IS NULL AND NOT EXISTS (SELECT 1 FROM "
                                               "contact WHERE lead_id = lead.id))"))
                     .with(QStringLiteral(":ids"), ids)
                     .any(m_connection));
    if (nameless)
        return false;
    if (patch.values.empty() && patch.addTags.empty() && patch.removeTags.empty())
        return true;
    for (const NamedStatement &statement : PatchSql(patch).statements(ids, m_journal.id(), m_journal.rows(), at))
        KINDLING_TRY(statement.run(m_connection));
    KINDLING_TRY(tellJournal());
    return true;
}

Result<std::optional<QStringList>> LeadSetWriter::keysOf(const Rows &rows)
{
    KINDLING_GET(found,
                 rows.statement(QStringLiteral("SELECT DISTINCT key FROM change_row, json_each(after) WHERE change_id = :source AND step "
                                               "BETWEEN :first AND :last"))
                     .run(m_connection));
    QStringList keys;
    while (found->next())
        keys += found->text(0);
    if (!std::all_of(keys.begin(), keys.end(), isPatched))
        return std::optional<QStringList>();
    keys.sort(); // the same statements for the same keys
    return std::optional(keys);
}

Result<bool> LeadSetWriter::areAsLeft(const Rows &rows, const QStringList &keys)
{
    QString same;
    for (const QString &key : keys) {
        if (key == revisionColumn)
            continue;
        if (key == staysKey) {
            same += staysAreAsLeft;
            continue;
        }
        const QString now = key == tagsKey ? listSql(key).of(listSql(key).stored()) : QStringLiteral("lead.") + key;
        same += QStringLiteral(" AND (json_type(after, '$.%1') IS NULL OR json_extract(after, '$.%1') IS %2)").arg(key, now);
    }
    KINDLING_GET(
        statement,
        rows.statement(QStringLiteral(
                           "SELECT count(DISTINCT entity_id) FROM change_row JOIN lead ON lead.id = entity_id WHERE change_id = :source "
                           "AND step BETWEEN :first AND :last")
                       + same)
            .run(m_connection));
    const bool all = statement->next() && statement->integer(0) == rows.count(); // each about another lead, and all there
    statement->finish();
    return all;
}

/// Only the elements in which the two sides differ: of ten stays, one ended.
Result<void> LeadSetWriter::turnChildren(const Rows &rows, const QString &key)
{
    const ListSql &list = listSql(key);
    const QString left = ListSql::recorded(QStringLiteral("after"), key);
    const QString were = ListSql::recorded(QStringLiteral("before"), key);
    KINDLING_TRY(rows.statement(QStringLiteral("DELETE FROM %1 WHERE (lead_id, %2) IN (SELECT lead_id, %3 FROM (%4 EXCEPT %5))")
                                    .arg(list.table, list.key, ListSql::takenApart(list.key), left, were))
                     .run(m_connection));
    const auto done = rows.statement(QStringLiteral("INSERT INTO %1 (lead_id, %2) SELECT lead_id, %3 FROM (%4 EXCEPT %5)")
                                         .arg(list.table, list.columns, ListSql::takenApart(list.columns), were, left))
                          .run(m_connection);
    return done ? Result<void>() : Result<void>(done.error());
}

Result<std::optional<int>> LeadSetWriter::turnRound(ChangeId source, int step)
{
    const std::optional<int> singly;
    KINDLING_GET(
        newest,
        NamedStatement(QStringLiteral("SELECT max(step), coalesce(max(CASE WHEN entity <> 'lead' OR op <> 'update' THEN step END) + "
                                      "1, min(step)) FROM (SELECT step, entity, op FROM change_row WHERE change_id = :source AND "
                                      "step < :step ORDER BY step DESC LIMIT :most)"))
            .with(QStringLiteral(":source"), source.value())
            .with(QStringLiteral(":step"), step)
            .with(QStringLiteral(":most"), atOnce)
            .run(m_connection));
    newest->next();
    const Rows rows{source, int(newest->integer(1)), int(newest->integer(0))};
    newest->finish();
    if (rows.count() < int(fewest))
        return singly;
    KINDLING_GET(keys, keysOf(rows));
    if (!keys)
        return singly;
    KINDLING_GET(asLeft, areAsLeft(rows, *keys));
    if (!asLeft)
        return singly;

    // A lead that was edited since in other fields has new content, so its revision is new.
    const QString revision = QStringLiteral("CASE WHEN lead.revision = json_extract(after, '$.revision') THEN json_extract(before, "
                                            "'$.revision') ELSE :change END");
    const QVariant change = m_journal.id().value();
    KINDLING_TRY(rows.statement(QStringLiteral("INSERT INTO change_row (change_id, step, entity, entity_id, lead_id, op, before, after) "
                                               "SELECT :change, :step + row_number() OVER (ORDER BY step DESC), 'lead', entity_id, "
                                               "entity_id, 'update', json_set(after, '$.revision', lead.revision), json_set(before, "
                                               "'$.revision', %1) FROM change_row JOIN lead ON lead.id = entity_id WHERE change_id = "
                                               ":source AND step BETWEEN :first AND :last")
                                    .arg(revision))
                     .with(QStringLiteral(":change"), change)
                     .with(QStringLiteral(":step"), m_journal.rows())
                     .run(m_connection));
    QStringList sets{QStringLiteral("revision = ") + revision};
    for (const QString &key : *keys) {
        if (key == staysKey || key == tagsKey)
            KINDLING_TRY(turnChildren(rows, key));
        else if (key != revisionColumn)
            sets += QStringLiteral("%1 = CASE WHEN json_type(after, '$.%1') IS NULL THEN lead.%1 ELSE json_extract(before, '$.%1') END")
                        .arg(key);
    }
    KINDLING_TRY(rows.statement(QStringLiteral("UPDATE lead SET %1 FROM change_row WHERE change_id = :source AND step BETWEEN :first AND "
                                               ":last AND lead.id = entity_id")
                                    .arg(sets.join(QStringLiteral(", "))))
                     .with(QStringLiteral(":change"), change)
                     .run(m_connection));
    KINDLING_TRY(tellJournal());
    return std::optional(rows.first);
}

} // namespace kindling
