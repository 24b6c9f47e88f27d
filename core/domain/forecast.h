// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/money.h"

#include <QDate>

namespace kindling {

using SalesGoalId = Id<struct SalesGoalTag>;
using KeptForecastId = Id<struct KeptForecastTag>;

/// What a member is to win in a month.
struct SalesGoal
{
    SalesGoalId id;
    QString member; ///< empty: the whole team
    QDate month; ///< its first day
    Money amount;
    bool operator==(const SalesGoal &) const = default;
};

/// What was forecast for one month, in minor units of the forecast's currency.
struct ForecastMonth
{
    QDate month; ///< its first day
    qint64 expected = 0; ///< what was won in it already is not in it
    qint64 low = 0;
    qint64 high = 0;
    qint64 plain = 0;
    bool operator==(const ForecastMonth &) const = default;
};

/// A forecast as it was made, of all leads of that moment.
struct KeptForecast
{
    KeptForecastId id;
    UtcMs at = 0;
    QString currency;
    std::vector<ForecastMonth> months;
    bool operator==(const KeptForecast &) const = default;
};

} // namespace kindling
