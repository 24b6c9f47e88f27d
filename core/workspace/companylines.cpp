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

#include <QHash>

#include <algorithm>
#include <cmath>
#include <span>

namespace kindling {

namespace {

/// What a company is sorted by: a text or a number; neither comes last.
struct LineKey
{
    CompanyId id;
    QString text;
    double number = 0;
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
    default: return {}; // the leads tell
    }
}

LineKey numberKey(CompanyId id, double number)
{
    return {id, {}, number, number == 0};
}

/// What a minor unit of each currency is worth in the one of the workspace, as far as its rates tell, so that sums of several can be
/// compared.
Result<std::vector<double>> worthsOf(Connection &connection, const ColumnSnapshot &columns, const Engine &engine)
{
    KINDLING_GET(marketing, CampaignRepository(connection).marketing());
    const MoneyExchange exchange(marketing.rates, engine.vocabulary()->currency, engine.clock().zone());
    constexpr qint64 enough = 1'000'000; // so that nothing is lost in rounding
    std::vector<double> worths;
    for (const QString &currency : columns.currencies()) {
        const Money money = exchange.exchanged({enough, currency}, engine.clock().now());
        worths.push_back(double(money.minor) / double(enough) / std::pow(10, Money::exponent(money.currency)));
    }
    return worths;
}

LineKey keyOfLeads(CompanyId id, CompanyColumn column, const CompanyTotals &totals, std::span<const double> worths)
{
    const CompanyTotals::Counts &counts = totals.counts(id);
    switch (column) {
    case CompanyColumn::Leads: return numberKey(id, counts.leads);
    case CompanyColumn::Open: return numberKey(id, counts.open);
    case CompanyColumn::Won: return numberKey(id, counts.won);
    case CompanyColumn::OpenValue: return numberKey(id, totals.openWorth(id, worths));
    case CompanyColumn::WonValue: return numberKey(id, totals.wonWorth(id, worths));
    default: return numberKey(id, double(counts.lastActivity));
    }
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

Result<std::vector<LineKey>> keysOfRecords(Connection &connection, const CompanyQuery &query)
{
    KINDLING_GET(found, CompanyRepository(connection).named(query.text, recordColumnOf(query.sort)));
    QHash<QString, QString> folds; // many companies are in few cities
    std::vector<LineKey> keys;
    keys.reserve(found.size());
    for (const auto &[id, stored] : found) {
        if (query.sort == CompanyColumn::Employees) {
            keys.push_back({id, {}, stored.toDouble(), stored.isNull()});
            continue;
        }
        const QString text = stored.toString();
        QString &fold = folds[text];
        if (fold.isNull())
            fold = folded(text);
        keys.push_back({id, fold, 0, fold.isEmpty()});
    }
    return keys;
}

Result<std::vector<LineKey>> keysOfLeads(Connection &connection, const CompanyQuery &query, const CompanyTotals &totals,
                                         const ColumnSnapshot &columns, const Engine &engine)
{
    KINDLING_GET(found, CompanyRepository(connection).named(query.text));
    std::vector<double> worths;
    if (query.sort == CompanyColumn::OpenValue || query.sort == CompanyColumn::WonValue) {
        KINDLING_GET(known, worthsOf(connection, columns, engine));
        worths = known;
    }
    std::vector<LineKey> keys;
    keys.reserve(found.size());
    for (const CompanyId id : found)
        keys.push_back(keyOfLeads(id, query.sort, totals, worths));
    return keys;
}

Result<std::vector<CompanyId>> orderedCompanies(Connection &connection, const CompanyQuery &query, const CompanyTotals &totals,
                                                const ColumnSnapshot &columns, const Engine &engine)
{
    if (query.sort == CompanyColumn::Name) {
        KINDLING_GET(ids, CompanyRepository(connection).named(query.text));
        if (query.descending)
            std::reverse(ids.begin(), ids.end());
        return ids;
    }
    const bool ofRecords = !recordColumnOf(query.sort).isEmpty();
    KINDLING_GET(keys, ofRecords ? keysOfRecords(connection, query) : keysOfLeads(connection, query, totals, columns, engine));
    sortLines(keys, query.descending);
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
    company.leadCount = counts.leads;
    return {std::move(company), counts.open, counts.won, totals.openValue(id), totals.wonValue(id), counts.lastActivity};
}

} // namespace

QFuture<Result<CompanyList>> CompanyService::lines(const CompanyQuery &query)
{
    Engine *engine = m_engine.get();
    return m_engine->ask<CompanyList>([engine, query](const SnapshotPtr &columns) -> Result<CompanyList> {
        const CompanyTotals totals(columns);
        return engine->readNow<CompanyList>([&](Connection &connection) -> Result<CompanyList> {
            KINDLING_GET(ids, orderedCompanies(connection, query, totals, *columns, *engine));
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
