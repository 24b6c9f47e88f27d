// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"

#include "core/base/translations.h"
#include "core/store/companymerge.h"
#include "core/store/companyrepository.h"
#include "core/store/connection.h"
#include "core/workspace/companyservice.h"
#include "core/workspace/engine.h"
#include "core/workspace/rulerewrite.h"

#include <algorithm>

namespace kindling {

namespace {

/// The companies of a request, the survivor first, each once.
Result<std::vector<Company>> companiesOf(Connection &connection, const CompanyMergeRequest &request)
{
    CompanyRepository repository(connection);
    std::vector<CompanyId> ids = request.others;
    if (!request.survivor.isNull())
        ids.insert(ids.begin(), request.survivor);
    std::vector<Company> companies;
    for (const CompanyId id : ids) {
        KINDLING_GET(company, repository.company(id.value()));
        const auto same = [&](const Company &c) { return c.id == company.id; };
        if (std::none_of(companies.begin(), companies.end(), same))
            companies.push_back(std::move(company));
    }
    if (companies.size() < 2)
        return Error{ErrorCode::Usage, sentence("Merge"), sentence("Name at least two different companies.")};
    if (request.survivor.isNull()) {
        const auto best = std::min_element(companies.begin(), companies.end(), goesOnBetter);
        std::rotate(companies.begin(), best, best + 1);
    }
    for (const auto &[id, revision] : request.revisions) {
        for (const Company &company : companies) {
            if (company.id == id && company.revision != revision)
                return Error{ErrorCode::Conflict, company.name, sentence("someone saved it after you opened it")};
        }
    }
    forgetOwnParents(companies);
    return companies;
}

Result<CompanyMergePreview> previewCompanies(Connection &connection, const CompanyMergeRequest &request)
{
    KINDLING_GET(companies, companiesOf(connection, request));
    CompanyMergePreview preview{companies, request.choices, joined(companies, request.choices), 0};
    for (size_t i = 1; i < companies.size(); ++i) {
        KINDLING_GET(leads,
                     connection.integer(QStringLiteral("SELECT count(*) FROM lead WHERE company_id = ?"), {companies[i].id.value()}));
        preview.leads += leads.value_or(0);
    }
    return preview;
}

Result<CompanyWritten> mergeCompanies(Writing &writing, const CompanyMergeRequest &request)
{
    KINDLING_GET(companies, companiesOf(writing.connection, request));
    CompanyMerge merge(writing.connection, writing.journal);
    Company survivor = companies.front();
    QStringList merged;
    for (size_t i = 1; i < companies.size(); ++i) {
        survivor = withCompany(std::move(survivor), companies[i], request.choices);
        KINDLING_TRY(merge.merge(survivor, companies[i], writing.now));
        merged += companies[i].name;
    }
    KINDLING_TRY(renameCompanyInRules(writing, merged, survivor.name));
    writing.label = merged.size() == 1 ? sentence("Merge %1 into %2").arg(merged.front(), survivor.name)
                                       : sentence("Merge %1 companies into %2").arg(companies.size()).arg(survivor.name);
    KINDLING_GET(now, CompanyRepository(writing.connection).company(survivor.id.value()));
    return CompanyWritten{now, {}};
}

/// Which merged companies an id means when it is to be taken apart.
Result<std::vector<MergedCompany>> companiesToSplit(Connection &connection, CompanyId id)
{
    MergedCompanies merged(connection);
    KINDLING_GET(one, merged.find(id));
    if (one)
        return std::vector<MergedCompany>{*one};
    KINDLING_GET(last, merged.ofLastMerge(id));
    if (last.empty())
        return Error{ErrorCode::NotFound, id.toString(), sentence("merged company")};
    return last; // the last first, as they have to be taken out
}

void addKept(QStringList &labels, const QStringList &columns)
{
    for (const QString &column : columns) {
        const auto field = companyDetailOfColumn(column);
        if (field && !labels.contains(companyDetailLabel(*field)))
            labels += companyDetailLabel(*field);
    }
}

/// Rules of a merge of several speak of each by name again when all of them are back.
Result<void> giveRulesBack(Writing &writing, CompanyMerge &merge, const MergedCompany &split, ChangeId change)
{
    MergedCompanies merged(writing.connection);
    KINDLING_GET(left, merged.into(split.survivor));
    for (const MergedCompany &other : left) {
        KINDLING_GET(step, merged.stepOf(other));
        if (step.change == change)
            return {};
    }
    return merge.giveRulesBack(change);
}

Result<CompanySplitDone> splitCompanies(Writing &writing, CompanyId id)
{
    KINDLING_GET(merged, companiesToSplit(writing.connection, id));
    CompanyMerge merge(writing.connection, writing.journal);
    CompanyRepository repository(writing.connection);
    CompanySplitDone done;
    KINDLING_GET(step, MergedCompanies(writing.connection).stepOf(merged.front()));
    for (const MergedCompany &company : merged) {
        KINDLING_GET(report, merge.split(company));
        addKept(done.keptFields, report.keptFields);
        done.leads += report.leads;
        done.leadsElsewhere += report.leadsElsewhere;
    }
    KINDLING_TRY(giveRulesBack(writing, merge, merged.front(), step.change));
    KINDLING_GET(survivor, repository.company(merged.front().survivor.value()));
    done.companies.push_back(survivor);
    for (const MergedCompany &company : merged) {
        KINDLING_GET(restored, repository.company(company.id.value()));
        done.companies.push_back(restored);
    }
    writing.label = merged.size() == 1 ? sentence("Take %1 and %2 apart").arg(merged.front().name, survivor.name)
                                       : sentence("Take %1 companies out of %2").arg(merged.size()).arg(survivor.name);
    return done;
}

} // namespace

QFuture<Result<CompanyMergePreview>> CompanyService::preview(const CompanyMergeRequest &request)
{
    return m_engine->read<CompanyMergePreview>([request](Connection &connection) { return previewCompanies(connection, request); });
}

QFuture<Result<CompanyWritten>> CompanyService::merge(const CompanyMergeRequest &request)
{
    return m_engine->changeWith<CompanyWritten>([request](Writing &writing) { return mergeCompanies(writing, request); },
                                                [](CompanyWritten &done, const Written &written) { done.change = written.change; });
}

QFuture<Result<CompanySplitDone>> CompanyService::split(CompanyId id)
{
    return m_engine->changeWith<CompanySplitDone>([id](Writing &writing) { return splitCompanies(writing, id); },
                                                  [](CompanySplitDone &done, const Written &written) { done.change = written.change; });
}

} // namespace kindling
