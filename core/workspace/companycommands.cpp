// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/rules/filterrewrite.h"
#include "core/store/companyrepository.h"
#include "core/store/connection.h"
#include "core/workspace/companyservice.h"
#include "core/workspace/engine.h"
#include "core/workspace/rulerewrite.h"

#include <QJsonDocument>

#include <algorithm>

// The commands of CompanyService: each is one change that undoes.

namespace kindling {

namespace {

/// Rules on a company call it by its name.
Result<void> renameInRules(Writing &writing, const QStringList &from, const QString &to)
{
    return rewriteRules(writing, [&](Filter filter) {
        for (const QString &name : from) {
            if (name != to)
                filter = withValueRenamed(std::move(filter), LeadField::Company, name, to);
        }
        return filter;
    });
}

Result<CompanyWritten> saveCompany(Writing &writing, const Company &edited)
{
    CompanyRepository companies(writing.connection, &writing.journal);
    KINDLING_GET(stored, companies.company(edited.id.value()));
    if (stored.revision != edited.revision)
        return Error{ErrorCode::Conflict, stored.name, sentence("someone saved it after you opened it")};
    KINDLING_GET(namesake,
                 writing.connection.integer(QStringLiteral("SELECT id FROM company WHERE folded = ? AND id <> ?"),
                                            {folded(edited.name), edited.id.value()}));
    if (namesake)
        return Error{ErrorCode::Conflict, edited.name, sentence("another company has that name; merge the two instead")};
    writing.label = sentence("Edit %1").arg(edited.name);
    KINDLING_TRY(companies.save(edited));
    KINDLING_TRY(renameInRules(writing, {stored.name}, edited.name));
    KINDLING_GET(now, companies.company(edited.id.value()));
    return CompanyWritten{now, {}};
}

/// Empty fields take the other's value; both notes are kept.
void fill(Company &survivor, const Company &other)
{
    for (QString Company::*member :
         {&Company::externalId, &Company::domain, &Company::website, &Company::phone, &Company::industry, &Company::street,
          &Company::postalCode, &Company::city, &Company::region, &Company::country, &Company::parent}) {
        if ((survivor.*member).isEmpty())
            survivor.*member = other.*member;
    }
    const auto take = [](auto &mine, const auto &theirs) {
        if (!mine)
            mine = theirs;
    };
    take(survivor.employees, other.employees);
    take(survivor.revenue, other.revenue);
    take(survivor.founded, other.founded);
    if (!other.notes.isEmpty() && !survivor.notes.contains(other.notes))
        survivor.notes += (survivor.notes.isEmpty() ? QString() : QStringLiteral("\n")) + other.notes;
    survivor.created = std::min(survivor.created, other.created);
}

Result<std::vector<qint64>> idsOf(Connection &connection, const QString &sql, CompanyId company)
{
    KINDLING_GET(rows, connection.run(sql, {company.value()}));
    std::vector<qint64> ids;
    while (rows->next())
        ids.push_back(rows->integer(0));
    return ids;
}

Result<void> takeIn(Writing &writing, Company &survivor, const Company &other)
{
    Journal &journal = writing.journal;
    const QJsonObject toSurvivor{{QStringLiteral("company_id"), survivor.id.value()}};
    KINDLING_GET(leads, idsOf(writing.connection, QStringLiteral("SELECT id FROM lead WHERE company_id = ?"), other.id));
    for (const qint64 lead : leads)
        KINDLING_TRY(journal.update(Entity::Lead, lead, toSurvivor));
    // What was merged into the other before goes along.
    KINDLING_GET(earlier, idsOf(writing.connection, QStringLiteral("SELECT id FROM merged_company WHERE survivor_id = ?"), other.id));
    for (const qint64 merged : earlier)
        KINDLING_TRY(journal.update(Entity::MergedCompany, merged, {{QStringLiteral("survivor_id"), survivor.id.value()}}));
    KINDLING_GET(record, journal.records().read(Entity::Company, other.id.value()));
    KINDLING_TRY(journal.remove(Entity::Company, other.id.value()));
    KINDLING_TRY(journal.create(Entity::MergedCompany, other.id.value(),
                                {{QStringLiteral("survivor_id"), survivor.id.value()},
                                 {QStringLiteral("folded"), folded(other.name)},
                                 {QStringLiteral("name"), other.name},
                                 {QStringLiteral("at"), writing.now},
                                 {QStringLiteral("record"), QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact))}}));
    fill(survivor, other);
    return {};
}

Result<CompanyWritten> mergeCompanies(Writing &writing, CompanyId into, const std::vector<CompanyId> &others)
{
    CompanyRepository companies(writing.connection, &writing.journal);
    KINDLING_GET(survivor, companies.company(into.value()));
    QStringList merged;
    for (const CompanyId id : others) {
        KINDLING_GET(other, companies.company(id.value()));
        if (other.id == survivor.id)
            continue;
        KINDLING_TRY(takeIn(writing, survivor, other));
        merged += other.name;
    }
    if (merged.isEmpty())
        return Error{ErrorCode::Usage, sentence("Merge"), sentence("Name at least two different companies.")};
    KINDLING_TRY(companies.save(survivor));
    KINDLING_TRY(renameInRules(writing, merged, survivor.name));
    writing.label = merged.size() == 1 ? sentence("Merge %1 into %2").arg(merged.front(), survivor.name)
                                       : sentence("Merge %1 companies into %2").arg(merged.size()).arg(survivor.name);
    KINDLING_GET(now, companies.company(survivor.id.value()));
    return CompanyWritten{now, {}};
}

void setChange(CompanyWritten &answer, const Written &written)
{
    answer.change = written.change;
}

} // namespace

QFuture<Result<CompanyWritten>> CompanyService::save(Company edited)
{
    return m_engine->changeWith<CompanyWritten>([edited = std::move(edited)](Writing &writing) { return saveCompany(writing, edited); },
                                                setChange);
}

QFuture<Result<CompanyWritten>> CompanyService::merge(CompanyId survivor, std::vector<CompanyId> others)
{
    return m_engine->changeWith<CompanyWritten>(
        [survivor, others = std::move(others)](Writing &writing) { return mergeCompanies(writing, survivor, others); }, setChange);
}

} // namespace kindling
