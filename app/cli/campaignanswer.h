// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/domain/marketing.h"

#include <QJsonArray>

namespace kindling::cli {

QJsonObject campaignJson(const Campaign &campaign, const Marketing &marketing);
QJsonObject magnetJson(const LeadMagnet &magnet);
QJsonArray touchesJson(const std::vector<Touch> &touches, const QTimeZone &zone);

/// The plan, the costs and the magnets of a campaign, for people.
QString campaignText(const Campaign &campaign, const Marketing &marketing);
/// A table of all campaigns.
QString campaignsText(const Marketing &marketing);

} // namespace kindling::cli
