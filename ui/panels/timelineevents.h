// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"
#include "ui/theme/theme.h"

namespace kindling {

/// One line of a lead's timeline.
struct TimelineEvent
{
    UtcMs at = 0;
    QString title; ///< "Call, 6:12, connected", "Cold to warm", "Came in through web form"
    QString who;
    QString note;
    Symbol symbol = Symbol::Document;
};

/// What happened to a lead, newest first: its activities, the moves of its temperature, stage, owner and outcome, and how it came in.
std::vector<TimelineEvent> timelineOf(const LeadDossier &dossier, const Vocabulary &vocabulary);

/// "Call, 6:12, connected".
QString activityTitle(const Activity &activity);

} // namespace kindling
