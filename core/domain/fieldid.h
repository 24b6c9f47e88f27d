// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QHashFunctions>
#include <QMetaType>

namespace kindling {

/// The built-in fields of a lead. `leadFields()` (leadfield.h) tells about each what lists, filters, import, edit and export need.
enum class LeadField : quint8 {
    Id,
    ExternalId,
    Name,
    Company,
    JobTitle,
    Email,
    Phone,
    Website,
    Street,
    PostalCode,
    City,
    Region,
    Country,
    Language,
    TimeZone,
    Industry,
    CompanySize,
    Temperature,
    Stage,
    QualifiedThrough,
    Outcome,
    Reason,
    Owner,
    Source,
    Campaign,
    Value,
    ExpectedClose,
    Tags,
    Notes,
    PainPoints,
    Budget,
    Authority,
    Need,
    Timeline,
    Created,
    Closed,
    LastActivity,
    NextFollowUp,
    StageSince,
    Archived,
    Qualification,
    Fit,
    Engagement,
    Score,
    TemperaturePinned,
    BackOn,
    Consent,
    DoNotEmail,
    DoNotCall,
};

enum class FieldType : quint8 {
    Text, ///< one line; many different values
    LongText, ///< several lines; not in columns
    Word, ///< one line; few different values (owner, source, city …)
    Choice, ///< one of a fixed list (temperature, outcome, stage …)
    Choices, ///< several of a fixed list
    Words, ///< a set of words (tags)
    Email,
    Phone,
    Link,
    Money,
    Number,
    Date,
    DateTime,
    YesNo,
    Identifier,
};

/// A field of a lead, built in or made by the user. A LeadField is one without further ado, so that code reads as if there were no other.
class FieldId
{
public:
    constexpr FieldId(LeadField field = LeadField::Name) // NOLINT(google-explicit-constructor): a LeadField is a FieldId
        : m_value(-1 - qint64(field))
    {
    }
    constexpr FieldId(CustomFieldId field) // NOLINT(google-explicit-constructor): a CustomFieldId is a FieldId
        : m_value(field.value())
    {
    }

    constexpr bool isCustom() const { return m_value >= 0; }
    /// Only of a field that is not custom.
    constexpr LeadField builtIn() const { return LeadField(-1 - m_value); }
    /// None for a built-in field.
    constexpr CustomFieldId custom() const { return CustomFieldId(isCustom() ? m_value : 0); }

    constexpr auto operator<=>(const FieldId &) const = default;
    constexpr qint64 hashed() const { return m_value; }

private:
    qint64 m_value; ///< below zero a built-in field, else the id of a custom one
};

inline size_t qHash(FieldId field, size_t seed = 0)
{
    return ::qHash(field.hashed(), seed);
}

} // namespace kindling

Q_DECLARE_METATYPE(kindling::FieldId)
