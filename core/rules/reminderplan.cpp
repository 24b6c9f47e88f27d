// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reminderplan.h"

#include "core/base/walltime.h"

#include <algorithm>

namespace kindling {

namespace {

/// The promised moment, before quiet hours.
UtcMs promisedMoment(const FollowUp &followUp, const WorkRules &work, const QTimeZone &here)
{
    if (followUp.snoozedUntil)
        return *followUp.snoozedUntil;
    const QDate date = QDate::fromString(followUp.localTime.left(10), Qt::ISODate);
    const QTime time = QTime::fromString(followUp.localTime.mid(11), Qt::ISODate);
    const std::optional<QTimeZone> zone = knownZone(followUp.zone);
    if (!zone || !date.isValid() || !time.isValid()) {
        if (!followUp.wholeDay)
            return followUp.due;
        const QDate day = dayOf(followUp.due, here);
        return wallTime(day, work.dayStarts, here).toMSecsSinceEpoch();
    }
    return wallTime(date, followUp.wholeDay ? work.dayStarts : time, *zone).toMSecsSinceEpoch();
}

bool isQuiet(const QTime &time, const WorkRules &work)
{
    if (!work.keepsQuiet || work.quietFrom == work.quietUntil)
        return false;
    if (work.quietFrom < work.quietUntil)
        return time >= work.quietFrom && time < work.quietUntil;
    return time >= work.quietFrom || time < work.quietUntil; // over midnight
}

} // namespace

UtcMs outOfQuiet(UtcMs moment, const WorkRules &work, const QTimeZone &here)
{
    QDateTime local = QDateTime::fromMSecsSinceEpoch(moment, here);
    if (isQuiet(local.time(), work)) {
        const bool beforeMidnight = local.time() >= work.quietUntil;
        local = wallTime(local.date().addDays(beforeMidnight ? 1 : 0), work.quietUntil, here);
    }
    if (work.restsOnFreeDays && !work.isWorkingDay(local.date())) {
        const QTime starts = isQuiet(work.dayStarts, work) ? work.quietUntil : work.dayStarts;
        local = wallTime(work.workingDayAfter(local.date(), 1), starts, here);
    }
    return std::max(moment, local.toMSecsSinceEpoch());
}

UtcMs reminderMoment(const FollowUp &followUp, const WorkRules &work, const QTimeZone &here)
{
    return outOfQuiet(promisedMoment(followUp, work, here), work, here);
}

} // namespace kindling
