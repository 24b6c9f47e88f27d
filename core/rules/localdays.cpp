// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/localdays.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace kindling {

LocalDays::LocalDays(const QTimeZone &zone, UtcMs first, UtcMs last)
{
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(first, Qt::UTC);
    m_changes.push_back({std::numeric_limits<UtcMs>::min(), qint64(zone.offsetFromUtc(begin)) * 1000});
    const QTimeZone::OffsetDataList transitions = zone.transitions(begin, QDateTime::fromMSecsSinceEpoch(last, Qt::UTC));
    for (const QTimeZone::OffsetData &transition : transitions)
        m_changes.push_back({transition.atUtc.toMSecsSinceEpoch(), qint64(transition.offsetFromUtc) * 1000});
}

qint64 LocalDays::wall(UtcMs moment) const
{
    const auto after =
        std::upper_bound(m_changes.begin() + 1, m_changes.end(), moment, [](UtcMs m, const Change &change) { return m < change.at; });
    return moment + (after - 1)->offset;
}

double LocalDays::between(UtcMs from, UtcMs until) const
{
    return double(wall(until) - wall(from)) / dayMs;
}

} // namespace kindling
