// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"
#include "core/domain/storedtext.h"
#include "core/domain/timelinefacts.h"
#include "core/index/leadentries.h"

#include <array>
#include <limits>

namespace kindling {

/// An activity or follow-up without its lead.
struct KeptFact
{
    explicit KeptFact(const TimelineFact &whole)
        : fact(whole.fact)
    {
    }
    TimelineFact of(qint64 lead) const { return {lead, fact}; }
    auto operator<=>(const KeptFact &) const = default;

    qint64 fact;
};

/// A stay without its lead; in order of time.
struct KeptStay
{
    explicit KeptStay(const StayFact &stay)
        : from(stay.from)
        , until(stay.until)
        , value(stay.value)
    {
    }
    StayFact of(qint64 lead) const { return {lead, value, from, until}; }
    auto operator<=>(const KeptStay &) const = default;

    UtcMs from;
    UtcMs until;
    qint64 value;
};

/// A text without its lead.
struct KeptText
{
    explicit KeptText(const StoredText &whole)
        : text(whole.text)
    {
    }
    StoredText of(qint64 lead) const { return {lead, text}; }
    bool operator<(const KeptText &other) const { return text < other.text; }

    QByteArray text;
};

using TimelineColumns = LeadEntries<TimelineFact, KeptFact>;
using AxisColumns = LeadEntries<StayFact, KeptStay>;
using TextColumn = LeadEntries<StoredText, KeptText>;

/// What filters over time, and over what the columns do not hold, are answered from. Each is loaded when a filter first needs it, and null
/// until then.
struct TimelineSources
{
    std::shared_ptr<const TimelineColumns> activities;
    std::shared_ptr<const TimelineColumns> followUps;
    std::array<std::shared_ptr<const AxisColumns>, 4> stays; ///< by Axis
    std::array<std::shared_ptr<const TextColumn>, storedTextFields.size()> texts; ///< by storedTextOf()
};

/// The same of some leads alone.
TimelineSources timelineOf(const TimelineSources &sources, std::span<const LeadId> leads);

/// Which of them a filter needs, segments that it names included.
struct TimelineNeeds
{
    bool activities = false;
    bool followUps = false;
    std::array<bool, 4> stays{}; ///< by Axis
    std::array<bool, storedTextFields.size()> texts{}; ///< by storedTextOf()
    bool operator==(const TimelineNeeds &) const = default;
};
TimelineNeeds timelineNeeds(const Filter &filter, const Vocabulary *vocabulary);

} // namespace kindling
