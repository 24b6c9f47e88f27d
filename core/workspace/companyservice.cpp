// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/companyservice.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/rules/companyname.h"
#include "core/store/activityrepository.h"
#include "core/store/companyrepository.h"
#include "core/store/leadrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

constexpr size_t shownPeople = 200;
constexpr int shownActivities = 50;
constexpr size_t shownPossible = 5;

const SortKey activeFirst{LeadField::LastActivity, true};

/// All companies by name and domain, to be compared with one.
Result<std::vector<PossibleCompany>> possibleTwins(Connection &connection, const Company &company)
{
    const std::string key = companyKey(folded(company.name).toStdString());
    std::vector<std::pair<CompanyId, QString>> found;
    KINDLING_GET(rows, connection.run(QStringLiteral("SELECT id, folded, domain FROM company WHERE id <> ?"), {company.id.value()}));
    while (rows->next() && found.size() < shownPossible) {
        const bool domains = !company.domain.isEmpty() && !rows->isNull(2);
        const bool sameDomain = domains && rows->text(2) == company.domain;
        const double alike = companyLikeness(key, companyKey(rows->text(1).toStdString()));
        if (alike == 1 && (!domains || sameDomain))
            found.emplace_back(rows->integer(0), QCoreApplication::translate("kindling", "the same name but for its legal form"));
        else if (sameDomain)
            found.emplace_back(rows->integer(0), QCoreApplication::translate("kindling", "the same domain %1").arg(company.domain));
        else if (alike >= 0.95 && !domains)
            found.emplace_back(rows->integer(0), QCoreApplication::translate("kindling", "a name spelled nearly alike"));
    }
    rows->finish();
    std::vector<PossibleCompany> possible;
    CompanyRepository companies(connection);
    for (const auto &[id, because] : found) {
        KINDLING_GET(other, companies.company(id.value()));
        possible.push_back({other, because});
    }
    return possible;
}

FilterTest ofCompany(const QString &name)
{
    FilterTest test;
    test.field = LeadField::Company;
    test.words = {name};
    return test;
}

FilterTest withOutcome(Outcome outcome)
{
    FilterTest test;
    test.field = LeadField::Outcome;
    test.words = {keyOf(outcome)};
    return test;
}

/// Counts and sums, from the columns.
Result<void> addTotals(CompanyDossier &dossier, const ColumnSnapshot &columns, const FilterContext &context)
{
    KINDLING_GET(all, columns.evaluate(Filter::of(ofCompany(dossier.company.name)), context));
    auto list = std::make_shared<LeadList>();
    list->ids = columns.sorted(all, {&activeFirst, 1});
    list->value = columns.sum(all);
    dossier.leads = list;
    KINDLING_GET(open, columns.evaluate(Filter::of(withOutcome(Outcome::Open)), context));
    open.intersect(all);
    dossier.open = open.count();
    dossier.openValue = columns.sum(open);
    KINDLING_GET(won, columns.evaluate(Filter::of(withOutcome(Outcome::Won)), context));
    won.intersect(all);
    dossier.won = won.count();
    dossier.wonValue = columns.sum(won);
    return {};
}

} // namespace

CompanyService::CompanyService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<std::vector<Company>>> CompanyService::list(const QString &text, int limit)
{
    return m_engine->read<std::vector<Company>>(
        [text, limit](Connection &connection) { return CompanyRepository(connection).list(text, limit); });
}

QFuture<Result<std::vector<Company>>> CompanyService::companies(const std::vector<CompanyId> &ids)
{
    return m_engine->read<std::vector<Company>>([ids](Connection &connection) { return CompanyRepository(connection).companies(ids); });
}

QFuture<Result<qint64>> CompanyService::count()
{
    return m_engine->read<qint64>([](Connection &connection) { return CompanyRepository(connection).count(); });
}

QFuture<Result<Company>> CompanyService::company(CompanyId id)
{
    return m_engine->read<Company>([id](Connection &connection) { return CompanyRepository(connection).company(id.value()); });
}

QFuture<Result<CompanyDossier>> CompanyService::dossier(CompanyId id)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<CompanyDossier>([engine, id](const SnapshotPtr &columns) -> Result<CompanyDossier> {
        const auto words = engine->vocabulary();
        const FilterContext context{words.get(), engine->clock().now(), engine->clock().zone()};
        return engine->readNow<CompanyDossier>([&](Connection &connection) -> Result<CompanyDossier> {
            CompanyDossier dossier;
            KINDLING_GET(company, CompanyRepository(connection).company(id.value()));
            dossier.company = company;
            KINDLING_TRY(addTotals(dossier, *columns, context));
            std::vector<LeadId> first(dossier.leads->ids.begin(),
                                      dossier.leads->ids.begin() + std::ptrdiff_t(std::min(shownPeople, dossier.leads->ids.size())));
            KINDLING_GET(people, LeadRepository(connection).leads(first));
            dossier.people = people;
            KINDLING_GET(activities, ActivityRepository(connection).ofCompany(company.id, shownActivities));
            dossier.activities = activities;
            KINDLING_GET(possible, possibleTwins(connection, company));
            dossier.possible = possible;
            KINDLING_GET(merged, MergedCompanies(connection).partsOf(company.id));
            dossier.merged = merged;
            return dossier;
        });
    });
}

} // namespace kindling
