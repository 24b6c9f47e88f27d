// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/mergedcompanies.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <algorithm>

namespace kindling {

Result<std::vector<MergedCompany>> MergedCompanies::select(const QString &where, const QVariantList &values)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT id, survivor_id, name, at FROM merged_company WHERE NOT EXISTS (SELECT 1 FROM "
                                                 "company WHERE company.id = merged_company.id) AND ")
                                      + where,
                                  values));
    std::vector<MergedCompany> merged;
    while (rows->next())
        merged.push_back({CompanyId(rows->integer(0)), CompanyId(rows->integer(1)), rows->text(2), rows->integer(3)});
    return merged;
}

Result<std::optional<MergedCompany>> MergedCompanies::find(CompanyId id)
{
    KINDLING_GET(found, select(QStringLiteral("id = ?"), {id.value()}));
    return found.empty() ? std::optional<MergedCompany>() : std::optional(found.front());
}

Result<std::vector<MergedCompany>> MergedCompanies::partsOf(CompanyId survivor)
{
    return select(QStringLiteral("survivor_id = ? ORDER BY at DESC, folded"), {survivor.value()});
}

Result<std::vector<MergedCompany>> MergedCompanies::into(CompanyId survivor)
{
    KINDLING_GET(merged, select(QStringLiteral("survivor_id = ?"), {survivor.value()}));
    std::vector<std::pair<std::pair<qint64, int>, MergedCompany>> steps;
    for (const MergedCompany &company : merged) {
        KINDLING_GET(step, stepOf(company));
        steps.push_back({{step.change.value(), step.step}, company});
    }
    std::stable_sort(steps.begin(), steps.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    merged.clear();
    for (auto &step : steps)
        merged.push_back(std::move(step.second));
    return merged;
}

Result<std::vector<MergedCompany>> MergedCompanies::ofLastMerge(CompanyId survivor)
{
    KINDLING_GET(all, into(survivor));
    std::vector<MergedCompany> last;
    ChangeId change;
    for (const MergedCompany &company : all) {
        KINDLING_GET(step, stepOf(company));
        if (last.empty())
            change = step.change;
        if (step.change == change)
            last.push_back(company);
    }
    return last;
}

Result<CompanyMergeStep> MergedCompanies::stepOf(const MergedCompany &company)
{
    // By the day and hour first: there are few changes, and many rows of them.
    KINDLING_GET(row,
                 m_connection.run(QStringLiteral("SELECT change_id, step FROM change CROSS JOIN change_row ON change_id = change.id WHERE "
                                                 "change.at = ? AND kind = 'do' AND entity = 'merged_company' AND entity_id = ? AND op = "
                                                 "'create' ORDER BY undone_by IS NULL DESC, change_id DESC LIMIT 1"),
                                  {company.at, company.id.value()}));
    CompanyMergeStep step;
    if (row->next())
        step = {ChangeId(row->integer(0)), int(row->integer(1))};
    row->finish();
    return step;
}

Result<std::optional<MergedCompany>> MergedCompanies::between(const MergedCompany &company)
{
    KINDLING_GET(
        later,
        select(QStringLiteral("survivor_id = ? AND at >= ? AND id <> ?"), {company.survivor.value(), company.at, company.id.value()}));
    for (const MergedCompany &other : later) {
        KINDLING_GET(step, stepOf(other));
        KINDLING_GET(moved,
                     m_connection.integer(QStringLiteral("SELECT 1 FROM change_row WHERE change_id = ? AND entity = 'merged_company' AND "
                                                         "entity_id = ? AND op = 'update' AND json_extract(before, '$.survivor_id') = ?"),
                                          {step.change.value(), company.id.value(), other.id.value()}));
        if (moved)
            return std::optional(other);
    }
    return std::optional<MergedCompany>();
}

} // namespace kindling
