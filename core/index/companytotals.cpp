// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/companytotals.h"

#include "core/base/cappedsum.h"
#include "core/index/snapshotparts.h"

#include <algorithm>
#include <unordered_map>

namespace kindling {

/// Sums by the code of the company: most have one currency, the others stand apart.
class CompanyTotals::Sums
{
public:
    explicit Sums(size_t companies)
        : m_first(companies)
    {
    }
    void add(quint32 company, quint32 currency, qint64 minor);
    MoneySum sum(quint32 company, std::span<const QString> currencies) const;
    double worth(quint32 company, std::span<const double> worths) const;

private:
    struct First
    {
        qint64 minor = 0;
        quint32 currency = 0;
    };
    std::vector<First> m_first;
    std::unordered_map<quint32, std::vector<First>> m_further;
};

struct CompanyTotals::Kept
{
    std::vector<Counts> counts; ///< by the code of the company; nobody's are kept empty
    Sums open{counts.size()};
    Sums won{counts.size()};
};

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

namespace {

CompanyTotals::Kept totalsOf(const ColumnSnapshot::Parts &parts)
{
    CompanyTotals::Kept kept{std::vector<CompanyTotals::Counts>(parts.dictionaries->companies.size())};
    for (const auto &chunk : parts.chunks) {
        for (quint32 i = 0; i < chunk->rows(); ++i) {
            const quint32 company = chunk->company[i];
            if (company == 0 || chunk->gone[i] || chunk->archived[i])
                continue;
            const quint32 currency = chunk->words[size_t(WordColumn::Currency)][i];
            CompanyTotals::Counts &counts = kept.counts[company];
            ++counts.leads;
            counts.lastActivity = std::max(counts.lastActivity, chunk->lastActivity[i]);
            if (chunk->outcome[i] == quint8(Outcome::Open)) {
                ++counts.open;
                kept.open.add(company, currency, chunk->value[i]);
            } else if (chunk->outcome[i] == quint8(Outcome::Won)) {
                ++counts.won;
                kept.won.add(company, currency, chunk->value[i]);
            }
        }
    }
    return kept;
}

} // namespace

CompanyTotals::CompanyTotals(SnapshotPtr columns)
    : m_columns(std::move(columns))
{
    const ColumnSnapshot::Parts &parts = m_columns->parts();
    const std::lock_guard lock(parts.mutex);
    if (!parts.companyTotals)
        parts.companyTotals = std::make_shared<const Kept>(totalsOf(parts));
    m_kept = parts.companyTotals;
}

const CompanyTotals::Counts &CompanyTotals::counts(quint32 company) const
{
    return m_kept->counts[company];
}

MoneySum CompanyTotals::openValue(quint32 company) const
{
    return m_kept->open.sum(company, m_columns->currencies());
}

MoneySum CompanyTotals::wonValue(quint32 company) const
{
    return m_kept->won.sum(company, m_columns->currencies());
}

double CompanyTotals::openWorth(quint32 company, std::span<const double> worths) const
{
    return m_kept->open.worth(company, worths);
}

double CompanyTotals::wonWorth(quint32 company, std::span<const double> worths) const
{
    return m_kept->won.worth(company, worths);
}

} // namespace kindling
