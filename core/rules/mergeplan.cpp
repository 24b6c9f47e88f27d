// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/mergeplan.h"

#include <algorithm>

namespace kindling {

namespace {

bool keepsBoth(FieldId field, const FieldContext &context)
{
    if (field.isCustom()) {
        const CustomField *own = context.vocabulary ? context.vocabulary->field(field.custom()) : nullptr;
        return own && (own->type == FieldType::Choices || own->type == FieldType::LongText);
    }
    switch (field.builtIn()) {
    case LeadField::Email:
    case LeadField::Phone:
    case LeadField::Tags:
    case LeadField::Notes:
    case LeadField::PainPoints: return true;
    default: return false;
    }
}

/// Kept by the program, or decided by more than one field.
bool isPlanned(const FieldEntry &entry)
{
    return entry.editable && entry.field != LeadField::Archived && entry.field != LeadField::TemperaturePinned // goes with its temperature
        && entry.field != LeadField::DoNotEmail && entry.field != LeadField::DoNotCall; // what one of them asked for counts
}

int knownFields(const Lead &lead, const FieldContext &context)
{
    int known = 0;
    for (const FieldEntry &entry : fieldCatalogue(context.vocabulary))
        known += isPlanned(entry) && !fieldText(lead, entry.field, context).isEmpty();
    return known + int(lead.emails.size() + lead.phones.size());
}

int sureness(Answer answer)
{
    switch (answer) {
    case Answer::Yes:
    case Answer::No: return 3;
    case Answer::Partly: return 2;
    default: return 0;
    }
}

int position(const Lead &lead, const Vocabulary &words)
{
    const Stage *stage = words.stage(lead.stage);
    return stage ? stage->position : -1;
}

const QualificationAnswer &answerTo(const Lead &lead, LeadField question)
{
    switch (question) {
    case LeadField::Budget: return lead.bant.budget;
    case LeadField::Authority: return lead.bant.authority;
    case LeadField::Need: return lead.bant.need;
    default: return lead.bant.timeline;
    }
}

/// Whose value wins where both have one; true for the other's.
bool otherIsBetter(FieldId field, const Lead &survivor, const Lead &other, const FieldContext &context)
{
    if (field.isCustom())
        return false;
    switch (field.builtIn()) {
    case LeadField::Name: // "M. Oliveira" gives way to "Marta Oliveira"
        return other.name.size() > survivor.name.size() && (survivor.name.contains(u'.') || !survivor.name.contains(u' '));
    case LeadField::Stage: return context.vocabulary && position(other, *context.vocabulary) > position(survivor, *context.vocabulary);
    case LeadField::Temperature: return other.temperature > survivor.temperature;
    case LeadField::Outcome:
        return other.outcome == Outcome::Won
            ? survivor.outcome != Outcome::Won
            : survivor.outcome != Outcome::Won && survivor.outcome != Outcome::Open && other.outcome == Outcome::Open;
    case LeadField::Reason: return otherIsBetter(LeadField::Outcome, survivor, other, context);
    case LeadField::Consent: return other.consent == Consent::Refused;
    case LeadField::Source:
    case LeadField::Campaign: return other.created < survivor.created;
    case LeadField::Budget:
    case LeadField::Authority:
    case LeadField::Need:
    case LeadField::Timeline:
        return sureness(answerTo(other, field.builtIn()).answer) > sureness(answerTo(survivor, field.builtIn()).answer);
    default: return false;
    }
}

template <typename Entry, typename Same>
std::vector<Entry> united(const std::vector<Entry> &first, const std::vector<Entry> &second, Same same)
{
    std::vector<Entry> all = first;
    for (const Entry &entry : second) {
        const auto known = std::find_if(all.begin(), all.end(), [&](const Entry &e) { return same(e, entry); });
        if (known == all.end())
            all.push_back(entry);
        else if (known->state == ContactState::Usable)
            known->state = entry.state; // who asked not to be written to, did so whichever lead it was
    }
    return all;
}

QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.contains(first))
        return second;
    return second.isEmpty() || first.contains(second) ? first : first + u'\n' + second;
}

void setBoth(Lead &merged, const Lead &first, const Lead &second)
{
    merged.emails = united(first.emails, second.emails,
                           [](const EmailEntry &a, const EmailEntry &b) { return a.address.normalised() == b.address.normalised(); });
    merged.phones = united(first.phones, second.phones,
                           [](const PhoneEntry &a, const PhoneEntry &b) { return a.number.normalised() == b.number.normalised(); });
}

