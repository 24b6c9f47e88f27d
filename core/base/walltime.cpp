// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/walltime.h"

namespace kindling {

QDateTime wallTime(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    const QDateTime utc(date, time, Qt::UTC);
    const int before = zone.offsetFromUtc(utc.addDays(-1));
    const int after = zone.offsetFromUtc(utc.addDays(1));
    for (const int offset : {before, after}) {
        const QDateTime moment = utc.addSecs(-offset);
        if (zone.offsetFromUtc(moment) == offset)
            return moment.toTimeZone(zone);
    }
    return utc.addSecs(-before).toTimeZone(zone);
}

} // namespace kindling
