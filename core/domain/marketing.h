// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/campaign.h"
#include "core/domain/exchangerate.h"

namespace kindling {

/// All that the workspace knows of its campaigns, magnets and channels, and the rates that their costs are compared with.
struct Marketing
{
    std::vector<Campaign> campaigns; ///< by name
    std::vector<LeadMagnet> magnets; ///< by name
    std::vector<Channel> channels; ///< every source, by name
    std::vector<ExchangeRate> rates; ///< by currency and day

    /// Folded comparison; null for none.
    const Campaign *campaignNamed(QStringView name) const;
    const LeadMagnet *magnetNamed(QStringView name) const;
    /// The wider source that a source belongs to, empty at the top.
    QString parentOf(const QString &source) const;
    /// The source at the top of its branch: "Online" for "Paid search".
    QString topOf(const QString &source) const;
    /// "Online → Paid search".
    QString pathOf(const QString &source) const;

    bool operator==(const Marketing &) const = default;
};

/// How a lead was reached, from its arrival on, in order of time. The arrival names the lead's own source and campaign; later ones are the
/// activities that name a campaign or a magnet. Pure.
std::vector<Touch> touchesOf(UtcMs created, const QString &source, const QString &campaign, const std::vector<Activity> &activities,
                             const Marketing &marketing);

} // namespace kindling
