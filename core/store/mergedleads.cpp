// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/mergedleads.h"

#include "core/base/try.h"
#include "core/store/connection.h"

namespace kindling {

namespace {

constexpr int longestChain = 1000; // an id that was merged, into one that was merged …

const QString selectMerged = QStringLiteral("SELECT id, survivor_id, name, at, change_id FROM merged_lead ");

MergedLead mergedFrom(const Statement &row)
{
    return {LeadId(row.integer(0)), LeadId(row.integer(1)), row.text(2), row.integer(3), ChangeId(row.integer(4))};
}

} // namespace

QString inWholeLead()
{
    return QStringLiteral("IN (WITH RECURSIVE part (id) AS (SELECT ? UNION SELECT merged_lead.id FROM merged_lead JOIN part ON "
                          "merged_lead.survivor_id = part.id) SELECT id FROM part)");
}

Result<LeadId> MergedLeads::survivorOf(LeadId id)
{
    for (int i = 0; i < longestChain; ++i) {
        KINDLING_GET(next, m_connection.integer(QStringLiteral("SELECT survivor_id FROM merged_lead WHERE id = ?"), {id.value()}));
        if (!next)
            break;
        id = LeadId(*next);
    }
    return id;
}

Result<std::optional<MergedLead>> MergedLeads::find(LeadId id)
{
    KINDLING_GET(row, m_connection.run(selectMerged + QStringLiteral("WHERE id = ?"), {id.value()}));
    std::optional<MergedLead> found;
    if (row->next())
        found = mergedFrom(*row);
    row->finish();
    return found;
}

Result<std::vector<MergedLead>> MergedLeads::into(LeadId survivor)
{
    // Several leads of one change went in one after the other: the journal knows in which order.
    KINDLING_GET(
        rows,
        m_connection.run(selectMerged
                             + QStringLiteral("WHERE survivor_id = ? ORDER BY change_id DESC, (SELECT max(step) FROM change_row WHERE "
                                              "change_row.change_id = merged_lead.change_id AND entity = 'merged_lead' AND "
                                              "entity_id = merged_lead.id AND op = 'create') DESC, id DESC"),
                         {survivor.value()}));
    std::vector<MergedLead> merged;
    while (rows->next())
        merged.push_back(mergedFrom(*rows));
    return merged;
}

Result<std::unordered_map<QString, LeadId>> MergedLeads::byExternalId()
{
    KINDLING_GET(chains, survivors());
    std::unordered_map<QString, LeadId> ids;
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT external_id, id FROM merged_lead WHERE external_id IS NOT NULL")));
    while (rows->next())
        ids.emplace(rows->text(0), chains.at(LeadId(rows->integer(1))));
    return ids;
}

Result<LeadId> MergedLeads::withExternalId(const QString &externalId)
{
    KINDLING_GET(id, m_connection.integer(QStringLiteral("SELECT id FROM merged_lead WHERE external_id = ? LIMIT 1"), {externalId}));
    return LeadId(id.value_or(0));
}

Result<LeadId> MergedLeads::named(const QString &text)
{
    KINDLING_GET(merged,
                 m_connection.integer(QStringLiteral("SELECT id FROM merged_lead WHERE id = ? UNION ALL SELECT id FROM merged_lead WHERE "
                                                     "external_id = ? LIMIT 1"),
                                      {text.toLongLong(), text}));
    return merged ? survivorOf(LeadId(*merged)) : Result<LeadId>(LeadId());
}

Result<std::unordered_map<LeadId, LeadId>> MergedLeads::survivors()
{
    std::unordered_map<LeadId, LeadId> direct;
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT id, survivor_id FROM merged_lead")));
    while (rows->next())
        direct.emplace(rows->integer(0), rows->integer(1));
    std::unordered_map<LeadId, LeadId> last;
    for (const auto &[merged, survivor] : direct) {
        LeadId end = survivor;
        for (int i = 0; i < longestChain && direct.contains(end); ++i)
            end = direct.at(end);
        last.emplace(merged, end);
    }
    return last;
}

Result<std::vector<std::pair<LeadId, LeadId>>> MergedLeads::distinctPairs()
{
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT lead_a, lead_b FROM distinct_pair")));
    std::vector<std::pair<LeadId, LeadId>> pairs;
    while (rows->next())
        pairs.emplace_back(rows->integer(0), rows->integer(1));
    return pairs;
}

} // namespace kindling
