// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace kindling {

/// An amount in integer minor units (cents) of an ISO 4217 currency. Amounts of different currencies are never added.
struct Money
{
    qint64 minor = 0;
    QString currency; ///< three capital letters

    bool operator==(const Money &) const = default;

    /// Minor units in one major unit as a power of ten: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217).
    static int exponent(QStringView currency);

    /// Reads "1234.50", "1.234,50 €", "USD 5k": a number with either decimal sign and an optional currency (code or sign);
    /// `fallback` is the currency when none is named, and decides between those of one sign ("kr", "¥"). The decimal sign is the last of
    /// '.' and ','; a single one followed by exactly three digits groups thousands. Error: InvalidValue.
    static Result<Money> parse(QStringView text, const QString &fallback);

    /// The same number of another currency: 1234.50 EUR is 1234.50 USD and 1235 JPY.
    Money inCurrency(const QString &other) const;

    /// "1234.50": machine-readable, without grouping or currency.
    QString amountText() const;
    /// "€ 1,234.50" for people, without decimals when they are zero.
    QString display(const QLocale &locale) const;
};

/// A sum that keeps currencies apart, in order of first appearance.
class MoneySum
{
public:
    void add(const Money &money);
    const std::vector<Money> &parts() const { return m_parts; }
    /// "€ 1,234 + $ 50"; a zero in `fallback` when nothing was added.
    QString display(const QLocale &locale, const QString &fallback) const;
    bool operator==(const MoneySum &) const = default;

private:
    std::vector<Money> m_parts;
};

} // namespace kindling
