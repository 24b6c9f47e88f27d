// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace kindling {

/// A share with its uncertainty: `hits` of `n`, and the Wilson score interval at 95 % without correction for continuity (E. B. Wilson, JASA
/// 22, 1927; prop.test(…, correct = FALSE) in R), 0 to 1.
struct Rate
{
    qint64 hits = 0;
    qint64 n = 0;
    double low = 0;
    double high = 1;

    /// 0 to 1; nothing when there is no case to count.
    std::optional<double> share() const;
    static Rate of(qint64 hits, qint64 n);
    bool operator==(const Rate &) const = default;
};

} // namespace kindling
