// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace kindling {

/// A telephone number, kept as typed and, where libphonenumber knows it as valid, as E.164 ("+4930123456").
class PhoneNumber
{
public:
    /// `region` is the ISO 3166 country that numbers without a country code belong to ("DE"). A text with 3 to 20 digits and
    /// nothing but the usual punctuation, "ext" or "x" is accepted; it has no E.164 form when it is not valid in its region.
    static Result<PhoneNumber> parse(QStringView typed, const QString &region);

    /// Puts together what the store kept; `normalised` is trusted.
    static PhoneNumber fromStored(QString typed, QString normalised);

    const QString &asTyped() const { return m_typed; }
    /// E.164 where valid, else only the digits.
    const QString &normalised() const { return m_normalised; }
    bool isValid() const { return m_normalised.startsWith(QLatin1Char('+')); }

    bool operator==(const PhoneNumber &) const = default;

private:
    PhoneNumber(QString typed, QString normalised)
        : m_typed(std::move(typed))
        , m_normalised(std::move(normalised))
    {
    }

    QString m_typed;
    QString m_normalised;
};

} // namespace kindling
