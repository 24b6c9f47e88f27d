// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/nextstep.h"

namespace kindling {

namespace {

QDate workingDayAfter(QDate day, int count)
{
    while (count > 0) {
        day = day.addDays(1);
        if (day.dayOfWeek() <= 5)
            --count;
    }
    return day;
}

} // namespace

std::optional<PlannedTime> nextStepAfter(CallOutcome outcome, UtcMs now, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now, zone);
    const auto at = [&](const QDate &date, int hour) { return PlannedTime{wallTime(date, QTime(hour, 0), zone), false}; };
    const bool morning = local.time().hour() < 12;
    switch (outcome) {
    case CallOutcome::NoAnswer: return at(workingDayAfter(local.date(), 1), morning ? 15 : 9);
    case CallOutcome::Voicemail: return at(workingDayAfter(local.date(), 2), morning ? 15 : 9);
    case CallOutcome::Busy: {
        const QDateTime later = local.addSecs(2 * 3600);
        const bool worksThen = later.date() == local.date() && local.date().dayOfWeek() <= 5 && later.time().hour() < 18;
        return worksThen ? PlannedTime{later, false} : at(workingDayAfter(local.date(), 1), 9);
    }
    case CallOutcome::Connected: return at(workingDayAfter(local.date().addDays(6), 1), 9);
    default: return std::nullopt;
    }
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
