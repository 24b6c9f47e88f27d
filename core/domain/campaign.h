// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/domain/activity.h"

#include <QDate>

namespace kindling {

using CampaignId = Id<struct CampaignTag>;
using CampaignCostId = Id<struct CampaignCostTag>;
using LeadMagnetId = Id<struct LeadMagnetTag>;

/// Money that was spent on a campaign on a day.
struct CampaignCost
{
    CampaignCostId id;
    QDate day;
    Money amount;
    QString note;
    bool operator==(const CampaignCost &) const = default;
};

/// An effort to find leads, with what it is to bring and what it cost. One that only leads name, and nobody planned, has nothing but a
/// name.
struct Campaign
{
    CampaignId id;
    QString name;
    QString channel; ///< the source that it works through; empty for none
    QDate first; ///< invalid when it was not said
    QDate last; ///< inclusive
    std::optional<qint64> goalLeads;
    std::optional<Money> goalRevenue;
    std::optional<Money> budget; ///< planned
    QString note;
    std::vector<CampaignCost> costs; ///< by day
    bool isPlanned = false; ///< somebody said more of it than its name

    /// What it cost so far; nothing when no cost is known, which is not zero.
    std::optional<MoneySum> cost() const;
    bool operator==(const Campaign &) const = default;
};

/// The free thing that makes people share their details.
enum class MagnetKind : quint8 { Ebook, Webinar, Trial, Newsletter, Template, Sample, Other };

QString keyOf(MagnetKind kind);
QString labelOf(MagnetKind kind);
std::optional<MagnetKind> magnetKindFromKey(QStringView key);
inline constexpr int magnetKinds = 7;

/// The kind of activity by which a lead takes it.
ActivityKind takingOf(MagnetKind kind);

struct LeadMagnet
{
    LeadMagnetId id;
    QString name;
    MagnetKind kind = MagnetKind::Ebook;
    QString campaign; ///< what takes of it count for when they name no other; empty for none
    bool operator==(const LeadMagnet &) const = default;
};

/// A source and the wider one that it belongs to: Paid search → Online.
struct Channel
{
    QString source;
    QString parent; ///< empty at the top
    bool operator==(const Channel &) const = default;
};

/// A moment at which a campaign, a source or a magnet reached a lead.
struct Touch
{
    UtcMs at = 0;
    QString source; ///< of the arrival
    QString campaign;
    QString magnet;
    std::optional<ActivityKind> kind; ///< nothing for the arrival
    ActivityId activity;
    bool operator==(const Touch &) const = default;
};

} // namespace kindling
