// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/campaignrepository.h"

#include "core/base/try.h"
#include "core/store/connection.h"
#include "core/store/wordrepository.h"

#include <algorithm>

namespace kindling {

namespace {

QDate dayIn(const Statement &row, int column)
{
    return QDate::fromString(row.text(column), Qt::ISODate);
}

std::optional<Money> moneyOf(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Money{row.integer(column), row.text(column + 1)});
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue dayOrNull(const QDate &day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue();
}

void insertMoney(QJsonObject &record, const QString &minor, const QString &currency, const std::optional<Money> &money)
{
    record.insert(minor, money ? QJsonValue(money->minor) : QJsonValue());
    record.insert(currency, money ? QJsonValue(money->currency) : QJsonValue());
}

QJsonObject costRecord(const CampaignCost &cost)
{
    return {{QStringLiteral("day"), cost.day.toString(Qt::ISODate)},
            {QStringLiteral("minor"), cost.amount.minor},
            {QStringLiteral("currency"), cost.amount.currency},
            {QStringLiteral("note"), textOrNull(cost.note)}};
}

Result<void> done(const Result<bool> &written)
{
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace

Result<Marketing> CampaignRepository::marketing()
{
    Marketing marketing;
    {
        KINDLING_GET(rows,
                     m_connection.run(QStringLiteral(
                         "SELECT word.id, word.name, (SELECT name FROM word WHERE id = channel_id), first_day, last_day, goal_leads, "
                         "goal_minor, goal_currency, budget_minor, budget_currency, note, revision FROM word LEFT JOIN campaign ON "
                         "campaign.id = word.id WHERE word.kind = 'campaign' ORDER BY word.folded")));
        while (rows->next()) {
            Campaign &campaign = marketing.campaigns.emplace_back();
            campaign.id = CampaignId(rows->integer(0));
            campaign.name = rows->text(1);
            campaign.channel = rows->text(2);
            campaign.first = dayIn(*rows, 3);
            campaign.last = dayIn(*rows, 4);
            campaign.goalLeads = rows->optionalInteger(5);
            campaign.goalRevenue = moneyOf(*rows, 6);
            campaign.budget = moneyOf(*rows, 8);
            campaign.note = rows->text(10);
            campaign.isPlanned = !rows->isNull(11);
        }
    }
    KINDLING_TRY(readCosts(marketing.campaigns));
    KINDLING_TRY(readRest(marketing));
    return marketing;
}

Result<void> CampaignRepository::readCosts(std::vector<Campaign> &campaigns)
{
    KINDLING_GET(
        rows, m_connection.run(QStringLiteral("SELECT campaign_id, id, day, minor, currency, note FROM campaign_cost ORDER BY day, id")));
    while (rows->next()) {
        const CampaignId id(rows->integer(0));
        const auto campaign = std::find_if(campaigns.begin(), campaigns.end(), [&](const Campaign &c) { return c.id == id; });
        if (campaign != campaigns.end())
            campaign->costs.push_back(
                {CampaignCostId(rows->integer(1)), dayIn(*rows, 2), {rows->integer(3), rows->text(4)}, rows->text(5)});
    }
    return {};
}

Result<void> CampaignRepository::readRest(Marketing &marketing)
{
    {
        KINDLING_GET(rows,
                     m_connection.run(QStringLiteral("SELECT lead_magnet.id, word.name, lead_magnet.kind, (SELECT name FROM word WHERE id "
                                                     "= campaign_id) FROM lead_magnet JOIN word ON word.id = lead_magnet.id ORDER BY "
                                                     "word.folded")));
        while (rows->next())
            marketing.magnets.push_back({LeadMagnetId(rows->integer(0)), rows->text(1),
                                         magnetKindFromKey(rows->text(2)).value_or(MagnetKind::Other), rows->text(3)});
    }
    {
        KINDLING_GET(rows,
                     m_connection.run(QStringLiteral("SELECT word.name, (SELECT name FROM word WHERE id = parent_id) FROM word LEFT JOIN "
                                                     "channel ON channel.id = word.id WHERE word.kind = 'source' ORDER BY word.folded")));
        while (rows->next())
            marketing.channels.push_back({rows->text(0), rows->text(1)});
    }
    KINDLING_GET(
        rows,
        m_connection.run(QStringLiteral("SELECT id, currency, in_currency, day, millionths FROM exchange_rate ORDER BY currency, day")));
    while (rows->next())
        marketing.rates.push_back(
            {ExchangeRateId(rows->integer(0)), rows->text(1), rows->text(2), dayIn(*rows, 3), Decimal{rows->integer(4)}});
    return {};
}

Result<std::vector<StoredTouch>> CampaignRepository::touches()
{
    // The index has only the touches, however many activities there are.
    KINDLING_GET(rows,
                 m_connection.run(QStringLiteral(
                     "SELECT lead_id, at, coalesce(activity.campaign_id, lead_magnet.campaign_id) FROM activity LEFT JOIN lead_magnet ON "
                     "lead_magnet.id = magnet_id WHERE activity.campaign_id IS NOT NULL OR magnet_id IS NOT NULL ORDER BY lead_id, at")));
    std::vector<StoredTouch> touches;
    while (rows->next()) {
        if (!rows->isNull(2))
            touches.push_back({rows->integer(0), rows->integer(1), rows->integer(2)});
    }
    return touches;
}

Result<QJsonValue> CampaignRepository::wordId(int kind, const QString &name)
{
    KINDLING_GET(id, WordRepository(m_connection, m_journal).idFor(static_cast<WordKind>(kind), name));
    return id.isNull() ? QJsonValue() : QJsonValue(id.toLongLong());
}

/// Writes the record of something whose id is that of its word: made when it is not there yet.
Result<void> CampaignRepository::put(Entity entity, qint64 id, QJsonObject record)
{
    const Result<bool> written = m_journal->update(entity, id, record);
    if (written || written.error().code != ErrorCode::NotFound)
        return done(written);
    record.insert(QStringLiteral("revision"), m_journal->id().value());
    return m_journal->create(entity, id, record);
}

Result<void> CampaignRepository::save(const Campaign &campaign)
{
    KINDLING_GET(channel, wordId(int(WordKind::Source), campaign.channel));
    QJsonObject record{{QStringLiteral("channel_id"), channel},
                       {QStringLiteral("first_day"), dayOrNull(campaign.first)},
                       {QStringLiteral("last_day"), dayOrNull(campaign.last)},
                       {QStringLiteral("goal_leads"), campaign.goalLeads ? QJsonValue(*campaign.goalLeads) : QJsonValue()},
                       {QStringLiteral("note"), textOrNull(campaign.note)}};
    insertMoney(record, QStringLiteral("goal_minor"), QStringLiteral("goal_currency"), campaign.goalRevenue);
    insertMoney(record, QStringLiteral("budget_minor"), QStringLiteral("budget_currency"), campaign.budget);
    return put(Entity::Campaign, campaign.id.value(), record);
}

Result<void> CampaignRepository::forget(const Campaign &campaign)
{
    for (const CampaignCost &cost : campaign.costs)
        KINDLING_TRY(removeCost(cost.id));
    return campaign.isPlanned ? m_journal->remove(Entity::Campaign, campaign.id.value()) : Result<void>();
}

Result<void> CampaignRepository::addCost(CampaignId campaign, const CampaignCost &cost)
{
    QJsonObject record = costRecord(cost);
    record.insert(QStringLiteral("revision"), m_journal->id().value());
    record.insert(QStringLiteral("campaign_id"), campaign.value());
    return m_journal->create(Entity::CampaignCost, cost.id.value(), record);
}

Result<void> CampaignRepository::saveCost(const CampaignCost &cost)
{
    return done(m_journal->update(Entity::CampaignCost, cost.id.value(), costRecord(cost)));
}

Result<void> CampaignRepository::removeCost(CampaignCostId cost)
{
    return m_journal->remove(Entity::CampaignCost, cost.value());
}

Result<void> CampaignRepository::save(const LeadMagnet &magnet)
{
    KINDLING_GET(campaign, wordId(int(WordKind::Campaign), magnet.campaign));
    return put(Entity::LeadMagnet, magnet.id.value(),
               {{QStringLiteral("kind"), keyOf(magnet.kind)}, {QStringLiteral("campaign_id"), campaign}});
}

Result<void> CampaignRepository::setParent(const QString &source, const QString &parent)
{
    KINDLING_GET(id, wordId(int(WordKind::Source), source));
    KINDLING_GET(above, wordId(int(WordKind::Source), parent));
    if (!above.isNull())
        return put(Entity::Channel, id.toInteger(), {{QStringLiteral("parent_id"), above}});
    KINDLING_GET(there, m_connection.integer(QStringLiteral("SELECT id FROM channel WHERE id = ?"), {id.toInteger()}));
    return there ? m_journal->remove(Entity::Channel, *there) : Result<void>();
}

Result<void> CampaignRepository::add(const ExchangeRate &rate)
{
    return m_journal->create(Entity::ExchangeRate, rate.id.value(),
                             {{QStringLiteral("revision"), m_journal->id().value()},
                              {QStringLiteral("currency"), rate.currency},
                              {QStringLiteral("in_currency"), rate.in},
                              {QStringLiteral("day"), rate.day.toString(Qt::ISODate)},
                              {QStringLiteral("millionths"), rate.rate.millionths}});
}

Result<void> CampaignRepository::setRate(ExchangeRateId rate, Decimal value)
{
    return done(m_journal->update(Entity::ExchangeRate, rate.value(), {{QStringLiteral("millionths"), value.millionths}}));
}

Result<void> CampaignRepository::removeRate(ExchangeRateId rate)
{
    return m_journal->remove(Entity::ExchangeRate, rate.value());
}

} // namespace kindling
