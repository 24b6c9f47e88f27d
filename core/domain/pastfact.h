// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace kindling {

/// One field of one lead as it was at a moment of the past, where the journal says that it was changed since.
struct PastFact
{
    enum class Key : quint8 {
        Company, ///< this and the next three by the id of their row
        Source,
        Campaign,
        Reason,
        QualifiedThrough, ///< the enumerator
        Bant, ///< packed, as in LeadFacts
        Archived,
        Value, ///< minor units
        ExpectedClose, ///< UTC midnight of the date
        Pinned,
        BackOn, ///< UTC midnight of the date
        Consent, ///< the enumerator
        DoNotEmail,
        DoNotCall,
        Currency, ///< from here on texts, in UTF-8
        JobTitle,
        Industry,
        CompanySize,
        City,
        Region,
        Country,
        Language,
    };

    qint64 lead = 0;
    Key key = Key::Company;
    bool none = false; ///< it had no value
    qint64 number = 0;
    QByteArray text;
    bool operator==(const PastFact &) const = default;
};

} // namespace kindling
