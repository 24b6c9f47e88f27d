// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/erasure.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"
#include "core/store/leadrepository.h"
#include "core/store/mergedleads.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace kindling {

namespace {

constexpr int shortestName = 2; ///< a single letter would be found everywhere
constexpr int shortestAlone = 4;

const QString theirs = QStringLiteral("IN (SELECT value FROM json_each(?))");

// What belongs to a lead, and the column that says to which. Activities, follow-ups and the lead itself have words in the full-text
// index, too, and are removed one by one.
struct Belonging
{
    const char *table;
    const char *column;
};

constexpr Belonging belongings[] = {{"handover", "lead_id"},    {"attachment", "lead_id"},   {"board_place", "id"},
                                    {"call_draft", "lead_id"},  {"distinct_pair", "lead_a"}, {"distinct_pair", "lead_b"},
                                    {"kept_record", "lead_id"}, {"merged_lead", "id"},       {"merged_lead", "survivor_id"}};

void addNames(const QJsonObject &record, QStringList &names)
{
    for (const char *key : {"name", "external_id"})
        names += record[QLatin1String(key)].toString();
    const QJsonArray contacts = record[QStringLiteral("contacts")].toArray();
    for (const QJsonValue &contact : contacts)
        names += contact[QStringLiteral("typed")].toString();
}

QString idsOf(const QSet<qint64> &ids)
{
    QStringList numbers;
    for (const qint64 id : ids)
        numbers += QString::number(id);
    return u'[' + numbers.join(u',') + u']';
}

/// Finds names as whole words, however they are written.
QRegularExpression anyOf(const QStringList &names)
{
    QStringList patterns;
    for (const QString &name : names)
        patterns += QRegularExpression::escape(name);
    return QRegularExpression(QStringLiteral("(?<![\\p{L}\\p{N}])(?:%1)(?![\\p{L}\\p{N}])").arg(patterns.join(u'|')),
                              QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

/// Numbers and the shortest names stand in longer texts for other reasons.
bool meansThemAlone(const QString &name)
{
    return name.size() >= shortestAlone && std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
}

/// Whether a value of a record is one of the names, or a longer text of it has one that stands for nothing else.
bool says(const QJsonValue &value, const QStringList &names)
{
    if (value.isString()) {
        const QString text = value.toString();
        return std::any_of(names.begin(), names.end(), [&](const QString &name) {
            return text.compare(name, Qt::CaseInsensitive) == 0 || (meansThemAlone(name) && text.contains(name, Qt::CaseInsensitive));
        });
    }
    const QJsonArray parts = value.toArray();
    const QJsonObject keys = value.toObject();
    return std::any_of(parts.begin(), parts.end(), [&](const QJsonValue &part) { return says(part, names); })
        || std::any_of(keys.begin(), keys.end(), [&](const QJsonValue &part) { return says(part, names); });
}

} // namespace

/// An entry of the history that may be about them without being filed under them.
struct Erasure::Trace
{
    ChangeId change;
    int step = 0;
    Entity entity = Entity::Lead;
    qint64 id = 0;
    LeadId lead;
    QJsonObject before;
    QString operation;
};

bool Erasure::isTheirs(LeadId lead) const
{
    return std::find(m_leads.begin(), m_leads.end(), lead) != m_leads.end();
}

Result<PersonalData> Erasure::find(LeadId id)
{
    MergedLeads merged(m_connection);
    // An id that is in use means itself, whatever it was merged into once.
    KINDLING_GET(here, m_connection.integer(QStringLiteral("SELECT id FROM lead WHERE id = ?"), {id.value()}));
    KINDLING_GET(found, merged.survivorOf(id));
    const LeadId survivor = here ? id : found;
    m_leads = {survivor};
    KINDLING_GET(parts, m_connection.run(QStringLiteral("SELECT id FROM merged_lead WHERE id ") + inWholeLead(), {survivor.value()}));
    while (parts->next()) {
        if (const LeadId part(parts->integer(0)); part != survivor)
            m_leads.push_back(part);
    }
    KINDLING_TRY(collectNames());
    KINDLING_GET(changes,
                 m_connection.run(QStringLiteral("SELECT DISTINCT change_id FROM change_row WHERE lead_id <> 0 AND lead_id ") + theirs,
                                  {jsonIds(m_leads)}));
    while (changes->next())
        m_changes.insert(changes->integer(0));

    PersonalData data;
    data.lead = survivor;
    data.merged = qint64(m_leads.size()) - 1;
    const Result<Lead> lead = LeadRepository(m_connection).lead(survivor);
    if (!lead && (lead.error().code != ErrorCode::NotFound || m_changes.isEmpty()))
        return lead.error();
    data.name = lead ? lead->displayName() : survivor.toString();
    data.company = lead ? lead->company : QString();
    KINDLING_GET(activities, count("activity"));
    KINDLING_GET(followUps, count("follow_up"));
    KINDLING_GET(files, count("attachment"));
    data.activities = activities;
    data.followUps = followUps;
    data.files = files;
    data.historyEntries = qint64(m_changes.size());
    return data;
}

Result<qint64> Erasure::count(const char *table)
{
    KINDLING_GET(found,
                 m_connection.integer(QStringLiteral("SELECT count(*) FROM %1 WHERE lead_id %2").arg(QLatin1String(table), theirs),
                                      {jsonIds(m_leads)}));
    return found.value_or(0);
}

/// Today's names and addresses and all former ones.
Result<void> Erasure::collectNames()
{
    m_names.clear();
    const QString ids = jsonIds(m_leads);
    KINDLING_GET(present,
                 m_connection.run(QStringLiteral("SELECT name, external_id FROM lead WHERE id %1 UNION ALL SELECT typed, NULL FROM "
                                                 "contact WHERE lead_id %1 UNION ALL SELECT name, external_id FROM merged_lead WHERE id %1")
                                      .arg(theirs),
                                  {ids, ids, ids}));
    while (present->next())
        m_names << present->text(0) << present->text(1);
    KINDLING_GET(former,
                 m_connection.run(QStringLiteral("SELECT before, after FROM change_row WHERE lead_id <> 0 AND lead_id %1 AND entity = "
                                                 "'lead' AND before IS NOT NULL")
                                      .arg(theirs),
                                  {ids}));
    while (former->next()) {
        addNames(objectOf(former->text(0)), m_names);
        addNames(objectOf(former->text(1)), m_names);
    }
    m_names.removeIf([](const QString &name) { return name.trimmed().size() < shortestName; });
    m_names.removeDuplicates();
    std::sort(m_names.begin(), m_names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return {};
}

/// One pass over the history: what is not filed under a lead has no index.
Result<std::vector<Erasure::Trace>> Erasure::traces()
{
    KINDLING_GET(
        rows,
        m_connection.run(QStringLiteral("SELECT change_id, step, entity, entity_id, lead_id, before, op FROM change_row WHERE entity "
                                        "IN ('merged_lead', 'distinct_pair', 'board_place', 'import_mapping') "
                                        "ORDER BY change_id, step")));
    std::vector<Trace> found;
    while (rows->next()) {
        if (const std::optional<Entity> entity = entityFromName(rows->text(2)))
            found.push_back({ChangeId(rows->integer(0)), int(rows->integer(1)), *entity, rows->integer(3), LeadId(rows->integer(4)),
                             objectOf(rows->text(5)), rows->text(6)});
    }
    return found;
}

void Erasure::collectShared(const std::vector<Trace> &traces)
{
    std::vector<Shared> all;
    for (const Trace &trace : traces) { // in the order of the changes
        if (trace.entity != Entity::MergedLead)
            continue;
        const LeadId lead(trace.id);
        if (isTheirs(lead) || isTheirs(trace.lead))
            m_final.insert(trace.change.value());
        if (trace.operation == u"create") {
            all.push_back({lead, trace.lead, trace.change.value(), 0});
            continue;
        }
        const auto open = [&](const Shared &s) { return s.lead == lead && s.other == trace.lead && s.to == 0; };
        if (const auto began = std::find_if(all.begin(), all.end(), open); began != all.end())
            began->to = trace.change.value();
    }
    std::erase_if(all, [](const Shared &s) { return s.to == 0; });
    for (const Shared &shared : all) {
        if (isTheirs(shared.lead) && !isTheirs(shared.other))
            m_shared.push_back(shared);
    }
    // Who was part of somebody else meanwhile took what is theirs along.
    for (size_t i = 0; i < m_shared.size(); ++i) {
        for (const Shared &further : all) {
            const bool along = further.lead == m_shared[i].other && m_shared[i].from <= further.from && further.to <= m_shared[i].to;
            if (along && !isTheirs(further.other))
                m_shared.push_back(further);
        }
    }
}

Result<void> Erasure::erase(Journal &journal)
{
    KINDLING_GET(found, traces());
    collectShared(found);
    KINDLING_TRY(eraseHistory(found));
    KINDLING_TRY(eraseOthersHistory());
    KINDLING_TRY(eraseTexts(found));
    KINDLING_TRY(eraseRecords());
    KINDLING_TRY(endUndo());
    return journal.erased(m_leads.front());
}

Result<void> Erasure::eraseHistory(const std::vector<Trace> &traces)
{
    const QString ids = jsonIds(m_leads);
    KINDLING_TRY(m_connection.run(QStringLiteral("DELETE FROM change_row WHERE lead_id <> 0 AND lead_id ") + theirs, {ids}));
    // Pairs are filed under the older lead; those that were undone are known from what the undo removed.
    QSet<qint64> pairs;
    KINDLING_GET(present,
                 m_connection.run(QStringLiteral("SELECT id FROM distinct_pair WHERE lead_a %1 OR lead_b %1").arg(theirs), {ids, ids}));
    while (present->next())
        pairs.insert(present->integer(0));
    for (const Trace &trace : traces) {
        const auto names = [&](const char *key) { return isTheirs(LeadId(trace.before[QLatin1String(key)].toInteger())); };
        if (trace.entity == Entity::DistinctPair && (names("lead_a") || names("lead_b")))
            pairs.insert(trace.id);
    }
    for (const Trace &trace : traces) {
        const bool isOfLead = trace.entity == Entity::MergedLead || trace.entity == Entity::BoardPlace;
        if (!(isOfLead && isTheirs(LeadId(trace.id))) && !(trace.entity == Entity::DistinctPair && pairs.contains(trace.id)))
            continue;
        KINDLING_TRY(dropEntry(trace.change.value(), trace.step));
    }
    return {};
}

/// While they were part of another lead, that one had what was theirs: its entries of that time go, and later ones that name them.
Result<void> Erasure::eraseOthersHistory()
{
    for (const Shared &shared : m_shared) {
        const QVariantList when{shared.other.value(), shared.from, shared.to};
        const QString their = QStringLiteral("lead_id = ? AND lead_id <> 0 AND change_id BETWEEN ? AND ?");
        KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT DISTINCT change_id FROM change_row WHERE ") + their, when));
        while (rows->next()) {
            m_changes.insert(rows->integer(0));
            m_final.insert(rows->integer(0));
        }
        KINDLING_TRY(m_connection.run(QStringLiteral("DELETE FROM change_row WHERE ") + their, when));
        // What a later merge would restore of it when it is taken apart.
        KINDLING_TRY(m_connection.run(
            QStringLiteral("UPDATE merged_lead SET before = '{}', after = '{}' WHERE survivor_id = ? AND change_id BETWEEN ? AND ?"),
            when));
        KINDLING_TRY(eraseLaterEntries(shared.other, shared.to));
    }
    return {};
}

Result<void> Erasure::eraseLaterEntries(LeadId other, qint64 after)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT change_id, step, before, after FROM change_row WHERE lead_id = ? AND lead_id <> 0 "
                                                 "AND change_id > ? AND before IS NOT NULL"),
                                  {other.value(), after}));
    std::vector<std::pair<qint64, int>> naming;
    while (rows->next()) {
        if (says(objectOf(rows->text(2)), m_names) || says(objectOf(rows->text(3)), m_names))
            naming.emplace_back(rows->integer(0), int(rows->integer(1)));
    }
    for (const auto &[change, step] : naming) {
        m_final.insert(change);
        KINDLING_TRY(dropEntry(change, step));
    }
    return {};
}

