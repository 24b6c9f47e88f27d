// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/leadfield.h"

#include "core/domain/cardanswer.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace kindling {

namespace {

/// The fields that are one plain text of the lead.
QString Lead::*textMember(LeadField field)
{
    switch (field) {
    case LeadField::ExternalId: return &Lead::externalId;
    case LeadField::Name: return &Lead::name;
    case LeadField::Company: return &Lead::company;
    case LeadField::JobTitle: return &Lead::jobTitle;
    case LeadField::Website: return &Lead::website;
    case LeadField::Street: return &Lead::street;
    case LeadField::PostalCode: return &Lead::postalCode;
    case LeadField::City: return &Lead::city;
    case LeadField::Region: return &Lead::region;
    case LeadField::Country: return &Lead::country;
    case LeadField::Language: return &Lead::language;
    case LeadField::TimeZone: return &Lead::timeZone;
    case LeadField::Industry: return &Lead::industry;
    case LeadField::CompanySize: return &Lead::companySize;
    case LeadField::Reason: return &Lead::reason;
    case LeadField::Owner: return &Lead::owner;
    case LeadField::Source: return &Lead::source;
    case LeadField::Campaign: return &Lead::campaign;
    case LeadField::Notes: return &Lead::notes;
    case LeadField::PainPoints: return &Lead::painPoints;
    default: return nullptr;
    }
}

QualificationAnswer Bant::*answerMember(LeadField field)
{
    switch (field) {
    case LeadField::Budget: return &Bant::budget;
    case LeadField::Authority: return &Bant::authority;
    case LeadField::Need: return &Bant::need;
    case LeadField::Timeline: return &Bant::timeline;
    default: return nullptr;
    }
}

QString timeText(std::optional<UtcMs> moment, const QTimeZone &zone)
{
    if (!moment || *moment == 0)
        return {};
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(*moment, zone);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString joinedEmails(const Lead &lead)
{
    QStringList texts;
    for (const EmailEntry &email : lead.emails)
        texts += email.address.asTyped();
    return texts.join(QStringLiteral("; "));
}

QString joinedPhones(const Lead &lead)
{
    QStringList texts;
    for (const PhoneEntry &phone : lead.phones)
        texts += phone.number.asTyped();
    return texts.join(QStringLiteral("; "));
}

QStringList splitValues(const QString &text, const QString &separators)
{
    QString lines = text;
    for (const QChar separator : separators)
        lines.replace(separator, u'\n');
    QStringList parts;
    for (const QString &part : lines.split(u'\n', Qt::SkipEmptyParts)) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty() && !parts.contains(trimmed, Qt::CaseInsensitive))
            parts += trimmed;
    }
    return parts;
}

Result<void> setEmails(Lead &lead, const QString &text)
{
    std::vector<EmailEntry> emails;
    for (const QString &part : splitValues(text, QStringLiteral(";,"))) {
        const Result<EmailAddress> address = EmailAddress::parse(part);
        if (!address)
            return address.error();
        const auto known = std::find_if(lead.emails.begin(), lead.emails.end(),
                                        [&](const EmailEntry &e) { return e.address.normalised() == address->normalised(); });
        emails.push_back(known == lead.emails.end() ? EmailEntry{*address, {}, {}} : EmailEntry{*address, known->label, known->state});
    }
    lead.emails = std::move(emails);
    return {};
}

Result<void> setPhones(Lead &lead, const QString &text, const FieldContext &context)
{
    std::vector<PhoneEntry> phones;
    for (const QString &part : splitValues(text, QStringLiteral(";,"))) {
        const Result<PhoneNumber> number = PhoneNumber::parse(part, context.vocabulary ? context.vocabulary->country : QString());
        if (!number)
            return number.error();
        const auto known = std::find_if(lead.phones.begin(), lead.phones.end(),
                                        [&](const PhoneEntry &p) { return p.number.normalised() == number->normalised(); });
        phones.push_back(known == lead.phones.end() ? PhoneEntry{*number, {}, {}} : PhoneEntry{*number, known->label, known->state});
    }
    lead.phones = std::move(phones);
    return {};
}

