// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"
#include "core/index/grouping.h"
#include "core/rules/reportinput.h"
#include "core/store/campaignrepository.h"
#include "core/workspace/reportground.h"

#include <mutex>

namespace kindling {

class Engine;

/// The activities that count for campaigns, as long as the leads are what they were when they were read. Any thread but the writer's.
class TouchCache
{
public:
    using Touches = std::shared_ptr<const std::vector<StoredTouch>>;
    Result<Touches> touches(Engine &engine, const SnapshotPtr &columns);

private:
    std::mutex m_mutex;
    std::weak_ptr<const ColumnSnapshot> m_of;
    Touches m_touches;
};

/// What a report on campaigns or sources needs beside the leads: the costs of its groups, and which lead counts for which campaign.
class CampaignGround
{
public:
    static Result<CampaignGround> read(Engine &engine);

    /// Puts each source into the widest channel that it belongs to.
    void joinChannels(Grouping &grouping) const;
    /// By campaign, or by the source that the campaign works through, of the widest channel when `channels` says so.
    void shareCosts(Grouping &grouping, const ReportQuery &query);
    /// Who counts for whom. `touches` only for Credit::Last and Credit::Every.
    void credit(const Grouping &grouping, const ReportGround &ground, const ReportQuery &query, const std::vector<StoredTouch> &touches);
    /// Hands all that over; valid as long as this lives.
    void fill(ReportInput &input) const;

private:
    std::vector<quint32> groupsBefore(const std::vector<StoredTouch> &touches, size_t &next, qint64 lead, UtcMs end) const;

    Marketing m_marketing;
    QTimeZone m_zone;
    MoneyExchange m_exchange;
    std::vector<GroupCost> m_costs;
    std::vector<LeadCredit> m_credits;
    std::vector<quint32> m_planned;
    std::vector<std::pair<qint64, quint32>> m_groupOfWord; ///< by the id of the campaign's word
};

} // namespace kindling
