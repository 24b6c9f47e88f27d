// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/importrun.h"

#include "core/base/joinednotes.h"
#include "core/base/try.h"
#include "core/domain/linkedinprofile.h"
#include "core/store/companyrepository.h"
#include "core/store/connection.h"

#include <QCoreApplication>

// The part of an import that finds, fills and makes companies: those of a file of companies, and those that leads are of.

namespace kindling {

namespace {

/// Copies what the file gives: into empty fields, or into all of them when the file wins.
void fillCompany(Company &present, const Company &draft, bool overwrite)
{
    for (QString Company::*member :
         {&Company::domain, &Company::website, &Company::phone, &Company::industry, &Company::street, &Company::postalCode, &Company::city,
          &Company::region, &Company::country, &Company::parent, &Company::externalId}) {
        if (!(draft.*member).isEmpty() && (overwrite || (present.*member).isEmpty()))
            present.*member = draft.*member;
    }
    const auto take = [overwrite](auto &mine, const auto &theirs) {
        if (theirs && (overwrite || !mine))
            mine = theirs;
    };
    take(present.employees, draft.employees);
    take(present.revenue, draft.revenue);
    take(present.founded, draft.founded);
    present.notes = joinedNotes(present.notes, draft.notes);
}

} // namespace

/// By the id in a file of Kindling's, for one that was renamed since; else by name, and by the name without its legal form.
Result<std::optional<qint64>> ImportRun::companyFor(const Company &draft)
{
    if (!draft.id.isNull()) {
        KINDLING_GET(there, m_connection.integer(QStringLiteral("SELECT count(*) FROM company WHERE id = ?"), {draft.id.value()}));
        if (there > 0)
            return std::optional(draft.id.value());
    }
    CompanyRepository &companies = m_writer ? m_writer->companies() : *m_companies;
    KINDLING_GET(named, companies.find(draft.name));
    // A file of Kindling's tells two legal forms apart.
    const auto match = named || !draft.id.isNull() ? std::nullopt : m_sameCompany.findByName(draft);
    if (match)
        return companies.find(match->name);
    return named;
}

Result<void> ImportRun::takeCompany(CompanyDraft &&draft)
{
    ++m_counts.rows;
    RowPlan plan;
    plan.line = draft.line;
    plan.name = plan.company = draft.company.name;
    plan.problems = draft.problems;
    CompanyRepository &companies = m_writer ? m_writer->companies() : *m_companies;
    KINDLING_GET(found, companyFor(draft.company));
    if (!found) {
        ++m_counts.created;
        draft.company.id = CompanyId();
        draft.company.created = m_context.now;
        if (m_writer)
            KINDLING_TRY(companies.add(draft.company));
        m_sameCompany.add(draft.company);
    } else {
        if (m_writer)
            KINDLING_TRY(companies.flush());
        KINDLING_GET(present, companies.company(*found));
        const Company before = present;
        fillCompany(present, draft.company, m_options.onMatch == OnMatch::Overwrite);
        const bool changes = m_options.onMatch != OnMatch::Skip && !(present == before);
        plan.action = changes ? RowAction::Update : RowAction::Skip;
        plan.matchedBy = QCoreApplication::translate("kindling", "name %1").arg(present.name);
        ++(changes ? m_counts.updated : m_counts.skipped);
        if (changes && m_writer)
            KINDLING_TRY(companies.save(present));
        m_sameCompany.add(present);
    }
    note(std::move(plan));
    return {};
}

/// The company as the workspace spells it, or as the file did first.
void ImportRun::meetCompany(Lead &draft, RowPlan &plan)
{
    if (const auto match = m_sameCompany.find(draft)) {
        draft.company = match->name;
        plan.companyBecause = match->because;
    }
    if (!draft.company.trimmed().isEmpty())
        m_sameCompany.add(draft.company.trimmed(), CompanyMatcher::domainOf(draft));
}

/// A company that comes with its first lead knows its domain from it.
Result<void> ImportRun::makeCompany(const Lead &draft)
{
    if (draft.company.trimmed().isEmpty())
        return {};
    KINDLING_GET(known, m_writer->companies().find(draft.company));
    const QString domain = known ? QString() : CompanyMatcher::domainOf(draft);
    if (domain.isEmpty())
        return {};
    Company company;
    company.name = draft.company.trimmed();
    company.domain = domain;
    company.website = linkedInProfile(draft.website).isEmpty() ? draft.website : QString();
    company.created = m_context.now;
    const Result<qint64> added = m_writer->companies().add(company);
    return added ? Result<void>() : Result<void>(added.error());
}

} // namespace kindling
