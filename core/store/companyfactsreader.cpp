// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/companyfactsreader.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <unordered_set>

namespace kindling {

namespace {

constexpr size_t worthReadingAlone = 20'000;

// In as few values as can be: each costs a QVariant, each text two conversions.
constexpr const char *selectCompanyFacts =
    "SELECT id, employees, CAST(coalesce(city, '') || char(31) || coalesce(country, '') || char(31) || coalesce(industry, '') || char(31) "
    "|| coalesce(domain, '') || char(31) AS BLOB) FROM company ";
constexpr const char *selectPartNames = "SELECT id, survivor_id, CAST(folded AS BLOB) FROM merged_company ";

QString ofThoseIds()
{
    return QStringLiteral("WHERE id IN (SELECT value FROM json_each(?))");
}

CompanyFacts companyFactsFrom(const Statement &row)
{
    return {row.integer(0), row.optionalInteger(1), row.bytes(2)};
}

PartName partNameFrom(const Statement &row)
{
    return {row.integer(0), row.integer(1), row.bytes(2)};
}

/// The ids that are not among those of the rows.
template <typename Row>
std::vector<qint64> idsWithoutRow(const std::vector<CompanyId> &ids, const std::vector<Row> &rows)
{
    std::unordered_set<qint64> there;
    for (const Row &row : rows)
        there.insert(row.id);
    std::vector<qint64> gone;
    for (const CompanyId id : ids) {
        if (!there.contains(id.value()))
            gone.push_back(id.value());
    }
    return gone;
}

} // namespace

Result<void> CompanyFactsReader::each(const std::function<void(const CompanyFacts &)> &company,
                                      const std::function<void(const PartName &)> &part)
{
    KINDLING_GET(companies, m_connection.run(QLatin1String(selectCompanyFacts)));
    while (companies->next())
        company(companyFactsFrom(*companies));
    KINDLING_GET(parts, m_connection.run(QLatin1String(selectPartNames)));
    while (parts->next())
        part(partNameFrom(*parts));
    return {};
}

Result<std::optional<CompanyChanges>> CompanyFactsReader::writtenBy(ChangeId change)
{
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT DISTINCT entity = 'company', entity_id FROM change_row WHERE change_id = ? AND "
                                                 "entity IN ('company', 'merged_company')"),
                                  {change.value()}));
    std::vector<CompanyId> companies;
    std::vector<CompanyId> parts;
    while (rows->next())
        (rows->integer(0) != 0 ? companies : parts).emplace_back(rows->integer(1));
    if (companies.size() + parts.size() > worthReadingAlone)
        return std::optional<CompanyChanges>();
    CompanyChanges changes;
    if (!companies.empty())
        KINDLING_TRY(readCompanies(companies, changes));
    if (!parts.empty())
        KINDLING_TRY(readParts(parts, changes));
    return std::optional(std::move(changes));
}

Result<void> CompanyFactsReader::readCompanies(const std::vector<CompanyId> &ids, CompanyChanges &changes)
{
    KINDLING_GET(rows, m_connection.run(QLatin1String(selectCompanyFacts) + ofThoseIds(), {jsonIds(ids)}));
    while (rows->next())
        changes.companies.push_back(companyFactsFrom(*rows));
    changes.goneCompanies = idsWithoutRow(ids, changes.companies);
    return {};
}

Result<void> CompanyFactsReader::readParts(const std::vector<CompanyId> &ids, CompanyChanges &changes)
{
    KINDLING_GET(rows, m_connection.run(QLatin1String(selectPartNames) + ofThoseIds(), {jsonIds(ids)}));
    while (rows->next())
        changes.parts.push_back(partNameFrom(*rows));
    changes.goneParts = idsWithoutRow(ids, changes.parts);
    return {};
}

} // namespace kindling
