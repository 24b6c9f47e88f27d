// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/calendarwriter.h"

#include "core/domain/recurrence.h"
#include "core/exchange/calendarcomponent.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <libical/ical.h>

#include <array>
#include <memory>

namespace kindling {

namespace {

QByteArray textOf(icalcomponent *component)
{
    char *text = icalcomponent_as_ical_string_r(component);
    const QByteArray bytes(text);
    icalmemory_free_buffer(text);
    return bytes;
}

void add(icalcomponent *component, icalproperty *property)
{
    icalcomponent_add_property(component, property);
}

icaltimetype utcTime(UtcMs moment)
{
    return icaltime_from_timet_with_zone(static_cast<time_t>(moment / 1000), 0, icaltimezone_get_utc_timezone());
}

QString summaryOf(const FollowUp &followUp, const Lead &lead)
{
    const QString who =
        lead.name.isEmpty() || lead.company.isEmpty() ? lead.displayName() : QStringLiteral("%1 (%2)").arg(lead.name, lead.company);
    return QStringLiteral("%1: %2").arg(labelOf(followUp.kind), who);
}

icalproperty_status statusOf(FollowUpState state)
{
    switch (state) {
    case FollowUpState::Done: return ICAL_STATUS_COMPLETED;
    case FollowUpState::Cancelled: return ICAL_STATUS_CANCELLED;
    case FollowUpState::Open: break;
    }
    return ICAL_STATUS_NEEDSACTION;
}

/// As a rule of the calendar; empty when it is none.
QByteArray ruleOf(const QString &repeat)
{
    const Result<Recurrence> rule = parseRecurrence(repeat);
    return rule ? recurrenceRule(*rule) : QByteArray();
}

QByteArray offsetText(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return (seconds < 0 ? "-" : "+") + QByteArray::number(minutes / 60).rightJustified(2, '0')
        + QByteArray::number(minutes % 60).rightJustified(2, '0');
}

/// What a zone did and will do between 2000 and 2040, change by change. libical's own rules go back to 1893 and are refused by calendars
/// that are strict about them.
QByteArray zoneText(const QTimeZone &zone)
{
    const QDateTime from(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
    int offset = zone.offsetFromUtc(from);
    QByteArray text = "BEGIN:VTIMEZONE\r\nTZID:" + zone.id() + "\r\n";
    const auto change = [&text, &offset](const char *kind, const QDateTime &at, int to, const QString &name) {
        text += QByteArray("BEGIN:") + kind + "\r\nDTSTART:" + at.toString(QStringLiteral("yyyyMMddTHHmmss")).toUtf8() + "\r\nTZOFFSETFROM:"
            + offsetText(offset) + "\r\nTZOFFSETTO:" + offsetText(to) + "\r\nTZNAME:" + name.toUtf8() + "\r\nEND:" + kind + "\r\n";
        offset = to;
    };
    change("STANDARD", from, offset, zone.abbreviation(from));
    for (const QTimeZone::OffsetData &next : zone.transitions(from, QDateTime(QDate(2040, 1, 1), QTime(0, 0), Qt::UTC))) {
        const bool summer = next.daylightTimeOffset != 0;
        change(summer ? "DAYLIGHT" : "STANDARD", next.atUtc.addSecs(offset), next.offsetFromUtc, next.abbreviation);
    }
    return text + "END:VTIMEZONE\r\n";
}

/// When it is to be done: DUE, or DTSTART for an event and for what repeats, since a rule counts from there (RFC 5545, 3.8.5.3).
icalproperty *timed(bool starts, icaltimetype time)
{
    return starts ? icalproperty_new_dtstart(time) : icalproperty_new_due(time);
}

/// Also sets the zone's rules aside in `zones` when they are new.
void addDue(icalcomponent *todo, const FollowUp &followUp, bool starts, QSet<QByteArray> &known, QByteArray &zones)
{
    const QDateTime local = QDateTime::fromString(followUp.localTime, Qt::ISODate);
    if (followUp.wholeDay && local.isValid()) {
        icaltimetype day = icaltime_null_date();
        day.year = local.date().year();
        day.month = local.date().month();
        day.day = local.date().day();
        day.is_date = 1;
        add(todo, timed(starts, day));
        return;
    }
    const QByteArray id = followUp.zone.toUtf8();
    const QTimeZone zone(id);
    if (!local.isValid() || !zone.isValid() || zone == QTimeZone::utc()) {
        add(todo, timed(starts, utcTime(followUp.due)));
        return;
    }
    icaltimetype time = icaltime_null_time();
    time.year = local.date().year();
    time.month = local.date().month();
    time.day = local.date().day();
    time.hour = local.time().hour();
    time.minute = local.time().minute();
    time.second = local.time().second();
    icalproperty *due = timed(starts, time);
    icalproperty_add_parameter(due, icalparameter_new_tzid(id.constData()));
    add(todo, due);
    if (!known.contains(id)) {
        known.insert(id);
        zones += zoneText(zone);
    }
}

} // namespace

QByteArray CalendarWriter::head() const
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kindling//Kindling " KINDLING_VERSION "//EN\r\n";
}

QByteArray CalendarWriter::tail() const
{
    return "END:VCALENDAR\r\n";
}

QByteArray CalendarWriter::toDo(const FollowUp &followUp, const Lead &lead)
{
    const ComponentPtr todo(icalcomponent_new(ICAL_VTODO_COMPONENT));
    QByteArray zones;
    add(todo.get(), icalproperty_new_uid(("followup-" + followUp.id.toString().toUtf8() + "@kindling").constData()));
    add(todo.get(), icalproperty_new_dtstamp(utcTime(m_now)));
    add(todo.get(), icalproperty_new_summary(summaryOf(followUp, lead).toUtf8().constData()));
    if (!followUp.note.isEmpty())
        add(todo.get(), icalproperty_new_description(followUp.note.toUtf8().constData()));
    addDue(todo.get(), followUp, !followUp.repeat.isEmpty(), m_zones, zones);
    add(todo.get(), icalproperty_new_status(statusOf(followUp.state)));
    add(todo.get(), icalproperty_new_categories(keyOf(followUp.kind).toUtf8().constData()));
    QStringList contact{lead.displayName()};
    if (!lead.emails.empty() && lead.emails.front().address.asTyped() != contact.front())
        contact += lead.emails.front().address.asTyped();
    if (!lead.phones.empty() && lead.phones.front().number.asTyped() != contact.front())
        contact += lead.phones.front().number.asTyped();
    add(todo.get(), icalproperty_new_contact(contact.join(QStringLiteral("; ")).toUtf8().constData()));
    if (const QByteArray rule = ruleOf(followUp.repeat); !rule.isEmpty())
        add(todo.get(), icalproperty_new_rrule(icalrecurrencetype_from_string(rule.constData())));
    return zones + textOf(todo.get());
}

QByteArray CalendarWriter::event(const FollowUp &followUp, const Lead &lead, int minutes)
{
    const ComponentPtr event(icalcomponent_new(ICAL_VEVENT_COMPONENT));
    QByteArray zones;
    add(event.get(), icalproperty_new_uid(("meeting-" + followUp.id.toString().toUtf8() + "@kindling").constData()));
    add(event.get(), icalproperty_new_dtstamp(utcTime(m_now)));
    add(event.get(), icalproperty_new_summary(summaryOf(followUp, lead).toUtf8().constData()));
    addDue(event.get(), followUp, true, m_zones, zones);
    if (!followUp.wholeDay)
        add(event.get(), icalproperty_new_duration(icaldurationtype_from_int(minutes * 60)));
    if (!followUp.note.isEmpty())
        add(event.get(), icalproperty_new_description(followUp.note.toUtf8().constData()));
    QStringList place{lead.street, (lead.postalCode + u' ' + lead.city).trimmed(), lead.country};
    place.removeAll(QString());
    if (!place.isEmpty())
        add(event.get(), icalproperty_new_location(place.join(QStringLiteral(", ")).toUtf8().constData()));
    if (const QByteArray rule = ruleOf(followUp.repeat); !rule.isEmpty())
        add(event.get(), icalproperty_new_rrule(icalrecurrencetype_from_string(rule.constData())));
    return zones + textOf(event.get());
}

} // namespace kindling
