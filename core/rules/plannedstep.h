// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/workrules.h"
#include "core/rules/when.h"

namespace kindling {

/// A next step as typed: when, and whether it comes again.
struct PlannedStep
{
    PlannedTime when;
    QString repeat; ///< as recurrenceText() writes it; empty for once
    std::optional<FollowUpKind> kind; ///< when it was said
    FollowUpPriority priority = FollowUpPriority::Normal;
};

/// Reads a time, a rhythm, or both: "tomorrow 9", "mon 9:00 every 2 weeks", "every weekday" (which begins with the next day of it). What is
/// to be done may stand before it ("meeting fri 14:00"), and an exclamation mark or "urgent" anywhere makes it urgent.
/// Error: InvalidValue.
Result<PlannedStep> parseStep(const QString &text, UtcMs now, const QTimeZone &zone, const WorkRules &work);

/// What was understood: "Meeting, Monday 9 March 2026, 09:00 (in 7 days), every 2 weeks".
QString stepInWords(const PlannedStep &step, UtcMs now, const QTimeZone &zone, const QLocale &locale);

/// A follow-up of a lead at that time, not yet stored.
FollowUp followUpAt(LeadId lead, const PlannedStep &step);

} // namespace kindling
