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

QDate dayOf(UtcMs moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment, zone).date();
}

QDate todayOf(const Clock &clock)
{
    return dayOf(clock.now(), clock.zone());
}

qint64 endOfDay(const QDate &day, const QTimeZone &zone)
{
    return wallTime(day.addDays(1), QTime(0, 0), zone).toMSecsSinceEpoch() - 1;
}

qint64 midnightOf(const QString &isoDate)
{
    const QDate day = QDate::fromString(isoDate, Qt::ISODate);
    return day.isValid() ? day.startOfDay(Qt::UTC).toMSecsSinceEpoch() : 0;
}

WallCase wallCase(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    const QDateTime utc(date, time, Qt::UTC);
    const int before = zone.offsetFromUtc(utc.addDays(-1));
    const int after = zone.offsetFromUtc(utc.addDays(1));
    const auto holds = [&](int offset) { return zone.offsetFromUtc(utc.addSecs(-offset)) == offset; };
    if (before == after)
        return WallCase::Once;
    if (holds(before) && holds(after))
        return WallCase::Twice;
    return holds(before) || holds(after) ? WallCase::Once : WallCase::Skipped;
}

std::optional<QTimeZone> knownZone(const QString &name)
{
    const QByteArray id = name.toUtf8();
    if (id.isEmpty()) // of no name Qt makes the zone of the system
        return std::nullopt;
    const QTimeZone zone(id);
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

} // namespace kindling
