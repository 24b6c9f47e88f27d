// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/followupcommands.h"

#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/rules/occurrence.h"
#include "core/store/activityrepository.h"
#include "core/store/leadrepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

QDateTime wallTimeOf(const FollowUp &followUp, const QTimeZone &zone)
{
    const QDate date = QDate::fromString(followUp.localTime.left(10), Qt::ISODate);
    const QTime time = QTime::fromString(followUp.localTime.mid(11), Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return QDateTime::fromMSecsSinceEpoch(followUp.due, zone);
    return wallTime(date, time, zone);
}

/// The same follow-up on another day, at its time of day.
FollowUp onDay(const FollowUp &followUp, const QDate &day, const QTimeZone &zone)
{
    // Read from the text: a time that the clocks skip on its day is meant on the others.
    QTime time = QTime::fromString(followUp.localTime.mid(11), Qt::ISODate);
    if (!time.isValid())
        time = wallTimeOf(followUp, zone).time();
    FollowUp moved = followUp;
    moved.localTime = day.toString(Qt::ISODate) + u'T' + time.toString(Qt::ISODate);
    moved.zone = QString::fromUtf8(zone.id());
    return moved;
}

Result<void> planNext(Writing &writing, const FollowUp &done, const Recurrence &rule, const QTimeZone &zone)
{
    KINDLING_GET(lead, LeadRepository(writing.connection).lead(done.lead));
    const RecurrenceBase base{wallTimeOf(done, zone), dayOf(writing.now, zone),
                              lead.lastActivity ? dayOf(*lead.lastActivity, zone) : QDate()};
    const std::optional<QDate> day = nextOccurrence(rule, base, writing.vocabulary.work);
    if (!day)
        return {};
    FollowUp next = onDay(done, *day, zone);
    next.state = FollowUpState::Open;
    next.snoozedUntil.reset();
    next.doneAt.reset();
    return writeFollowUp(writing, next);
}

} // namespace

Result<UtcMs> momentOf(const QString &localTime, const QString &zone)
{
    const std::optional<QTimeZone> place = knownZone(zone);
    if (!place)
        return Error{ErrorCode::InvalidValue, zone, QCoreApplication::translate("kindling", "the name of a time zone")};
    // A wall time that the system's own zone skips would be invalid as QDateTime: the parts are read, not the whole.
    const QDate date = QDate::fromString(localTime.left(10), Qt::ISODate);
    const QTime time = QTime::fromString(localTime.mid(11), Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return Error{ErrorCode::InvalidValue, localTime, QCoreApplication::translate("kindling", "a time")};
    return wallTime(date, time, *place).toMSecsSinceEpoch();
}

Result<QJsonObject> dueRecord(const FollowUp &planned)
{
    KINDLING_GET(due, momentOf(planned.localTime, planned.zone));
    return QJsonObject{{QStringLiteral("due"), due},
                       {QStringLiteral("whole_day"), planned.wholeDay ? 1 : 0},
                       {QStringLiteral("local_time"), planned.localTime},
                       {QStringLiteral("zone"), planned.zone}};
}

Result<void> writeFollowUp(Writing &writing, const FollowUp &followUp)
{
    FollowUp planned = followUp;
    planned.id = nextId<FollowUpId>();
    KINDLING_GET(due, momentOf(planned.localTime, planned.zone));
    planned.due = due;
    if (!planned.repeat.isEmpty()) {
        KINDLING_GET(rule, parseRecurrence(planned.repeat));
        planned.repeat = recurrenceText(anchored(rule, QDate::fromString(planned.localTime.left(10), Qt::ISODate)));
    }
    if (planned.who.isEmpty())
        planned.who = writing.vocabulary.me;
    WordRepository words(writing.connection, &writing.journal);
    KINDLING_GET(record, followUpRecord(planned, words, writing.journal.id()));
    return writing.journal.create(Entity::FollowUp, planned.id.value(), record);
}

Result<void> completeFollowUp(Writing &writing, const FollowUp &followUp, const QTimeZone &zone)
{
    if (followUp.state == FollowUpState::Done)
        return {};
    KINDLING_TRY(writing.journal.update(Entity::FollowUp, followUp.id.value(),
                                        {{QStringLiteral("state"), keyOf(FollowUpState::Done)}, {QStringLiteral("done_at"), writing.now}}));
    const Result<Recurrence> rule = parseRecurrence(followUp.repeat);
    // A series that was cancelled stays so; a rhythm that another program wrote and this one cannot read ends here.
    if (followUp.state != FollowUpState::Open || followUp.repeat.isEmpty() || !rule)
        return {};
    return planNext(writing, followUp, *rule, knownZone(followUp.zone).value_or(zone));
}

Result<void> moveAfterTouch(Writing &writing, LeadId lead, UtcMs touched, const QTimeZone &zone)
{
    KINDLING_GET(followUps, ActivityRepository(writing.connection).followUps(lead));
    for (const FollowUp &followUp : followUps) {
        const Result<Recurrence> rule = parseRecurrence(followUp.repeat);
        if (followUp.state != FollowUpState::Open || !rule || rule->kind != Recurrence::Kind::AfterTouch)
            continue;
        const QTimeZone place = knownZone(followUp.zone).value_or(zone);
        const QDate day = dayOf(touched, place).addDays(rule->interval);
        if (day <= wallTimeOf(followUp, place).date())
            continue;
        KINDLING_GET(record, dueRecord(onDay(followUp, day, place)));
        record.insert(QStringLiteral("snoozed_until"), QJsonValue());
        KINDLING_TRY(writing.journal.update(Entity::FollowUp, followUp.id.value(), record));
    }
    return {};
}

} // namespace kindling
