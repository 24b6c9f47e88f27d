// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/funnel.h"

namespace kindling {

/// Sums by the number of the currency: adding up millions of amounts by its name would take most of the time of a report.
class CurrencySums
{
public:
    explicit CurrencySums(size_t currencies = 0)
        : m_minor(currencies, 0)
    {
    }
    void add(const FunnelLead &lead);
    void add(const CurrencySums &other);
    /// The sum times `factor`, rounded to minor units.
    MoneySum sum(std::span<const QString> currencies, double factor = 1) const;

private:
    std::vector<qint64> m_minor;
};

} // namespace kindling
