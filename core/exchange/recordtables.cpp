// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordtables.h"

#include <QCoreApplication>
#include <QDateTime>

namespace kindling {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("kindling", text);
}

CellKind kindOf(FieldType type)
{
    switch (type) {
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

} // namespace

std::vector<TableColumn> leadColumns(const FieldContext &context)
{
    std::vector<TableColumn> columns;
    for (const FieldEntry &entry : fieldCatalogue(context.vocabulary))
        columns.push_back({entry.key, entry.label, kindOf(entry.type)});
    return columns;
}

QStringList leadRow(const Lead &lead, const FieldContext &context)
{
    QStringList cells;
    for (const FieldEntry &entry : fieldCatalogue(context.vocabulary))
        cells += fieldText(lead, entry.field, context);
    return cells;
}

std::vector<TableColumn> companyColumns()
{
    return {{QStringLiteral("companyId"), tr("Id"), CellKind::Text},
            {QStringLiteral("companyName"), tr("Company name"), CellKind::Text},
            {QStringLiteral("domain"), tr("Domain"), CellKind::Text},
            {QStringLiteral("website"), tr("Website"), CellKind::Text},
            {QStringLiteral("phone"), tr("Phone"), CellKind::Text},
            {QStringLiteral("industry"), tr("Industry"), CellKind::Text},
            {QStringLiteral("employees"), tr("Employees"), CellKind::Number},
            {QStringLiteral("revenue"), tr("Revenue"), CellKind::Money},
            {QStringLiteral("founded"), tr("Founded"), CellKind::Number},
            {QStringLiteral("street"), tr("Street"), CellKind::Text},
            {QStringLiteral("postalCode"), tr("Postal code"), CellKind::Text},
            {QStringLiteral("city"), tr("City"), CellKind::Text},
            {QStringLiteral("region"), tr("Region"), CellKind::Text},
            {QStringLiteral("country"), tr("Country"), CellKind::Text},
            {QStringLiteral("parentCompany"), tr("Parent company"), CellKind::Text},
            {QStringLiteral("companyNotes"), tr("Notes"), CellKind::Text},
            {QStringLiteral("externalId"), tr("External id"), CellKind::Text},
            {QStringLiteral("companyCreated"), tr("Created"), CellKind::DateTime},
            {QStringLiteral("leads"), tr("Leads"), CellKind::Number}};
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
    return {{QStringLiteral("activityId"), tr("Id"), CellKind::Text},
            {QStringLiteral("lead"), tr("Lead"), CellKind::Text},
            {QStringLiteral("name"), tr("Name"), CellKind::Text},
            {QStringLiteral("company"), tr("Company"), CellKind::Text},
            {QStringLiteral("email"), tr("Email"), CellKind::Text},
            {QStringLiteral("activityKind"), tr("Kind"), CellKind::Text},
            {QStringLiteral("at"), tr("When"), CellKind::DateTime},
            {QStringLiteral("direction"), tr("Direction"), CellKind::Text},
            {QStringLiteral("callOutcome"), tr("Outcome"), CellKind::Text},
            {QStringLiteral("outcomeName"), tr("Outcome in own words"), CellKind::Text},
            {QStringLiteral("durationSeconds"), tr("Duration in seconds"), CellKind::Number},
            {QStringLiteral("note"), tr("Note"), CellKind::Text},
            {QStringLiteral("who"), tr("Who"), CellKind::Text},
            {QStringLiteral("activityCampaign"), tr("Campaign"), CellKind::Text},
            {QStringLiteral("magnet"), tr("Lead magnet"), CellKind::Text}};
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
    return {{QStringLiteral("followUpId"), tr("Id"), CellKind::Text},
            {QStringLiteral("lead"), tr("Lead"), CellKind::Text},
            {QStringLiteral("name"), tr("Name"), CellKind::Text},
            {QStringLiteral("company"), tr("Company"), CellKind::Text},
            {QStringLiteral("email"), tr("Email"), CellKind::Text},
            {QStringLiteral("followUpKind"), tr("Kind"), CellKind::Text},
            {QStringLiteral("due"), tr("Due"), CellKind::DateTime},
            {QStringLiteral("wholeDay"), tr("Whole day"), CellKind::YesNo},
            {QStringLiteral("zone"), tr("Time zone"), CellKind::Text},
            {QStringLiteral("repeat"), tr("Repeat"), CellKind::Text},
            {QStringLiteral("state"), tr("State"), CellKind::Text},
            {QStringLiteral("snoozedUntil"), tr("Snoozed until"), CellKind::DateTime},
            {QStringLiteral("priority"), tr("Priority"), CellKind::Text},
            {QStringLiteral("doneAt"), tr("Done at"), CellKind::DateTime},
            {QStringLiteral("note"), tr("Note"), CellKind::Text},
            {QStringLiteral("who"), tr("Who"), CellKind::Text}};
}

QStringList followUpRow(const FollowUp &followUp, const Lead &lead, const QTimeZone &zone)
{
    return {followUp.id.toString(),
            followUp.lead.toString(),
            lead.displayName(),
            lead.company,
            firstEmail(lead),
            keyOf(followUp.kind),
            timeText(followUp.due, zone),
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
