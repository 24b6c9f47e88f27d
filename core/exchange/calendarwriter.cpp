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

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

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

/// Whose it is, for Kindling itself: a name may be that of several.
void addLead(icalcomponent *component, LeadId lead)
{
    icalproperty *property = icalproperty_new_x(lead.toString().toUtf8().constData());
    icalproperty_set_x_name(property, leadProperty);
    add(component, property);
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

/// A change of a zone that comes every year: "BYDAY=-1SU" of a month, at the same time of the wall.
struct ZoneRule
{
    QDateTime first; ///< in UTC, as the others
    QDateTime last;
    int from = 0; ///< offsets in seconds
    int to = 0;
    bool summer = false;
    QString name;
    int week = 0; ///< 1 to 4: which of these weekdays of the month; 0: it cannot be one of them
    bool atEnd = false; ///< it can be the last one of the month

    QDateTime local(const QDateTime &utc) const { return utc.addSecs(from); }

    /// Takes the change that comes next in time when it is this one a year later.
    bool takes(const ZoneRule &next)
    {
        const QDateTime before = local(last);
        const QDateTime after = next.local(next.last);
        const bool same = from == next.from && to == next.to && summer == next.summer && name == next.name
            && after.date().year() == before.date().year() + 1 && after.date().month() == before.date().month()
            && after.date().dayOfWeek() == before.date().dayOfWeek() && after.time() == before.time();
        const bool sameWeek = week != 0 && week == next.week;
        if (!same || !(sameWeek || (atEnd && next.atEnd)))
            return false;
        week = sameWeek ? week : 0;
        atEnd = atEnd && next.atEnd;
        last = next.last;
        return true;
    }
};

ZoneRule ruleOf(const QTimeZone::OffsetData &change, int from)
{
    ZoneRule rule{change.atUtc, change.atUtc, from, change.offsetFromUtc, change.daylightTimeOffset != 0, change.abbreviation};
    const QDate day = rule.local(change.atUtc).date();
    rule.week = day.day() <= 28 ? (day.day() - 1) / 7 + 1 : 0;
    rule.atEnd = day.day() + 7 > day.daysInMonth();
    return rule;
}

QByteArray blockOf(const ZoneRule &rule, bool goesOn)
{
    static const QByteArrayList days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const QDateTime begin = rule.local(rule.first);
    const QByteArray kind = rule.summer ? "DAYLIGHT" : "STANDARD";
    QByteArray text = "BEGIN:" + kind + "\r\nDTSTART:" + begin.toString(QStringLiteral("yyyyMMddTHHmmss")).toUtf8() + "\r\n";
    if (rule.last > rule.first) {
        text += "RRULE:FREQ=YEARLY;BYMONTH=" + QByteArray::number(begin.date().month())
            + ";BYDAY=" + QByteArray::number(rule.atEnd ? -1 : rule.week) + days[begin.date().dayOfWeek() - 1];
        text += goesOn ? QByteArray() : ";UNTIL=" + rule.last.toString(QStringLiteral("yyyyMMddTHHmmss")).toUtf8() + 'Z';
        text += "\r\n";
    }
    return text + "TZOFFSETFROM:" + offsetText(rule.from) + "\r\nTZOFFSETTO:" + offsetText(rule.to) + "\r\nTZNAME:" + rule.name.toUtf8()
        + "\r\nEND:" + kind + "\r\n";
}

/// What a zone did and will do from 2000 on: changes that come every year as a rule, the others one by one. libical's own rules go back to
/// 1893 and are refused by calendars that are strict about them.
QByteArray zoneText(const QTimeZone &zone)
{
    constexpr int horizon = 2037; // what goes on until then goes on
    const QDateTime from(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
    int offset = zone.offsetFromUtc(from);
    ZoneRule before{from.addSecs(-offset), from.addSecs(-offset), offset, offset, false, zone.abbreviation(from)};
    std::vector<ZoneRule> rules{before};
    for (const QTimeZone::OffsetData &change : zone.transitions(from, QDateTime(QDate(horizon, 12, 31), QTime(0, 0), Qt::UTC))) {
        const ZoneRule next = ruleOf(change, offset);
        offset = change.offsetFromUtc;
        if (std::none_of(rules.begin() + 1, rules.end(), [&next](ZoneRule &rule) { return rule.takes(next); }))
            rules.push_back(next);
    }
    QByteArray text = "BEGIN:VTIMEZONE\r\nTZID:" + zone.id() + "\r\n";
    for (const ZoneRule &rule : rules)
        text += blockOf(rule, rule.last.date().year() >= horizon);
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
    if (followUp.priority != FollowUpPriority::Normal)
        add(todo.get(), icalproperty_new_priority(followUp.priority == FollowUpPriority::High ? 1 : 9));
    add(todo.get(), icalproperty_new_categories(keyOf(followUp.kind).toUtf8().constData()));
    QStringList contact{lead.displayName()};
    if (!lead.emails.empty() && lead.emails.front().address.asTyped() != contact.front())
        contact += lead.emails.front().address.asTyped();
    if (!lead.phones.empty() && lead.phones.front().number.asTyped() != contact.front())
        contact += lead.phones.front().number.asTyped();
    add(todo.get(), icalproperty_new_contact(contact.join(QStringLiteral("; ")).toUtf8().constData()));
    if (!lead.id.isNull())
        addLead(todo.get(), lead.id);
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
