// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/calendarreader.h"

#include "core/domain/enums.h"
#include "core/domain/recurrence.h"
#include "core/exchange/calendarcomponent.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <libical/ical.h>

#include <array>
#include <memory>

namespace kindling {

namespace {

constexpr qsizetype longestToDo = 4 << 20;

constexpr std::array<const char *, 12> toDoHeaders{"To-do",    "Due",     "Time zone",     "Description",  "Status",   "Repeat",
                                                   "Category", "Contact", "Contact email", "Follow-up id", "Priority", "Lead id"};

QByteArray textOf(const char *text)
{
    return text ? QByteArray(text) : QByteArray();
}

/// An Olson name for "W. Europe Standard Time" too, as Outlook writes zones.
QByteArray zoneNamed(const QByteArray &id)
{
    // "/freeassociation.sourceforge.net/Europe/Berlin": some programs put their own name in front.
    if (QTimeZone(id).isValid())
        return id;
    const QList<QByteArray> parts = id.split('/');
    for (qsizetype from = 1; from < parts.size(); ++from) {
        const QByteArray bare = parts.mid(from).join('/');
        if (QTimeZone(bare).isValid())
            return bare;
    }
    return QTimeZone::windowsIdToDefaultIanaId(id);
}

QByteArray timeText(icaltimetype time)
{
    const QDate date(time.year, time.month, time.day);
    if (!date.isValid())
        return {};
    if (time.is_date)
        return date.toString(Qt::ISODate).toUtf8();
    const QDateTime moment(date, QTime(time.hour, time.minute, time.second), Qt::UTC);
    const QByteArray text = moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toUtf8();
    return icaltime_is_utc(time) ? text + 'Z' : text;
}

/// The weekday and, by month, which of them: "BYDAY=1MO".
void takeDays(const icalrecurrencetype &rule, Recurrence &recurrence, bool &known)
{
    const auto day = [&rule](size_t i) { return rule.by_day[i]; };
    if (day(0) == ICAL_RECURRENCE_ARRAY_MAX)
        return;
    if (day(1) == ICAL_RECURRENCE_ARRAY_MAX) {
        recurrence.weekday = (int(icalrecurrencetype_day_day_of_week(day(0))) + 5) % 7 + 1; // Sunday is 1 there
        recurrence.ordinal = icalrecurrencetype_day_position(day(0));
        if (recurrence.kind == Recurrence::Kind::Months)
            recurrence.kind = Recurrence::Kind::MonthWeekday;
        known = recurrence.kind == Recurrence::Kind::Weeks
            || (recurrence.kind == Recurrence::Kind::MonthWeekday && recurrence.ordinal >= -1 && recurrence.ordinal <= 4
                && recurrence.ordinal != 0);
        return;
    }
    for (size_t i = 0; i < 5; ++i)
        known = known && int(day(i)) == int(i) + 2; // Monday to Friday
    known = known && recurrence.kind == Recurrence::Kind::Weeks && recurrence.interval == 1 && day(5) == ICAL_RECURRENCE_ARRAY_MAX;
    recurrence.kind = Recurrence::Kind::WorkingDays;
}

QByteArray propertyText(icalcomponent *todo, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(todo, kind);
    char *text = property ? icalproperty_get_value_as_string_r(property) : nullptr;
    const QByteArray bytes = textOf(text);
    if (text)
        icalmemory_free_buffer(text);
    return bytes;
}

/// When a to-do is to be done, else when it begins, else when it was done.
icalproperty *whenProperty(icalcomponent *todo)
{
    for (const icalproperty_kind kind : {ICAL_DUE_PROPERTY, ICAL_DTSTART_PROPERTY, ICAL_COMPLETED_PROPERTY}) {
        if (icalproperty *property = icalcomponent_get_first_property(todo, kind))
            return property;
    }
    return nullptr;
}

/// What was done is completed, also where no status says so.
QByteArray statusOf(icalcomponent *todo)
{
    const QByteArray status = propertyText(todo, ICAL_STATUS_PROPERTY);
    const bool done = status.isEmpty() && icalcomponent_get_first_property(todo, ICAL_COMPLETED_PROPERTY);
    return done ? QByteArray("COMPLETED") : status;
}

/// "every 2 weeks"; empty for a rule that words of ours cannot say.
QByteArray wordsOfRule(const icalrecurrencetype &rule)
{
    Recurrence recurrence;
    switch (rule.freq) {
    case ICAL_DAILY_RECURRENCE: recurrence.kind = Recurrence::Kind::Days; break;
    case ICAL_WEEKLY_RECURRENCE: recurrence.kind = Recurrence::Kind::Weeks; break;
    case ICAL_MONTHLY_RECURRENCE: recurrence.kind = Recurrence::Kind::Months; break;
    case ICAL_YEARLY_RECURRENCE: recurrence.kind = Recurrence::Kind::Years; break;
    default: return {};
    }
    recurrence.interval = rule.interval;
    bool known = rule.interval > 0;
    takeDays(rule, recurrence, known);
    if (const int day = rule.by_month_day[0]; recurrence.kind == Recurrence::Kind::Months && day != ICAL_RECURRENCE_ARRAY_MAX) {
        recurrence.day = day == -1 ? 31 : day;
        known = known && recurrence.day > 0 && rule.by_month_day[1] == ICAL_RECURRENCE_ARRAY_MAX;
    }
    if (!icaltime_is_null_time(rule.until))
        recurrence.until = QDate(rule.until.year, rule.until.month, rule.until.day);
    return known ? recurrenceText(recurrence).toUtf8() : QByteArray();
}

/// The rule in words, or as it stands.
QByteArray repeatText(icalcomponent *todo)
{
    icalproperty *property = icalcomponent_get_first_property(todo, ICAL_RRULE_PROPERTY);
    const QByteArray words = property ? wordsOfRule(icalproperty_get_rrule(property)) : QByteArray();
    return words.isEmpty() ? propertyText(todo, ICAL_RRULE_PROPERTY) : words;
}

/// The addresses of attendees and organiser, and those in the texts.
QByteArray emailsOf(icalcomponent *todo, const QString &texts)
{
    QStringList emails;
    for (const icalproperty_kind kind : {ICAL_ATTENDEE_PROPERTY, ICAL_ORGANIZER_PROPERTY}) {
        for (icalproperty *p = icalcomponent_get_first_property(todo, kind); p; p = icalcomponent_get_next_property(todo, kind)) {
            QString address =
                QString::fromUtf8(kind == ICAL_ATTENDEE_PROPERTY ? icalproperty_get_attendee(p) : icalproperty_get_organizer(p));
            emails += address.remove(QStringLiteral("mailto:"), Qt::CaseInsensitive);
        }
    }
    static const QRegularExpression address(QStringLiteral("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    for (auto match = address.globalMatch(texts); match.hasNext();)
        emails += match.next().captured();
    emails.removeDuplicates();
    return emails.join(QStringLiteral("; ")).toUtf8();
}

/// The id in the UID of a follow-up that Kindling wrote; empty for another program's.
QByteArray ownId(const char *uid)
{
    static const QRegularExpression own(QStringLiteral("^followup-(\\d+)@kindling$"));
    return own.match(QString::fromUtf8(uid)).captured(1).toUtf8();
}

/// The id of the lead in a file that Kindling wrote.
QByteArray leadOf(icalcomponent *todo)
{
    for (icalproperty *p = icalcomponent_get_first_property(todo, ICAL_X_PROPERTY); p;
         p = icalcomponent_get_next_property(todo, ICAL_X_PROPERTY)) {
        if (qstricmp(icalproperty_get_x_name(p), leadProperty) != 0)
            continue;
        char *text = icalproperty_get_value_as_string_r(p);
        const QByteArray bytes = textOf(text);
        icalmemory_free_buffer(text);
        return bytes.trimmed();
    }
    return {};
}

/// "high" for 1 to 4, "low" for 6 to 9 (RFC 5545, 3.8.1.9); empty for 5 and where none is said.
QByteArray priorityOf(icalcomponent *todo)
{
    icalproperty *property = icalcomponent_get_first_property(todo, ICAL_PRIORITY_PROPERTY);
    const int priority = property ? icalproperty_get_priority(property) : 0;
    if (priority < 1 || priority > 9 || priority == 5)
        return {};
    return keyOf(priority < 5 ? FollowUpPriority::High : FollowUpPriority::Low).toUtf8();
}

} // namespace

CalendarReader::CalendarReader(TextSource &source)
    : m_source(source)
    , m_lines(source)
{
}

bool CalendarReader::next()
{
    m_cells.clear();
    m_fault = RecordFault::None;
    if (!m_begun) {
        m_begun = true;
        m_texts.assign(toDoHeaders.begin(), toDoHeaders.end());
    } else if (!readToDo()) {
        return false;
    }
    for (const QByteArray &text : m_texts)
        m_cells.push_back(text);
    return true;
}

bool CalendarReader::readToDo()
{
    const auto isLine = [this](const char *text) { return m_lines.text().trimmed().compare(text, Qt::CaseInsensitive) == 0; };
    while (!std::exchange(m_atBegin, false)) {
        if (!m_lines.next())
            return false;
        m_atBegin = isLine("BEGIN:VTODO");
        m_events += isLine("BEGIN:VEVENT");
    }
    m_recordLine = m_lines.line();
    QByteArray todo = "BEGIN:VTODO\r\n";
    int inner = 0; // alarms
    while (m_lines.next()) {
        if (isLine("END:VTODO")) {
            publish(todo + "END:VTODO\r\n");
            return true;
        }
        // Only alarms stand within a to-do: with anything else it is over, though nothing says so.
        m_atBegin = isLine("BEGIN:VTODO");
        const bool event = isLine("BEGIN:VEVENT");
        m_events += event;
        if (m_atBegin || event || isLine("BEGIN:VJOURNAL") || isLine("END:VCALENDAR"))
            break;
        const QByteArray head = m_lines.text().left(6).toUpper();
        inner += head == "BEGIN:" ? 1 : head.startsWith("END:") ? -1 : 0;
        if (m_lines.tooLong() || todo.size() > longestToDo)
            m_fault = RecordFault::TooLong;
        else if (inner == 0 && !head.startsWith("END:"))
            todo += m_lines.text() + "\r\n";
    }
    m_fault = RecordFault::BrokenOff;
    publish(todo);
    return true;
}

void CalendarReader::publish(const QByteArray &todo)
{
    m_texts.clear();
    if (m_fault != RecordFault::None) {
        m_texts.push_back(todo.left(200));
        return;
    }
    const ComponentPtr component(icalcomponent_new_from_string(todo.constData()));
    if (!component) {
        m_fault = RecordFault::BrokenOff;
        m_texts.push_back(todo.left(200));
        return;
    }
    QByteArray when;
    QByteArray zone;
    if (icalproperty *property = whenProperty(component.get())) {
        when = timeText(icalvalue_get_datetimedate(icalproperty_get_value(property)));
        zone = zoneNamed(textOf(icalproperty_get_parameter_as_string(property, "TZID")));
    }
    const QByteArray summary = textOf(icalcomponent_get_summary(component.get()));
    const QByteArray description = textOf(icalcomponent_get_description(component.get()));
    icalproperty *contact = icalcomponent_get_first_property(component.get(), ICAL_CONTACT_PROPERTY);
    const QString named = QString::fromUtf8(contact ? icalproperty_get_contact(contact) : "");
    const QString texts = QString::fromUtf8(summary) + u'\n' + QString::fromUtf8(description) + u'\n' + named;
    m_texts = {summary,
               when,
               zone,
               description,
               statusOf(component.get()),
               repeatText(component.get()),
               propertyText(component.get(), ICAL_CATEGORIES_PROPERTY),
               named.section(u';', 0, 0).trimmed().toUtf8(),
               emailsOf(component.get(), texts),
               ownId(icalcomponent_get_uid(component.get())),
               priorityOf(component.get()),
               leadOf(component.get())};
}

} // namespace kindling
