// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/domain/exchangerate.h"

#include <map>
#include <set>

namespace kindling {

/// Amounts of several currencies in one, by rates that the user entered. A rate holds from its day until the next one; before the first,
/// the first holds. Without a rate an amount stays what it is. A rate from A to B is also one from B to A.
class MoneyExchange
{
public:
    /// Nothing is exchanged.
    MoneyExchange() = default;
    MoneyExchange(const std::vector<ExchangeRate> &rates, const QString &into, const QTimeZone &zone);

    const QString &into() const { return m_into; }
    bool knows(const QString &currency) const { return currency == m_into || m_rates.contains(currency); }
    /// In the one currency, rounded to its minor units, or as it was when there is no rate.
    Money exchanged(const Money &money, UtcMs at) const;
    Money exchanged(const Money &money, const QDate &day) const { return exchanged(money, day.startOfDay(m_zone).toMSecsSinceEpoch()); }

private:
    struct Rate
    {
        UtcMs from;
        double factor; ///< minor units of the one currency in a minor unit of the other
    };

    QString m_into;
    QTimeZone m_zone = QTimeZone::utc();
    std::map<QString, std::vector<Rate>> m_rates; ///< in order of time, never empty
};

} // namespace kindling
