// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/pastday.h"

#include <QDateTime>

namespace kindling {

PastMoment eveningOf(const QDate &day, UtcMs now, const QTimeZone &zone)
{
    const UtcMs evening = day.addDays(1).startOfDay(zone).toMSecsSinceEpoch() - 1;
    return evening < now ? PastMoment(evening) : std::nullopt;
}

} // namespace kindling
