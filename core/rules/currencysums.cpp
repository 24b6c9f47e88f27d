// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/currencysums.h"

#include "core/base/cappedsum.h"

#include <cmath>

namespace kindling {

void CurrencySums::add(const FunnelLead &lead)
{
    if (lead.currency < m_minor.size())
        m_minor[lead.currency] = cappedSum(m_minor[lead.currency], lead.valueMinor);
}

void CurrencySums::add(const CurrencySums &other)
{
    for (size_t i = 0; i < m_minor.size(); ++i)
        m_minor[i] = cappedSum(m_minor[i], other.m_minor[i]);
}

MoneySum CurrencySums::sum(std::span<const QString> currencies, double factor) const
{
    MoneySum sum;
    for (size_t i = 0; i < m_minor.size(); ++i) {
        if (m_minor[i] != 0)
            sum.add({factor == 1 ? m_minor[i] : std::llround(double(m_minor[i]) * factor), currencies[i]});
    }
    return sum;
}

} // namespace kindling
