// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timelineevents.h"

#include "core/rules/firsttouch.h"
#include "core/rules/todaywords.h"
#include "core/rules/when.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr std::array<TimelineKind, 12> kinds{TimelineKind::Call,     TimelineKind::Email, TimelineKind::Meeting,  TimelineKind::Message,
                                             TimelineKind::Note,     TimelineKind::Web,   TimelineKind::FollowUp, TimelineKind::Move,
                                             TimelineKind::Handover, TimelineKind::File,  TimelineKind::Edit,     TimelineKind::Import};

constexpr LeadField toldAsMoves[] = {LeadField::Temperature, LeadField::Stage, LeadField::Owner, LeadField::Outcome, LeadField::Reason};

TimelineKind kindOf(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Call: return TimelineKind::Call;
    case ActivityKind::Email: return TimelineKind::Email;
    case ActivityKind::Meeting: return TimelineKind::Meeting;
    case ActivityKind::Message: return TimelineKind::Message;
    case ActivityKind::Note: return TimelineKind::Note;
    default: return TimelineKind::Web;
    }
}

QString words(const char *text)
{
    return QCoreApplication::translate("kindling", text);
}

Symbol symbolOf(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Call: return Symbol::Phone;
    case ActivityKind::Email: return Symbol::Mail;
    case ActivityKind::Meeting: return Symbol::Meeting;
    case ActivityKind::Message: return Symbol::Message;
    case ActivityKind::Note: return Symbol::Note;
    case ActivityKind::WebsiteVisit: return Symbol::Globe;
    default: return Symbol::Document;
    }
}

/// The value of an axis in words: "Hot", "Sales qualified", "Ines", "Won".
QString valueName(Axis axis, const QString &value, const Vocabulary &vocabulary)
{
    switch (axis) {
    case Axis::Temperature: return labelOf(fromKey<Temperature>(value).value_or(Temperature::Cold));
    case Axis::Outcome: return labelOf(fromKey<Outcome>(value).value_or(Outcome::Open));
    case Axis::Stage: return vocabulary.stageName(StageId(value.toLongLong()));
    case Axis::Owner: break;
    }
    return value;
}

/// The value that a lead has now, as a stay would hold it.
QString presentValue(Axis axis, const Lead &lead)
{
    switch (axis) {
    case Axis::Temperature: return keyOf(lead.temperature);
    case Axis::Outcome: return keyOf(lead.outcome);
    case Axis::Stage: return QString::number(lead.stage.value());
    case Axis::Owner: break;
    }
    return lead.owner;
}

TimelineEvent moved(const Stay &from, const QString &to, const Lead &lead, const Vocabulary &vocabulary)
{
    TimelineEvent event;
    event.at = from.until;
    event.kind = TimelineKind::Move;
    const QString before = valueName(from.axis, from.value, vocabulary);
    const QString after = valueName(from.axis, to, vocabulary);
    event.title = words("%1 to %2").arg(before, from.axis == Axis::Temperature ? after.toLower() : after);
    event.symbol = Symbol::Funnel;
    if (from.axis == Axis::Temperature) {
        event.symbol = Theme::temperatureSymbol(fromKey<Temperature>(to).value_or(Temperature::Cold));
    } else if (from.axis == Axis::Outcome) {
        const Outcome outcome = fromKey<Outcome>(to).value_or(Outcome::Open);
        event.title = outcome == Outcome::Open ? words("Opened again") : after;
        event.symbol = outcome == Outcome::Won ? Symbol::Trophy : outcome == Outcome::Open ? Symbol::Undo : Symbol::Close;
        if (outcome == lead.outcome && lead.outcomeSince == from.until)
            event.note = lead.reason;
    } else if (from.axis == Axis::Owner) {
        event.title = before.isEmpty() ? words("Taken on by %1").arg(after)
            : after.isEmpty()          ? words("%1 gave it back").arg(before)
                                       : words("%1 handed it to %2").arg(before, after);
        event.symbol = Symbol::Leads;
    }
    return event;
}

