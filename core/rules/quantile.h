// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace kindling {

/// The value below which the share `p` (0 to 1) of the values lies, between two of them in proportion: definition 7 of R. J. Hyndman and
/// Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), which R and spreadsheets use. 0.5 is the
/// median. Nothing without values. Changes the order of the values; linear in their number.
std::optional<double> quantile(std::span<double> values, double p);

} // namespace kindling
