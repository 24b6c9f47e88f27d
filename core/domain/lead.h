// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/domain/customfield.h"
#include "core/domain/emailaddress.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/phonenumber.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

namespace kindling {

struct EmailEntry
{
    EmailAddress address;
    QString label; ///< "Work", "Home"; free text
    ContactState state = ContactState::Usable;
    bool operator==(const EmailEntry &) const = default;
};

struct PhoneEntry
{
    PhoneNumber number;
    QString label;
    ContactState state = ContactState::Usable;
    bool operator==(const PhoneEntry &) const = default;
};

/// One answer of the qualification card (budget, authority, need, timeline).
struct QualificationAnswer
{
    Answer answer = Answer::Unknown;
    QString note;
    UtcMs at = 0; ///< when it was given; 0 when that is not known
    QString by{}; ///< who wrote it down
    bool operator==(const QualificationAnswer &) const = default;
};

struct Bant
{
    QualificationAnswer budget;
    QualificationAnswer authority;
    QualificationAnswer need;
    QualificationAnswer timeline;
    bool operator==(const Bant &) const = default;
};

/// What stands beside the answer to a question of a framework of one's own; the answer itself is the lead's value of that field.
struct AnswerNote
{
    CustomFieldId question;
    QString note;
    UtcMs at = 0;
    QString by;
    bool operator==(const AnswerNote &) const = default;
};

/// The two halves of a score, 0 to 100 each: who they are against the ideal customer profile, and what they did lately.
struct LeadScore
{
    int fit = 0;
    int engagement = 0;
    /// The score as one number: the mean of the halves, 0 to 100.
    int total() const { return (fit + engagement + 1) / 2; }
    bool operator==(const LeadScore &) const = default;
};

/// A person or organisation that has shown interest: the central record. A plain value; the store keeps it.
/// What people name (company, owner, source, campaign, tags) is held by name; the store gives names their rows.
struct Lead
{
    LeadId id;
    ChangeId revision; ///< the change that gave the lead its present content; compared to find conflicts
    QString externalId; ///< its id in the file or program it came from; unique when not empty

    QString name; ///< the person; empty for an organisation
    QString company;
    CompanyId companyId; ///< set by the store
    QString jobTitle;
    std::vector<EmailEntry> emails; ///< the first is the one to use
    std::vector<PhoneEntry> phones;
    QString website;
    QString street;
    QString postalCode;
    QString city;
    QString region;
    QString country;
    QString language; ///< BCP 47 tag, or as imported
    QString timeZone; ///< IANA zone
    QString industry;
    QString companySize;

    Temperature temperature = Temperature::Cold;
    UtcMs temperatureSince = 0;
    bool temperaturePinned = false; ///< a person chose it: the score does not move it
    StageId stage;
    UtcMs stageSince = 0;
    QualifiedThrough qualifiedThrough = QualifiedThrough::None;
    UtcMs qualifiedAt = 0; ///< when it was said what it is qualified through; 0 when that is not known
    QString qualifiedBy;
    Outcome outcome = Outcome::Open;
    UtcMs outcomeSince = 0; ///< when it was won, lost or disqualified; when it was opened (again) while it is open
    QString reason; ///< why lost or disqualified
    std::optional<QDate> backOn; ///< the day on which a lost or disqualified lead is opened again
    QString owner;
    UtcMs ownerSince = 0;

    QString source;
    QString campaign;
    std::optional<Money> value;
    std::optional<QDate> expectedClose;
    QStringList tags;
    QString notes;
    QString painPoints;
    Bant bant;
    std::vector<AnswerNote> answerNotes; ///< in order of the question's id
    CustomValues custom; ///< also those of removed fields, which nobody shows

    Consent consent = Consent::Unknown;
    bool doNotEmail = false; ///< whatever the state of the single addresses
    bool doNotCall = false;

    UtcMs created = 0;
    std::optional<UtcMs> lastActivity; ///< kept current by the store
    std::optional<UtcMs> nextFollowUp; ///< kept current by the store
    bool archived = false;
    std::optional<LeadScore> score; ///< of the day; made from the columns, not stored

    /// The person, else the company, else the email, the phone or the external id: never empty for a stored lead.
    QString displayName() const;
    /// The first address, or number, that may be used; null when there is none or the person asked not to be written to, or called.
    const EmailEntry *usableEmail() const;
    const PhoneEntry *usablePhone() const;
    /// True when there is neither name, company, email nor phone: kept only under its external id.
    bool missesContact() const;
    /// When the lead was decided (won, lost or disqualified); nothing while it is open.
    std::optional<UtcMs> closed() const;

    bool operator==(const Lead &) const = default;
};

} // namespace kindling
