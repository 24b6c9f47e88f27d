// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/campaignground.h"

#include "core/base/try.h"
#include "core/workspace/engine.h"

#include <algorithm>

namespace kindling {

namespace {

/// The group of a name; one more when there is none yet.
quint32 groupNamed(Grouping &grouping, const QString &name)
{
    const auto found = std::find(grouping.names.begin(), grouping.names.end(), name);
    if (found != grouping.names.end())
        return quint32(found - grouping.names.begin());
    grouping.names.push_back(name);
    return quint32(grouping.names.size() - 1);
}

UtcMs decidedAt(const FunnelLead &lead, UtcMs asOf)
{
    return lead.outcome == Outcome::Open ? asOf : std::min(lead.outcomeSince, asOf);
}

} // namespace

Result<TouchCache::Touches> TouchCache::touches(Engine &engine, const SnapshotPtr &columns)
{
    const std::lock_guard lock(m_mutex); // who comes second finds what the first has read
    if (m_touches && m_of.lock() == columns)
        return m_touches;
    KINDLING_GET(read,
                 engine.readNow<std::vector<StoredTouch>>([](Connection &connection) { return CampaignRepository(connection).touches(); }));
    m_touches = std::make_shared<const std::vector<StoredTouch>>(std::move(read));
    m_of = columns;
    return m_touches;
}

Result<CampaignGround> CampaignGround::read(Engine &engine)
{
    CampaignGround ground;
    KINDLING_GET(marketing, engine.readNow<Marketing>([](Connection &connection) { return CampaignRepository(connection).marketing(); }));
    ground.m_marketing = std::move(marketing);
    ground.m_zone = engine.clock().zone();
    ground.m_exchange = MoneyExchange(ground.m_marketing.rates, engine.vocabulary()->currency, ground.m_zone);
    return ground;
}

void CampaignGround::joinChannels(Grouping &grouping) const
{
    Grouping joined;
    std::vector<quint32> groupOf;
    for (const QString &source : grouping.names)
        groupOf.push_back(groupNamed(joined, m_marketing.topOf(source)));
    for (quint32 &group : grouping.groups)
        group = groupOf[group];
    grouping.names = std::move(joined.names);
}

void CampaignGround::shareCosts(Grouping &grouping, const ReportQuery &query)
{
    const bool byCampaign = query.kind == ReportKind::Campaigns;
    for (const Campaign &campaign : m_marketing.campaigns) {
        if (!byCampaign && campaign.channel.isEmpty())
            continue;
        const QString name = byCampaign ? campaign.name : query.channels ? m_marketing.topOf(campaign.channel) : campaign.channel;
        const quint32 group = groupNamed(grouping, name);
        if (byCampaign)
            m_groupOfWord.emplace_back(campaign.id.value(), group);
        if (byCampaign && campaign.isPlanned)
            m_planned.push_back(group);
        for (const CampaignCost &cost : campaign.costs)
            m_costs.push_back({group, cost.day.startOfDay(m_zone).toMSecsSinceEpoch(), cost.amount});
    }
    std::sort(m_groupOfWord.begin(), m_groupOfWord.end());
}

/// The groups of the touches of a lead that came no later than `end`, in their order; `next` moves on behind the lead.
std::vector<quint32> CampaignGround::groupsBefore(const std::vector<StoredTouch> &touches, size_t &next, qint64 lead, UtcMs end) const
{
    std::vector<quint32> groups;
    for (; next < touches.size() && touches[next].lead == lead; ++next) {
        const auto found = std::lower_bound(m_groupOfWord.begin(), m_groupOfWord.end(), std::pair(touches[next].campaign, quint32(0)));
        if (touches[next].at <= end && found != m_groupOfWord.end() && found->first == touches[next].campaign)
            groups.push_back(found->second);
    }
    return groups;
}

void CampaignGround::credit(const Grouping &grouping, const ReportGround &ground, const ReportQuery &query,
                            const std::vector<StoredTouch> &touches)
{
    const ColumnSnapshot &columns = ground.columns();
    m_credits.reserve(grouping.groups.size());
    const auto byLead = [](const StoredTouch &touch, qint64 lead) { return touch.lead < lead; };
    size_t next = 0;
    for (quint32 row = 0; row < grouping.groups.size(); ++row) {
        const quint32 arrival = grouping.groups[row];
        std::vector<quint32> later;
        if (query.credit != ReportQuery::Credit::First && !touches.empty()) {
            const qint64 lead = columns.idAt(row).value();
            if (next >= touches.size() || touches[next].lead != lead) // rows are in order of id, but for leads that came lately
                next = size_t(std::lower_bound(touches.begin(), touches.end(), lead, byLead) - touches.begin());
            later = groupsBefore(touches, next, lead, decidedAt(ground.leads()[row], query.asOf));
        }
        if (later.empty() || query.credit == ReportQuery::Credit::First) {
            m_credits.push_back({row, arrival});
            continue;
        }
        if (query.credit == ReportQuery::Credit::Last) {
            m_credits.push_back({row, later.back()});
            continue;
        }
        if (!grouping.names[arrival].isEmpty())
            later.push_back(arrival);
        std::sort(later.begin(), later.end());
        later.erase(std::unique(later.begin(), later.end()), later.end());
        for (const quint32 group : later)
            m_credits.push_back({row, group});
    }
}

void CampaignGround::fill(ReportInput &input) const
{
    input.costs = m_costs;
    input.credits = m_credits;
    input.planned = m_planned;
    input.exchange = &m_exchange;
}

} // namespace kindling
