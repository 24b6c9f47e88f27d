// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <optional>
#include <vector>

namespace kindling {

/// Where a card stands in the user's own order, the same on every board. A lead that nobody has moved stands at itself with rank 0, and
/// the newest lead is on top; one that was moved stands above (rank > 0) or below (rank < 0) another lead, its anchor.
struct CardPlace
{
    LeadId anchor;
    qint64 rank = 0;
    bool operator==(const CardPlace &) const = default;
};

/// A lead that was moved.
struct PlacedCard
{
    LeadId lead;
    CardPlace place;
};

/// The largest rank: room for 61 cards put into the same gap before ranks are spread anew.
inline constexpr qint64 highestRank = qint64(1) << 61;

bool standsAbove(const CardPlace &one, const CardPlace &other);

/// Places for so many cards below `above` and above `below`, in order from the top; both missing is a place of its own, which needs no
/// card to be moved: empty. Nothing at all when the gap has no room left.
std::optional<std::vector<CardPlace>> placesBetween(const std::optional<CardPlace> &above, const std::optional<CardPlace> &below,
                                                    size_t count);

/// The cards of one anchor with their ranks evenly apart, in the same order: those above it stay above, those below it below.
std::vector<PlacedCard> spread(std::vector<PlacedCard> cards);

/// Puts leads in the order of a user: `leads` newest first, as the columns give them, `placed` the ones that were moved, in any order.
/// Those that are not among the leads are passed over.
void putInOwnOrder(std::vector<LeadId> &leads, const std::vector<PlacedCard> &placed);

} // namespace kindling
