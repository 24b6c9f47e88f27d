// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/base/id.h"

#include <QDate>

namespace kindling {

using ExchangeRateId = Id<struct ExchangeRateTag>;

/// What the user says a currency is worth from a day on: one unit of `currency` is `rate` units of `in`.
struct ExchangeRate
{
    ExchangeRateId id;
    QString currency;
    QString in;
    QDate day;
    Decimal rate; ///< above zero
    bool operator==(const ExchangeRate &) const = default;
};

} // namespace kindling
