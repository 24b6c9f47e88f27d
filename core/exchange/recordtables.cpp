// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordtables.h"

#include "core/base/textfold.h"
#include "core/base/translations.h"
#include "core/base/walltime.h"

#include <QDateTime>

namespace kindling {

namespace {

CellKind kindOf(FieldType type)
{
    switch (type) {
    case FieldType::Number: return CellKind::Number;
    case FieldType::Money: return CellKind::Money;
    case FieldType::Date: return CellKind::Date;
    case FieldType::DateTime: return CellKind::DateTime;
    case FieldType::YesNo: return CellKind::YesNo;
    default: return CellKind::Text;
    }
}

QString timeText(std::optional<UtcMs> moment, const QTimeZone &zone)
{
    if (!moment || *moment == 0)
        return {};
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(*moment, zone);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString numberText(const auto &number)
{
    return number ? QString::number(*number) : QString();
}

QString firstEmail(const Lead &lead)
{
    return lead.emails.empty() ? QString() : lead.emails.front().address.asTyped();
}

/// The emails or phones that must not be used, as "email" and "phone" have them.
QString notToBeUsed(const auto &contacts, auto textOf)
{
    QStringList texts;
    for (const auto &contact : contacts) {
        if (contact.state == ContactState::DoNotUse)
            texts += textOf(contact);
    }
    return texts.join(QStringLiteral("; "));
}

/// The labels of emails or phones, each behind its address.
QString labelledContacts(const auto &contacts, auto textOf)
{
    QStringList texts;
    for (const auto &contact : contacts) {
        if (!contact.label.isEmpty())
            texts += textOf(contact) + QStringLiteral(" (") + contact.label + u')';
    }
    return texts.join(QStringLiteral("; "));
}

QString emailText(const EmailEntry &email)
{
    return email.address.asTyped();
}

QString phoneText(const PhoneEntry &phone)
{
    return phone.number.asTyped();
}

constexpr const char *typesKey = "fieldTypes";
constexpr const char *typesLabel = QT_TRANSLATE_NOOP("kindling", "Types of own fields");

/// Named by `nameOf` (the key or the label): "fieldTypes: size (choice); topics (choices)".
QString ownFieldTypes(const QString &word, const std::vector<FieldEntry> &fields, QString FieldEntry::*nameOf)
{
    QStringList types;
    for (const FieldEntry &field : fields) {
        if (field.field.isCustom())
            types += field.*nameOf + QStringLiteral(" (") + keyOf(field.type) + u')';
    }
    return types.isEmpty() ? QString() : word + QStringLiteral(": ") + types.join(QStringLiteral("; "));
}

} // namespace

std::vector<TableColumn> leadColumns(const FieldContext &context)
{
    std::vector<TableColumn> columns;
    const std::vector<FieldEntry> fields = fieldCatalogue(context.vocabulary);
    columns.reserve(fields.size() + 5);
    for (const FieldEntry &entry : fields)
        columns.push_back({entry.key, entry.label, kindOf(entry.type)});
    columns.push_back({QStringLiteral("emailOptOut"), sentence("Emails not to use"), CellKind::Text});
    columns.push_back({QStringLiteral("phoneOptOut"), sentence("Numbers not to use"), CellKind::Text});
    columns.push_back({QStringLiteral("emailLabels"), sentence("Labels of emails"), CellKind::Text});
    columns.push_back({QStringLiteral("phoneLabels"), sentence("Labels of phones"), CellKind::Text});
    if (const QString types = ownFieldTypes(QLatin1String(typesKey), fields, &FieldEntry::key); !types.isEmpty())
        columns.push_back({types, ownFieldTypes(sentence(typesLabel), fields, &FieldEntry::label), CellKind::Text});
    return columns;
}

QStringList leadRow(const Lead &lead, const FieldContext &context)
{
    QStringList cells;
    for (const FieldEntry &entry : fieldCatalogue(context.vocabulary))
        cells += fieldText(lead, entry.field, context);
    cells += notToBeUsed(lead.emails, emailText);
    cells += notToBeUsed(lead.phones, phoneText);
    cells += labelledContacts(lead.emails, emailText);
    cells += labelledContacts(lead.phones, phoneText);
    return cells;
}

bool tellsFieldTypes(const QString &header)
{
    const QString word = header.section(u':', 0, 0);
    return header.contains(u':') && (word == QLatin1String(typesKey) || word == sentence(typesLabel));
}

std::optional<FieldType> toldFieldType(const QString &telling, const QString &header)
{
    for (const QString &told : telling.section(u':', 1).split(QStringLiteral("; "))) {
        const qsizetype bracket = told.lastIndexOf(QStringLiteral(" ("));
        if (bracket > 0 && told.endsWith(u')') && wordKey(told.left(bracket)) == wordKey(header))
            return customTypeFromKey(QStringView(told).mid(bracket + 2).chopped(1));
    }
    return std::nullopt;
}

QString labelIn(const QString &labels, const QString &address)
{
    const QString before = address + QStringLiteral(" (");
    const qsizetype at = labels.startsWith(before) ? 0 : labels.indexOf(QStringLiteral("; ") + before);
    if (at < 0)
        return {};
    const qsizetype from = labels.indexOf(before, at) + before.size();
    const qsizetype next = labels.indexOf(QStringLiteral("); "), from);
    const qsizetype end = next < 0 ? labels.lastIndexOf(u')') : next;
    return end > from ? labels.mid(from, end - from) : QString();
}

std::vector<TableColumn> companyColumns()
{
    return {{QStringLiteral("companyId"), sentence("Id"), CellKind::Text},
            {QStringLiteral("companyName"), sentence("Company name"), CellKind::Text},
            {QStringLiteral("domain"), sentence("Domain"), CellKind::Text},
            {QStringLiteral("website"), sentence("Website"), CellKind::Text},
            {QStringLiteral("phone"), sentence("Phone"), CellKind::Text},
            {QStringLiteral("industry"), sentence("Industry"), CellKind::Text},
            {QStringLiteral("employees"), sentence("Employees"), CellKind::Number},
            {QStringLiteral("revenue"), sentence("Revenue"), CellKind::Money},
            {QStringLiteral("founded"), sentence("Founded"), CellKind::Number},
            {QStringLiteral("street"), sentence("Street"), CellKind::Text},
            {QStringLiteral("postalCode"), sentence("Postal code"), CellKind::Text},
            {QStringLiteral("city"), sentence("City"), CellKind::Text},
            {QStringLiteral("region"), sentence("Region"), CellKind::Text},
            {QStringLiteral("country"), sentence("Country"), CellKind::Text},
            {QStringLiteral("parentCompany"), sentence("Parent company"), CellKind::Text},
            {QStringLiteral("companyNotes"), sentence("Notes"), CellKind::Text},
            {QStringLiteral("externalId"), sentence("External id"), CellKind::Text},
            {QStringLiteral("companyCreated"), sentence("Created"), CellKind::DateTime},
            {QStringLiteral("leads"), sentence("Leads"), CellKind::Number}};
}

QStringList companyRow(const Company &company, const QTimeZone &zone)
{
    return {company.id.toString(),
            company.name,
            company.domain,
            company.website,
            company.phone,
            company.industry,
            numberText(company.employees),
            company.revenue ? company.revenue->amountText() + u' ' + company.revenue->currency : QString(),
            numberText(company.founded),
            company.street,
            company.postalCode,
            company.city,
            company.region,
            company.country,
            company.parent,
            company.notes,
            company.externalId,
            timeText(company.created, zone),
            QString::number(company.leadCount)};
}

std::vector<TableColumn> activityColumns()
{
    return {{QStringLiteral("activityId"), sentence("Id"), CellKind::Text},
            {QStringLiteral("lead"), sentence("Lead"), CellKind::Text},
            {QStringLiteral("name"), sentence("Name"), CellKind::Text},
            {QStringLiteral("company"), sentence("Company"), CellKind::Text},
            {QStringLiteral("email"), sentence("Email"), CellKind::Text},
            {QStringLiteral("activityKind"), sentence("Kind"), CellKind::Text},
            {QStringLiteral("at"), sentence("When"), CellKind::DateTime},
            {QStringLiteral("direction"), sentence("Direction"), CellKind::Text},
            {QStringLiteral("callOutcome"), sentence("Outcome"), CellKind::Text},
            {QStringLiteral("outcomeName"), sentence("Outcome in own words"), CellKind::Text},
            {QStringLiteral("durationSeconds"), sentence("Duration in seconds"), CellKind::Number},
            {QStringLiteral("note"), sentence("Note"), CellKind::Text},
            {QStringLiteral("who"), sentence("Who"), CellKind::Text},
            {QStringLiteral("activityCampaign"), sentence("Campaign"), CellKind::Text},
            {QStringLiteral("magnet"), sentence("Lead magnet"), CellKind::Text}};
}

QStringList activityRow(const Activity &activity, const Lead &lead, const QTimeZone &zone)
{
    return {activity.id.toString(),
            activity.lead.toString(),
            lead.displayName(),
            lead.company,
            firstEmail(lead),
            keyOf(activity.kind),
            timeText(activity.at, zone),
            activity.direction == Direction::None ? QString() : keyOf(activity.direction),
            activity.outcome == CallOutcome::None ? QString() : keyOf(activity.outcome),
            activity.outcomeName,
            numberText(activity.durationSeconds),
            activity.note,
            activity.who,
            activity.campaign,
            activity.magnet};
}

std::vector<TableColumn> followUpColumns()
{
    return {{QStringLiteral("followUpId"), sentence("Id"), CellKind::Text},
            {QStringLiteral("lead"), sentence("Lead"), CellKind::Text},
            {QStringLiteral("name"), sentence("Name"), CellKind::Text},
            {QStringLiteral("company"), sentence("Company"), CellKind::Text},
            {QStringLiteral("email"), sentence("Email"), CellKind::Text},
            {QStringLiteral("followUpKind"), sentence("Kind"), CellKind::Text},
            {QStringLiteral("due"), sentence("Due"), CellKind::WallTime},
            {QStringLiteral("wholeDay"), sentence("Whole day"), CellKind::YesNo},
            {QStringLiteral("zone"), sentence("Time zone"), CellKind::Text},
            {QStringLiteral("repeat"), sentence("Repeat"), CellKind::Text},
            {QStringLiteral("state"), sentence("State"), CellKind::Text},
            {QStringLiteral("snoozedUntil"), sentence("Snoozed until"), CellKind::DateTime},
            {QStringLiteral("priority"), sentence("Priority"), CellKind::Text},
            {QStringLiteral("doneAt"), sentence("Done at"), CellKind::DateTime},
            {QStringLiteral("note"), sentence("Note"), CellKind::Text},
            {QStringLiteral("who"), sentence("Who"), CellKind::Text}};
}

QStringList followUpRow(const FollowUp &followUp, const Lead &lead, const QTimeZone &zone)
{
    return {followUp.id.toString(),
            followUp.lead.toString(),
            lead.displayName(),
            lead.company,
            firstEmail(lead),
            keyOf(followUp.kind),
            timeText(followUp.due, knownZone(followUp.zone).value_or(zone)),
            followUp.wholeDay ? QStringLiteral("yes") : QString(),
            followUp.zone,
            followUp.repeat,
            keyOf(followUp.state),
            timeText(followUp.snoozedUntil, zone),
            followUp.priority == FollowUpPriority::Normal ? QString() : keyOf(followUp.priority),
            timeText(followUp.doneAt, zone),
            followUp.note,
            followUp.who};
}

} // namespace kindling
