// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/companylist.h"

#include "core/base/textfold.h"
#include "core/index/bytesearch.h"
#include "core/index/companycolumns.h"
#include "core/index/companytotals.h"
#include "core/index/snapshotparts.h"
#include "core/index/sortinhalves.h"
#include "core/index/textbeginning.h"

#include <algorithm>
#include <iterator>

namespace kindling {

namespace {

/// Companies by their codes.
using CompanyCodes = std::vector<quint32>;
using CompanyRow = CompanyColumns::Row;

/// Those whose name, or the name of one that is part of them, contains the text, by name.
CompanyCodes companiesNamed(const Dictionary &names, const CompanyColumns &companies, const QString &text)
{
    const QByteArray wanted = foldedUtf8(text);
    if (wanted.isEmpty())
        return companies.byName();
    std::vector<char> isNamed = names.containing(wanted);
    const ByteSearch search({wanted.constData(), size_t(wanted.size())});
    for (const PartName &part : companies.parts()) {
        if (search.find({part.folded.constData(), size_t(part.folded.size())}, 0) != std::string_view::npos)
            isNamed[names.codeOf(part.survivor)] = 1;
    }
    CompanyCodes named;
    std::copy_if(companies.byName().begin(), companies.byName().end(), std::back_inserter(named),
                 [&](quint32 company) { return isNamed[company] != 0; });
    return named;
}

int compareKeys(double a, double b)
{
    return int(a > b) - int(a < b);
}

int compareKeys(const TextBeginning &a, const TextBeginning &b)
{
    return a.compare(b);
}

/// The first of them in order: those without a key last, those alike in the order they have. Only what is wanted is sorted.
template <typename Key, typename KeyOf>
CompanyCodes firstInOrder(const CompanyCodes &companies, size_t limit, bool descending, KeyOf keyOf)
{
    struct Item
    {
        Key key;
        quint32 place;
    };
    std::vector<Item> items;
    items.reserve(companies.size());
    CompanyCodes without;
    for (quint32 place = 0; place < companies.size(); ++place) {
        if (const std::optional<Key> key = keyOf(companies[place]))
            items.push_back({*key, place});
        else if (without.size() < limit)
            without.push_back(companies[place]);
    }
    const auto comesFirst = [descending](const Item &a, const Item &b) {
        const int sign = compareKeys(a.key, b.key);
        return sign == 0 ? a.place < b.place : descending ? sign > 0 : sign < 0;
    };
    if (limit < items.size()) {
        const auto end = items.begin() + std::ptrdiff_t(limit);
        std::nth_element(items.begin(), end, items.end(), comesFirst);
        items.erase(end, items.end());
    }
    sortInHalves(items, comesFirst);
    CompanyCodes first;
    first.reserve(items.size() + without.size());
    for (const Item &item : items)
        first.push_back(companies[item.place]);
    first.insert(first.end(), without.begin(), without.begin() + std::ptrdiff_t(std::min(without.size(), limit - items.size())));
    return first;
}

CompanyCodes firstByName(CompanyCodes companies, size_t limit, bool descending)
{
    if (descending)
        std::reverse(companies.begin(), companies.end());
    companies.resize(std::min(companies.size(), limit));
    return companies;
}

CompanyCodes firstByWord(const CompanyCodes &companies, size_t limit, bool descending, const CompanyColumns &columns,
                         quint32 CompanyRow::*word)
{
    return firstInOrder<double>(companies, limit, descending, [&](quint32 company) -> std::optional<double> {
        const quint32 code = columns.row(company).*word;
        return columns.words().folded(code).empty() ? std::nullopt : std::optional<double>(columns.wordRanks()[code]);
    });
}

CompanyCodes firstByDomain(const CompanyCodes &companies, size_t limit, bool descending, const CompanyColumns &columns)
{
    return firstInOrder<TextBeginning>(companies, limit, descending, [&](quint32 company) -> std::optional<TextBeginning> {
        const std::string_view domain = columns.foldedDomain(columns.row(company));
        return domain.empty() ? std::nullopt : std::optional(TextBeginning(domain));
    });
}

CompanyCodes firstByEmployees(const CompanyCodes &companies, size_t limit, bool descending, const CompanyColumns &columns)
{
    return firstInOrder<double>(companies, limit, descending, [&](quint32 company) -> std::optional<double> {
        const qint64 employees = columns.row(company).employees;
        return employees == CompanyRow::unknown ? std::nullopt : std::optional(double(employees));
    });
}

double amountOf(quint32 company, CompanyColumn column, const CompanyTotals &totals, std::span<const double> worths)
{
    const CompanyTotals::Counts &counts = totals.counts(company);
    switch (column) {
    case CompanyColumn::Leads: return counts.leads;
    case CompanyColumn::Open: return counts.open;
    case CompanyColumn::Won: return counts.won;
    case CompanyColumn::OpenValue: return totals.openWorth(company, worths);
    case CompanyColumn::WonValue: return totals.wonWorth(company, worths);
    default: return double(counts.lastActivity);
    }
}

CompanyCodes firstByLeads(const CompanyCodes &companies, const CompanyQuery &query, size_t limit, const CompanyTotals &totals,
                          std::span<const double> worths)
{
    return firstInOrder<double>(companies, limit, query.descending, [&](quint32 company) {
        const double amount = amountOf(company, query.sort, totals, worths);
        return amount == 0 ? std::nullopt : std::optional(amount);
    });
}

QString textOf(std::string_view utf8)
{
    return utf8.empty() ? QString() : QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

CompanyLine lineOf(quint32 company, const Dictionary &names, const CompanyColumns &columns, const CompanyTotals &totals)
{
    const CompanyRow &row = columns.row(company);
    const CompanyTotals::Counts &counts = totals.counts(company);
    CompanyLine line;
    line.id = CompanyId(names.id(company));
    line.name = names.name(company);
    line.leads = counts.leads;
    line.open = counts.open;
    line.won = counts.won;
    line.openValue = totals.openValue(company);
    line.wonValue = totals.wonValue(company);
    line.lastActivity = counts.lastActivity;
    line.city = columns.words().name(row.city);
    line.country = columns.words().name(row.country);
    line.industry = columns.words().name(row.industry);
    line.domain = textOf(columns.domain(row));
    if (row.employees != CompanyRow::unknown)
        line.employees = row.employees;
    return line;
}

} // namespace

CompanyList listedCompanies(const SnapshotPtr &columns, const CompanyColumns &companies, const CompanyQuery &query,
                            std::span<const double> worths)
{
    const Dictionary &names = columns->parts().dictionaries->companies;
    const CompanyTotals totals(columns);
    const CompanyCodes named = companiesNamed(names, companies, query.text);
    const size_t limit = query.limit > 0 ? std::min(size_t(query.limit), named.size()) : named.size();
    const auto byWord = [&](quint32 CompanyRow::*word) { return firstByWord(named, limit, query.descending, companies, word); };
    const CompanyCodes first = [&] {
        switch (query.sort) {
        case CompanyColumn::Name: return firstByName(named, limit, query.descending);
        case CompanyColumn::City: return byWord(&CompanyRow::city);
        case CompanyColumn::Country: return byWord(&CompanyRow::country);
        case CompanyColumn::Industry: return byWord(&CompanyRow::industry);
        case CompanyColumn::Domain: return firstByDomain(named, limit, query.descending, companies);
        case CompanyColumn::Employees: return firstByEmployees(named, limit, query.descending, companies);
        default: return firstByLeads(named, query, limit, totals, worths);
        }
    }();
    CompanyList list;
    list.total = qint64(named.size());
    list.lines.reserve(first.size());
    for (const quint32 company : first)
        list.lines.push_back(lineOf(company, names, companies, totals));
    return list;
}

} // namespace kindling
