// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/pastfact.h"
#include "core/index/columnsnapshot.h"

namespace kindling {

/// What the columns of a past moment are made of, beside those of today.
struct PastInput
{
    UtcMs moment = 0;
    TimelineSources timelines; ///< the stays of all four axes; activities only when last activities are to be right
    std::vector<PastFact> facts; ///< in order of lead
};

/// All leads as they stood at a moment: temperature, stage, owner and outcome from their stays, what the journal knows from the journal,
/// the rest as it is today. Leads that came in later are gone; no follow-up is planned, for nobody knows what was. Rows are those of
/// `present`, so that both can be laid beside each other. Linear in leads and stays, on all cores. Error Cancelled.
Result<SnapshotPtr> columnsAsOf(const ColumnSnapshot &present, PastInput input, const Progress *progress = nullptr);

/// What had happened by a moment: activities until then, and stays that began until then, those that went on as present ones.
TimelineSources timelinesAsOf(const TimelineSources &timelines, UtcMs moment);

} // namespace kindling
