// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportperiod.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kindling {

std::vector<ReportPeriod> reportPeriods(const QDate &today)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    const QDate quarter(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    return {
        {QStringLiteral("allTime"), tr(QT_TRANSLATE_NOOP("kindling", "all time")), QDate(1970, 1, 1), QDate(2200, 1, 1)},
        {QStringLiteral("thisYear"), tr(QT_TRANSLATE_NOOP("kindling", "this year")), QDate(today.year(), 1, 1),
         QDate(today.year() + 1, 1, 1)},
        {QStringLiteral("lastYear"), tr(QT_TRANSLATE_NOOP("kindling", "last year")), QDate(today.year() - 1, 1, 1),
         QDate(today.year(), 1, 1)},
        {QStringLiteral("last12Months"), tr(QT_TRANSLATE_NOOP("kindling", "the last 12 months")), today.addMonths(-12), today.addDays(1)},
        {QStringLiteral("thisQuarter"), tr(QT_TRANSLATE_NOOP("kindling", "this quarter")), quarter, quarter.addMonths(3)},
        {QStringLiteral("lastQuarter"), tr(QT_TRANSLATE_NOOP("kindling", "last quarter")), quarter.addMonths(-3), quarter},
        {QStringLiteral("last30Days"), tr(QT_TRANSLATE_NOOP("kindling", "the last 30 days")), today.addDays(-30), today.addDays(1)}};
}

std::optional<ReportPeriod> reportPeriod(const QString &key, const QDate &today)
{
    for (const ReportPeriod &period : reportPeriods(today)) {
        if (period.key == key)
            return period;
    }
    const QDate first = QDate::fromString(key.section(QStringLiteral(".."), 0, 0), Qt::ISODate);
    const QDate last = QDate::fromString(key.section(QStringLiteral(".."), 1), Qt::ISODate);
    return first.isValid() && last.isValid() ? std::optional(periodOfDays(first, last)) : std::nullopt;
}

ReportPeriod periodOfDays(const QDate &one, const QDate &other)
{
    const QDate first = std::min(one, other);
    const QDate last = std::max(one, other);
    const QLocale locale;
    return {first.toString(Qt::ISODate) + QStringLiteral("..") + last.toString(Qt::ISODate),
            QCoreApplication::translate("kindling", "%1 to %2")
                .arg(locale.toString(first, QLocale::ShortFormat), locale.toString(last, QLocale::ShortFormat)),
            first, last.addDays(1)};
}

} // namespace kindling
