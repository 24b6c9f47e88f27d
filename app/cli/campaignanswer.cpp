// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/campaignanswer.h"

#include "app/cli/texttable.h"
#include "app/cli/words.h"
#include "core/exchange/recordjson.h"

#include <QLocale>

namespace kindling::cli {

namespace {

QJsonValue dayJson(const QDate &day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

QString shortDay(const QDate &day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString moneyText(const std::optional<Money> &money)
{
    return money ? money->display(QLocale()) : QStringLiteral("–");
}

QString costText(const Campaign &campaign)
{
    const std::optional<MoneySum> cost = campaign.cost();
    return cost ? cost->display(QLocale(), {}) : QStringLiteral("–");
}

/// "1/1/26 to 3/31/26", "from 1/1/26"; empty without days.
QString periodText(const Campaign &campaign)
{
    if (campaign.first.isValid() && campaign.last.isValid())
        return Words::tr("%1 to %2").arg(shortDay(campaign.first), shortDay(campaign.last));
    if (campaign.first.isValid())
        return Words::tr("from %1").arg(shortDay(campaign.first));
    return campaign.last.isValid() ? Words::tr("until %1").arg(shortDay(campaign.last)) : QString();
}

} // namespace

QJsonObject campaignJson(const Campaign &campaign, const Marketing &marketing)
{
    QJsonArray costs;
    for (const CampaignCost &cost : campaign.costs)
        costs += QJsonObject{{QStringLiteral("id"), cost.id.toString()},
                             {QStringLiteral("date"), dayJson(cost.day)},
                             {QStringLiteral("amount"), moneyJson(cost.amount)},
                             {QStringLiteral("note"), textJson(cost.note)}};
    QJsonArray magnets;
    for (const LeadMagnet &magnet : marketing.magnets) {
        if (magnet.campaign == campaign.name)
            magnets += magnetJson(magnet);
    }
    const std::optional<MoneySum> cost = campaign.cost();
    return {{QStringLiteral("id"), campaign.id.toString()},
            {QStringLiteral("name"), campaign.name},
            {QStringLiteral("planned"), campaign.isPlanned},
            {QStringLiteral("channel"), textJson(campaign.channel)},
            {QStringLiteral("from"), dayJson(campaign.first)},
            {QStringLiteral("to"), dayJson(campaign.last)},
            {QStringLiteral("goalLeads"), campaign.goalLeads ? QJsonValue(*campaign.goalLeads) : QJsonValue()},
            {QStringLiteral("goalRevenue"), moneyJson(campaign.goalRevenue)},
            {QStringLiteral("budget"), moneyJson(campaign.budget)},
            {QStringLiteral("cost"), cost ? QJsonValue(sumsJson(*cost)) : QJsonValue()},
            {QStringLiteral("costs"), costs},
            {QStringLiteral("magnets"), magnets},
            {QStringLiteral("note"), textJson(campaign.note)}};
}

QJsonObject magnetJson(const LeadMagnet &magnet)
{
    return {{QStringLiteral("id"), magnet.id.toString()},
            {QStringLiteral("name"), magnet.name},
            {QStringLiteral("kind"), keyOf(magnet.kind)},
            {QStringLiteral("campaign"), textJson(magnet.campaign)}};
}

QJsonArray touchesJson(const std::vector<Touch> &touches, const QTimeZone &zone)
{
    QJsonArray list;
    for (const Touch &touch : touches)
        list += QJsonObject{{QStringLiteral("at"), timeJson(touch.at, zone)},
                            {QStringLiteral("kind"), touch.kind ? QJsonValue(keyOf(*touch.kind)) : QJsonValue(QStringLiteral("arrival"))},
                            {QStringLiteral("source"), textJson(touch.source)},
                            {QStringLiteral("campaign"), textJson(touch.campaign)},
                            {QStringLiteral("magnet"), textJson(touch.magnet)}};
    return list;
}

QString campaignText(const Campaign &campaign, const Marketing &marketing)
{
    QStringList lines{campaign.name};
    if (!campaign.channel.isEmpty())
        lines += Words::tr("Channel: %1").arg(marketing.pathOf(campaign.channel));
    if (const QString period = periodText(campaign); !period.isEmpty())
        lines += Words::tr("Period: %1").arg(period);
    if (campaign.goalLeads)
        lines += Words::tr("Goal: %1 leads").arg(QLocale().toString(*campaign.goalLeads));
    if (campaign.goalRevenue)
        lines += Words::tr("Goal: %1 revenue").arg(moneyText(campaign.goalRevenue));
    lines += Words::tr("Budget: %1; spent: %2").arg(moneyText(campaign.budget), costText(campaign));
    for (const CampaignCost &cost : campaign.costs)
        lines += QStringLiteral("  ") + shortDay(cost.day) + QStringLiteral("  ") + cost.amount.display(QLocale())
            + (cost.note.isEmpty() ? QString() : QStringLiteral("  ") + cost.note);
    for (const LeadMagnet &magnet : marketing.magnets) {
        if (magnet.campaign == campaign.name)
            lines += Words::tr("%1: %2").arg(labelOf(magnet.kind), magnet.name);
    }
    if (!campaign.note.isEmpty())
        lines += campaign.note;
    return lines.join(u'\n');
}

QString campaignsText(const Marketing &marketing)
{
    TextTable table(
        {{Words::tr("Campaign")}, {Words::tr("Channel")}, {Words::tr("Period")}, {Words::tr("Budget"), true}, {Words::tr("Spent"), true}});
    for (const Campaign &campaign : marketing.campaigns)
        table.add(
            {campaign.name, marketing.pathOf(campaign.channel), periodText(campaign), moneyText(campaign.budget), costText(campaign)});
    return table.text(Output::width());
}

} // namespace kindling::cli
