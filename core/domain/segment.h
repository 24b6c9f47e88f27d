// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"

namespace kindling {

/// The leads of a frozen segment, in order of their ids.
using SegmentMembers = std::shared_ptr<const std::vector<LeadId>>;

/// A group of leads with a name: by rules, so that it moves with the leads and the calendar, or frozen as it was on a day.
struct Segment
{
    SegmentId id;
    QString name;
    QString text; ///< the rules as text: what is stored
    Filter filter; ///< the same, read; a rule on something that is gone is Kind::Broken
    std::optional<UtcMs> frozenAt;
    SegmentMembers members; ///< set when it is frozen, as it was then
    SegmentMembers membersNow; ///< the same with the survivors of those that were merged since; read with the segments, not kept

    bool isFrozen() const { return frozenAt.has_value(); }
};

/// Ids in ascending order as a compact text: differences in groups of seven bits, base64.
QString packedMembers(const std::vector<LeadId> &ascending);
/// The reverse; nothing for a text that is damaged.
std::optional<std::vector<LeadId>> unpackedMembers(const QString &text);

} // namespace kindling
