// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <vector>

namespace kindling {

/// Days by the clock on the wall of one zone: between two midnights there are whole days, also when the clocks were changed between them.
/// The changes are looked up once, so that millions of spans cost little. Immutable.
class LocalDays
{
public:
    /// For times from `first` to `last`; beyond them the clock is taken not to change.
    LocalDays(const QTimeZone &zone, UtcMs first, UtcMs last);

    /// Negative when `until` is before `from`.
    double between(UtcMs from, UtcMs until) const;

private:
    struct Change
    {
        UtcMs at;
        qint64 offset; ///< milliseconds to add to UTC from then on
    };
    qint64 wall(UtcMs moment) const;

    std::vector<Change> m_changes; ///< never empty, the first before all times
};

} // namespace kindling
