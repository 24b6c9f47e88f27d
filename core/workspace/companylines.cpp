// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/index/companytotals.h"
#include "core/rules/moneyexchange.h"
#include "core/store/campaignrepository.h"
#include "core/store/companyrepository.h"
#include "core/workspace/companyservice.h"
#include "core/workspace/engine.h"

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

/// What a company is sorted by: a text or a number; neither comes last.
struct LineKey
{
    CompanyId id;
    QString text;
    double number = 0; ///< of what has none by its text
    bool isNone = true;
};

QString recordColumnOf(CompanyColumn column)
{
    switch (column) {
    case CompanyColumn::City: return QStringLiteral("city");
    case CompanyColumn::Country: return QStringLiteral("country");
    case CompanyColumn::Industry: return QStringLiteral("industry");
    case CompanyColumn::Domain: return QStringLiteral("domain");
    case CompanyColumn::Employees: return QStringLiteral("employees");
    default: return QStringLiteral("NULL"); // the leads tell, or the order in which they are read
    }
}

/// In the currency of the workspace as far as its rates tell, so that sums of several can be compared.
double amountOf(const MoneySum &sum, const MoneyExchange &exchange, UtcMs now)
{
    double amount = 0;
    for (const Money &part : sum.parts()) {
        const Money money = exchange.exchanged(part, now);
        amount += double(money.minor) / std::pow(10, Money::exponent(money.currency));
    }
    return amount;
}

LineKey numberKey(CompanyId id, double number)
{
    return {id, {}, number, number == 0};
}

LineKey keyFrom(CompanyId id, const QVariant &stored, CompanyColumn column)
{
    if (column == CompanyColumn::Employees)
        return {id, {}, stored.toDouble(), stored.isNull()};
    const QString text = folded(stored.toString());
    return {id, text, 0, text.isEmpty()};
}

LineKey keyFrom(CompanyId id, CompanyColumn column, const CompanyTotals &totals, const MoneyExchange &exchange, UtcMs now)
{
    const CompanyTotals::Counts &counts = totals.counts(id);
    switch (column) {
    case CompanyColumn::Leads: return numberKey(id, counts.leads);
    case CompanyColumn::Open: return numberKey(id, counts.open);
    case CompanyColumn::Won: return numberKey(id, counts.won);
    case CompanyColumn::OpenValue: return numberKey(id, amountOf(totals.openValue(id), exchange, now));
    case CompanyColumn::WonValue: return numberKey(id, amountOf(totals.wonValue(id), exchange, now));
    default: return numberKey(id, double(counts.lastActivity));
    }
}

bool isOfLeads(CompanyColumn column)
{
    return column != CompanyColumn::Name && recordColumnOf(column) == u"NULL";
}

/// Stable, so that those alike stay in the order of their names.
void sortLines(std::vector<LineKey> &keys, bool descending)
{
    std::stable_sort(keys.begin(), keys.end(), [descending](const LineKey &a, const LineKey &b) {
        if (a.isNone || b.isNone)
            return !a.isNone;
        const LineKey &first = descending ? b : a;
        const LineKey &second = descending ? a : b;
        return first.number != second.number ? first.number < second.number : first.text < second.text;
    });
}

Result<MoneyExchange> exchangeInto(Connection &connection, const QString &currency, const QTimeZone &zone)
{
    KINDLING_GET(marketing, CampaignRepository(connection).marketing());
    return MoneyExchange(marketing.rates, currency, zone);
}

Result<std::vector<CompanyId>> orderedCompanies(Connection &connection, const CompanyQuery &query, const CompanyTotals &totals,
                                                const Engine &engine)
{
    KINDLING_GET(found, CompanyRepository(connection).named(query.text, recordColumnOf(query.sort)));
    MoneyExchange exchange;
    if (query.sort == CompanyColumn::OpenValue || query.sort == CompanyColumn::WonValue) {
        KINDLING_GET(known, exchangeInto(connection, engine.vocabulary()->currency, engine.clock().zone()));
        exchange = known;
    }
    const UtcMs now = engine.clock().now();
    std::vector<LineKey> keys;
    keys.reserve(found.size());
    for (const auto &[id, stored] : found)
        keys.push_back(isOfLeads(query.sort) ? keyFrom(id, query.sort, totals, exchange, now) : keyFrom(id, stored, query.sort));
    if (query.sort != CompanyColumn::Name)
        sortLines(keys, query.descending);
    else if (query.descending)
        std::reverse(keys.begin(), keys.end());
    std::vector<CompanyId> ids;
    ids.reserve(keys.size());
    for (const LineKey &key : keys)
        ids.push_back(key.id);
    return ids;
}

CompanyLine lineOf(Company company, const CompanyTotals &totals)
{
    const CompanyId id = company.id;
    const CompanyTotals::Counts &counts = totals.counts(id);
    return {std::move(company), counts.open, counts.won, totals.openValue(id), totals.wonValue(id), counts.lastActivity};
}

} // namespace

QFuture<Result<CompanyList>> CompanyService::lines(const CompanyQuery &query)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<CompanyList>([engine, query](const SnapshotPtr &columns) -> Result<CompanyList> {
        const CompanyTotals totals(columns);
        return engine->readNow<CompanyList>([&](Connection &connection) -> Result<CompanyList> {
            KINDLING_GET(ids, orderedCompanies(connection, query, totals, *engine));
            CompanyList list;
            list.total = qint64(ids.size());
            if (query.limit > 0 && ids.size() > size_t(query.limit))
                ids.resize(size_t(query.limit));
            KINDLING_GET(companies, CompanyRepository(connection).companies(ids));
            for (Company &company : companies)
                list.lines.push_back(lineOf(std::move(company), totals));
            return list;
        });
    });
}

} // namespace kindling
