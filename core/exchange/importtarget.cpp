// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importdraft.h"

#include "core/base/translations.h"

#include <QCoreApplication>

#include <array>

namespace kindling {

namespace {

using Kind = ImportTarget::Kind;

struct KindKey
{
    Kind kind;
    const char *key;
    const char *label;
};

// Not among them: lead fields have the keys of the catalogue, company fields those below.
constexpr std::array<KindKey, 13> kinds{
    {{Kind::Notes, "notes", QT_TRANSLATE_NOOP("kindling", "Keep in the notes")},
     {Kind::Ignore, "ignore", QT_TRANSLATE_NOOP("kindling", "Leave out")},
     {Kind::GivenName, "givenName", QT_TRANSLATE_NOOP("kindling", "Given name")},
     {Kind::FamilyName, "familyName", QT_TRANSLATE_NOOP("kindling", "Family name")},
     {Kind::Currency, "currency", QT_TRANSLATE_NOOP("kindling", "Currency")},
     {Kind::ContactLabel, "contactLabel", QT_TRANSLATE_NOOP("kindling", "Label of an email or phone")},
     {Kind::EmailOptOut, "emailOptOut", QT_TRANSLATE_NOOP("kindling", "Opted out of emails")},
     {Kind::PhoneOptOut, "phoneOptOut", QT_TRANSLATE_NOOP("kindling", "Opted out of calls")},
     {Kind::MarketingConsent, "marketingConsent", QT_TRANSLATE_NOOP("kindling", "Accepts marketing, as the file claims")},
     {Kind::OwnId, "ownId", QT_TRANSLATE_NOOP("kindling", "Its id in Kindling")},
     {Kind::PersonId, "person.id", QT_TRANSLATE_NOOP("kindling", "Id of the person in the other program")},
     {Kind::NewField, "newField", QT_TRANSLATE_NOOP("kindling", "New field (%1)")},
     {Kind::StageEntered, "stageEntered", QT_TRANSLATE_NOOP("kindling", "Entered stage %1")}}};

struct TimelineKey
{
    TimelineField field;
    const char *key;
    const char *label;
};

constexpr std::array<TimelineKey, 27> timelineKeys{
    {{TimelineField::Lead, "lead", QT_TRANSLATE_NOOP("kindling", "Id of the lead in Kindling")},
     {TimelineField::Subject, "subject", QT_TRANSLATE_NOOP("kindling", "Subject")},
     {TimelineField::Note, "note", QT_TRANSLATE_NOOP("kindling", "Note")},
     {TimelineField::Kind, "kind", QT_TRANSLATE_NOOP("kindling", "Kind")},
     {TimelineField::At, "at", QT_TRANSLATE_NOOP("kindling", "When it happened")},
     {TimelineField::Due, "due", QT_TRANSLATE_NOOP("kindling", "When it is due")},
     {TimelineField::Time, "time", QT_TRANSLATE_NOOP("kindling", "Time of the day")},
     {TimelineField::Zone, "zone", QT_TRANSLATE_NOOP("kindling", "Time zone")},
     {TimelineField::WholeDay, "wholeDay", QT_TRANSLATE_NOOP("kindling", "Whole day")},
     {TimelineField::Happened, "happened", QT_TRANSLATE_NOOP("kindling", "Was done")},
     {TimelineField::State, "state", QT_TRANSLATE_NOOP("kindling", "State")},
     {TimelineField::Snoozed, "snoozed", QT_TRANSLATE_NOOP("kindling", "Snoozed until")},
     {TimelineField::Repeat, "repeat", QT_TRANSLATE_NOOP("kindling", "Repeat")},
     {TimelineField::Priority, "priority", QT_TRANSLATE_NOOP("kindling", "Priority")},
     {TimelineField::DoneAt, "doneAt", QT_TRANSLATE_NOOP("kindling", "When it was done")},
     {TimelineField::Direction, "direction", QT_TRANSLATE_NOOP("kindling", "Direction")},
     {TimelineField::Outcome, "outcome", QT_TRANSLATE_NOOP("kindling", "Outcome of a call")},
     {TimelineField::OutcomeName, "outcomeName", QT_TRANSLATE_NOOP("kindling", "Outcome in own words")},
     {TimelineField::Duration, "duration", QT_TRANSLATE_NOOP("kindling", "Duration")},
     {TimelineField::Who, "who", QT_TRANSLATE_NOOP("kindling", "Who did it")},
     {TimelineField::Person, "person", QT_TRANSLATE_NOOP("kindling", "With whom")},
     {TimelineField::Company, "company", QT_TRANSLATE_NOOP("kindling", "Of which company")},
     {TimelineField::Email, "email", QT_TRANSLATE_NOOP("kindling", "Email of the lead")},
     {TimelineField::Phone, "phone", QT_TRANSLATE_NOOP("kindling", "Phone of the lead")},
     {TimelineField::Campaign, "campaign", QT_TRANSLATE_NOOP("kindling", "Campaign")},
     {TimelineField::Magnet, "magnet", QT_TRANSLATE_NOOP("kindling", "Lead magnet")},
     {TimelineField::PersonId, "personId", QT_TRANSLATE_NOOP("kindling", "Id of the person in the other program")}}};

// The notes of a lead as a field of their own ("notes" keeps the column with its name in front).
constexpr QLatin1String noteText("note");

} // namespace

QString targetKey(const ImportTarget &target, const Vocabulary *vocabulary)
{
    if (target.kind == Kind::Lead)
        return target.field == LeadField::Notes ? QString(noteText) : fieldKey(target.field, vocabulary);
    if (target.kind == Kind::NewField)
        return QStringLiteral("newField:") + keyOf(target.newType);
    if (target.kind == Kind::Company)
        return QStringLiteral("company.") + QLatin1String(companyDetails()[static_cast<size_t>(target.companyField)].key);
    if (target.kind == Kind::Timeline)
        return QStringLiteral("activity.") + QLatin1String(timelineKeys[static_cast<size_t>(target.timelineField)].key);
    for (const KindKey &known : kinds) {
        if (known.kind == target.kind)
            return target.kind == Kind::StageEntered ? QLatin1String(known.key) + u':' + target.stage : QString(QLatin1String(known.key));
    }
    return {};
}

std::optional<ImportTarget> targetFromKey(QStringView key, const Vocabulary *vocabulary)
{
    ImportTarget target;
    if (key.startsWith(u"newField:", Qt::CaseInsensitive)) {
        const auto type = customTypeFromKey(key.mid(9));
        target.kind = Kind::NewField;
        target.newType = type.value_or(FieldType::Text);
        return type ? std::optional(target) : std::nullopt;
    }
    if (key.startsWith(u"stageEntered:", Qt::CaseInsensitive)) {
        target.kind = Kind::StageEntered;
        target.stage = key.mid(13).trimmed().toString();
        return target.stage.isEmpty() ? std::nullopt : std::optional(target);
    }
    for (const KindKey &known : kinds) {
        target.kind = known.kind;
        if (known.kind != Kind::StageEntered && key.compare(QLatin1String(known.key), Qt::CaseInsensitive) == 0)
            return target;
    }
    if (key.compare(u"id", Qt::CaseInsensitive) == 0) { // as leads and exports call it
        target.kind = Kind::OwnId;
        return target;
    }
    if (key.startsWith(u"activity.", Qt::CaseInsensitive)) {
        target.kind = Kind::Timeline;
        for (const TimelineKey &known : timelineKeys) {
            target.timelineField = known.field;
            if (key.mid(9).compare(QLatin1String(known.key), Qt::CaseInsensitive) == 0)
                return target;
        }
        return std::nullopt;
    }
    if (key.startsWith(u"company.", Qt::CaseInsensitive)) {
        target.kind = Kind::Company;
        for (const CompanyDetailInfo &known : companyDetails()) {
            target.companyField = known.field;
            if (key.mid(8).compare(QLatin1String(known.key), Qt::CaseInsensitive) == 0)
                return target;
        }
        return std::nullopt;
    }
    target.kind = Kind::Lead;
    if (key == noteText) {
        target.field = LeadField::Notes;
        return target;
    }
    const auto entry = vocabulary ? findField(key, vocabulary) : std::nullopt;
    const LeadFieldInfo *info = fieldByKey(key);
    if (entry ? entry->removed || entry->field == LeadField::Id : !info || info->field == LeadField::Id)
        return std::nullopt;
    target.field = entry ? entry->field : FieldId(info->field);
    return target;
}

QString targetLabel(const ImportTarget &target, const Vocabulary *vocabulary)
{
    if (target.kind == Kind::Lead)
        return fieldLabel(target.field, vocabulary);
    if (target.kind == Kind::Timeline)
        return QCoreApplication::translate("kindling", timelineKeys[static_cast<size_t>(target.timelineField)].label);
    if (target.kind == Kind::Company) // beside the fields of leads, "Name" alone would be theirs
        return target.companyField == CompanyDetail::Name ? sentence("Company name") : companyDetailLabel(target.companyField);
    for (const KindKey &known : kinds) {
        if (known.kind != target.kind)
            continue;
        const QString label = QCoreApplication::translate("kindling", known.label);
        if (target.kind == Kind::NewField)
            return label.arg(labelOf(target.newType));
        return target.kind == Kind::StageEntered ? label.arg(target.stage) : label;
    }
    return {};
}

std::vector<ImportTarget> possibleTargets(ImportMapping::Records records, const Vocabulary &vocabulary)
{
    std::vector<ImportTarget> targets;
    const auto offer = [&targets](Kind kind) -> ImportTarget & {
        targets.emplace_back().kind = kind;
        return targets.back();
    };
    offer(Kind::Notes);
    offer(Kind::Ignore);
    offer(Kind::OwnId);
    if (records == ImportMapping::Records::Companies) {
        for (const CompanyDetailInfo &known : companyDetails())
            offer(Kind::Company).companyField = known.field;
        return targets;
    }
    if (records == ImportMapping::Records::Timeline) {
        for (const TimelineKey &known : timelineKeys)
            offer(Kind::Timeline).timelineField = known.field;
        return targets;
    }
    for (const Kind kind : {Kind::GivenName, Kind::FamilyName, Kind::Currency, Kind::ContactLabel, Kind::EmailOptOut, Kind::PhoneOptOut,
                            Kind::MarketingConsent, Kind::PersonId})
        offer(kind);
    for (const FieldEntry &entry : fieldCatalogue(&vocabulary)) {
        if (entry.editable || entry.field == LeadField::Created || entry.field == LeadField::Closed || entry.field == LeadField::StageSince)
            offer(Kind::Lead).field = entry.field;
    }
    return targets;
}

} // namespace kindling
