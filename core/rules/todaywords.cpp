// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/todaywords.h"

#include "core/rules/when.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

struct GroupWords
{
    const char *key;
    const char *name;
};

constexpr std::array<GroupWords, todayGroups> groups{{{"overdue", QT_TRANSLATE_NOOP("kindling", "Overdue")},
                                                      {"due", QT_TRANSLATE_NOOP("kindling", "Due today")},
                                                      {"new", QT_TRANSLATE_NOOP("kindling", "New, not contacted yet")},
                                                      {"goingCold", QT_TRANSLATE_NOOP("kindling", "Going cold")},
                                                      {"noNextStep", QT_TRANSLATE_NOOP("kindling", "No next step")},
                                                      {"coming", QT_TRANSLATE_NOOP("kindling", "Next seven days")}}};

QString translated(const char *text)
{
    return QCoreApplication::translate("kindling", text);
}

QString daysText(qint64 days)
{
    return QCoreApplication::translate("kindling", "%n day(s)", nullptr, int(std::max<qint64>(0, days)));
}

/// "14 min", "3 h", "5 days": long times in days.
QString longTime(qint64 ms)
{
    return ms < dayMs ? ageInWords(ms) : daysText(ms / dayMs);
}

QString task(const FollowUp &followUp)
{
    const QString note = followUp.note.simplified();
    return note.isEmpty() ? labelOf(followUp.kind) : labelOf(followUp.kind) + QStringLiteral(": ") + note;
}

QString planned(TodayGroup group, const FollowUp &followUp, const TodayMoment &moment)
{
    const bool wholeDay = followUp.wholeDay && !followUp.snoozedUntil;
    QString text = task(followUp);
    if (group == TodayGroup::Overdue)
        text += QStringLiteral(", ") + translated("%1 late").arg(longTime(moment.now - followUp.remindAt()));
    else
        text += QStringLiteral(", ") + whenInWords(followUp.remindAt(), wholeDay, moment.now, moment.zone, moment.locale);
    if (followUp.priority == FollowUpPriority::High)
        text += QStringLiteral(", ") + translated("urgent");
    return text;
}

QString quiet(const Lead &lead, const TodayMoment &moment)
{
    const qint64 days = (moment.now - std::max(lead.lastActivity.value_or(0), lead.created)) / dayMs;
    return translated("%1, %2 quiet, nothing planned").arg(labelOf(lead.temperature).toLower(), daysText(days));
}

} // namespace

QString todayGroupName(TodayGroup group)
{
    return translated(groups[size_t(group)].name);
}

QString todayGroupKey(TodayGroup group)
{
    return QLatin1String(groups[size_t(group)].key);
}

QString todayReason(TodayGroup group, const Lead &lead, const std::optional<FollowUp> &followUp, const TodayMoment &moment)
{
    if (followUp && group != TodayGroup::New && group != TodayGroup::GoingCold && group != TodayGroup::NoNextStep)
        return planned(group, *followUp, moment);
    if (group == TodayGroup::New) {
        const QString age = longTime(moment.now - lead.created);
        return lead.source.isEmpty() ? translated("came in %1 ago").arg(age)
                                     : translated("came in %1 ago through %2").arg(age, lead.source);
    }
    if (lead.lastActivity && moment.now - *lead.lastActivity < dayMs)
        return translated("%1, nothing planned").arg(labelOf(lead.temperature).toLower());
    return quiet(lead, moment);
}

QString todayContact(const Lead &lead, const std::optional<FollowUp> &followUp)
{
    const PhoneEntry *phone = lead.usablePhone();
    const EmailEntry *email = lead.usableEmail();
    const bool writes = followUp && followUp->kind == FollowUpKind::Email;
    if (email && (writes || !phone))
        return email->address.asTyped();
    return phone ? phone->number.asTyped() : QString();
}

QString activityInWords(const Activity &activity)
{
    QStringList parts{labelOf(activity.kind)};
    if (!activity.magnet.isEmpty())
        parts.front() += QStringLiteral(" ") + QCoreApplication::translate("kindling", "“%1”").arg(activity.magnet);
    if (activity.durationSeconds)
        parts += QStringLiteral("%1:%2").arg(*activity.durationSeconds / 60).arg(*activity.durationSeconds % 60, 2, 10, QLatin1Char('0'));
    if (activity.outcome != CallOutcome::None)
        parts += activity.outcomeName.isEmpty() ? labelOf(activity.outcome).toLower() : activity.outcomeName;
    return parts.join(QStringLiteral(", "));
}

QString lastWord(const Activity &activity, const TodayMoment &moment)
{
    const QString what =
        activityInWords(activity) + QStringLiteral(", ") + whenInWords(activity.at, false, moment.now, moment.zone, moment.locale);
    const QString note = activity.note.simplified();
    return note.isEmpty() ? what : what + QStringLiteral(": ") + note;
}

} // namespace kindling
