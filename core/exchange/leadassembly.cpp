// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/leadassembly.h"

#include "core/base/currencycodes.h"
#include "core/base/textfold.h"
#include "core/base/walltime.h"
#include "core/exchange/cellreading.h"
#include "core/exchange/celltext.h"
#include "core/exchange/dealline.h"
#include "core/exchange/headerwords.h"
#include "core/exchange/leadassemblyrow.h"
#include "core/exchange/presets.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kindling {

namespace {

using Kind = ImportTarget::Kind;

QString Lead::*plainText(LeadField field)
{
    switch (field) {
    case LeadField::ExternalId: return &Lead::externalId;
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
    case LeadField::PainPoints: return &Lead::painPoints;
    default: return nullptr;
    }
}

/// A name without what stands between its parts.
QString lettersOf(const QString &name)
{
    QString letters = folded(name);
    letters.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return letters;
}

/// The code that a code ("eur") or a sign ("€") stands for; empty for anything else ("Yen").
QString currencyNamed(const QString &text, const QString &fallback)
{
    const Result<Money> one = Money::parse(QStringLiteral("1 ") + text, fallback);
    return one && isCurrencyCode(one->currency) ? one->currency : QString();
}

} // namespace

LeadAssembly::LeadAssembly(const ImportMapping &mapping, const ImportContext &context)
    : m_mapping(mapping)
    , m_context(context)
    , m_htmlNotes(writesNotesAsHtml(mapping))
{
    for (const ImportColumn &column : mapping.columns)
        m_labels.push_back(contactLabel(column.header));
}

LeadDraft LeadAssembly::read(const RecordReader &record)
{
    Row row;
    row.draft.line = record.line();
    const size_t count = std::min(record.cells().size(), m_mapping.columns.size());
    for (size_t i = 0; i < count; ++i) {
        const ImportColumn &column = m_mapping.columns[i];
        const QString told = std::exchange(row.told, {});
        if (column.target.kind == Kind::Ignore || record.cells()[i].isEmpty())
            continue;
        const QString text = cellText(record, i, m_mapping);
        row.label = told.isEmpty() ? m_labels[i] : told;
        if (!text.isEmpty())
            take(row, column, text);
    }
    takePhones(row);
    settleContacts(row);
    settleName(row);
    settleAmount(row);
    settleHistory(row);
    if (!row.draft.persons.isEmpty())
        row.draft.deal = dealLine(record, m_mapping);
    return std::move(row.draft);
}

void LeadAssembly::take(Row &row, const ImportColumn &column, const QString &text)
{
    switch (column.target.kind) {
    case Kind::Lead: takeField(row, column, text); return;
    case Kind::GivenName: row.given += row.given.isEmpty() ? text : u' ' + text; return;
    case Kind::FamilyName: row.family = text; return;
    case Kind::Currency:
        row.currency = currencyNamed(text, m_context.vocabulary.currency);
        if (row.currency.isEmpty())
            refuse(row, column, text);
        return;
    case Kind::StageEntered: takeDate(row, column, text); return;
    case Kind::OwnId:
        row.draft.lead.id = LeadId::fromString(text).value_or(LeadId());
        if (row.draft.lead.id.isNull()) // chosen by hand
            refuse(row, column, text);
        return;
    case Kind::PersonId: row.draft.persons += personIds(text); return;
    case Kind::ContactLabel:
        if (m_mapping.isOwnExport())
            row.labelled += text;
        else
            row.told = text.startsWith(u"* ") ? text.mid(2) : text;
        return;
    case Kind::EmailOptOut:
    case Kind::PhoneOptOut:
        if (m_mapping.isOwnExport())
            row.barred += severalValues(text, false);
        else
            takeOptOut(row, column, text);
        return;
    case Kind::MarketingConsent:
        takeConsent(row, text);
        keep(row, column.header, QCoreApplication::translate("kindling", "%1 (as the imported file says; not proven)").arg(text));
        return;
    default: keep(row, column.header, text); return;
    }
}

