// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enums.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace kindling {

namespace {

template <typename Enum>
struct Word
{
    Enum value;
    const char *key;
    const char *label;
};

// One table for each enumeration, in the order of its enumerators.

constexpr Word<Temperature> temperatures[] = {
    {Temperature::Cold, "cold", QT_TRANSLATE_NOOP("kindling", "Cold")},
    {Temperature::Warm, "warm", QT_TRANSLATE_NOOP("kindling", "Warm")},
    {Temperature::Hot, "hot", QT_TRANSLATE_NOOP("kindling", "Hot")},
};

constexpr Word<Outcome> outcomes[] = {
    {Outcome::Open, "open", QT_TRANSLATE_NOOP("kindling", "Open")},
    {Outcome::Won, "won", QT_TRANSLATE_NOOP("kindling", "Won")},
    {Outcome::Lost, "lost", QT_TRANSLATE_NOOP("kindling", "Lost")},
    {Outcome::Disqualified, "disqualified", QT_TRANSLATE_NOOP("kindling", "Disqualified")},
};

constexpr Word<StageKind> stageKinds[] = {
    {StageKind::Prospect, "prospect", QT_TRANSLATE_NOOP("kindling", "Prospect")},
    {StageKind::InformationQualified, "informationQualified", QT_TRANSLATE_NOOP("kindling", "Information qualified")},
    {StageKind::MarketingQualified, "marketingQualified", QT_TRANSLATE_NOOP("kindling", "Marketing qualified")},
    {StageKind::SalesQualified, "salesQualified", QT_TRANSLATE_NOOP("kindling", "Sales qualified")},
    {StageKind::Proposal, "proposal", QT_TRANSLATE_NOOP("kindling", "Proposal")},
    {StageKind::Customer, "customer", QT_TRANSLATE_NOOP("kindling", "Customer")},
    {StageKind::Custom, "custom", QT_TRANSLATE_NOOP("kindling", "Custom")},
};

constexpr Word<QualifiedThrough> qualifications[] = {
    {QualifiedThrough::None, "none", QT_TRANSLATE_NOOP("kindling", "Not qualified")},
    {QualifiedThrough::Marketing, "marketing", QT_TRANSLATE_NOOP("kindling", "Marketing")},
    {QualifiedThrough::Sales, "sales", QT_TRANSLATE_NOOP("kindling", "Sales conversation")},
    {QualifiedThrough::ProductUse, "productUse", QT_TRANSLATE_NOOP("kindling", "Product use")},
    {QualifiedThrough::ServiceRequest, "serviceRequest", QT_TRANSLATE_NOOP("kindling", "Service request")},
};

constexpr Word<Answer> answers[] = {
    {Answer::Unknown, "unknown", QT_TRANSLATE_NOOP("kindling", "Unknown")},
    {Answer::No, "no", QT_TRANSLATE_NOOP("kindling", "No")},
    {Answer::Partly, "partly", QT_TRANSLATE_NOOP("kindling", "Partly")},
    {Answer::Yes, "yes", QT_TRANSLATE_NOOP("kindling", "Yes")},
};

constexpr Word<ActivityKind> activityKinds[] = {
    {ActivityKind::Call, "call", QT_TRANSLATE_NOOP("kindling", "Call")},
    {ActivityKind::Email, "email", QT_TRANSLATE_NOOP("kindling", "Email")},
    {ActivityKind::Meeting, "meeting", QT_TRANSLATE_NOOP("kindling", "Meeting")},
    {ActivityKind::Message, "message", QT_TRANSLATE_NOOP("kindling", "Message")},
    {ActivityKind::Note, "note", QT_TRANSLATE_NOOP("kindling", "Note")},
    {ActivityKind::WebsiteVisit, "websiteVisit", QT_TRANSLATE_NOOP("kindling", "Website visit")},
    {ActivityKind::FormSubmission, "formSubmission", QT_TRANSLATE_NOOP("kindling", "Form submission")},
    {ActivityKind::Download, "download", QT_TRANSLATE_NOOP("kindling", "Download")},
    {ActivityKind::Webinar, "webinar", QT_TRANSLATE_NOOP("kindling", "Webinar")},
    {ActivityKind::TrialUse, "trialUse", QT_TRANSLATE_NOOP("kindling", "Trial use")},
    {ActivityKind::PriceEnquiry, "priceEnquiry", QT_TRANSLATE_NOOP("kindling", "Price enquiry")},
    {ActivityKind::DemoRequest, "demoRequest", QT_TRANSLATE_NOOP("kindling", "Demo request")},
    {ActivityKind::Purchase, "purchase", QT_TRANSLATE_NOOP("kindling", "Purchase")},
};

constexpr Word<Direction> directions[] = {
    {Direction::None, "none", ""},
    {Direction::Outgoing, "out", ""},
    {Direction::Incoming, "in", ""},
};

constexpr Word<CallOutcome> callOutcomes[] = {
    {CallOutcome::None, "none", ""},
    {CallOutcome::Connected, "connected", QT_TRANSLATE_NOOP("kindling", "Connected")},
    {CallOutcome::Voicemail, "voicemail", QT_TRANSLATE_NOOP("kindling", "Voicemail")},
    {CallOutcome::NoAnswer, "noAnswer", QT_TRANSLATE_NOOP("kindling", "No answer")},
    {CallOutcome::Busy, "busy", QT_TRANSLATE_NOOP("kindling", "Busy")},
    {CallOutcome::WrongNumber, "wrongNumber", QT_TRANSLATE_NOOP("kindling", "Wrong number")},
    {CallOutcome::NotInterested, "notInterested", QT_TRANSLATE_NOOP("kindling", "Not interested")},
    {CallOutcome::SpokeElsewhere, "spokeElsewhere", QT_TRANSLATE_NOOP("kindling", "Spoke with someone else")},
    {CallOutcome::CallbackRequested, "callbackRequested", QT_TRANSLATE_NOOP("kindling", "Callback requested")},
    {CallOutcome::MeetingBooked, "meetingBooked", QT_TRANSLATE_NOOP("kindling", "Meeting booked")},
};

constexpr Word<FollowUpKind> followUpKinds[] = {
    {FollowUpKind::Call, "call", QT_TRANSLATE_NOOP("kindling", "Call")},
    {FollowUpKind::Email, "email", QT_TRANSLATE_NOOP("kindling", "Email")},
    {FollowUpKind::Meeting, "meeting", QT_TRANSLATE_NOOP("kindling", "Meeting")},
    {FollowUpKind::Task, "task", QT_TRANSLATE_NOOP("kindling", "Task")},
};

constexpr Word<FollowUpState> followUpStates[] = {
    {FollowUpState::Open, "open", ""},
    {FollowUpState::Done, "done", ""},
    {FollowUpState::Cancelled, "cancelled", ""},
};

constexpr Word<FollowUpPriority> followUpPriorities[] = {
    {FollowUpPriority::Low, "low", QT_TRANSLATE_NOOP("kindling", "Low")},
    {FollowUpPriority::Normal, "normal", QT_TRANSLATE_NOOP("kindling", "Normal")},
    {FollowUpPriority::High, "high", QT_TRANSLATE_NOOP("kindling", "High")},
};

constexpr Word<ContactState> contactStates[] = {
    {ContactState::Usable, "usable", ""},
    {ContactState::Invalid, "invalid", ""},
    {ContactState::DoNotUse, "doNotUse", ""},
};

constexpr Word<Consent> consents[] = {
    {Consent::Unknown, "unknown", QT_TRANSLATE_NOOP("kindling", "Unknown")},
    {Consent::Given, "given", QT_TRANSLATE_NOOP("kindling", "Given")},
    {Consent::Refused, "refused", QT_TRANSLATE_NOOP("kindling", "Refused")},
};

constexpr Word<Axis> axes[] = {
    {Axis::Temperature, "temperature", ""},
    {Axis::Stage, "stage", ""},
    {Axis::Owner, "owner", ""},
    {Axis::Outcome, "outcome", ""},
};

constexpr auto &wordsOf(Temperature)
{
    return temperatures;
}
constexpr auto &wordsOf(Outcome)
{
    return outcomes;
}
constexpr auto &wordsOf(StageKind)
{
    return stageKinds;
}
constexpr auto &wordsOf(QualifiedThrough)
{
    return qualifications;
}
constexpr auto &wordsOf(Answer)
{
    return answers;
}
constexpr auto &wordsOf(ActivityKind)
{
    return activityKinds;
}
constexpr auto &wordsOf(Direction)
{
    return directions;
}
constexpr auto &wordsOf(CallOutcome)
{
    return callOutcomes;
}
constexpr auto &wordsOf(FollowUpKind)
{
    return followUpKinds;
}
constexpr auto &wordsOf(FollowUpState)
{
    return followUpStates;
}
constexpr auto &wordsOf(FollowUpPriority)
{
    return followUpPriorities;
}
constexpr auto &wordsOf(Consent)
{
    return consents;
}
constexpr auto &wordsOf(ContactState)
{
    return contactStates;
}
constexpr auto &wordsOf(Axis)
{
    return axes;
}

template <typename Enum>
const Word<Enum> &wordOf(Enum value)
{
    return wordsOf(value)[static_cast<size_t>(value)];
}

template <typename Enum>
QString label(Enum value)
{
    return QCoreApplication::translate("kindling", wordOf(value).label);
}

} // namespace

