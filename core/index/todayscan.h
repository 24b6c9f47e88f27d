// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/today.h"
#include "core/domain/vocabulary.h"
#include "core/index/columnsnapshot.h"

namespace kindling {

/// Sorts the leads of `rows` (usually the open ones) into the groups of Today, at most `limit` of each. `wholeDay` has, in ascending order,
/// the leads whose next follow-up is for today at no particular time: it is not late before the day is over. One pass over the columns.
TodayQueue scanToday(const ColumnSnapshot &columns, const RowSet &rows, const TodaySpan &span, const std::vector<Stage> &stages,
                     const std::vector<LeadId> &wholeDay, size_t limit);

} // namespace kindling
