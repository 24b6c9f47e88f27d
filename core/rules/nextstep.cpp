// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/nextstep.h"

#include <algorithm>

namespace kindling {

std::optional<PlannedTime> nextStepAfter(CallOutcome outcome, UtcMs now, const QTimeZone &zone, const WorkRules &work)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now, zone);
    const auto at = [&](const QDate &date, const QTime &time) {
        return PlannedTime{wallTime(date, time, zone), false, wallCase(date, time, zone)};
    };
    const auto in = [&](int workingDays) { return work.workingDayAfter(local.date(), workingDays); };
    const QTime otherTime = local.time().hour() < 12 ? QTime(15, 0) : work.dayStarts;
    switch (outcome) {
    case CallOutcome::NoAnswer: return at(in(1), otherTime);
    case CallOutcome::Voicemail:
    case CallOutcome::SpokeElsewhere: return at(in(2), otherTime);
    case CallOutcome::Busy: {
        const QDateTime later = local.addSecs(2 * 3600);
        const bool worksThen = later.date() == local.date() && work.isWorkingDay(local.date()) && later.time() < work.dayEnds;
        return worksThen ? PlannedTime{later, false, WallCase::Once} : at(in(1), work.dayStarts);
    }
    case CallOutcome::CallbackRequested: return at(in(1), std::clamp(QTime(local.time().hour(), 0), work.dayStarts, work.dayEnds));
    case CallOutcome::Connected:
    case CallOutcome::MeetingBooked: return at(work.workingDayAfter(local.date().addDays(6), 1), work.dayStarts);
    case CallOutcome::WrongNumber:
    case CallOutcome::NotInterested:
    case CallOutcome::None: break;
    }
    return std::nullopt;
}

FollowUpKind nextStepKind(CallOutcome outcome)
{
    return outcome == CallOutcome::MeetingBooked ? FollowUpKind::Meeting : FollowUpKind::Call;
}

QString nextStepText(const std::optional<PlannedTime> &planned)
{
    return planned ? planned->local.toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
}

FollowUp followUpAt(LeadId lead, const PlannedTime &planned)
{
    FollowUp followUp;
    followUp.lead = lead;
    followUp.localTime = planned.local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    followUp.zone = QString::fromLatin1(planned.local.timeZone().id());
    followUp.wholeDay = planned.wholeDay;
    return followUp;
}

} // namespace kindling
