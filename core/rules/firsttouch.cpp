// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/firsttouch.h"

#include <algorithm>

namespace kindling {

bool isTouch(ActivityKind kind, Direction direction)
{
    const bool contact =
        kind == ActivityKind::Call || kind == ActivityKind::Email || kind == ActivityKind::Meeting || kind == ActivityKind::Message;
    return contact && direction != Direction::Incoming;
}

std::optional<UtcMs> firstTouch(UtcMs created, std::span<const Activity> activities)
{
    std::optional<UtcMs> first;
    for (const Activity &activity : activities) {
        if (isTouch(activity.kind, activity.direction) && (!first || activity.at < *first))
            first = activity.at;
    }
    return first ? std::optional(std::max(created, *first)) : first;
}

std::optional<qint64> medianOf(std::vector<qint64> durations)
{
    if (durations.empty())
        return std::nullopt;
    const auto middle = durations.begin() + std::ptrdiff_t((durations.size() - 1) / 2);
    std::nth_element(durations.begin(), middle, durations.end());
    return *middle;
}

} // namespace kindling
