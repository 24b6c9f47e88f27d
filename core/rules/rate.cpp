// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rate.h"

#include <algorithm>
#include <cmath>

namespace kindling {

std::optional<double> Rate::share() const
{
    return n > 0 ? std::optional(double(hits) / double(n)) : std::nullopt;
}

Rate Rate::of(qint64 hits, qint64 n)
{
    Rate rate{hits, n, 0, 1};
    if (n <= 0)
        return rate;
    constexpr double z = 1.959963984540054; // 97.5 % quantile of the normal distribution
    const double total = double(n);
    const double p = double(hits) / total;
    const double centre = p + z * z / (2 * total);
    const double spread = z * std::sqrt(p * (1 - p) / total + z * z / (4 * total * total));
    rate.low = hits == 0 ? 0 : std::max(0.0, (centre - spread) / (1 + z * z / total));
    rate.high = hits == n ? 1 : std::min(1.0, (centre + spread) / (1 + z * z / total));
    return rate;
}

} // namespace kindling
