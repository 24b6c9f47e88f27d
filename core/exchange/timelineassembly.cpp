// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/timelineassembly.h"

#include "core/base/textfold.h"
#include "core/domain/recurrence.h"
#include "core/exchange/cellreading.h"
#include "core/exchange/celltext.h"
#include "core/exchange/dealline.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace kindling {

namespace {

bool isYes(const QString &text)
{
    static const QStringList words{QStringLiteral("1"),         QStringLiteral("yes"), QStringLiteral("true"),    QStringLiteral("done"),
                                   QStringLiteral("completed"), QStringLiteral("ja"),  QStringLiteral("erledigt")};
    return words.contains(text, Qt::CaseInsensitive);
}

/// The kind that another program's word for it means: "Call", "E-mail", "Lunch"; nothing for a word of its own.
std::optional<ActivityKind> activityKind(const QString &text)
{
    if (const auto kind = fromKey<ActivityKind>(text))
        return kind;
    const QString word = wordKey(text);
    const auto among = [&word](std::initializer_list<QStringView> words) {
        return std::any_of(words.begin(), words.end(), [&](QStringView w) { return word.contains(w); });
    };
    if (among({u"call", u"phone", u"anruf", u"telefon", u"appel", u"llamada"}))
        return ActivityKind::Call;
    if (among({u"mail"}))
        return ActivityKind::Email;
    if (among({u"meeting", u"lunch", u"visit", u"termin", u"besuch", u"reunion", u"event"}))
        return ActivityKind::Meeting;
    if (among({u"message", u"chat", u"sms", u"whatsapp"}))
        return ActivityKind::Message;
    return std::nullopt;
}

FollowUpKind followUpKind(const QString &text)
{
    if (const auto kind = fromKey<FollowUpKind>(text))
        return *kind;
    switch (activityKind(text).value_or(ActivityKind::Note)) {
    case ActivityKind::Call: return FollowUpKind::Call;
    case ActivityKind::Email: return FollowUpKind::Email;
    case ActivityKind::Meeting: return FollowUpKind::Meeting;
    default: return FollowUpKind::Task;
    }
}

/// "00:30", "0:30:00" or a number of seconds.
std::optional<int> secondsOf(const QString &text)
{
    bool plain = false;
    const int seconds = text.toInt(&plain);
    if (plain)
        return seconds >= 0 ? std::optional(seconds) : std::nullopt;
    const QStringList parts = text.split(u':');
    if (parts.size() < 2 || parts.size() > 3)
        return std::nullopt;
    return parts[0].toInt() * 3600 + parts[1].toInt() * 60 + parts.value(2).toInt();
}

/// Who "Call: Marta Oliveira (Padaria Estrela)" or "Email Marta Oliveira" is about; the text itself when it names no doing.
QString personIn(const QString &summary)
{
    static const QRegularExpression doing(
        QStringLiteral("^(?:call|phone|ring|e-?mail|write to|write|meet(?:ing)?(?: with)?|task|visit|follow up with|anruf(?:en)?|anrufen "
                       "bei|termin mit)\\b[:,]?\\s+"),
        QRegularExpression::CaseInsensitiveOption);
    QString name = summary;
    name.remove(doing);
    return name.section(QStringLiteral(" ("), 0, 0).section(QStringLiteral(" re "), 0, 0).trimmed();
}

void addNote(QString &note, const QString &line)
{
    if (!line.isEmpty() && !note.contains(line))
        note += note.isEmpty() ? line : u'\n' + line;
}

} // namespace

struct TimelineAssembly::Row
{
    TimelineDraft draft;
    QString subject;
    QString note;
    QString kind;
    QString zone;
    QString state;
    std::optional<DateReading> day;
    bool dayHasTime = false;
    std::optional<QTime> time;
    bool planned = false; ///< by a column that says when it is due, and not when it was
    bool happened = false;
    bool wholeDay = false;
    std::optional<UtcMs> snoozedUntil;
    qint64 ownId = 0;
    Activity activity;
    QString repeat;
    FollowUpPriority priority = FollowUpPriority::Normal;
    std::optional<UtcMs> doneAt;
};

TimelineDraft TimelineAssembly::read(const RecordReader &record) const
{
    Row row;
    row.draft.line = record.line();
    const size_t count = std::min(record.cells().size(), m_mapping.columns.size());
    for (size_t i = 0; i < count; ++i) {
        const QString text = cellText(record, i, m_mapping);
        if (!text.isEmpty() && m_mapping.columns[i].target.kind != ImportTarget::Kind::Ignore)
            take(row, m_mapping.columns[i], text);
    }
    settle(row);
    return std::move(row.draft);
}

bool TimelineAssembly::takeDay(Row &row, const ImportColumn &column, const QString &text) const
{
    row.day = readDate(text, m_mapping.orderOf(column));
    row.dayHasTime = text.contains(u':');
    return row.day.has_value();
}

void TimelineAssembly::takeContact(Row &row, TimelineField field, const QString &text) const
{
    Lead &lead = row.draft.lead;
    QString several = text;
    several.replace(u',', u';');
    for (const QString &part : several.split(u';', Qt::SkipEmptyParts)) {
        if (field == TimelineField::Email) {
            if (const Result<EmailAddress> address = EmailAddress::parse(part.trimmed()))
                lead.emails.push_back({*address, {}, ContactState::Usable});
        } else if (const Result<PhoneNumber> number = PhoneNumber::parse(part.trimmed(), m_context.vocabulary.country)) {
            lead.phones.push_back({*number, {}, ContactState::Usable});
        }
    }
}