Result<void> setStage(Lead &lead, const QString &text, const FieldContext &context)
{
    const Stage *stage = context.vocabulary ? context.vocabulary->stageNamed(text) : nullptr;
    if (!stage)
        return Error{ErrorCode::UnknownValue, text, fieldLabel(LeadField::Stage)};
    lead.stage = stage->id;
    return {};
}

Result<void> setValue(Lead &lead, const QString &text, const FieldContext &context)
{
    if (text.isEmpty()) {
        lead.value.reset();
        return {};
    }
    const Result<Money> value = Money::parse(text, context.vocabulary ? context.vocabulary->currency : QString());
    if (!value)
        return value.error();
    lead.value = *value;
    return {};
}

Result<void> setDate(std::optional<QDate> &member, const QString &text)
{
    if (text.isEmpty()) {
        member.reset();
        return {};
    }
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return Error{ErrorCode::InvalidValue, text, QCoreApplication::translate("kindling", "a date, as in 2026-03-01")};
    member = date;
    return {};
}

/// By key or by translated label; an empty text is the first enumerator.
template <typename Enum>
Result<Enum> choice(const QString &text, LeadField field)
{
    if (text.isEmpty())
        return allOf<Enum>().front();
    if (const std::optional<Enum> value = fromKey<Enum>(text))
        return *value;
    for (const Enum value : allOf<Enum>()) {
        if (labelOf(value).compare(text, Qt::CaseInsensitive) == 0)
            return value;
    }
    return Error{ErrorCode::UnknownValue, text, fieldLabel(field)};
}

template <typename Enum>
Result<void> setChoice(Enum &member, const QString &text, LeadField field)
{
    const Result<Enum> value = choice<Enum>(text, field);
    if (!value)
        return value.error();
    member = *value;
    return {};
}

Result<void> setYesNo(bool &member, const QString &text)
{
    const QString word = text.toLower();
    const bool yes = word == u"yes" || word == u"true" || word == u"1";
    if (!yes && !word.isEmpty() && word != u"no" && word != u"false" && word != u"0")
        return Error{ErrorCode::InvalidValue, text, QCoreApplication::translate("kindling", "yes or no")};
    member = yes;
    return {};
}

QString customText(const Lead &lead, CustomFieldId id, const FieldContext &context)
{
    const CustomField *field = context.vocabulary ? context.vocabulary->field(id) : nullptr;
    const FieldValue *value = lead.custom.find(id);
    return field && value ? fieldValueText(*field, *value) : QString();
}

Result<void> setCustom(Lead &lead, CustomFieldId id, const QString &text, const FieldContext &context)
{
    const CustomField *field = context.vocabulary ? context.vocabulary->field(id) : nullptr;
    if (!field || field->removed)
        return Error{ErrorCode::UnknownField, field ? field->label : id.toString(), QStringLiteral("It was removed.")};
    Result<FieldValue> value = readFieldValue(*field, text, context.vocabulary->currency);
    if (!value)
        return value.error();
    lead.custom.set(id, std::move(*value));
    return {};
}

