// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"
#include "core/workspace/leadservice.h"

namespace kindling {

/// Campaigns, lead magnets, channels and rates between currencies. What they brought is a report (ReportKind::Campaigns). Writes are one
/// undoable change each. Thread of the workspace.
class CampaignService
{
public:
    explicit CampaignService(std::shared_ptr<Engine> engine);

    QFuture<Result<Marketing>> marketing();
    /// How a lead was reached, first to last. Error NotFound.
    QFuture<Result<std::vector<Touch>>> touches(LeadId lead);

    /// Makes a campaign, or plans one that only leads name yet: by its name. Errors: NameMissing, NameTaken when it is planned already,
    /// InvalidValue for a period that ends before it begins, and amounts or numbers below zero.
    QFuture<Result<Campaign>> add(const Campaign &campaign);
    /// Everything but the costs, the name too: leads and filters follow it. Errors: as for add(), NotFound.
    QFuture<Result<Written>> edit(const Campaign &campaign);
    /// Forgets the plan and the costs; leads keep the name.
    QFuture<Result<Written>> remove(CampaignId campaign);

    /// Money spent on a day; the campaign is made when it is not there. Errors: NameMissing, InvalidValue for a day that is none or an
    /// amount below zero.
    QFuture<Result<CampaignCost>> addCost(const QString &campaign, const CampaignCost &cost);
    QFuture<Result<Written>> editCost(const CampaignCost &cost);
    QFuture<Result<Written>> removeCost(CampaignCostId cost);

    /// A free thing, by its name: made or changed. Error NameMissing.
    QFuture<Result<LeadMagnet>> saveMagnet(const LeadMagnet &magnet);

    /// Hangs a source under a wider one, at the top when `parent` is empty; both are made when they are not there. Errors: NameMissing,
    /// InvalidValue when the wider one hangs under this one.
    QFuture<Result<Written>> setParent(const QString &source, const QString &parent);

    /// What a currency is worth from a day on; replaces what was said for that day. Error InvalidValue for a currency that is none or a
    /// rate that is not above zero.
    QFuture<Result<Written>> setRate(const ExchangeRate &rate);
    QFuture<Result<Written>> removeRate(ExchangeRateId rate);

private:
    std::shared_ptr<Engine> m_engine;
};

} // namespace kindling
