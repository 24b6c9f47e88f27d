// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/leadservice.h"
#include "ui/theme/theme.h"

namespace kindling {

/// What a line of a timeline is about; by these it is filtered.
enum class TimelineKind : quint8 { Call, Email, Meeting, Message, Note, Web, FollowUp, Move, Handover, File, Edit, Import };

/// "Calls", "Visits and forms".
QString labelOf(TimelineKind kind);
std::span<const TimelineKind> timelineKinds();

/// One line of a lead's timeline.
struct TimelineEvent
{
    UtcMs at = 0;
    QString title; ///< "Call, 6:12, connected", "Cold to warm", "Came in through web form"
    QString who;
    QString note;
    Symbol symbol = Symbol::Document;
    TimelineKind kind = TimelineKind::Note;
    ActivityId activity; ///< set for what can be edited here
};

/// What happened to a lead, newest first: its activities and follow-ups that were done, the moves of its temperature, stage, owner and
/// outcome, handovers, files, imports, what was edited, and how it came in. `now` is for those who still wait for a first word.
std::vector<TimelineEvent> timelineOf(const LeadDossier &dossier, const Vocabulary &vocabulary, UtcMs now);

/// "Call, 6:12, connected".
QString activityTitle(const Activity &activity);

} // namespace kindling
