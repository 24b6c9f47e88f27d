// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/lead.h"
#include "core/domain/today.h"

#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace kindling {

/// What the words of Today are made from.
struct TodayMoment
{
    UtcMs now = 0;
    QTimeZone zone = QTimeZone::utc();
    QLocale locale;
};

/// "Overdue", "Due today", "New, not contacted yet", "Going cold", "No next step", "Next seven days".
QString todayGroupName(TodayGroup group);

/// The stable key of a group ("goingCold"), as JSON has it.
QString todayGroupKey(TodayGroup group);

/// Why a lead is in Today: "Call: about the oven, 3 days late", "came in 14 min ago through Web form", "warm, 19 days quiet, nothing
/// planned". `followUp` is the next one, if there is one.
QString todayReason(TodayGroup group, const Lead &lead, const std::optional<FollowUp> &followUp, const TodayMoment &moment);

/// The number or address to use: of an email planned the email, else the first phone that may be used, else the first email.
QString todayContact(const Lead &lead, const std::optional<FollowUp> &followUp);

/// The last word with a lead: "Call, no answer, Yesterday 14:00: wants an offer".
QString lastWord(const Activity &activity, const TodayMoment &moment);

/// "Call, 4:30, no answer": what an activity was.
QString activityInWords(const Activity &activity);

} // namespace kindling