void LeadAssembly::takeField(Row &row, const ImportColumn &column, const QString &text)
{
    if (column.target.field.isCustom()) {
        takeCustom(row, column, text);
        return;
    }
    Lead &lead = row.draft.lead;
    const LeadField field = column.target.field.builtIn();
    if (const auto member = plainText(field)) {
        // Shopify writes an apostrophe before what a spreadsheet would take for a number.
        const bool marked = text.startsWith(u'\'') && (field == LeadField::ExternalId || field == LeadField::PostalCode);
        const QString value = marked ? text.mid(1) : text;
        // HubSpot: "Acme;Beta" are several companies of one contact or deal, and no company is both.
        if (field == LeadField::Company && m_mapping.sourceKind.startsWith(u"HubSpot") && value.contains(u';')) {
            QStringList companies = severalValues(value, false);
            lead.company = companies.isEmpty() ? QString() : companies.takeFirst();
            if (!companies.isEmpty())
                keep(row, column.header, companies.join(QStringLiteral("; ")));
            row.draft.given.push_back(field);
            return;
        }
        // "Business Street", "Business Street 2": one address in several columns.
        lead.*member = field == LeadField::Street && !(lead.*member).isEmpty() ? lead.*member + QStringLiteral(", ") + value : value;
        row.draft.given.push_back(field);
        return;
    }
    switch (field) {
    case LeadField::Name:
        lead.name = text;
        row.nameHeader = column.header;
        return;
    case LeadField::Email: takeEmails(row, column, text); return;
    case LeadField::Phone: row.phones.push_back({&column, text, row.label}); return;
    case LeadField::Tags: takeTags(row, text); return;
    case LeadField::Value:
        if (row.amountColumn) // the later one counts
            keep(row, row.amountColumn->header, row.amount);
        row.amountColumn = &column;
        row.amount = text;
        return;
    case LeadField::Consent:
        if (!takeConsent(row, text))
            refuse(row, column, text);
        row.withdrawn |= readConsent(text) == Consent::Refused;
        return;
    case LeadField::Notes: keep(row, {}, m_htmlNotes ? plainNote(text) : text); return;
    case LeadField::Stage:
    case LeadField::Temperature:
    case LeadField::Outcome: takeWord(row, column, text); return;
    case LeadField::Created:
    case LeadField::Closed:
    case LeadField::StageSince:
    case LeadField::ExpectedClose:
    case LeadField::BackOn: takeDate(row, column, text); return;
    default: break;
    }
    const FieldContext context{&m_context.vocabulary, m_context.zone};
    if (fieldInfo(field).editable && setField(lead, field, text, context))
        row.draft.given.push_back(field);
    else
        keep(row, column.header, text);
}

void LeadAssembly::takeTags(Row &row, const QString &text)
{
    for (QString tag : severalValues(text, true)) {
        tag.remove(u'"');
        const bool marked = tag.startsWith(u"* ");
        if (marked)
            tag.remove(0, 2);
        const bool google = tag == u"myContacts" || (marked && tag == u"starred"); // groups of Google's own
        if (!tag.isEmpty() && !google && !row.draft.lead.tags.contains(tag, Qt::CaseInsensitive))
            row.draft.lead.tags += tag;
    }
    row.draft.given.push_back(LeadField::Tags);
}

std::optional<FieldValue> LeadAssembly::readCustom(const CustomField &field, const ImportColumn &column, const QString &text) const
{
    if (field.type == FieldType::Date) {
        const std::optional<DateReading> reading = readDate(text, m_mapping.orderOf(column));
        return reading ? std::optional(FieldValue(reading->date)) : std::nullopt;
    }
    if (field.type == FieldType::Money) {
        const std::optional<Money> money = readAmount(text, column.decimalSign, m_context.vocabulary.currency);
        return money ? std::optional(FieldValue(*money)) : std::nullopt;
    }
    if (field.type == FieldType::Number) {
        static const QRegularExpression unit(QStringLiteral("(?<=\\d)\\s+(?!%)[^\\d\\s]{1,3}$")); // "5000 EUR" of a workbook
        const QString digits = QString(text).remove(unit);
        const QChar sign = column.decimalSign.isNull() ? m_mapping.decimalSign : column.decimalSign;
        const Result<Decimal> number = sign.isNull() ? Decimal::parse(digits) : Decimal::parse(digits, sign);
        return number ? std::optional(FieldValue(*number)) : std::nullopt;
    }
    if (field.type == FieldType::Link && m_mapping.isOwnExport())
        return FieldValue(text); // links were any text once, and what is stored stays
    const Result<FieldValue> value = readFieldValue(field, text, m_context.vocabulary.currency);
    return value ? std::optional(*value) : std::nullopt;
}

void LeadAssembly::takeCustom(Row &row, const ImportColumn &column, const QString &text)
{
    const CustomField *field = m_context.vocabulary.field(column.target.field.custom());
    if (!field) {
        keep(row, column.header, text);
        return;
    }
    LeadDraft &draft = row.draft;
    if (field->type == FieldType::Choice || field->type == FieldType::Choices) {
        const bool listed = text.contains(u';') || text.contains(QStringLiteral(":::"));
        draft.choices.push_back({field->id, field->type == FieldType::Choice ? QStringList{text} : severalValues(text, !listed)});
        draft.given.emplace_back(field->id);
        return;
    }
    if (auto value = readCustom(*field, column, text)) {
        draft.lead.custom.set(field->id, std::move(*value));
        draft.given.emplace_back(field->id);
    } else {
        refuse(row, column, text);
    }
}

