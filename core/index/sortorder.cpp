// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/roworder.h"
#include "core/index/sortinhalves.h"

#include <algorithm>
#include <iterator>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;

constexpr size_t worthMending = 20'000; ///< rows; with more, an order is made anew in about the time

/// From nothing.
SortOrder makeOrder(const Parts &parts, FieldId field, bool descending)
{
    const std::vector<qint64> keys = RowOrder(parts, field).keys();
    struct Item
    {
        qint64 key;
        quint32 row;
    };
    std::vector<Item> items(keys.size());
    for (quint32 row = 0; row < keys.size(); ++row)
        items[row] = {descending && keys[row] != RowOrder::none ? -keys[row] : keys[row], row};
    sortInHalves(items, [](const Item &a, const Item &b) { return a.key != b.key ? a.key < b.key : a.row > b.row; });
    SortOrder order;
    order.reserve(items.size());
    for (const Item &item : items)
        order.push_back(item.row);
    return order;
}

/// From an order that was right before the rows in `changed` (ascending) were written or came.
SortOrder mendedOrder(const Parts &parts, FieldId field, bool descending, const SortOrder &before, const std::vector<quint32> &changed)
{
    const RowOrder by(parts, field);
    const auto comesFirst = [&](quint32 a, quint32 b) {
        const int sign = by.compare(a, b, descending);
        return sign != 0 ? sign < 0 : a > b;
    };
    RowSet moved(parts.rows, false);
    for (const quint32 row : changed)
        moved.insert(row);
    SortOrder kept;
    kept.reserve(parts.rows);
    std::copy_if(before.begin(), before.end(), std::back_inserter(kept), [&](quint32 row) { return !moved.contains(row); });
    SortOrder inOrder(changed);
    std::sort(inOrder.begin(), inOrder.end(), comesFirst);
    SortOrder order;
    order.reserve(parts.rows);
    auto rest = kept.begin();
    for (const quint32 row : inOrder) {
        const auto place = std::lower_bound(rest, kept.end(), row, comesFirst);
        order.insert(order.end(), rest, place);
        order.push_back(row);
        rest = place;
    }
    order.insert(order.end(), rest, kept.end());
    return order;
}

SortRanks makeRanks(const Parts &parts, FieldId field, const SortOrder &order)
{
    const RowOrder by(parts, field);
    SortRanks ranks(order.size());
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        rank += i > 0 && by.compare(order[i - 1], order[i], false) != 0;
        ranks[order[i]] = rank;
    }
    return ranks;
}

} // namespace

void ColumnSnapshot::Parts::keepOrders(const Parts &earlier, const std::vector<quint32> &changed)
{
    const std::lock_guard lock(earlier.mutex);
    earlierOrders = earlier.earlierOrders;
    for (const auto &[key, order] : earlier.orders)
        earlierOrders[key] = {order, {}};
    for (auto &[key, order] : earlierOrders) {
        std::vector<quint32> all;
        std::set_union(order.changed.begin(), order.changed.end(), changed.begin(), changed.end(), std::back_inserter(all));
        order.changed = std::move(all);
    }
    std::erase_if(earlierOrders, [](const auto &entry) { return entry.second.changed.size() > worthMending; });
}

std::shared_ptr<const SortOrder> orderOf(const Parts &parts, const SortKey &key)
{
    const Parts::OrderKey which{key.field, key.descending};
    const std::lock_guard lock(parts.mutex);
    auto &cached = parts.orders[which];
    if (cached)
        return cached;
    if (const auto earlier = parts.earlierOrders.find(which); earlier != parts.earlierOrders.end()) {
        const EarlierOrder &before = earlier->second;
        cached = std::make_shared<const SortOrder>(mendedOrder(parts, key.field, key.descending, *before.order, before.changed));
        parts.earlierOrders.erase(earlier);
    } else {
        cached = std::make_shared<const SortOrder>(makeOrder(parts, key.field, key.descending));
    }
    return cached;
}

std::shared_ptr<const SortRanks> ranksOf(const Parts &parts, const SortKey &key)
{
    const auto order = orderOf(parts, key);
    const std::lock_guard lock(parts.mutex);
    auto &cached = parts.ranks[{key.field, key.descending}];
    if (!cached)
        cached = std::make_shared<const SortRanks>(makeRanks(parts, key.field, *order));
    return cached;
}

std::vector<quint32> sortedByRank(const std::vector<quint32> &rows, const SortRanks &ranks)
{
    std::vector<quint32> begin(ranks.size() + 1, 0); // of each rank; there are no more ranks than rows
    for (const quint32 row : rows)
        ++begin[ranks[row] + 1];
    for (size_t rank = 1; rank < begin.size(); ++rank)
        begin[rank] += begin[rank - 1];
    std::vector<quint32> sorted(rows.size());
    for (const quint32 row : rows)
        sorted[begin[ranks[row]]++] = row;
    return sorted;
}

} // namespace kindling
