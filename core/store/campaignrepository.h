// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"
#include "core/store/journal.h"

namespace kindling {

/// A touch as the reports read it, by the ids of words.
struct StoredTouch
{
    qint64 lead = 0;
    UtcMs at = 0;
    qint64 campaign = 0;
};

/// Campaigns with their costs, lead magnets, the tree of channels, and rates between currencies. Writes need the journal. For the length
/// of one transaction or query.
class CampaignRepository
{
public:
    explicit CampaignRepository(Connection &connection, Journal *journal = nullptr)
        : m_connection(connection)
        , m_journal(journal)
    {
    }

    Result<Marketing> marketing();
    /// The activities that count for a campaign, by their own name or that of their magnet, in order of lead and time.
    Result<std::vector<StoredTouch>> touches();

    /// Makes or changes the plan of a campaign; its id is that of its word. Costs are left as they are.
    Result<void> save(const Campaign &campaign);
    /// Forgets the plan and the costs; the word stays with the leads that have it.
    Result<void> forget(const Campaign &campaign);
    Result<void> addCost(CampaignId campaign, const CampaignCost &cost);
    Result<void> saveCost(const CampaignCost &cost);
    Result<void> removeCost(CampaignCostId cost);
    Result<void> save(const LeadMagnet &magnet);
    /// Hangs a source under another; under none when `parent` is empty.
    Result<void> setParent(const QString &source, const QString &parent);
    Result<void> add(const ExchangeRate &rate);
    Result<void> setRate(ExchangeRateId rate, Decimal value);
    Result<void> removeRate(ExchangeRateId rate);

private:
    Result<void> readCosts(std::vector<Campaign> &campaigns);
    Result<void> readRest(Marketing &marketing);
    Result<void> put(Entity entity, qint64 id, QJsonObject record);
    Result<QJsonValue> wordId(int kind, const QString &name);

    Connection &m_connection;
    Journal *m_journal;
};

} // namespace kindling
