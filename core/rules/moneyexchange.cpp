// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/moneyexchange.h"

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

constexpr double million = 1'000'000;
constexpr double mostMinor = 9e18; ///< below the largest qint64

} // namespace

MoneyExchange::MoneyExchange(const std::vector<ExchangeRate> &rates, const QString &into, const QTimeZone &zone)
    : m_into(into)
    , m_zone(zone)
{
    for (const ExchangeRate &rate : rates) {
        const bool forwards = rate.in == into;
        if ((!forwards && rate.currency != into) || rate.rate.millionths <= 0)
            continue;
        const QString &other = forwards ? rate.currency : rate.in;
        const double factor = forwards ? double(rate.rate.millionths) / million : million / double(rate.rate.millionths);
        const int places = Money::exponent(into) - Money::exponent(other);
        m_rates[other].push_back({rate.day.startOfDay(zone).toMSecsSinceEpoch(), factor * std::pow(10.0, places)});
    }
    for (auto &[currency, list] : m_rates)
        std::stable_sort(list.begin(), list.end(), [](const Rate &a, const Rate &b) { return a.from < b.from; });
}

Money MoneyExchange::exchanged(const Money &money, UtcMs at) const
{
    const auto found = m_rates.find(money.currency);
    if (money.currency == m_into || found == m_rates.end())
        return money;
    const std::vector<Rate> &rates = found->second;
    auto holds = std::upper_bound(rates.begin(), rates.end(), at, [](UtcMs moment, const Rate &rate) { return moment < rate.from; });
    if (holds != rates.begin())
        --holds;
    return {std::llround(std::clamp(double(money.minor) * holds->factor, -mostMinor, mostMinor)), m_into};
}

} // namespace kindling
