// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/companytotals.h"

#include "core/base/cappedsum.h"
#include "core/index/snapshotparts.h"

#include <algorithm>

namespace kindling {

void CompanyTotals::Sums::add(quint32 company, quint32 currency, qint64 minor)
{
    if (minor == 0)
        return;
    First &first = m_first[company];
    if (first.minor == 0 || first.currency == currency) {
        first = {cappedSum(first.minor, minor), currency};
        return;
    }
    std::vector<First> &further = m_further[company];
    const auto same = std::find_if(further.begin(), further.end(), [currency](const First &sum) { return sum.currency == currency; });
    if (same == further.end())
        further.push_back({minor, currency});
    else
        same->minor = cappedSum(same->minor, minor);
}

MoneySum CompanyTotals::Sums::sum(quint32 company, std::span<const QString> currencies) const
{
    MoneySum sum;
    if (const First &first = m_first[company]; first.minor != 0)
        sum.add({first.minor, currencies[first.currency]});
    if (const auto further = m_further.find(company); further != m_further.end()) {
        for (const First &part : further->second)
            sum.add({part.minor, currencies[part.currency]});
    }
    return sum;
}

double CompanyTotals::Sums::worth(quint32 company, std::span<const double> worths) const
{
    const First &first = m_first[company];
    double worth = double(first.minor) * worths[first.currency];
    if (const auto further = m_further.find(company); further != m_further.end()) {
        for (const First &part : further->second)
            worth += double(part.minor) * worths[part.currency];
    }
    return worth;
}

CompanyTotals::CompanyTotals(SnapshotPtr columns)
    : m_columns(std::move(columns))
    , m_counts(m_columns->parts().dictionaries->companies.size())
    , m_open(m_counts.size())
    , m_won(m_counts.size())
{
    for (const auto &chunk : m_columns->parts().chunks) {
        for (quint32 i = 0; i < chunk->rows(); ++i) {
            const quint32 company = chunk->company[i];
            if (company == 0 || chunk->gone[i] || chunk->archived[i])
                continue;
            const quint32 currency = chunk->words[size_t(WordColumn::Currency)][i];
            Counts &counts = m_counts[company];
            ++counts.leads;
            counts.lastActivity = std::max(counts.lastActivity, chunk->lastActivity[i]);
            if (chunk->outcome[i] == quint8(Outcome::Open)) {
                ++counts.open;
                m_open.add(company, currency, chunk->value[i]);
            } else if (chunk->outcome[i] == quint8(Outcome::Won)) {
                ++counts.won;
                m_won.add(company, currency, chunk->value[i]);
            }
        }
    }
}

quint32 CompanyTotals::codeOf(CompanyId company) const
{
    return m_columns->parts().dictionaries->companies.codeOf(company.value());
}

} // namespace kindling
