// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/columnsnapshot.h"

#include <unordered_map>

namespace kindling {

/// What the leads of each company amount to, archived ones left out: one pass over all leads. Holds on to the snapshot.
class CompanyTotals
{
public:
    struct Counts
    {
        qint32 leads = 0;
        qint32 open = 0;
        qint32 won = 0;
        UtcMs lastActivity = 0; ///< 0 for none
    };

    explicit CompanyTotals(SnapshotPtr columns);

    const Counts &counts(CompanyId company) const { return m_counts[codeOf(company)]; }
    MoneySum openValue(CompanyId company) const { return m_open.sum(codeOf(company), m_columns->currencies()); }
    MoneySum wonValue(CompanyId company) const { return m_won.sum(codeOf(company), m_columns->currencies()); }
    /// The same as one number, each currency (in the order of the snapshot's) times its worth: to be compared, not shown.
    double openWorth(CompanyId company, std::span<const double> worths) const { return m_open.worth(codeOf(company), worths); }
    double wonWorth(CompanyId company, std::span<const double> worths) const { return m_won.worth(codeOf(company), worths); }

private:
    /// Sums by company: most have one currency, the others stand apart.
    class Sums
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

    quint32 codeOf(CompanyId company) const;

    SnapshotPtr m_columns;
    std::vector<Counts> m_counts; ///< by code; nobody's are kept empty, for companies without leads
    Sums m_open;
    Sums m_won;
};

} // namespace kindling
