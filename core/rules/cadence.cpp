// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/cadence.h"

#include "core/base/walltime.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

bool fits(ActivityKind activity, FollowUpKind planned)
{
    switch (activity) {
    case ActivityKind::Call: return planned == FollowUpKind::Call;
    case ActivityKind::Email:
    case ActivityKind::Message: return planned == FollowUpKind::Email;
    case ActivityKind::Meeting: return planned == FollowUpKind::Meeting;
    default: return false;
    }
}

QString touchesInWords(const Touches &touches, UtcMs now)
{
    if (!touches.last || touches.count == 0)
        return QCoreApplication::translate("kindling", "no touch yet");
    const auto days = int(std::max<qint64>(0, now - *touches.last) / dayMs);
    const QString last = days == 0 ? QCoreApplication::translate("kindling", "last touch today")
                                   : QCoreApplication::translate("kindling", "last touch %1 ago")
                                         .arg(QCoreApplication::translate("kindling", "%n day(s)", nullptr, days));
    return last + QStringLiteral(", ") + QCoreApplication::translate("kindling", "%1 so far").arg(touches.count);
}

} // namespace

QString cadenceInWords(const Cadence &cadence)
{
    const auto temperature = fromKey<Temperature>(cadence.of);
    const QString name = cadence.segment || !temperature ? cadence.of : labelOf(*temperature).toLower();
    return QCoreApplication::translate("kindling", "%1: every %2 days, at most %3")
        .arg(name)
        .arg(cadence.everyDays)
        .arg(cadence.atMostDays);
}

CadenceProposal proposeTouch(const Cadence &cadence, const Touches &touches, const WorkRules &work, UtcMs now, const QTimeZone &zone)
{
    const QDate today = dayOf(now, zone);
    const QDate last = touches.last ? dayOf(*touches.last, zone) : today;
    const QDate earliest = std::max(last.addDays(cadence.everyDays), today.addDays(1));
    QDate day = work.isWorkingDay(earliest) ? earliest : work.workingDayAfter(earliest, 1);
    const QDate latest = std::max(last.addDays(cadence.atMostDays), today.addDays(1));
    while (day > latest && day > today.addDays(1)) // no working day in between: the one before is early rather than late
        day = day.addDays(-1);
    const QTime time = work.dayStarts;
    return {{wallTime(day, time, zone), false, wallCase(day, time, zone)},
            cadenceInWords(cadence) + QStringLiteral("; ") + touchesInWords(touches, now)};
}

std::optional<FollowUp> fulfilledBy(ActivityKind kind, const std::vector<FollowUp> &followUps, UtcMs now)
{
    std::optional<FollowUp> found;
    for (const FollowUp &followUp : followUps) {
        const bool could = followUp.state == FollowUpState::Open && fits(kind, followUp.kind) && followUp.remindAt() < now + 2 * dayMs;
        if (could && (!found || followUp.remindAt() < found->remindAt()))
            found = followUp;
    }
    return found;
}

} // namespace kindling
