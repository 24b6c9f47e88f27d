// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/cardorder.h"

#include <algorithm>
#include <functional>

namespace kindling {

namespace {

bool higher(const PlacedCard &one, const PlacedCard &other)
{
    return standsAbove(one.place, other.place);
}

/// Ranks of `count` cards evenly between two, from the top.
std::optional<std::vector<CardPlace>> evenly(LeadId anchor, qint64 low, qint64 high, size_t count)
{
    const qint64 step = (high - low) / (qint64(count) + 1);
    if (step == 0)
        return std::nullopt;
    std::vector<CardPlace> places;
    for (size_t i = 0; i < count; ++i)
        places.push_back({anchor, high - step * qint64(i + 1)});
    return places;
}

} // namespace

bool standsAbove(const CardPlace &one, const CardPlace &other)
{
    return one.anchor != other.anchor ? one.anchor > other.anchor : one.rank > other.rank;
}

std::optional<std::vector<CardPlace>> placesBetween(const std::optional<CardPlace> &above, const std::optional<CardPlace> &below,
                                                    size_t count)
{
    if (!above && !below)
        return std::vector<CardPlace>();
    if (!below)
        return evenly(above->anchor, -highestRank, above->rank, count);
    const bool sameAnchor = above && above->anchor == below->anchor;
    return evenly(below->anchor, below->rank, sameAnchor ? above->rank : highestRank, count);
}

std::vector<PlacedCard> spread(std::vector<PlacedCard> cards)
{
    std::sort(cards.begin(), cards.end(), higher);
    const auto firstBelow = std::find_if(cards.begin(), cards.end(), [](const PlacedCard &card) { return card.place.rank < 0; });
    const auto above = firstBelow - cards.begin();
    const auto below = cards.end() - firstBelow;
    for (std::ptrdiff_t i = 0; i < above; ++i)
        cards[size_t(i)].place.rank = highestRank / (above + 1) * (above - i);
    for (std::ptrdiff_t i = 0; i < below; ++i)
        cards[size_t(above + i)].place.rank = -(highestRank / (below + 1)) * (i + 1);
    return cards;
}

void putInOwnOrder(std::vector<LeadId> &leads, const std::vector<PlacedCard> &placed)
{
    std::vector<PlacedCard> moved;
    for (const PlacedCard &card : placed) {
        if (std::binary_search(leads.begin(), leads.end(), card.lead, std::greater<>()))
            moved.push_back(card);
    }
    if (moved.empty())
        return;
    std::vector<LeadId> gone;
    gone.reserve(moved.size());
    for (const PlacedCard &card : moved)
        gone.push_back(card.lead);
    std::sort(gone.begin(), gone.end());
    std::erase_if(leads, [&](LeadId lead) { return std::binary_search(gone.begin(), gone.end(), lead); });
    std::sort(moved.begin(), moved.end(), higher);
    std::vector<LeadId> ordered;
    ordered.reserve(leads.size() + moved.size());
    auto next = moved.begin();
    for (const LeadId lead : leads) {
        for (; next != moved.end() && standsAbove(next->place, {lead, 0}); ++next)
            ordered.push_back(next->lead);
        ordered.push_back(lead);
    }
    for (; next != moved.end(); ++next)
        ordered.push_back(next->lead);
    leads = std::move(ordered);
}

} // namespace kindling
