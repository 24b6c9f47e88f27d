// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/pastday.h"

#include "core/base/walltime.h"

namespace kindling {

PastMoment eveningOf(const QDate &day, UtcMs now, const QTimeZone &zone)
{
    const UtcMs evening = endOfDay(day, zone);
    return evening < now ? PastMoment(evening) : std::nullopt;
}

} // namespace kindling
