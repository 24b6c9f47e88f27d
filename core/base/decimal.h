// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLocale>
#include <QString>

namespace kindling {

/// An exact decimal number of up to six places, between -9,000,000,000,000 and 9,000,000,000,000: what a person writes into a field of
/// numbers comes back as it was, and is compared as an integer.
struct Decimal
{
    qint64 millionths = 0;

    auto operator<=>(const Decimal &) const = default;

    /// Reads "1234.5", "1.234,5", "-3", "5k", "12 %" (the sign of a unit is not kept): the decimal sign as in Money::parse. Error:
    /// InvalidValue, also for more places or digits than there is room for.
    static Result<Decimal> parse(QStringView text);

    /// The same of a text whose decimal sign is known: "1.234" is then 1.234, or 1234 when the sign is a comma.
    static Result<Decimal> parse(QStringView text, QChar decimalSign);

    /// "1234.5": machine-readable, read back by parse(); without grouping and zeros at the end, but for "1.2340", which would else be
    /// thousands.
    QString text() const;
    /// "1,234.5" for people.
    QString display(const QLocale &locale) const;
};

} // namespace kindling
