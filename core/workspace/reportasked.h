// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/campaignground.h"
#include "core/workspace/reportservice.h"

namespace kindling {

// What ReportService works with; for its own files only.

/// Everything one report needs beside the ground, so that its spans stay valid.
struct ReportService::Asked
{
    std::vector<quint32> chosen;
    Grouping grouping;
    Grouping reasons;
    std::vector<UtcMs> touched;
    std::vector<PredictionField> fields;
    std::optional<CampaignGround> campaigns;
    std::vector<quint32> everybody;
    std::vector<UtcMs> expectedClose;
    std::vector<SalesGoal> goals;
    std::vector<KeptForecast> kept;
    ReportInput input;
};

/// The ground of the last report, as long as somebody shows it, and the touches of campaigns.
struct ReportService::Kept
{
    std::mutex mutex;
    std::weak_ptr<const ReportGround> ground;
    TouchCache touches;
};

} // namespace kindling
