// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <span>

namespace kindling {

/// How ready to buy a lead is. Cold: has not interacted with us. Warm: has shown some interest. Hot: ready to buy.
enum class Temperature : quint8 { Cold, Warm, Hot };

enum class Outcome : quint8 { Open, Won, Lost, Disqualified };

/// What the program understands of a stage that the user named. Custom stages sit anywhere in the order.
enum class StageKind : quint8 { Prospect, InformationQualified, MarketingQualified, SalesQualified, Proposal, Customer, Custom };

/// What earned the qualification.
enum class QualifiedThrough : quint8 { None, Marketing, Sales, ProductUse, ServiceRequest };

/// An answer of a qualification question (BANT). Unknown is not the same as no.
enum class Answer : quint8 { Unknown, No, Partly, Yes };

enum class ActivityKind : quint8 {
    Call,
    Email,
    Meeting,
    Message,
    Note,
    WebsiteVisit,
    FormSubmission,
    Download,
    Webinar,
    TrialUse,
    PriceEnquiry,
    DemoRequest,
    Purchase,
};

enum class Direction : quint8 { None, Outgoing, Incoming };

enum class CallOutcome : quint8 {
    None,
    Connected,
    Voicemail,
    NoAnswer,
    Busy,
    WrongNumber,
    NotInterested,
    SpokeElsewhere, ///< with someone who does not decide
    CallbackRequested,
    MeetingBooked,
};

enum class FollowUpKind : quint8 { Call, Email, Meeting, Task };

enum class FollowUpState : quint8 { Open, Done, Cancelled };

enum class FollowUpPriority : quint8 { Low, Normal, High };

enum class ContactState : quint8 { Usable, Invalid, DoNotUse };

/// What a person said when asked whether they may be sent news and offers; refused is also what was given once and withdrawn.
enum class Consent : quint8 { Unknown, Given, Refused };

/// The four values of a lead whose history is kept as intervals.
enum class Axis : quint8 { Temperature, Stage, Owner, Outcome };

/// The stable key of an enumerator ("salesQualified"), as it stands in the database, in JSON and in filters.
QString keyOf(Temperature value);
QString keyOf(Outcome value);
QString keyOf(StageKind value);
QString keyOf(QualifiedThrough value);
QString keyOf(Answer value);
QString keyOf(ActivityKind value);
QString keyOf(Direction value);
QString keyOf(CallOutcome value);
QString keyOf(FollowUpKind value);
QString keyOf(FollowUpState value);
QString keyOf(FollowUpPriority value);
QString keyOf(ContactState value);
QString keyOf(Consent value);
QString keyOf(Axis value);

/// The word a person reads, translated ("Hot", "Disqualified", "No answer").
QString labelOf(Temperature value);
QString labelOf(Outcome value);
QString labelOf(StageKind value);
QString labelOf(QualifiedThrough value);
QString labelOf(Consent value);
QString labelOf(Answer value);
QString labelOf(ActivityKind value);
QString labelOf(CallOutcome value);
QString labelOf(FollowUpKind value);
QString labelOf(FollowUpPriority value);

/// The enumerator of a key; nothing for a text that is no key. `Enum` is one of the enumerations above.
template <typename Enum>
std::optional<Enum> fromKey(QStringView key);

/// All enumerators in order.
template <typename Enum>
std::span<const Enum> allOf();

} // namespace kindling