bool isHandover(const LeadDossier &dossier, UtcMs at)
{
    return std::any_of(dossier.handovers.begin(), dossier.handovers.end(),
                       [at](const Handover &handover) { return handover.at == at || handover.answeredAt == at; });
}

void addMoves(std::vector<TimelineEvent> &events, const LeadDossier &dossier, const Vocabulary &vocabulary)
{
    for (const Axis axis : allOf<Axis>()) {
        std::vector<Stay> stays;
        std::copy_if(dossier.stays.begin(), dossier.stays.end(), std::back_inserter(stays),
                     [axis](const Stay &s) { return s.axis == axis; });
        std::sort(stays.begin(), stays.end(), [](const Stay &a, const Stay &b) { return a.until < b.until; });
        for (size_t i = 0; i < stays.size(); ++i) {
            if (axis == Axis::Owner && isHandover(dossier, stays[i].until))
                continue; // told with its note and its answer
            const QString next = i + 1 < stays.size() ? stays[i + 1].value : presentValue(axis, dossier.lead);
            events.push_back(moved(stays[i], next, dossier.lead, vocabulary));
        }
    }
}

/// "hot, Sales qualified; budget yes, need partly": what was known when it was handed over.
QString qualificationText(const Handover &handover)
{
    QStringList known;
    const std::pair<const char *, Answer> answers[] = {
        {"budget", handover.budget}, {"authority", handover.authority}, {"need", handover.need}, {"timeline", handover.timeline}};
    for (const auto &[question, answer] : answers) {
        if (answer != Answer::Unknown)
            known += words(question) + u' ' + labelOf(answer).toLower();
    }
    const QString standing = labelOf(handover.temperature).toLower() + QStringLiteral(", ") + handover.stage;
    return known.isEmpty() ? standing : standing + QStringLiteral("; ") + known.join(QStringLiteral(", "));
}

QString answerText(const Handover &handover)
{
    if (handover.state == Handover::State::Waiting)
        return words("Not answered yet");
    const QString after = ageInWords(handover.answeredAt.value_or(handover.at) - handover.at);
    if (handover.state == Handover::State::Accepted)
        return words("Accepted after %1").arg(after);
    return handover.answer.isEmpty() ? words("Declined after %1").arg(after) : words("Declined after %1: %2").arg(after, handover.answer);
}

void addHandovers(std::vector<TimelineEvent> &events, const LeadDossier &dossier)
{
    for (const Handover &handover : dossier.handovers) {
        QStringList lines{handover.reason, handover.note, words("Then: %1").arg(qualificationText(handover)), answerText(handover)};
        lines.removeAll(QString());
        events.push_back({handover.at,
                          words("Handed over to %1").arg(handover.to),
                          handover.by,
                          lines.join(u'\n'),
                          Symbol::Leads,
                          TimelineKind::Handover,
                          {}});
    }
}

void addFiles(std::vector<TimelineEvent> &events, const LeadDossier &dossier)
{
    for (const Attachment &file : dossier.attachments)
        events.push_back({file.at,
                          words("File: %1").arg(file.name),
                          file.who,
                          QLocale().formattedDataSize(file.size),
                          Symbol::Document,
                          TimelineKind::File,
                          {}});
}

/// A follow-up does not know when it was done; the change that last wrote it does.
void addFollowUps(std::vector<TimelineEvent> &events, const LeadDossier &dossier)
{
    for (const FollowUp &followUp : dossier.followUps) {
        if (followUp.state != FollowUpState::Done)
            continue;
        const auto change = std::find_if(dossier.changes.begin(), dossier.changes.end(),
                                         [&](const LeadChange &c) { return c.change.id == followUp.revision; });
        const bool known = change != dossier.changes.end();
        events.push_back({known ? change->change.at : followUp.due,
                          words("Follow-up done: %1").arg(labelOf(followUp.kind).toLower()),
                          known ? change->change.who : followUp.who,
                          followUp.note,
                          Symbol::Check,
                          TimelineKind::FollowUp,
                          {}});
    }
}