/// Options of both, or the texts of both, the winner's first.
void setBoth(Lead &merged, CustomFieldId field, const FieldValue *first, const FieldValue *second)
{
    const auto *options = first ? std::get_if<OptionIds>(first) : nullptr;
    const auto *more = second ? std::get_if<OptionIds>(second) : nullptr;
    if (options && more) {
        OptionIds all = *options;
        std::copy_if(more->begin(), more->end(), std::back_inserter(all),
                     [&](FieldOptionId id) { return std::find(options->begin(), options->end(), id) == options->end(); });
        merged.custom.set(field, all);
        return;
    }
    const auto *text = first ? std::get_if<QString>(first) : nullptr;
    const auto *moreText = second ? std::get_if<QString>(second) : nullptr;
    if (text && moreText)
        merged.custom.set(field, joined(*text, *moreText));
    else if (first || second)
        merged.custom.set(field, first ? *first : *second);
}

QualificationAnswer &answerOf(Lead &lead, LeadField question)
{
    switch (question) {
    case LeadField::Budget: return lead.bant.budget;
    case LeadField::Authority: return lead.bant.authority;
    case LeadField::Need: return lead.bant.need;
    default: return lead.bant.timeline;
    }
}

/// What stands beside the answer to a question of one's own goes with it.
void takeNote(Lead &merged, const Lead &from, CustomFieldId question)
{
    const auto isOf = [question](const AnswerNote &note) { return note.question == question; };
    const auto taken = std::find_if(from.answerNotes.begin(), from.answerNotes.end(), isOf);
    if (taken == from.answerNotes.end())
        return;
    const auto present = std::find_if(merged.answerNotes.begin(), merged.answerNotes.end(), isOf);
    if (present != merged.answerNotes.end())
        *present = *taken;
    else
        merged.answerNotes.insert(std::upper_bound(merged.answerNotes.begin(), merged.answerNotes.end(), question,
                                                   [](CustomFieldId id, const AnswerNote &note) { return id < note.question; }),
                                  *taken);
}

/// Copies one field with all that belongs to it.
void take(Lead &merged, const Lead &from, FieldId field)
{
    if (field.isCustom()) {
        if (const FieldValue *value = from.custom.find(field.custom()))
            merged.custom.set(field.custom(), *value);
        else
            merged.custom.clear(field.custom());
        takeNote(merged, from, field.custom());
        return;
    }
    switch (field.builtIn()) {
    case LeadField::ExternalId: merged.externalId = from.externalId; break;
    case LeadField::Name: merged.name = from.name; break;
    case LeadField::Company: merged.company = from.company; break;
    case LeadField::JobTitle: merged.jobTitle = from.jobTitle; break;
    case LeadField::Website: merged.website = from.website; break;
    case LeadField::Street: merged.street = from.street; break;
    case LeadField::PostalCode: merged.postalCode = from.postalCode; break;
    case LeadField::City: merged.city = from.city; break;
    case LeadField::Region: merged.region = from.region; break;
    case LeadField::Country: merged.country = from.country; break;
    case LeadField::Language: merged.language = from.language; break;
    case LeadField::TimeZone: merged.timeZone = from.timeZone; break;
    case LeadField::Industry: merged.industry = from.industry; break;
    case LeadField::CompanySize: merged.companySize = from.companySize; break;
    case LeadField::Temperature:
        merged.temperature = from.temperature;
        merged.temperaturePinned = from.temperaturePinned;
        break;
    case LeadField::Stage: merged.stage = from.stage; break;
    case LeadField::QualifiedThrough:
        merged.qualifiedThrough = from.qualifiedThrough;
        merged.qualifiedAt = from.qualifiedAt;
        merged.qualifiedBy = from.qualifiedBy;
        break;
    case LeadField::Outcome: merged.outcome = from.outcome; break;
    case LeadField::Reason: merged.reason = from.reason; break;
    case LeadField::Owner: merged.owner = from.owner; break;
    case LeadField::Source: merged.source = from.source; break;
    case LeadField::Campaign: merged.campaign = from.campaign; break;
    case LeadField::Value: merged.value = from.value; break;
    case LeadField::Consent: merged.consent = from.consent; break;
    case LeadField::BackOn: merged.backOn = from.backOn; break;
    case LeadField::ExpectedClose: merged.expectedClose = from.expectedClose; break;
    case LeadField::Budget:
    case LeadField::Authority:
    case LeadField::Need:
    case LeadField::Timeline: answerOf(merged, field.builtIn()) = answerTo(from, field.builtIn()); break;
    default: break;
    }
}

} // namespace

