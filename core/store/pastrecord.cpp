// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pastrecord.h"

#include "core/base/try.h"
#include "core/store/answerstext.h"
#include "core/store/fieldvalues.h"

#include <QJsonArray>

#include <array>

namespace kindling {

namespace {

constexpr std::array<std::pair<const char *, QString Lead::*>, 15> texts{{
    {"external_id", &Lead::externalId},
    {"name", &Lead::name},
    {"job_title", &Lead::jobTitle},
    {"industry", &Lead::industry},
    {"company_size", &Lead::companySize},
    {"city", &Lead::city},
    {"region", &Lead::region},
    {"country", &Lead::country},
    {"language", &Lead::language},
    {"website", &Lead::website},
    {"street", &Lead::street},
    {"postal_code", &Lead::postalCode},
    {"time_zone", &Lead::timeZone},
    {"notes", &Lead::notes},
    {"pain_points", &Lead::painPoints},
}};

struct Question
{
    const char *note;
    QualificationAnswer Bant::*answer;
    int shift;
};
constexpr std::array<Question, 4> questions{{{"budget_note", &Bant::budget, 0},
                                             {"authority_note", &Bant::authority, 2},
                                             {"need_note", &Bant::need, 4},
                                             {"timeline_note", &Bant::timeline, 6}}};

void putBant(Bant &bant, const QJsonObject &record)
{
    const auto packed = record.constFind(QLatin1String("bant"));
    for (const Question &question : questions) {
        QualificationAnswer &answer = bant.*question.answer;
        if (packed != record.constEnd())
            answer.answer = static_cast<Answer>((packed->toInteger() >> question.shift) & 3);
        const auto note = record.constFind(QLatin1String(question.note));
        if (note != record.constEnd())
            answer.note = note->toString();
    }
}

/// When and by whom answers were given, and what is noted with those that are the user's own.
void putAnswers(Lead &lead, const QString &text)
{
    for (const Question &question : questions) {
        QualificationAnswer &answer = lead.bant.*question.answer;
        answer.at = 0;
        answer.by.clear();
    }
    lead.answerNotes.clear();
    lead.qualifiedAt = 0;
    lead.qualifiedBy.clear();
    readAnswers(text, lead);
}

/// An amount is recorded without its currency when only the number changed, and the other way round.
void putValue(Lead &lead, const QJsonObject &record)
{
    const auto minor = record.constFind(QLatin1String("value_minor"));
    const auto currency = record.constFind(QLatin1String("currency"));
    if (minor != record.constEnd() && minor->isNull()) {
        lead.value.reset();
        return;
    }
    Money value = lead.value.value_or(Money{});
    if (minor != record.constEnd())
        value.minor = minor->toInteger();
    if (currency != record.constEnd())
        value.currency = currency->toString();
    if (minor != record.constEnd() || currency != record.constEnd())
        lead.value = value;
}

void putContacts(Lead &lead, const QJsonArray &rows)
{
    lead.emails.clear();
    lead.phones.clear();
    for (const QJsonValue &row : rows) {
        const auto text = [&row](const char *key) { return row[QLatin1String(key)].toString(); };
        const ContactState state = fromKey<ContactState>(text("state")).value_or(ContactState::Usable);
        if (text("kind") == u"email")
            lead.emails.push_back({EmailAddress::fromStored(text("typed"), text("normalised")), text("label"), state});
        else
            lead.phones.push_back({PhoneNumber::fromStored(text("typed"), text("normalised")), text("label"), state});
    }
}

} // namespace

Result<void> PastRecord::putInto(Lead &lead, const QJsonObject &record)
{
    for (const auto &[key, member] : texts) {
        const auto value = record.constFind(QLatin1String(key));
        if (value != record.constEnd())
            lead.*member = value->toString();
    }
    putBant(lead.bant, record);
    putValue(lead, record);
    if (const auto value = record.constFind(QLatin1String("answers")); value != record.constEnd())
        putAnswers(lead, value->toString());
    if (const auto value = record.constFind(QLatin1String("qualified_through")); value != record.constEnd())
        lead.qualifiedThrough = fromKey<QualifiedThrough>(value->toString()).value_or(QualifiedThrough::None);
    if (const auto value = record.constFind(QLatin1String("archived")); value != record.constEnd())
        lead.archived = value->toInteger() != 0;
    if (const auto value = record.constFind(QLatin1String("expected_close")); value != record.constEnd())
        lead.expectedClose = value->isNull() ? std::nullopt : std::optional(QDate::fromString(value->toString(), Qt::ISODate));
    if (const auto value = record.constFind(QLatin1String("pinned")); value != record.constEnd())
        lead.temperaturePinned = value->toInteger() != 0;
    if (const auto value = record.constFind(QLatin1String("back_on")); value != record.constEnd())
        lead.backOn = value->isNull() ? std::nullopt : std::optional(QDate::fromString(value->toString(), Qt::ISODate));
    if (const auto value = record.constFind(QLatin1String("consent")); value != record.constEnd())
        lead.consent = fromKey<Consent>(value->toString()).value_or(Consent::Unknown);
    if (const auto value = record.constFind(QLatin1String("do_not_email")); value != record.constEnd())
        lead.doNotEmail = value->toInteger() != 0;
    if (const auto value = record.constFind(QLatin1String("do_not_call")); value != record.constEnd())
        lead.doNotCall = value->toInteger() != 0;
    if (const auto value = record.constFind(QLatin1String("contacts")); value != record.constEnd())
        putContacts(lead, value->toArray());
    if (const auto value = record.constFind(QLatin1String("tags")); value != record.constEnd())
        KINDLING_TRY(putTags(lead, value->toArray()));
    for (auto value = record.begin(); value != record.end(); ++value)
        KINDLING_TRY(putCustom(lead, value.key(), value.value().toArray()));
    return putNames(lead, record);
}

Result<void> PastRecord::putNames(Lead &lead, const QJsonObject &record)
{
    static constexpr std::array<std::pair<const char *, QString Lead::*>, 3> words{
        {{"source_id", &Lead::source}, {"campaign_id", &Lead::campaign}, {"reason_id", &Lead::reason}}};
    for (const auto &[key, member] : words) {
        const auto id = record.constFind(QLatin1String(key));
        if (id == record.constEnd())
            continue;
        KINDLING_GET(name, m_names.nameOf(QStringLiteral("word"), *id));
        lead.*member = name;
    }
    if (const auto id = record.constFind(QLatin1String("company_id")); id != record.constEnd()) {
        KINDLING_GET(name, m_names.nameOf(QStringLiteral("company"), *id));
        lead.company = name;
        lead.companyId = CompanyId(id->toInteger());
    }
    return {};
}

Result<void> PastRecord::putTags(Lead &lead, const QJsonArray &rows)
{
    lead.tags.clear();
    for (const QJsonValue &row : rows) {
        KINDLING_GET(name, m_names.nameOf(QStringLiteral("word"), row[QStringLiteral("word_id")]));
        lead.tags += name;
    }
    return {};
}

Result<void> PastRecord::putCustom(Lead &lead, const QString &key, const QJsonArray &rows)
{
    const CustomFieldId id = fieldOfRecordKey(key);
    KINDLING_GET(field, m_names.fieldOf(id));
    if (field)
        lead.custom.set(id, rows.isEmpty() ? FieldValue() : fieldValue(field->type, rows));
    return {};
}

} // namespace kindling
