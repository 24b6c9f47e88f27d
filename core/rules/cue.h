// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/domain/vocabulary.h"

#include <QLocale>
#include <QTimeZone>

namespace kindling {

/// What a lead needs next, in a few words, for rows, cards and the panel.
struct Cue
{
    enum class Kind : quint8 {
        Planned, ///< something is planned for a later day
        DueToday,
        Overdue,
        QuietTooLong, ///< nothing planned, and quiet for longer than its stage allows
        NonePlanned,
        Closed,
    };
    Kind kind = Kind::NonePlanned;
    QString text; ///< "Tomorrow 09:30", "none planned, 19 days quiet", "won 1 Mar 2017"

    bool isLate() const { return kind == Kind::Overdue || kind == Kind::QuietTooLong; }
};

/// Quiet counts from the last touch, or from when the lead came in; a planned step covers it. `stage` may be null.
Cue cueOf(const Lead &lead, const Stage *stage, UtcMs now, const QTimeZone &zone, const QLocale &locale);

/// The same as a sentence that says why, for a tool tip and for those who hear a card: "Warm, 19 days quiet, nothing planned; Proposal
/// allows 14 days."
QString cueReason(const Lead &lead, const Stage *stage, UtcMs now, const QTimeZone &zone, const QLocale &locale);

} // namespace kindling