QString builtInText(const Lead &lead, LeadField field, const FieldContext &context)
{
    if (const auto member = textMember(field))
        return lead.*member;
    if (const auto member = answerMember(field))
        return (lead.bant.*member).answer == Answer::Unknown ? QString() : keyOf((lead.bant.*member).answer);
    switch (field) {
    case LeadField::Id: return lead.id.toString();
    case LeadField::Email: return joinedEmails(lead);
    case LeadField::Phone: return joinedPhones(lead);
    case LeadField::Temperature: return keyOf(lead.temperature);
    case LeadField::Stage: return context.vocabulary ? context.vocabulary->stageName(lead.stage) : lead.stage.toString();
    case LeadField::QualifiedThrough: return lead.qualifiedThrough == QualifiedThrough::None ? QString() : keyOf(lead.qualifiedThrough);
    case LeadField::Outcome: return keyOf(lead.outcome);
    case LeadField::Value: return lead.value ? lead.value->amountText() + u' ' + lead.value->currency : QString();
    case LeadField::ExpectedClose: return lead.expectedClose ? lead.expectedClose->toString(Qt::ISODate) : QString();
    case LeadField::Tags: return lead.tags.join(QStringLiteral("; "));
    case LeadField::Created: return timeText(lead.created, context.zone);
    case LeadField::Closed: return timeText(lead.closed(), context.zone);
    case LeadField::LastActivity: return timeText(lead.lastActivity, context.zone);
    case LeadField::NextFollowUp: return timeText(lead.nextFollowUp, context.zone);
    case LeadField::StageSince: return timeText(lead.stageSince, context.zone);
    case LeadField::Archived: return lead.archived ? QStringLiteral("yes") : QString();
    case LeadField::Qualification: return context.vocabulary ? QString::number(questionsWithYes(lead, *context.vocabulary)) : QString();
    case LeadField::Fit: return lead.score ? QString::number(lead.score->fit) : QString();
    case LeadField::Engagement: return lead.score ? QString::number(lead.score->engagement) : QString();
    case LeadField::Score: return lead.score ? QString::number(lead.score->total()) : QString();
    case LeadField::TemperaturePinned: return lead.temperaturePinned ? QStringLiteral("yes") : QString();
    case LeadField::Consent: return lead.consent == Consent::Unknown ? QString() : keyOf(lead.consent);
    case LeadField::DoNotEmail: return lead.doNotEmail ? QStringLiteral("yes") : QString();
    case LeadField::DoNotCall: return lead.doNotCall ? QStringLiteral("yes") : QString();
    case LeadField::BackOn: return lead.backOn ? lead.backOn->toString(Qt::ISODate) : QString();
    default: return {};
    }
}

Result<void> setBuiltIn(Lead &lead, LeadField field, const QString &value, const FieldContext &context)
{
    if (const auto member = textMember(field)) {
        lead.*member = value;
        return {};
    }
    if (const auto member = answerMember(field))
        return setChoice((lead.bant.*member).answer, value, field);
    switch (field) {
    case LeadField::Email: return setEmails(lead, value);
    case LeadField::Phone: return setPhones(lead, value, context);
    case LeadField::Temperature: return setChoice(lead.temperature, value, field);
    case LeadField::Stage: return setStage(lead, value, context);
    case LeadField::QualifiedThrough: return setChoice(lead.qualifiedThrough, value, field);
    case LeadField::Outcome: return setChoice(lead.outcome, value, field);
    case LeadField::Value: return setValue(lead, value, context);
    case LeadField::ExpectedClose: return setDate(lead.expectedClose, value);
    case LeadField::Tags: lead.tags = splitValues(value, QStringLiteral(";,")); return {};
    case LeadField::Archived: return setYesNo(lead.archived, value);
    case LeadField::TemperaturePinned: return setYesNo(lead.temperaturePinned, value);
    case LeadField::Consent: return setChoice(lead.consent, value, field);
    case LeadField::DoNotEmail: return setYesNo(lead.doNotEmail, value);
    case LeadField::DoNotCall: return setYesNo(lead.doNotCall, value);
    case LeadField::BackOn: return setDate(lead.backOn, value);
    default: return Error{ErrorCode::UnknownField, fieldKey(field), QStringLiteral("The program keeps it by itself.")};
    }
}

} // namespace

QString fieldText(const Lead &lead, FieldId field, const FieldContext &context)
{
    return field.isCustom() ? customText(lead, field.custom(), context) : builtInText(lead, field.builtIn(), context);
}

Result<void> setField(Lead &lead, FieldId field, const QString &text, const FieldContext &context)
{
    const QString value = text.trimmed();
    return field.isCustom() ? setCustom(lead, field.custom(), value, context) : setBuiltIn(lead, field.builtIn(), value, context);
}

} // namespace kindling