MergeChoice *MergePlan::choice(FieldId field)
{
    const auto found = std::find_if(choices.begin(), choices.end(), [field](const MergeChoice &c) { return c.field == field; });
    return found == choices.end() ? nullptr : &*found;
}

int MergePlan::winner(FieldId field) const
{
    const auto found = std::find_if(choices.begin(), choices.end(), [field](const MergeChoice &c) { return c.field == field; });
    return found == choices.end() ? 0 : found->winner;
}

bool survivesBetter(const Lead &a, const Lead &b, const FieldContext &context)
{
    if (a.archived != b.archived)
        return b.archived;
    const int knownOfA = knownFields(a, context);
    const int knownOfB = knownFields(b, context);
    return knownOfA != knownOfB ? knownOfA > knownOfB : a.id < b.id;
}

MergePlan planMerge(const Lead &survivor, const Lead &other, const FieldContext &context)
{
    MergePlan plan{survivor, other, {}};
    for (const FieldEntry &entry : fieldCatalogue(context.vocabulary)) {
        if (!isPlanned(entry))
            continue;
        MergeChoice choice{entry.field,
                           {fieldText(survivor, entry.field, context), fieldText(other, entry.field, context)},
                           0,
                           keepsBoth(entry.field, context)};
        if (choice.values[0].isEmpty() && choice.values[1].isEmpty())
            continue;
        const bool missing = choice.values[0].isEmpty();
        choice.winner = missing || (!choice.values[1].isEmpty() && otherIsBetter(entry.field, survivor, other, context)) ? 1 : 0;
        plan.choices.push_back(std::move(choice));
    }
    return plan;
}

Lead mergedLead(const MergePlan &plan, const FieldContext &)
{
    Lead merged = plan.survivor;
    for (const MergeChoice &choice : plan.choices) {
        if (choice.winner == 1 && !choice.keepsBoth)
            take(merged, plan.other, choice.field);
    }
    const auto first = [&](FieldId field) -> const Lead & { return plan.winner(field) == 1 ? plan.other : plan.survivor; };
    const auto second = [&](FieldId field) -> const Lead & { return plan.winner(field) == 1 ? plan.survivor : plan.other; };
    Lead contacts;
    setBoth(contacts, first(LeadField::Email), second(LeadField::Email));
    merged.emails = contacts.emails;
    setBoth(contacts, first(LeadField::Phone), second(LeadField::Phone));
    merged.phones = contacts.phones;
    for (const QString &tag : plan.other.tags) {
        if (!merged.tags.contains(tag, Qt::CaseInsensitive))
            merged.tags += tag;
    }
    merged.notes = joined(first(LeadField::Notes).notes, second(LeadField::Notes).notes);
    merged.painPoints = joined(first(LeadField::PainPoints).painPoints, second(LeadField::PainPoints).painPoints);
    for (const LeadField question : {LeadField::Budget, LeadField::Authority, LeadField::Need, LeadField::Timeline}) {
        QualificationAnswer &answer = answerOf(merged, question);
        answer.note = joined(answerTo(first(question), question).note, answerTo(second(question), question).note);
    }
    for (const MergeChoice &choice : plan.choices) {
        if (!choice.keepsBoth || !choice.field.isCustom())
            continue;
        const CustomFieldId field = choice.field.custom();
        setBoth(merged, field, first(choice.field).custom.find(field), second(choice.field).custom.find(field));
        if (choice.winner == 1)
            takeNote(merged, plan.other, field);
    }
    merged.created = std::min(plan.survivor.created, plan.other.created);
    merged.archived = plan.survivor.archived && plan.other.archived;
    merged.doNotEmail = plan.survivor.doNotEmail || plan.other.doNotEmail;
    merged.doNotCall = plan.survivor.doNotCall || plan.other.doNotCall;
    return merged;
}

} // namespace kindling
