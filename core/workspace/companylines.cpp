// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/index/companycolumns.h"
#include "core/index/companylist.h"
#include "core/rules/moneyexchange.h"
#include "core/store/campaignrepository.h"
#include "core/workspace/companyservice.h"
#include "core/workspace/engine.h"

#include <cmath>

namespace kindling {

namespace {

bool isByValue(CompanyColumn column)
{
    return column == CompanyColumn::OpenValue || column == CompanyColumn::WonValue;
}

/// What a minor unit of each currency is worth in the one of the workspace, as far as its rates tell, so that sums of several can be
/// compared.
std::vector<double> worthsOf(const ColumnSnapshot &columns, const Marketing &marketing, const Engine &engine)
{
    const MoneyExchange exchange(marketing.rates, engine.vocabulary()->currency, engine.clock().zone());
    constexpr qint64 enough = 1'000'000; // so that nothing is lost in rounding
    std::vector<double> worths;
    for (const QString &currency : columns.currencies()) {
        const Money money = exchange.exchanged({enough, currency}, engine.clock().now());
        worths.push_back(double(money.minor) / double(enough) / std::pow(10, Money::exponent(money.currency)));
    }
    return worths;
}

} // namespace

QFuture<Result<CompanyList>> CompanyService::lines(const CompanyQuery &query)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<CompanyList>([engine, query](const SnapshotPtr &columns) -> Result<CompanyList> {
        KINDLING_GET(companies, engine->companies(columns));
        std::vector<double> worths;
        if (isByValue(query.sort)) {
            KINDLING_GET(marketing,
                         engine->readNow<Marketing>([](Connection &connection) { return CampaignRepository(connection).marketing(); }));
            worths = worthsOf(*columns, marketing, *engine);
        }
        return listedCompanies(columns, *companies, query, worths);
    });
}

} // namespace kindling
