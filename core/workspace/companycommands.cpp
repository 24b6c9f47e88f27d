// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/store/companyrepository.h"
#include "core/store/connection.h"
#include "core/workspace/companyservice.h"
#include "core/workspace/engine.h"
#include "core/workspace/rulerewrite.h"

namespace kindling {

namespace {

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
    KINDLING_TRY(renameCompanyInRules(writing, {stored.name}, edited.name));
    KINDLING_GET(now, companies.company(edited.id.value()));
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

} // namespace kindling
