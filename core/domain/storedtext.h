// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldid.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <optional>

namespace kindling {

/// The fields that the columns do not hold, because few ask for them and they are long: read from the store when a filter first does.
inline constexpr std::array storedTextFields{LeadField::Website,  LeadField::Street, LeadField::PostalCode,
                                             LeadField::TimeZone, LeadField::Notes,  LeadField::PainPoints};

/// The place of a field among them.
inline std::optional<size_t> storedTextOf(FieldId field)
{
    const auto *const found = std::find_if(storedTextFields.begin(), storedTextFields.end(), [&](LeadField f) { return field == f; });
    return found == storedTextFields.end() ? std::nullopt : std::optional(size_t(found - storedTextFields.begin()));
}

/// What one of these fields says of a lead that has a value in it.
struct StoredText
{
    qint64 lead = 0;
    QByteArray text; ///< folded, in UTF-8
};

} // namespace kindling