/// What a change did to the fields, without what is told as a move.
QStringList editedLines(const LeadChange &change, QStringList &labels)
{
    QStringList lines;
    for (const FieldChange &field : change.fields) {
        const bool moves =
            std::any_of(std::begin(toldAsMoves), std::end(toldAsMoves), [&](LeadField moved) { return fieldLabel(moved) == field.field; });
        if (moves)
            continue;
        const QString none = QStringLiteral("–");
        labels += field.field;
        lines +=
            words("%1: %2 → %3").arg(field.field, field.before.isEmpty() ? none : field.before, field.after.isEmpty() ? none : field.after);
    }
    return lines;
}

void addChanges(std::vector<TimelineEvent> &events, const LeadDossier &dossier)
{
    for (const LeadChange &change : dossier.changes) {
        if (change.change.undone || !change.change.undoes.isNull())
            continue;
        QStringList labels;
        const QStringList lines = editedLines(change, labels);
        const auto import =
            std::find_if(dossier.imports.begin(), dossier.imports.end(), [&](const auto &i) { return i.first == change.change.id; });
        if (import != dossier.imports.end())
            events.push_back({change.change.at,
                              words("Imported from %1").arg(import->second),
                              change.change.who,
                              lines.join(u'\n'),
                              Symbol::Import,
                              TimelineKind::Import,
                              {}});
        else if (!lines.isEmpty())
            events.push_back({change.change.at,
                              labels.size() > 3 ? words("%1 fields changed").arg(labels.size())
                                                : words("Changed: %1").arg(labels.join(QStringLiteral(", ")).toLower()),
                              change.change.who,
                              lines.join(u'\n'),
                              Symbol::Note,
                              TimelineKind::Edit,
                              {}});
    }
}

/// How long the lead waited for the first word, or waits still.
QString firstTouchText(const LeadDossier &dossier, UtcMs now)
{
    const Lead &lead = dossier.lead;
    if (const auto touch = firstTouch(lead.created, dossier.activities))
        return words("First contact after %1").arg(ageInWords(*touch - lead.created));
    return lead.outcome == Outcome::Open && now > 0 ? words("Nobody has been in touch yet, for %1").arg(ageInWords(now - lead.created))
                                                    : QString();
}

} // namespace

QString labelOf(TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::Call: return words("Calls");
    case TimelineKind::Email: return words("Emails");
    case TimelineKind::Meeting: return words("Meetings");
    case TimelineKind::Message: return words("Messages");
    case TimelineKind::Note: return words("Notes");
    case TimelineKind::Web: return words("Visits and forms");
    case TimelineKind::FollowUp: return words("Follow-ups");
    case TimelineKind::Move: return words("Moves");
    case TimelineKind::Handover: return words("Handovers");
    case TimelineKind::File: return words("Files");
    case TimelineKind::Edit: return words("Changes");
    case TimelineKind::Import: return words("Imports");
    }
    return {};
}

std::span<const TimelineKind> timelineKinds()
{
    return kinds;
}

QString activityTitle(const Activity &activity)
{
    return activityInWords(activity);
}

std::vector<TimelineEvent> timelineOf(const LeadDossier &dossier, const Vocabulary &vocabulary, UtcMs now)
{
    std::vector<TimelineEvent> events;
    for (const Activity &a : dossier.activities)
        events.push_back({a.at, activityTitle(a), a.who, a.note, symbolOf(a.kind), kindOf(a.kind), a.id});
    addMoves(events, dossier, vocabulary);
    addHandovers(events, dossier);
    addFiles(events, dossier);
    addFollowUps(events, dossier);
    addChanges(events, dossier);
    const Lead &lead = dossier.lead;
    QStringList lines{lead.campaign.isEmpty() ? QString() : words("Campaign: %1").arg(lead.campaign), firstTouchText(dossier, now)};
    lines.removeAll(QString());
    events.push_back({lead.created,
                      lead.source.isEmpty() ? words("Came in") : words("Came in through %1").arg(lead.source.toLower()),
                      {},
                      lines.join(u'\n'),
                      Symbol::Import,
                      TimelineKind::Move,
                      {}});
    std::stable_sort(events.begin(), events.end(), [](const TimelineEvent &a, const TimelineEvent &b) { return a.at > b.at; });
    return events;
}

} // namespace kindling
