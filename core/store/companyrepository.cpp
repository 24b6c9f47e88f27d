// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/companyrepository.h"

#include "core/base/insertnew.h"
#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/store/columnvalues.h"
#include "core/store/connection.h"

#include <QCoreApplication>

namespace kindling {

namespace {

/// In the order of recordColumns(Entity::Company).
QVariantList valuesOf(const Company &company, ChangeId revision)
{
    const QVariant minor = company.revenue ? QVariant(company.revenue->minor) : QVariant();
    const QVariant currency = company.revenue ? QVariant(company.revenue->currency) : QVariant();
    return {revision.value(),
            orNull(company.externalId),
            company.name,
            folded(company.name),
            orNull(company.domain),
            orNull(company.website),
            orNull(company.phone),
            orNull(company.industry),
            orNull(company.employees),
            minor,
            currency,
            orNull(company.founded),
            orNull(company.street),
            orNull(company.postalCode),
            orNull(company.city),
            orNull(company.region),
            orNull(company.country),
            orNull(company.parent),
            orNull(company.notes),
            company.created};
}

Company companyFrom(const Statement &row)
{
    Company c;
    c.id = CompanyId(row.integer(0));
    c.revision = ChangeId(row.integer(1));
    c.externalId = row.text(2);
    c.name = row.text(3);
    c.domain = row.text(5);
    c.website = row.text(6);
    c.phone = row.text(7);
    c.industry = row.text(8);
    c.employees = row.optionalInteger(9);
    if (!row.isNull(10))
        c.revenue = Money{row.integer(10), row.text(11)};
    if (!row.isNull(12))
        c.founded = int(row.integer(12));
    c.street = row.text(13);
    c.postalCode = row.text(14);
    c.city = row.text(15);
    c.region = row.text(16);
    c.country = row.text(17);
    c.parent = row.text(18);
    c.notes = row.text(19);
    c.created = row.integer(20);
    c.leadCount = int(row.integer(21));
    return c;
}

QString selectWith(const QString &leadCount)
{
    return QStringLiteral("SELECT id, %1, %2 FROM company ").arg(recordColumns(Entity::Company).join(u','), leadCount);
}

QString selectCompanies()
{
    return selectWith(QStringLiteral("(SELECT count(*) FROM lead WHERE lead.company_id = company.id AND NOT lead.archived)"));
}

} // namespace

CompanyRepository::CompanyRepository(Connection &connection, Journal *journal)
    : m_connection(connection)
    , m_journal(journal)
    , m_insert(connection, QStringLiteral("company"), QStringList(QStringLiteral("id")) + recordColumns(Entity::Company))
{
}

Result<Company> CompanyRepository::company(qint64 id)
{
    KINDLING_GET(row, m_connection.run(selectCompanies() + QStringLiteral("WHERE id = ?"), {id}));
    const bool found = row->next();
    if (!found) { // it may have been merged: its id goes on meaning the survivor
        KINDLING_GET(survivor, m_connection.integer(QStringLiteral("SELECT survivor_id FROM merged_company WHERE id = ?"), {id}));
        if (survivor && *survivor != id)
            return company(*survivor);
    }
    if (!found)
        return Error{ErrorCode::NotFound, QString::number(id), QCoreApplication::translate("kindling", "company")};
    const Company company = companyFrom(*row);
    row->finish();
    return company;
}

Result<std::vector<Company>> CompanyRepository::list(const QString &text, int limit)
{
    KINDLING_GET(rows,
                 m_connection.run(selectCompanies() + QStringLiteral("WHERE instr(folded, ?) > 0 OR ? = '' ORDER BY folded LIMIT ?"),
                                  {folded(text), folded(text), limit}));
    std::vector<Company> companies;
    while (rows->next())
        companies.push_back(companyFrom(*rows));
    return companies;
}

Result<std::vector<Company>> CompanyRepository::companies(const std::vector<CompanyId> &ids)
{
    KINDLING_GET(
        rows,
        m_connection.run(selectWith(QStringLiteral("0")) + QStringLiteral("WHERE id IN (SELECT value FROM json_each(?))"), {jsonIds(ids)}));
    std::unordered_map<CompanyId, Company> found;
    while (rows->next()) {
        Company company = companyFrom(*rows);
        found.emplace(company.id, std::move(company));
    }
    std::vector<Company> companies;
    for (const CompanyId id : ids) {
        if (const auto company = found.find(id); company != found.end())
            companies.push_back(std::move(company->second));
    }
    return companies;
}

Result<qint64> CompanyRepository::count()
{
    KINDLING_GET(counted, m_connection.integer(QStringLiteral("SELECT count(*) FROM company")));
    return counted.value_or(0);
}

Result<std::vector<Company>> CompanyRepository::after(qint64 id, int limit)
{
    KINDLING_GET(rows, m_connection.run(selectCompanies() + QStringLiteral("WHERE id > ? ORDER BY id LIMIT ?"), {id, limit}));
    std::vector<Company> companies;
    while (rows->next())
        companies.push_back(companyFrom(*rows));
    return companies;
}

Result<void> CompanyRepository::preload()
{
    // First the present names: a merged company's name may have been given anew.
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral("SELECT id, folded FROM company UNION ALL SELECT survivor_id, "
                                                 "merged_company.folded FROM merged_company JOIN company ON company.id = survivor_id")));
    while (rows->next())
        insertNew(m_ids, rows->text(1), rows->integer(0));
    m_complete = true;
    return {};
}

Result<std::optional<qint64>> CompanyRepository::find(const QString &name)
{
    const QString fold = folded(name);
    if (const auto known = m_ids.constFind(fold); known != m_ids.cend())
        return std::optional(*known);
    if (m_complete)
        return std::optional<qint64>();
    KINDLING_GET(present, m_connection.integer(QStringLiteral("SELECT id FROM company WHERE folded = ?"), {fold}));
    if (present) {
        m_ids.insert(fold, *present);
        return std::optional(*present);
    }
    return m_connection.integer(QStringLiteral("SELECT survivor_id FROM merged_company JOIN company ON company.id = survivor_id WHERE "
                                               "merged_company.folded = ? ORDER BY at DESC LIMIT 1"),
                                {fold});
}

Result<QVariant> CompanyRepository::idFor(const QString &name)
{
    if (name.trimmed().isEmpty())
        return QVariant();
    KINDLING_GET(found, find(name));
    if (found)
        return QVariant(*found);
    Company company;
    company.name = name.trimmed();
    company.created = m_journal->head().at;
    KINDLING_GET(id, add(company));
    return QVariant(id);
}

Result<qint64> CompanyRepository::add(const Company &company)
{
    const qint64 id = company.id.isNull() ? nextIdValue() : company.id.value();
    KINDLING_TRY(m_insert.add(QVariantList{id} + valuesOf(company, m_journal->id())));
    KINDLING_TRY(m_journal->created(Entity::Company, id, 0));
    insertNew(m_ids, folded(company.name), id);
    ++m_added;
    return id;
}

Result<bool> CompanyRepository::save(const Company &company)
{
    KINDLING_TRY(flush());
    m_ids.clear(); // it may get another name
    m_complete = false;
    const QStringList columns = recordColumns(Entity::Company);
    const QVariantList values = valuesOf(company, m_journal->id());
    QJsonObject record;
    for (int i = 0; i < columns.size(); ++i)
        record.insert(columns[i], values[i].isNull() ? QJsonValue() : QJsonValue::fromVariant(values[i]));
    record.remove(QStringLiteral("revision"));
    return m_journal->update(Entity::Company, company.id.value(), record);
}

} // namespace kindling
