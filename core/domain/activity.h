// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"

#include <optional>

namespace kindling {

/// Something that happened with a lead.
struct Activity
{
    ActivityId id;
    ChangeId revision;
    LeadId lead;
    ActivityKind kind = ActivityKind::Note;
    UtcMs at = 0;
    Direction direction = Direction::None;
    CallOutcome outcome = CallOutcome::None;
    QString outcomeName; ///< the team's own word for the outcome; empty when it is the usual one
    std::optional<int> durationSeconds;
    QString note;
    QString who; ///< the member who logged it
    QString campaign; ///< what brought the lead to it; empty for none
    QString magnet; ///< the free thing that was taken; empty for none

    bool operator==(const Activity &) const = default;
};

/// Something to do with a lead at a time. What was promised is the local wall time in a zone; `due` is that moment in UTC.
struct FollowUp
{
    FollowUpId id;
    ChangeId revision;
    LeadId lead;
    FollowUpKind kind = FollowUpKind::Call;
    UtcMs due = 0;
    bool wholeDay = false; ///< due on the day, at no particular time
    QString localTime; ///< ISO 8601 without offset, "2026-03-01T09:00:00"
    QString zone; ///< IANA zone of `localTime`
    QString repeat; ///< rule in words ("every 2 weeks"); empty for once
    FollowUpState state = FollowUpState::Open;
    std::optional<UtcMs> snoozedUntil;
    FollowUpPriority priority = FollowUpPriority::Normal;
    std::optional<UtcMs> doneAt; ///< when it was done or cancelled
    QString note;
    QString who;

    /// When it should be brought up: the snooze if there is one, else when it is due.
    UtcMs remindAt() const { return snoozedUntil.value_or(due); }

    bool operator==(const FollowUp &) const = default;
};

} // namespace kindling
