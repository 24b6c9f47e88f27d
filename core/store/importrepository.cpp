// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/importrepository.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <array>

namespace kindling {

namespace {

constexpr std::array<const char *, 3> reasons{"edited", "partly", "gone"};

QString keyOf(KeptRecord::Reason reason)
{
    return QLatin1String(reasons[static_cast<size_t>(reason)]);
}

KeptRecord::Reason reasonFrom(const QString &key)
{
    for (size_t i = 0; i < reasons.size(); ++i) {
        if (key == QLatin1String(reasons[i]))
            return static_cast<KeptRecord::Reason>(i);
    }
    return KeptRecord::Reason::Edited;
}

/// Never null, which the table would refuse.
QString notNull(const QString &text)
{
    return text.isNull() ? QString(QLatin1String("")) : text;
}

Result<void> done(const Result<Statement *> &ran)
{
    return ran ? Result<void>() : Result<void>(ran.error());
}

const QString selectMappings = QStringLiteral("SELECT id, headers, source, file, mapping FROM import_mapping ");

Result<std::vector<RememberedMapping>> mappingsOf(Result<Statement *> ran)
{
    if (!ran)
        return ran.error();
    Statement &rows = **ran;
    std::vector<RememberedMapping> found;
    while (rows.next())
        found.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)});
    return found;
}

} // namespace

Result<std::vector<RememberedMapping>> ImportRepository::mappings()
{
    return mappingsOf(m_connection.run(selectMappings + QStringLiteral("ORDER BY id")));
}

Result<std::optional<RememberedMapping>> ImportRepository::mappingFor(const QString &headers)
{
    KINDLING_GET(found, mappingsOf(m_connection.run(selectMappings + QStringLiteral("WHERE headers = ?"), {headers})));
    return found.empty() ? std::optional<RememberedMapping>() : std::optional(found.front());
}

Result<void> ImportRepository::remember(Journal &journal, RememberedMapping mapping)
{
    KINDLING_GET(known, mappingFor(mapping.headers));
    if (known) {
        const Result<bool> updated = journal.update(Entity::Mapping, known->id, {{QStringLiteral("mapping"), mapping.mapping}});
        return updated ? Result<void>() : Result<void>(updated.error());
    }
    return journal.create(Entity::Mapping, nextIdValue(),
                          {{QStringLiteral("headers"), mapping.headers},
                           {QStringLiteral("source"), notNull(mapping.source)},
                           {QStringLiteral("file"), notNull(mapping.file)},
                           {QStringLiteral("mapping"), mapping.mapping}});
}

Result<void> ImportRepository::forget(Journal &journal, qint64 id)
{
    return journal.remove(Entity::Mapping, id);
}

Result<void> ImportRepository::noteRun(ChangeId change, const QString &file, const QString &source)
{
    return done(m_connection.run(QStringLiteral("INSERT INTO import_run (change_id, file, source) VALUES (?, ?, ?)"),
                                 {change.value(), notNull(file), notNull(source)}));
}

Result<bool> ImportRepository::isRun(ChangeId change)
{
    KINDLING_GET(found, m_connection.integer(QStringLiteral("SELECT 1 FROM import_run WHERE change_id = ?"), {change.value()}));
    return found.has_value();
}

Result<QString> ImportRepository::sourceOfId(LeadId lead)
{
    // Undo and redo only bring back what a change before them gave.
    return m_connection.text(
        QStringLiteral(
            "SELECT coalesce(import_run.source, '') FROM change_row JOIN change ON change.id = "
            "change_row.change_id LEFT JOIN import_run ON import_run.change_id = change.id WHERE "
            "change_row.lead_id = ? AND change_row.lead_id <> 0 AND entity = 'lead' AND entity_id = ? AND change.kind = 'do' AND "
            "(op = 'create' OR after LIKE '%\"external_id\"%') ORDER BY change.id DESC, step DESC LIMIT 1"),
        {lead.value(), lead.value()});
}

Result<void> ImportRepository::noteKept(ChangeId undo, const std::vector<KeptRecord> &kept)
{
    qint64 position = 0;
    for (const KeptRecord &record : kept) {
        KINDLING_TRY(m_connection.run(
            QStringLiteral("INSERT INTO kept_record (change_id, position, lead_id, name, reason, detail) VALUES (?, ?, ?, ?, ?, ?)"),
            {undo.value(), ++position, record.lead.value(), notNull(record.name), keyOf(record.reason), notNull(record.detail)}));
    }
    return {};
}

Result<std::vector<KeptRecord>> ImportRepository::kept(ChangeId undo)
{
    KINDLING_GET(
        rows,
        m_connection.run(QStringLiteral("SELECT lead_id, name, reason, detail FROM kept_record WHERE change_id = ? ORDER BY position"),
                         {undo.value()}));
    std::vector<KeptRecord> kept;
    while (rows->next())
        kept.push_back({LeadId(rows->integer(0)), rows->text(1), reasonFrom(rows->text(2)), rows->text(3)});
    return kept;
}

Result<bool> ImportRepository::isWatchedFileDone(const QString &hash)
{
    KINDLING_GET(found, m_connection.integer(QStringLiteral("SELECT 1 FROM watched_file WHERE hash = ?"), {hash}));
    return found.has_value();
}

Result<void> ImportRepository::noteWatchedFile(const QString &hash, const QString &file, UtcMs at)
{
    return done(
        m_connection.run(QStringLiteral("INSERT OR REPLACE INTO watched_file (hash, file, at) VALUES (?, ?, ?)"), {hash, file, at}));
}

} // namespace kindling
