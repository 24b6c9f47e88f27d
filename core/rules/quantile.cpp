// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quantile.h"

#include <algorithm>
#include <cmath>

namespace kindling {

std::optional<double> quantile(std::span<double> values, double p)
{
    if (values.empty())
        return std::nullopt;
    const double place = std::clamp(p, 0.0, 1.0) * double(values.size() - 1);
    const auto below = std::ptrdiff_t(std::floor(place));
    std::nth_element(values.begin(), values.begin() + below, values.end());
    const double low = values[size_t(below)];
    const double part = place - double(below);
    if (part == 0)
        return low;
    const double high = *std::min_element(values.begin() + below + 1, values.end()); // the part above is not in order, but all above
    return low + part * (high - low);
}

} // namespace kindling
