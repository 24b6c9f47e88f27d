// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/timelineevents.h"

#include <algorithm>

namespace kindling {

namespace {

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

void addMoves(std::vector<TimelineEvent> &events, const LeadDossier &dossier, const Vocabulary &vocabulary)
{
    for (const Axis axis : allOf<Axis>()) {
        std::vector<Stay> stays;
        std::copy_if(dossier.stays.begin(), dossier.stays.end(), std::back_inserter(stays),
                     [axis](const Stay &s) { return s.axis == axis; });
        std::sort(stays.begin(), stays.end(), [](const Stay &a, const Stay &b) { return a.until < b.until; });
        for (size_t i = 0; i < stays.size(); ++i) {
            const QString next = i + 1 < stays.size() ? stays[i + 1].value : presentValue(axis, dossier.lead);
            events.push_back(moved(stays[i], next, dossier.lead, vocabulary));
        }
    }
}

} // namespace

QString activityTitle(const Activity &activity)
{
    QStringList parts{labelOf(activity.kind)};
    if (activity.durationSeconds)
        parts += QStringLiteral("%1:%2").arg(*activity.durationSeconds / 60).arg(*activity.durationSeconds % 60, 2, 10, QLatin1Char('0'));
    if (activity.outcome != CallOutcome::None)
        parts += labelOf(activity.outcome).toLower();
    return parts.join(QStringLiteral(", "));
}

std::vector<TimelineEvent> timelineOf(const LeadDossier &dossier, const Vocabulary &vocabulary)
{
    std::vector<TimelineEvent> events;
    for (const Activity &a : dossier.activities)
        events.push_back({a.at, activityTitle(a), a.who, a.note, symbolOf(a.kind)});
    addMoves(events, dossier, vocabulary);
    const Lead &lead = dossier.lead;
    events.push_back({lead.created,
                      lead.source.isEmpty() ? words("Came in") : words("Came in through %1").arg(lead.source.toLower()),
                      {},
                      lead.campaign.isEmpty() ? QString() : words("Campaign: %1").arg(lead.campaign),
                      Symbol::Import});
    std::stable_sort(events.begin(), events.end(), [](const TimelineEvent &a, const TimelineEvent &b) { return a.at > b.at; });
    return events;
}

} // namespace kindling