void TimelineAssembly::take(Row &row, const ImportColumn &column, const QString &text) const
{
    const auto unread = [&] {
        row.draft.problems +=
            QCoreApplication::translate("kindling", "%1: “%2” could not be read and went to the notes").arg(column.header, text);
        addNote(row.note, column.header + QStringLiteral(": ") + text);
    };
    if (column.target.kind == ImportTarget::Kind::OwnId) {
        row.ownId = ActivityId::fromString(text).value_or(ActivityId()).value();
        return;
    }
    if (column.target.kind != ImportTarget::Kind::Timeline) {
        addNote(row.note, column.header + QStringLiteral(": ") + text);
        return;
    }
    switch (column.target.timelineField) {
    case TimelineField::Lead: row.draft.lead.id = LeadId::fromString(text).value_or(LeadId()); return;
    case TimelineField::Subject: row.subject = text; return;
    case TimelineField::Note: addNote(row.note, writesNotesAsHtml(m_mapping) ? plainNote(text) : text); return;
    case TimelineField::Kind: row.kind = text; return;
    case TimelineField::At:
    case TimelineField::Due:
        row.planned = column.target.timelineField == TimelineField::Due;
        if (!takeDay(row, column, text))
            unread();
        return;
    case TimelineField::Time: {
        const QTime time = QTime::fromString(text.section(u':', 0, 1), QStringLiteral("H:mm"));
        if (time.isValid())
            row.time = time;
        else
            unread();
        return;
    }
    case TimelineField::Zone: row.zone = text; return;
    case TimelineField::WholeDay: row.wholeDay = isYes(text); return;
    case TimelineField::Happened: row.happened = isYes(text); return;
    case TimelineField::State: row.state = text; return;
    case TimelineField::Snoozed:
        if (const auto reading = readDate(text, m_mapping.orderOf(column)))
            row.snoozedUntil = reading->moment(m_context.zone);
        return;
    case TimelineField::Repeat:
        if (parseRecurrence(text))
            row.repeat = text;
        else
            unread();
        return;
    case TimelineField::Priority: row.priority = fromKey<FollowUpPriority>(text.toLower()).value_or(FollowUpPriority::Normal); return;
    case TimelineField::DoneAt:
        if (const auto reading = readDate(text, m_mapping.orderOf(column)))
            row.doneAt = reading->moment(m_context.zone);
        return;
    case TimelineField::Direction: row.activity.direction = fromKey<Direction>(text).value_or(Direction::None); return;
    case TimelineField::Outcome: row.activity.outcome = fromKey<CallOutcome>(text).value_or(CallOutcome::None); return;
    case TimelineField::OutcomeName: row.activity.outcomeName = text; return;
    case TimelineField::Duration: row.activity.durationSeconds = secondsOf(text); return;
    case TimelineField::Who: row.activity.who = text; return;
    case TimelineField::Campaign: row.activity.campaign = text; return;
    case TimelineField::Magnet: row.activity.magnet = text; return;
    case TimelineField::PersonId: row.draft.persons += personIds(text); return;
    case TimelineField::Person: row.draft.lead.name = text; return;
    case TimelineField::Company: row.draft.lead.company = text; return;
    case TimelineField::Email:
    case TimelineField::Phone: takeContact(row, column.target.timelineField, text); return;
    }
}

void TimelineAssembly::settle(Row &row) const
{
    TimelineDraft &draft = row.draft;
    if (draft.lead.name.isEmpty() && draft.lead.emails.empty() && draft.lead.phones.empty() && draft.lead.company.isEmpty())
        draft.lead.name = personIn(row.subject);
    // What only says whom to call says nothing that kind and lead do not.
    if (!row.subject.isEmpty() && personIn(row.subject) != draft.lead.name)
        row.note = row.note.isEmpty() ? row.subject : row.subject + u'\n' + row.note;
    if (!row.day)
        return;
    if (row.planned && !row.happened) {
        FollowUp followUp;
        followUp.id = FollowUpId(row.ownId);
        followUp.kind = followUpKind(row.kind.isEmpty() ? row.subject : row.kind);
        const QTimeZone zone =
            row.zone.isEmpty() || !QTimeZone(row.zone.toUtf8()).isValid() ? m_context.zone : QTimeZone(row.zone.toUtf8());
        followUp.wholeDay = row.wholeDay || (!row.dayHasTime && !row.time);
        QDateTime local = QDateTime::fromMSecsSinceEpoch(row.day->moment(zone), zone);
        if (row.time && !row.dayHasTime)
            local = QDateTime(row.day->date, *row.time, zone);
        followUp.due = local.toMSecsSinceEpoch();
        followUp.localTime = local.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
        followUp.zone = QString::fromUtf8(zone.id());
        followUp.repeat = row.repeat;
        followUp.priority = row.priority;
        followUp.doneAt = row.doneAt;
        followUp.note = row.note;
        followUp.who = row.activity.who;
        followUp.snoozedUntil = row.snoozedUntil;
        const bool cancelled = row.state.compare(u"cancelled", Qt::CaseInsensitive) == 0;
        followUp.state = isYes(row.state) ? FollowUpState::Done : cancelled ? FollowUpState::Cancelled : FollowUpState::Open;
        draft.followUp = followUp;
        return;
    }
    Activity activity = row.activity;
    activity.id = ActivityId(row.ownId);
    activity.kind = activityKind(row.kind).value_or(ActivityKind::Note);
    activity.at = row.time && !row.dayHasTime ? QDateTime(row.day->date, *row.time, m_context.zone).toMSecsSinceEpoch()
                                              : row.day->moment(m_context.zone);
    activity.note = row.note;
    draft.activity = activity;
}

} // namespace kindling
