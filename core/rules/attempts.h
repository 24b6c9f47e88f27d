// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"

#include <vector>

namespace kindling {

/// The calls to a lead so far.
struct Attempts
{
    int calls = 0; ///< ours, answered or not
    int sinceAnswered = 0; ///< of those, after the last one that somebody took
};

/// Counts the outgoing calls among activities, newest first.
Attempts attemptsOf(const std::vector<Activity> &newestFirst);

/// Of the one that is being made now: "first call", "call number 4, nobody answered the last 3".
QString attemptInWords(const Attempts &before);

} // namespace kindling
