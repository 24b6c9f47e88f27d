// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordjson.h"

#include <QDateTime>

#include <cstdlib>

namespace kindling {

namespace {

template <typename Entry>
QJsonObject contactJson(const Entry &entry, const QString &typed, const QString &normalised)
{
    return {{QStringLiteral("value"), typed},
            {QStringLiteral("normalised"), normalised},
            {QStringLiteral("label"), textJson(entry.label)},
            {QStringLiteral("state"), keyOf(entry.state)}};
}

QJsonArray emailsJson(const Lead &lead)
{
    QJsonArray emails;
    for (const EmailEntry &email : lead.emails)
        emails += contactJson(email, email.address.asTyped(), email.address.normalised());
    return emails;
}

QJsonArray phonesJson(const Lead &lead)
{
    QJsonArray phones;
    for (const PhoneEntry &phone : lead.phones)
        phones += contactJson(phone, phone.number.asTyped(), phone.number.normalised());
    return phones;
}

QJsonValue customJson(const Lead &lead, const CustomField &field)
{
    const FieldValue *value = lead.custom.find(field.id);
    if (!value)
        return {};
    if (const auto *money = std::get_if<Money>(value))
        return moneyJson(*money);
    if (const auto *yes = std::get_if<bool>(value))
        return *yes;
    const QString text = fieldValueText(field, *value);
    if (field.type == FieldType::Choices)
        return QJsonArray::fromStringList(text.split(QStringLiteral("; "), Qt::SkipEmptyParts));
    // A number as JSON has them when it survives that, else as text: 64-bit floating point keeps fifteen digits.
    if (const auto *number = std::get_if<Decimal>(value); number && std::abs(number->millionths) < 1'000'000'000'000'000)
        return double(number->millionths) / 1e6;
    return textJson(text);
}

/// A count or a score; null where there is none yet.
QJsonValue wholeJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text.toInt());
}

QJsonValue fieldJson(const Lead &lead, FieldId id, const FieldContext &context)
{
    if (const CustomField *custom = context.vocabulary->field(id.custom()))
        return customJson(lead, *custom);
    const LeadField field = id.builtIn();
    switch (fieldInfo(field).type) {
    case FieldType::Money: return moneyJson(lead.value);
    case FieldType::Words: return QJsonArray::fromStringList(lead.tags);
    case FieldType::YesNo: return !fieldText(lead, field, context).isEmpty();
    case FieldType::Number: return wholeJson(fieldText(lead, field, context));
    case FieldType::Email: return lead.emails.empty() ? QJsonValue() : lead.emails.front().address.asTyped();
    case FieldType::Phone: return lead.phones.empty() ? QJsonValue() : lead.phones.front().number.asTyped();
    default: return textJson(fieldText(lead, field, context));
    }
}

QJsonValue numberJson(const auto &number)
{
    return number ? QJsonValue(qint64(*number)) : QJsonValue();
}

} // namespace

