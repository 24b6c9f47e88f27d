// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/leadfield.h"

#include "core/base/textfold.h"

#include <QCoreApplication>

#include <array>

namespace kindling {

namespace {

using enum FieldType;

#define LABEL(text) QT_TRANSLATE_NOOP("kindling", text)

// The catalogue, in the order of LeadField.
constexpr std::array<LeadFieldInfo, 49> catalogue{{
    {LeadField::Id, "id", Identifier, false, LABEL("Id")},
    {LeadField::ExternalId, "externalId", Identifier, true, LABEL("External id")},
    {LeadField::Name, "name", Text, true, LABEL("Name")},
    {LeadField::Company, "company", Text, true, LABEL("Company")},
    {LeadField::JobTitle, "jobTitle", Word, true, LABEL("Job title")},
    {LeadField::Email, "email", Email, true, LABEL("Email")},
    {LeadField::Phone, "phone", Phone, true, LABEL("Phone")},
    {LeadField::Website, "website", Link, true, LABEL("Website")},
    {LeadField::Street, "street", Text, true, LABEL("Street")},
    {LeadField::PostalCode, "postalCode", Text, true, LABEL("Postal code")},
    {LeadField::City, "city", Word, true, LABEL("City")},
    {LeadField::Region, "region", Word, true, LABEL("Region")},
    {LeadField::Country, "country", Word, true, LABEL("Country")},
    {LeadField::Language, "language", Word, true, LABEL("Language")},
    {LeadField::TimeZone, "timeZone", Word, true, LABEL("Time zone")},
    {LeadField::Industry, "industry", Word, true, LABEL("Industry")},
    {LeadField::CompanySize, "companySize", Word, true, LABEL("Company size")},
    {LeadField::Temperature, "temperature", Choice, true, LABEL("Temperature")},
    {LeadField::Stage, "stage", Choice, true, LABEL("Stage")},
    {LeadField::QualifiedThrough, "qualifiedThrough", Choice, true, LABEL("Qualified through")},
    {LeadField::Outcome, "outcome", Choice, true, LABEL("Outcome")},
    {LeadField::Reason, "reason", Word, true, LABEL("Reason")},
    {LeadField::Owner, "owner", Word, true, LABEL("Owner")},
    {LeadField::Source, "source", Word, true, LABEL("Source")},
    {LeadField::Campaign, "campaign", Word, true, LABEL("Campaign")},
    {LeadField::Value, "value", FieldType::Money, true, LABEL("Value")},
    {LeadField::ExpectedClose, "expectedClose", Date, true, LABEL("Expected close")},
    {LeadField::Tags, "tags", Words, true, LABEL("Tags")},
    {LeadField::Notes, "notes", LongText, true, LABEL("Notes")},
    {LeadField::PainPoints, "painPoints", LongText, true, LABEL("Pain points")},
    {LeadField::Budget, "budget", Choice, true, LABEL("Budget")},
    {LeadField::Authority, "authority", Choice, true, LABEL("Authority")},
    {LeadField::Need, "need", Choice, true, LABEL("Need")},
    {LeadField::Timeline, "timeline", Choice, true, LABEL("Timeline")},
    {LeadField::Created, "created", DateTime, false, LABEL("Created")},
    {LeadField::Closed, "closed", DateTime, false, LABEL("Closed")},
    {LeadField::LastActivity, "lastActivity", DateTime, false, LABEL("Last activity")},
    {LeadField::NextFollowUp, "nextFollowUp", DateTime, false, LABEL("Next follow-up")},
    {LeadField::StageSince, "stageSince", DateTime, false, LABEL("In stage since")},
    {LeadField::Archived, "archived", YesNo, true, LABEL("Archived")},
    {LeadField::Qualification, "qualification", Number, false, LABEL("Qualification")},
    {LeadField::Fit, "fit", Number, false, LABEL("Fit")},
    {LeadField::Engagement, "engagement", Number, false, LABEL("Engagement")},
    {LeadField::Score, "score", Number, false, LABEL("Score")},
    {LeadField::TemperaturePinned, "temperaturePinned", YesNo, true, LABEL("Temperature pinned")},
    {LeadField::BackOn, "backOn", Date, true, LABEL("Back on")},
    {LeadField::Consent, "consent", Choice, true, LABEL("Consent")},
    {LeadField::DoNotEmail, "doNotEmail", YesNo, true, LABEL("Do not email")},
    {LeadField::DoNotCall, "doNotCall", YesNo, true, LABEL("Do not call")},
}};

#undef LABEL

constexpr bool inOrder()
{
    for (size_t i = 0; i < catalogue.size(); ++i) {
        if (static_cast<size_t>(catalogue[i].field) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(), "the catalogue stands in the order of LeadField");

} // namespace

std::span<const LeadFieldInfo> leadFields()
{
    return catalogue;
}

const LeadFieldInfo &fieldInfo(LeadField field)
{
    return catalogue[static_cast<size_t>(field)];
}

const LeadFieldInfo *fieldByKey(QStringView key)
{
    for (const LeadFieldInfo &info : catalogue) {
        if (key.compare(QLatin1String(info.key), Qt::CaseInsensitive) == 0)
            return &info;
    }
    return nullptr;
}

QString fieldKey(LeadField field)
{
    return QLatin1String(fieldInfo(field).key);
}

QString fieldLabel(LeadField field)
{
    return QCoreApplication::translate("kindling", fieldInfo(field).label);
}

namespace {

FieldEntry entryOf(const LeadFieldInfo &info)
{
    return {info.field, QLatin1String(info.key), fieldLabel(info.field), info.type, info.editable, false};
}

FieldEntry entryOf(const CustomField &field)
{
    return {field.id, field.key, field.label, field.type, !field.removed, field.removed};
}

bool isSame(QStringView a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// How well a name fits a field: 0 not at all, more for a key than for a label, and for a field that is in use.
int fitOf(QStringView name, const CustomField &field)
{
    const int fit = isSame(name, field.key) ? 2 : isSame(name, field.label) ? 1 : 0;
    return fit > 0 && !field.removed ? fit + 2 : fit;
}

} // namespace

std::vector<FieldEntry> fieldCatalogue(const Vocabulary *vocabulary)
{
    std::vector<FieldEntry> entries;
    entries.reserve(catalogue.size());
    for (const LeadFieldInfo &info : catalogue)
        entries.push_back(entryOf(info));
    for (const CustomField &field : vocabulary ? std::span(vocabulary->fields) : std::span<const CustomField>()) {
        if (!field.removed)
            entries.push_back(entryOf(field));
    }
    return entries;
}

std::optional<FieldEntry> fieldEntry(FieldId field, const Vocabulary *vocabulary)
{
    if (!field.isCustom())
        return entryOf(fieldInfo(field.builtIn()));
    const CustomField *custom = vocabulary ? vocabulary->field(field.custom()) : nullptr;
    return custom ? std::optional(entryOf(*custom)) : std::nullopt;
}

std::optional<FieldEntry> findField(QStringView keyOrLabel, const Vocabulary *vocabulary)
{
    if (const LeadFieldInfo *info = fieldByKey(keyOrLabel))
        return entryOf(*info);
    const CustomField *best = nullptr;
    for (const CustomField &field : vocabulary ? std::span(vocabulary->fields) : std::span<const CustomField>()) {
        if (fitOf(keyOrLabel, field) > (best ? fitOf(keyOrLabel, *best) : 0))
            best = &field;
    }
    if (best)
        return entryOf(*best);
    for (const LeadFieldInfo &info : catalogue) {
        if (isSame(keyOrLabel, fieldLabel(info.field)) || isSame(keyOrLabel, QString(QLatin1String(info.label))))
            return entryOf(info);
    }
    return std::nullopt;
}

QString fieldKey(FieldId field, const Vocabulary *vocabulary)
{
    const auto entry = fieldEntry(field, vocabulary);
    return entry ? entry->key : QString();
}

QString fieldLabel(FieldId field, const Vocabulary *vocabulary)
{
    const auto entry = fieldEntry(field, vocabulary);
    return entry ? entry->label : QString();
}

QStringList fieldKeys(const Vocabulary *vocabulary)
{
    QStringList keys;
    for (const FieldEntry &entry : fieldCatalogue(vocabulary))
        keys += entry.key;
    return keys;
}

} // namespace kindling
