// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/ids.h"

#include <array>
#include <vector>

namespace kindling {

/// Why a lead is in Today, in the order in which they are worked through.
enum class TodayGroup : quint8 {
    Overdue,
    Due, ///< later today, or today at no particular time
    New, ///< came in lately and nobody has been in touch
    GoingCold, ///< warm or hot, quiet for longer than its stage allows, nothing planned
    NoNextStep, ///< nothing planned
    Coming, ///< planned in the next seven days
};
inline constexpr size_t todayGroups = 6;

/// The leads of one group: how many there are, and the first of them in order.
struct TodayLeads
{
    qint64 count = 0;
    std::vector<LeadId> first;
};
using TodayQueue = std::array<TodayLeads, todayGroups>;

/// The moments between which the groups lie.
struct TodaySpan
{
    UtcMs now = 0;
    UtcMs tonight = 0; ///< where tomorrow begins
    UtcMs nextWeek = 0; ///< where the eighth day begins
    UtcMs newSince = 0; ///< what came in before is not new any more
};

} // namespace kindling