/// In the currency of its column, whatever sign the amount has beside it: "$" may be any dollar.
void LeadAssembly::settleAmount(Row &row) const
{
    if (!row.amountColumn)
        return;
    const QString &currency = row.currency.isEmpty() ? m_context.vocabulary.currency : row.currency;
    std::optional<Money> value = readAmount(row.amount, row.amountColumn->decimalSign, currency);
    if (value && !row.currency.isEmpty())
        value = value->inCurrency(row.currency);
    row.draft.lead.value = value;
    if (value)
        row.draft.given.push_back(LeadField::Value);
    else
        refuse(row, *row.amountColumn, row.amount);
}

const StageMeaning &LeadAssembly::meaningOf(const QString &word)
{
    if (m_meanings.size() > 10'000)
        m_meanings.clear();
    const auto known = m_meanings.constFind(word);
    if (known != m_meanings.constEnd())
        return *known;
    return *m_meanings.insert(word, stageMeaning(word, m_context.vocabulary, m_mapping.newStages));
}

void LeadAssembly::takeWord(Row &row, const ImportColumn &column, const QString &text)
{
    const StageMeaning &meaning = meaningOf(text);
    const FieldId field = column.target.field;
    LeadDraft &draft = row.draft;
    // "New", "Contacted" in a known program's status beside its stage: nothing is wrong, and open is what it says.
    if (field == LeadField::Outcome && !meaning.outcome && m_mapping.sourceKind != plainTable()) {
        keep(row, column.header, text);
        return;
    }
    if (!meaning.known() || (field == LeadField::Temperature && !meaning.temperature)
        || (field == LeadField::Outcome && !meaning.outcome)) {
        refuse(row, column, text);
        return;
    }
    if (meaning.temperature) {
        draft.lead.temperature = *meaning.temperature;
        draft.given.push_back(LeadField::Temperature);
    }
    if (meaning.outcome)
        (field == LeadField::Outcome ? row.outcome : row.stageOutcome) = *meaning.outcome;
    if (!meaning.stage.isEmpty() && (field == LeadField::Stage || draft.stage.isEmpty()))
        draft.stage = meaning.stage;
}

void LeadAssembly::takeDate(Row &row, const ImportColumn &column, const QString &text)
{
    const std::optional<DateReading> reading = readDate(text, m_mapping.orderOf(column));
    if (!reading) {
        refuse(row, column, text);
        return;
    }
    const UtcMs moment = reading->moment(m_context.zone);
    if (column.target.kind == Kind::StageEntered)
        row.draft.history.push_back({column.target.stage, moment});
    else if (column.target.field == LeadField::Created)
        row.created = moment;
    else if (column.target.field == LeadField::Closed)
        row.closed = moment;
    else if (column.target.field == LeadField::StageSince)
        row.stageSince = moment;
    else if (column.target.field == LeadField::BackOn)
        row.draft.lead.backOn = reading->date;
    else
        row.draft.lead.expectedClose = reading->date;
}

/// "1", "yes", "true", or a time at which it happened; of the state of a subscription only what is known to say so.
void LeadAssembly::takeOptOut(Row &row, const ImportColumn &column, const QString &text) const
{
    const bool state = isSubscriptionState(column.header);
    const bool out = saysOptedOut(text).value_or(!state && !saysNo(text));
    const bool wish = out && !saysUndeliverable(text) && !saysUndeliverable(column.header);
    row.wantsNoEmail |= wish && (column.target.kind == Kind::EmailOptOut || forbidsAllContact(column.header));
    row.wantsNoCalls |= wish && (column.target.kind == Kind::PhoneOptOut || forbidsAllContact(column.header));
    row.noEmail |= out && (column.target.kind == Kind::EmailOptOut || forbidsAllContact(column.header));
    row.noPhone |= out && (column.target.kind == Kind::PhoneOptOut || forbidsAllContact(column.header));
    if (state || (out && text.size() > 5))
        keep(row, column.header, text); // the time or the way of it
}

/// Of several columns ("accepts emails", "accepts text messages") one that says yes is enough. False for a text that says nothing.
bool LeadAssembly::takeConsent(Row &row, const QString &text)
{
    const std::optional<Consent> consent = readConsent(text);
    Lead &lead = row.draft.lead;
    if (!consent || *consent == Consent::Unknown || lead.consent == Consent::Given)
        return consent.has_value();
    lead.consent = *consent;
    row.draft.given.push_back(LeadField::Consent);
    return true;
}

void LeadAssembly::settleName(Row &row) const
{
    Lead &lead = row.draft.lead;
    const QString parts = row.given.isEmpty() || row.family.isEmpty() ? row.given + row.family : row.given + u' ' + row.family;
    const QStringList known = folded(lead.name).split(u' ');
    const QStringList words = folded(parts).split(u' ');
    const auto within = [](const QStringList &some, const QStringList &all) {
        return std::all_of(some.begin(), some.end(), [&](const QString &word) { return all.contains(word); });
    };
    // "Marta Oliveira" beside "Marta Sofia" and "Oliveira", 山田太郎 beside 太郎 and 山田: how somebody is called stands.
    const QString letters = lettersOf(lead.name);
    const bool isCalledSo = within(words, known) || (known.size() > 1 && within(known, words))
        || letters == lettersOf(row.given + row.family) || letters == lettersOf(row.family + row.given);
    if (lead.name.isEmpty()) {
        lead.name = parts;
    } else if (!parts.isEmpty() && !isCalledSo) {
        const bool half = row.given.isEmpty() || row.family.isEmpty();
        if (half && known.size() == 1) { // "Name" beside "Vorname" is the family's
            lead.name = row.family.isEmpty() ? row.given + u' ' + lead.name : lead.name + u' ' + row.family;
        } else if (!half) { // beside both it is a contact person, or how one signs in
            if (!within(known, words))
                keep(row, row.nameHeader, lead.name);
            lead.name = parts;
        }
    }
    if (!lead.name.isEmpty())
        row.draft.given.push_back(LeadField::Name);
    if (lead.expectedClose)
        row.draft.given.push_back(LeadField::ExpectedClose);
    if (lead.backOn)
        row.draft.given.push_back(LeadField::BackOn);
}

/// From dates and words to a course: created, stages entered, decided.
void LeadAssembly::settleHistory(Row &row) const
{
    LeadDraft &draft = row.draft;
    Lead &lead = draft.lead;
    lead.outcome = row.outcome ? *row.outcome : row.stageOutcome.value_or(Outcome::Open);
    if (row.stageSince && !draft.stage.isEmpty())
        draft.history.push_back({draft.stage, *row.stageSince});
    std::stable_sort(draft.history.begin(), draft.history.end(), [](const DraftStage &a, const DraftStage &b) { return a.from < b.from; });
    const bool decided = lead.outcome != Outcome::Open;
    if (row.closed && !decided) {
        // The closing date of an open deal is the one expected.
        if (!lead.expectedClose) {
            lead.expectedClose = dayOf(*row.closed, m_context.zone);
            draft.given.push_back(LeadField::ExpectedClose);
        }
        row.closed.reset();
    }
    if (lead.outcome == Outcome::Won) {
        if (const Stage *customer = m_context.vocabulary.stageOfKind(StageKind::Customer))
            draft.stage = customer->name;
        if (row.closed)
            draft.history.push_back({draft.stage, std::max(*row.closed, draft.history.empty() ? *row.closed : draft.history.back().from)});
    }
    if (draft.stage.isEmpty() && !draft.history.empty())
        draft.stage = draft.history.back().stage;
    if (draft.stage.isEmpty() && decided && !m_context.vocabulary.stages.empty())
        draft.stage = m_context.vocabulary.stages.front().name;
    std::optional<UtcMs> earliest = row.created ? row.created : row.closed;
    for (const DraftStage &step : draft.history)
        earliest = earliest ? std::min(*earliest, step.from) : step.from;
    lead.created = earliest.value_or(m_context.now);
    if (decided)
        lead.outcomeSince = row.closed ? std::max(*row.closed, lead.created)
            : draft.history.empty()    ? lead.created
                                       : draft.history.back().from;
    if (!draft.stage.isEmpty())
        draft.given.push_back(LeadField::Stage);
    if (row.outcome || row.stageOutcome)
        draft.given.push_back(LeadField::Outcome);
    if (row.created)
        draft.given.push_back(LeadField::Created);
}

void LeadAssembly::refuse(Row &row, const ImportColumn &column, const QString &text) const
{
    row.draft.problems +=
        QCoreApplication::translate("kindling", "%1: “%2” could not be read and went to the notes").arg(column.header, text);
    keep(row, column.header, text);
}

void LeadAssembly::keep(Row &row, const QString &header, const QString &text) const
{
    QString &notes = row.draft.lead.notes;
    if (!notes.isEmpty())
        notes += u'\n';
    if (!header.isEmpty())
        notes += header + QStringLiteral(": ");
    notes += text;
}

} // namespace kindling
