// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/exchange/importdraft.h"

#include <QDate>

#include <optional>

namespace kindling {

/// What a text says about the order of day and month.
enum class DateEvidence : quint8 { NoDate, Clear, DayFirst, MonthFirst, Unclear };

DateEvidence dateEvidence(QStringView text);

/// A date as a file writes it, perhaps with a time and an offset from UTC.
struct DateReading
{
    QDate date;
    int msOfDay = 0;
    std::optional<int> offsetSeconds;

    /// Without an offset the time is one of `zone`.
    UtcMs moment(const QTimeZone &zone) const;
};

/// Reads "2026-03-01T14:05:00+01:00", "12 Mar 2024", "3/1/2024 14:05", "01.03.24"; years 1900 to 2100. `order` is for day and month
/// as numbers where the text itself does not tell.
std::optional<DateReading> readDate(QStringView text, std::optional<DateOrder> order);

/// The decimal sign that a number shows ('.' or ','); a null character when it shows none ("1500") or may mean either ("1.500").
QChar decimalSignOf(QStringView number);

/// An amount. `decimalSign` is for what may mean either, as "1.500"; without one (null) that is thousands. Nothing when it is no amount.
std::optional<Money> readAmount(const QString &text, QChar decimalSign, const QString &currency);

/// The ISO 3166 code of a country by code, English name or common name; empty when it is none.
QString regionOf(QStringView country);

} // namespace kindling
