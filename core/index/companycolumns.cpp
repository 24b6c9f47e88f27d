// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/companycolumns.h"

#include "core/base/textfold.h"
#include "core/index/snapshotparts.h"
#include "core/index/sortinhalves.h"
#include "core/index/textbeginning.h"

#include <algorithm>
#include <unordered_set>

namespace kindling {

namespace {

/// Takes the next word from words that are ended by \x1f each.
std::string_view takeWord(std::string_view &words)
{
    const size_t end = words.find('\x1f');
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    return word;
}

} // namespace

void CompanyColumns::put(quint32 company, const CompanyFacts &facts)
{
    if (company >= m_rows.size())
        m_rows.resize(company + 1);
    Row &row = m_rows[company];
    row = {};
    row.isThere = true;
    row.employees = facts.employees.value_or(Row::unknown);
    std::string_view words(facts.words.constData(), size_t(facts.words.size()));
    row.city = m_words.intern(takeWord(words));
    row.country = m_words.intern(takeWord(words));
    row.industry = m_words.intern(takeWord(words));
    putDomain(row, takeWord(words));
}

void CompanyColumns::putDomain(Row &row, std::string_view domain)
{
    const auto append = [this](std::string_view text, quint32 &begin, quint32 &end) {
        begin = quint32(m_texts.size());
        m_texts += text;
        end = quint32(m_texts.size());
    };
    append(domain, row.domainBegin, row.domainEnd);
    const QByteArray folds = foldedUtf8(QString::fromUtf8(domain.data(), qsizetype(domain.size())));
    if (const std::string_view text(folds.constData(), size_t(folds.size())); text != domain) {
        append(text, row.foldedBegin, row.foldedEnd);
    } else {
        row.foldedBegin = row.domainBegin;
        row.foldedEnd = row.domainEnd;
    }
}

CompanyColumns CompanyColumns::with(const Dictionary &names, const CompanyChanges &changes) const
{
    CompanyColumns next(*this);
    std::vector<quint32> written;
    for (const CompanyFacts &facts : changes.companies) {
        const quint32 company = names.codeOf(facts.id);
        if (company == 0)
            continue;
        written.push_back(company);
        next.put(company, facts);
    }
    for (const qint64 id : changes.goneCompanies) {
        const quint32 company = names.codeOf(id);
        if (company >= m_rows.size())
            continue; // it came and went within the change
        written.push_back(company);
        next.m_rows[company] = {};
    }
    next.takeParts(changes);
    next.mendNames(names, written);
    if (next.m_words.size() != m_words.size())
        next.m_wordRanks = next.m_words.ranks();
    return next;
}

void CompanyColumns::takeParts(const CompanyChanges &changes)
{
    std::unordered_set<qint64> written(changes.goneParts.begin(), changes.goneParts.end());
    for (const PartName &part : changes.parts)
        written.insert(part.id);
    std::erase_if(m_parts, [&](const PartName &part) { return written.contains(part.id); });
    m_parts.insert(m_parts.end(), changes.parts.begin(), changes.parts.end());
}

void CompanyColumns::sortNames(const Dictionary &names)
{
    struct Item
    {
        TextBeginning name;
        quint32 company;
    };
    std::vector<Item> items;
    for (quint32 company = 1; company < m_rows.size(); ++company) {
        if (m_rows[company].isThere)
            items.push_back({TextBeginning(names.folded(company)), company});
    }
    sortInHalves(items, [](const Item &a, const Item &b) { return a.name.compare(b.name) < 0; }); // no two companies have one name
    m_byName.clear();
    m_byName.reserve(items.size());
    for (const Item &item : items)
        m_byName.push_back(item.company);
}

/// From an order that was right before some companies were written, came or went.
void CompanyColumns::mendNames(const Dictionary &names, const std::vector<quint32> &written)
{
    if (written.empty())
        return;
    std::vector<char> isWritten(m_rows.size(), 0);
    std::vector<quint32> inOrder;
    for (const quint32 company : written) {
        isWritten[company] = 1;
        if (m_rows[company].isThere)
            inOrder.push_back(company);
    }
    std::erase_if(m_byName, [&](quint32 company) { return isWritten[company] != 0; });
    const auto comesFirst = [&](quint32 a, quint32 b) { return names.folded(a) < names.folded(b); };
    std::sort(inOrder.begin(), inOrder.end(), comesFirst);
    std::vector<quint32> order;
    order.reserve(m_byName.size() + inOrder.size());
    auto rest = m_byName.cbegin();
    for (const quint32 company : inOrder) {
        const auto place = std::lower_bound(rest, m_byName.cend(), company, comesFirst);
        order.insert(order.end(), rest, place);
        order.push_back(company);
        rest = place;
    }
    order.insert(order.end(), rest, m_byName.cend());
    m_byName = std::move(order);
}

size_t CompanyColumns::memoryBytes() const
{
    size_t bytes = m_rows.capacity() * sizeof(Row) + m_texts.capacity() + m_words.memoryBytes() + m_byName.capacity() * sizeof(quint32);
    for (const PartName &part : m_parts)
        bytes += sizeof(PartName) + size_t(part.folded.capacity());
    return bytes;
}

CompanyColumnsBuilder::CompanyColumnsBuilder(SnapshotPtr columns)
    : m_columns(std::move(columns))
{
    m_companies.m_rows.reserve(names().size());
}

const Dictionary &CompanyColumnsBuilder::names() const
{
    return m_columns->parts().dictionaries->companies;
}

void CompanyColumnsBuilder::add(const CompanyFacts &company)
{
    if (const quint32 code = names().codeOf(company.id)) // else it came after the snapshot
        m_companies.put(code, company);
}

CompanyColumnsPtr CompanyColumnsBuilder::keep()
{
    m_companies.m_texts.shrink_to_fit();
    m_companies.m_wordRanks = m_companies.m_words.ranks();
    m_companies.sortNames(names());
    auto companies = std::make_shared<const CompanyColumns>(std::move(m_companies));
    m_columns->setCompanies(companies);
    return companies;
}

} // namespace kindling