QString keyOf(Temperature value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(Outcome value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(StageKind value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(QualifiedThrough value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(Answer value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(ActivityKind value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(Direction value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(CallOutcome value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(FollowUpKind value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(FollowUpState value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(FollowUpPriority value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(Consent value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(ContactState value)
{
    return QLatin1String(wordOf(value).key);
}
QString keyOf(Axis value)
{
    return QLatin1String(wordOf(value).key);
}

QString labelOf(Temperature value)
{
    return label(value);
}
QString labelOf(Outcome value)
{
    return label(value);
}
QString labelOf(StageKind value)
{
    return label(value);
}
QString labelOf(QualifiedThrough value)
{
    return label(value);
}
QString labelOf(Consent value)
{
    return label(value);
}
QString labelOf(Answer value)
{
    return label(value);
}
QString labelOf(ActivityKind value)
{
    return label(value);
}
QString labelOf(CallOutcome value)
{
    return label(value);
}
QString labelOf(FollowUpKind value)
{
    return label(value);
}
QString labelOf(FollowUpPriority value)
{
    return label(value);
}

template <typename Enum>
std::optional<Enum> fromKey(QStringView key)
{
    for (const Word<Enum> &word : wordsOf(Enum{})) {
        if (key.compare(QLatin1String(word.key), Qt::CaseInsensitive) == 0)
            return word.value;
    }
    return std::nullopt;
}

template <typename Enum>
std::span<const Enum> allOf()
{
    static const std::vector<Enum> all = [] {
        std::vector<Enum> values;
        for (const Word<Enum> &word : wordsOf(Enum{}))
            values.push_back(word.value);
        return values;
    }();
    return all;
}

#define KINDLING_ENUM(Enum)                                                                                                                \
    template std::optional<Enum> fromKey<Enum>(QStringView);                                                                               \
    template std::span<const Enum> allOf<Enum>();

KINDLING_ENUM(Temperature)
KINDLING_ENUM(Outcome)
KINDLING_ENUM(StageKind)
KINDLING_ENUM(QualifiedThrough)
KINDLING_ENUM(Answer)
KINDLING_ENUM(ActivityKind)
KINDLING_ENUM(Direction)
KINDLING_ENUM(CallOutcome)
KINDLING_ENUM(FollowUpKind)
KINDLING_ENUM(FollowUpState)
KINDLING_ENUM(FollowUpPriority)
KINDLING_ENUM(ContactState)
KINDLING_ENUM(Consent)
KINDLING_ENUM(Axis)

#undef KINDLING_ENUM

} // namespace kindling