Result<void> Erasure::dropEntry(qint64 change, int step)
{
    m_changes.insert(change);
    const auto done = m_connection.run(QStringLiteral("DELETE FROM change_row WHERE change_id = ? AND step = ?"), {change, step});
    return done ? Result<void>() : Result<void>(done.error());
}

/// What has lost all of its entries, or would be half undone, can neither be undone nor done again.
Result<void> Erasure::endUndo()
{
    KINDLING_TRY(m_connection.run(QStringLiteral("UPDATE change SET kind = 'erase' WHERE id ") + theirs, {idsOf(m_final)}));
    const auto done = m_connection.run(QStringLiteral("UPDATE change SET kind = 'erase', label = ? WHERE id %1 AND NOT EXISTS (SELECT 1 "
                                                      "FROM change_row WHERE change_id = change.id)")
                                           .arg(theirs),
                                       {sentence("Erased"), idsOf(m_changes)});
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> Erasure::eraseRecords()
{
    const QString ids = jsonIds(m_leads);
    RecordStore records(m_connection);
    for (const Entity entity : {Entity::Activity, Entity::FollowUp}) {
        std::vector<qint64> noted;
        KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT id FROM %1 WHERE lead_id ").arg(entityName(entity)) + theirs, {ids}));
        while (rows->next())
            noted.push_back(rows->integer(0));
        for (const qint64 id : noted)
            KINDLING_TRY(records.remove(entity, id));
    }
    for (const Belonging &belonging : belongings)
        KINDLING_TRY(m_connection.run(
            QStringLiteral("DELETE FROM %1 WHERE %2 %3").arg(QLatin1String(belonging.table), QLatin1String(belonging.column), theirs),
            {ids}));
    for (const LeadId lead : m_leads)
        KINDLING_TRY(records.remove(Entity::Lead, lead.value()));
    // The index keeps the words of removed texts until its parts are put together.
    return m_connection.execute(QStringLiteral("INSERT INTO note_search (note_search) VALUES ('optimize')"));
}

/// Labels of changes that were about them, and names of files anywhere.
Result<void> Erasure::eraseTexts(const std::vector<Trace> &traces)
{
    if (!m_names.isEmpty())
        KINDLING_TRY(mend({"change", "id", "label"}, anyOf(m_names), QStringLiteral("WHERE id ") + theirs, {idsOf(m_changes)}));
    QStringList inFileNames;
    std::copy_if(m_names.begin(), m_names.end(), std::back_inserter(inFileNames), meansThemAlone);
    if (inFileNames.isEmpty())
        return {};
    const QRegularExpression names = anyOf(inFileNames);
    KINDLING_TRY(mend({"import_run", "change_id", "file"}, names));
    KINDLING_TRY(mend({"import_mapping", "id", "file"}, names));
    KINDLING_TRY(mend({"watched_file", "hash", "file"}, names));
    const QString file = QStringLiteral("file");
    for (const Trace &trace : traces) {
        if (trace.entity != Entity::Mapping || !trace.before[file].toString().contains(names))
            continue;
        QJsonObject before = trace.before;
        before[file] = before[file].toString().replace(names, QStringLiteral("…"));
        KINDLING_TRY(
            m_connection.run(QStringLiteral("UPDATE change_row SET before = ? WHERE change_id = ? AND step = ?"),
                             {QString::fromUtf8(QJsonDocument(before).toJson(QJsonDocument::Compact)), trace.change.value(), trace.step}));
    }
    return {};
}

Result<void> Erasure::mend(const TextColumn &column, const QRegularExpression &names, const QString &where, const QVariantList &values)
{
    const QString table = QLatin1String(column.table);
    const QString id = QLatin1String(column.id);
    const QString text = QLatin1String(column.text);
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT %1, %2 FROM %3 %4").arg(id, text, table, where), values));
    std::vector<std::pair<QVariant, QString>> mended;
    while (rows->next()) {
        if (const QString now = rows->text(1); now.contains(names))
            mended.emplace_back(rows->value(0), QString(now).replace(names, QStringLiteral("…")));
    }
    for (const auto &[row, now] : mended)
        KINDLING_TRY(m_connection.run(QStringLiteral("UPDATE %1 SET %2 = ? WHERE %3 = ?").arg(table, text, id), {now, row}));
    return {};
}

Result<QSet<QString>> contentsInUse(Connection &connection)
{
    QSet<QString> hashes;
    KINDLING_GET(present, connection.run(QStringLiteral("SELECT DISTINCT hash FROM attachment")));
    while (present->next())
        hashes.insert(present->text(0));
    KINDLING_GET(removed,
                 connection.run(QStringLiteral("SELECT before FROM change_row WHERE entity = 'attachment' AND before IS NOT NULL")));
    while (removed->next())
        hashes.insert(objectOf(removed->text(0))[QStringLiteral("hash")].toString());
    return hashes;
}

} // namespace kindling
