// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"

namespace kindling {

/// What the sample business plans and spends: campaigns with channels, goals, budgets and costs in proportion to `leads`, lead magnets,
/// the tree of its channels, and one rate. Of one campaign no cost is known. The same for the same arguments; ids are for the caller.
Marketing sampleMarketing(qint64 leads, const QDate &today);

/// The lead magnet that a lead of the sample takes by an activity of a kind; empty for none.
QString sampleMagnet(ActivityKind kind);
/// The campaign in which the sample's `number`-th activity reached its lead later on; empty for none.
QString sampleLaterCampaign(ActivityKind kind, qint64 number);

} // namespace kindling