QJsonValue textJson(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeJson(std::optional<UtcMs> moment, const QTimeZone &zone)
{
    if (!moment || *moment == 0)
        return {};
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(*moment, zone);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QJsonValue moneyJson(const std::optional<Money> &money)
{
    if (!money)
        return {};
    return QJsonObject{{QStringLiteral("amount"), money->amountText()}, {QStringLiteral("currency"), money->currency}};
}

QJsonValue sumJson(const MoneySum &sum, const QString &currency)
{
    if (sum.parts().empty())
        return moneyJson(Money{0, currency});
    return sum.parts().size() == 1 ? moneyJson(sum.parts().front()) : QJsonValue();
}

QJsonArray sumsJson(const MoneySum &sum)
{
    QJsonArray parts;
    for (const Money &part : sum.parts())
        parts += moneyJson(part);
    return parts;
}

QJsonObject leadJson(const Lead &lead, const FieldContext &context, const std::vector<FieldId> &fields)
{
    QJsonObject json{{QStringLiteral("id"), lead.id.toString()}};
    for (const FieldId field : fields) {
        json.insert(fieldKey(field, context.vocabulary), fieldJson(lead, field, context));
        if (field == LeadField::Email)
            json.insert(QStringLiteral("emails"), emailsJson(lead));
        if (field == LeadField::Phone)
            json.insert(QStringLiteral("phones"), phonesJson(lead));
    }
    return json;
}

QJsonObject leadJson(const Lead &lead, const FieldContext &context)
{
    std::vector<FieldId> fields;
    for (const FieldEntry &entry : fieldCatalogue(context.vocabulary))
        fields.push_back(entry.field);
    return leadJson(lead, context, fields);
}

QJsonObject activityJson(const Activity &activity, const QTimeZone &zone)
{
    const bool called = activity.outcome != CallOutcome::None;
    const bool directed = activity.direction != Direction::None;
    return {{QStringLiteral("id"), activity.id.toString()},
            {QStringLiteral("lead"), activity.lead.toString()},
            {QStringLiteral("kind"), keyOf(activity.kind)},
            {QStringLiteral("at"), timeJson(activity.at, zone)},
            {QStringLiteral("direction"), directed ? QJsonValue(keyOf(activity.direction)) : QJsonValue()},
            {QStringLiteral("outcome"), called ? QJsonValue(keyOf(activity.outcome)) : QJsonValue()},
            {QStringLiteral("durationSeconds"), numberJson(activity.durationSeconds)},
            {QStringLiteral("note"), textJson(activity.note)},
            {QStringLiteral("who"), textJson(activity.who)},
            {QStringLiteral("campaign"), textJson(activity.campaign)},
            {QStringLiteral("magnet"), textJson(activity.magnet)}};
}

QJsonObject followUpJson(const FollowUp &followUp, const QTimeZone &zone)
{
    return {{QStringLiteral("id"), followUp.id.toString()},
            {QStringLiteral("lead"), followUp.lead.toString()},
            {QStringLiteral("kind"), keyOf(followUp.kind)},
            {QStringLiteral("priority"), keyOf(followUp.priority)},
            {QStringLiteral("due"), timeJson(followUp.due, zone)},
            {QStringLiteral("localTime"), textJson(followUp.localTime)},
            {QStringLiteral("zone"), textJson(followUp.zone)},
            {QStringLiteral("wholeDay"), followUp.wholeDay},
            {QStringLiteral("snoozedUntil"), timeJson(followUp.snoozedUntil, zone)},
            {QStringLiteral("repeat"), textJson(followUp.repeat)},
            {QStringLiteral("state"), keyOf(followUp.state)},
            {QStringLiteral("doneAt"), timeJson(followUp.doneAt, zone)},
            {QStringLiteral("note"), textJson(followUp.note)},
            {QStringLiteral("who"), textJson(followUp.who)}};
}

QJsonObject handoverJson(const Handover &handover, const QTimeZone &zone)
{
    const char *states[] = {"waiting", "accepted", "declined"};
    return {{QStringLiteral("id"), idJson(handover.id)},
            {QStringLiteral("at"), timeJson(handover.at, zone)},
            {QStringLiteral("from"), textJson(handover.from)},
            {QStringLiteral("to"), textJson(handover.to)},
            {QStringLiteral("by"), textJson(handover.by)},
            {QStringLiteral("reason"), textJson(handover.reason)},
            {QStringLiteral("note"), textJson(handover.note)},
            {QStringLiteral("state"), QLatin1String(states[size_t(handover.state)])},
            {QStringLiteral("answeredAt"), timeJson(handover.answeredAt, zone)},
            {QStringLiteral("answer"), textJson(handover.answer)},
            {QStringLiteral("temperature"), keyOf(handover.temperature)},
            {QStringLiteral("stage"), textJson(handover.stage)},
            {QStringLiteral("budget"), keyOf(handover.budget)},
            {QStringLiteral("authority"), keyOf(handover.authority)},
            {QStringLiteral("need"), keyOf(handover.need)},
            {QStringLiteral("timeline"), keyOf(handover.timeline)}};
}

QJsonObject attachmentJson(const Attachment &attachment, const QTimeZone &zone)
{
    return {{QStringLiteral("id"), idJson(attachment.id)},         {QStringLiteral("name"), attachment.name},
            {QStringLiteral("sha256"), attachment.hash},           {QStringLiteral("size"), attachment.size},
            {QStringLiteral("at"), timeJson(attachment.at, zone)}, {QStringLiteral("who"), textJson(attachment.who)}};
}

QJsonObject companyJson(const Company &company, const QTimeZone &zone)
{
    return {{QStringLiteral("id"), company.id.toString()},
            {QStringLiteral("externalId"), textJson(company.externalId)},
            {QStringLiteral("name"), textJson(company.name)},
            {QStringLiteral("domain"), textJson(company.domain)},
            {QStringLiteral("website"), textJson(company.website)},
            {QStringLiteral("phone"), textJson(company.phone)},
            {QStringLiteral("industry"), textJson(company.industry)},
            {QStringLiteral("employees"), numberJson(company.employees)},
            {QStringLiteral("revenue"), moneyJson(company.revenue)},
            {QStringLiteral("founded"), numberJson(company.founded)},
            {QStringLiteral("street"), textJson(company.street)},
            {QStringLiteral("postalCode"), textJson(company.postalCode)},
            {QStringLiteral("city"), textJson(company.city)},
            {QStringLiteral("region"), textJson(company.region)},
            {QStringLiteral("country"), textJson(company.country)},
            {QStringLiteral("parent"), textJson(company.parent)},
            {QStringLiteral("notes"), textJson(company.notes)},
            {QStringLiteral("created"), timeJson(company.created, zone)},
            {QStringLiteral("leads"), company.leadCount}};
}

QJsonObject changeJson(const ChangeEntry &change, const QTimeZone &zone)
{
    return {{QStringLiteral("id"), change.id.toString()},      {QStringLiteral("at"), timeJson(change.at, zone)},
            {QStringLiteral("who"), textJson(change.who)},     {QStringLiteral("label"), textJson(change.label)},
            {QStringLiteral("records"), change.rows},          {QStringLiteral("undone"), change.undone},
            {QStringLiteral("undoes"), idJson(change.undoes)}, {QStringLiteral("erasure"), change.erasure}};
}

QJsonObject leadChangeJson(const LeadChange &change, const QTimeZone &zone)
{
    QJsonArray fields;
    for (const FieldChange &field : change.fields) {
        fields += QJsonObject{{QStringLiteral("field"), field.field},
                              {QStringLiteral("before"), textJson(field.before)},
                              {QStringLiteral("after"), textJson(field.after)}};
    }
    QJsonObject json = changeJson(change.change, zone);
    json.insert(QStringLiteral("fields"), fields);
    return json;
}

} // namespace kindling
