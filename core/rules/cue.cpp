// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/cue.h"

#include "core/base/walltime.h"
#include "core/rules/when.h"

#include <QCoreApplication>

namespace kindling {

namespace {

Cue closedCue(const Lead &lead, const QTimeZone &zone, const QLocale &locale)
{
    const QDate date = dayOf(lead.outcomeSince, zone);
    const QString when =
        QString::number(date.day()) + u' ' + locale.monthName(date.month(), QLocale::ShortFormat) + u' ' + QString::number(date.year());
    return {Cue::Kind::Closed, labelOf(lead.outcome).toLower() + u' ' + when};
}

} // namespace

Cue cueOf(const Lead &lead, const Stage *stage, UtcMs now, const QTimeZone &zone, const QLocale &locale)
{
    if (lead.outcome != Outcome::Open)
        return closedCue(lead, zone, locale);
    if (lead.nextFollowUp) {
        const QDate due = dayOf(*lead.nextFollowUp, zone);
        const QDate today = dayOf(now, zone);
        const Cue::Kind kind = *lead.nextFollowUp < now ? Cue::Kind::Overdue : due == today ? Cue::Kind::DueToday : Cue::Kind::Planned;
        return {kind, whenInWords(*lead.nextFollowUp, false, now, zone, locale)};
    }
    const qint64 quietDays = (now - lead.lastActivity.value_or(lead.created)) / dayMs;
    const QString none = QCoreApplication::translate("kindling", "none planned");
    if (stage && quietDays > stage->quietDays)
        return {Cue::Kind::QuietTooLong,
                none + QStringLiteral(", ") + QCoreApplication::translate("kindling", "%1 days quiet").arg(quietDays)};
    return {Cue::Kind::NonePlanned, none};
}

QString cueReason(const Lead &lead, const Stage *stage, UtcMs now, const QTimeZone &zone, const QLocale &locale)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    const Cue cue = cueOf(lead, stage, now, zone, locale);
    const qint64 days = (now - lead.lastActivity.value_or(lead.created)) / dayMs;
    const QString quiet = QCoreApplication::translate("kindling", "%n day(s) quiet", nullptr, int(days));
    const QString allowed =
        stage ? QCoreApplication::translate("kindling", "%1 allows %n day(s)", nullptr, stage->quietDays).arg(stage->name) : QString();
    switch (cue.kind) {
    case Cue::Kind::Closed: return cue.text;
    case Cue::Kind::Overdue: return say("The next step is late: it was for %1. %2.").arg(cue.text, quiet);
    case Cue::Kind::DueToday:
    case Cue::Kind::Planned: return say("The next step is planned: %1. %2.").arg(cue.text, quiet);
    case Cue::Kind::QuietTooLong: return say("%1, %2, nothing planned; %3.").arg(labelOf(lead.temperature), quiet, allowed);
    case Cue::Kind::NonePlanned: break;
    }
    return allowed.isEmpty() ? say("%1, nothing planned.").arg(quiet) : say("%1, nothing planned; %2.").arg(quiet, allowed);
}

} // namespace kindling
