// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/enums.h"

#include <limits>

namespace kindling {

// An activity or a follow-up as one number, so that ten million of them are eighty megabytes: the time in milliseconds and, in the lowest
// ten bits, what it was.

inline constexpr int factBits = 10;
inline constexpr qint64 factStates = 1 << factBits;

/// kind + 16 * direction + 64 * outcome.
constexpr int activityCode(ActivityKind kind, Direction direction, CallOutcome outcome)
{
    return int(kind) | int(direction) << 4 | int(outcome) << 6;
}

/// kind + 4 * state.
constexpr int followUpCode(FollowUpKind kind, FollowUpState state)
{
    return int(kind) | int(state) << 2;
}

constexpr UtcMs factTime(qint64 fact)
{
    return fact >> factBits;
}

constexpr int factCode(qint64 fact)
{
    return int(fact & (factStates - 1));
}

struct TimelineFact
{
    qint64 lead = 0;
    qint64 fact = 0;
    bool operator==(const TimelineFact &) const = default;
};

/// A stay on one axis, ended or present.
struct StayFact
{
    static constexpr UtcMs present = std::numeric_limits<UtcMs>::max();

    qint64 lead = 0;
    qint64 value = 0; ///< the enumerator of a temperature or outcome, the id of a stage or owner; 0 for no owner
    UtcMs from = 0;
    UtcMs until = present;
    bool operator==(const StayFact &) const = default;
};

} // namespace kindling
