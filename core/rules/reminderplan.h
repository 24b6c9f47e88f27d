// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/workrules.h"

#include <QTimeZone>

namespace kindling {

/// When a follow-up is to be brought up. What was promised is a wall time in its zone, so it is read from there, whatever the rules of the
/// zone were when it was planned and whatever zone the system is in now; in a zone that this system does not know, the moment that was
/// stored counts. One for a whole day comes when the team's day starts. Quiet hours and free days, where the team keeps them, are those of
/// `here`: it waits for their end.
UtcMs reminderMoment(const FollowUp &followUp, const WorkRules &work, const QTimeZone &here);

/// A moment moved out of quiet hours and free days.
UtcMs outOfQuiet(UtcMs moment, const WorkRules &work, const QTimeZone &here);

/// How many are brought up at once each by itself; more come together, as one message.
inline constexpr size_t remindersApart = 3;

/// Due for longer than this when it is looked at: missed, because the machine slept or the program was not running.
inline constexpr qint64 missedAfterMs = 120'000;

} // namespace kindling
