// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/lead.h"
#include "core/domain/vocabulary.h"

#include <QCoreApplication>

#include <span>

namespace kindling {

/// Every field of a lead. `leadFields()` tells all that lists, filters, import, edit and export need to know about each.
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
};

enum class FieldType : quint8 {
    Text, ///< one line; many different values
    LongText, ///< several lines; not in columns
    Word, ///< one line; few different values (owner, source, city …)
    Choice, ///< one of a fixed list (temperature, outcome, stage …)
    Words, ///< a set of words (tags)
    Email,
    Phone,
    Link,
    Money,
    Date,
    DateTime,
    YesNo,
    Identifier,
};

struct LeadFieldInfo
{
    LeadField field;
    const char *key; ///< stable: JSON, filters, command line
    FieldType type;
    bool editable; ///< can be set by a person; the others are kept by the program
    const char *label; ///< English; translated by fieldLabel()
};

std::span<const LeadFieldInfo> leadFields();
const LeadFieldInfo &fieldInfo(LeadField field);
const LeadFieldInfo *fieldByKey(QStringView key);
QString fieldKey(LeadField field);
QString fieldLabel(LeadField field);

/// What a value is read and written against: the words of the workspace and the zone of dates.
struct FieldContext
{
    const Vocabulary *vocabulary = nullptr;
    QTimeZone zone = QTimeZone::utc();
};

/// The value as machine-readable text: keys for choices, "1234.50 EUR" for money, ISO 8601 with offset for times, several values
/// joined by "; ". Empty when there is none.
QString fieldText(const Lead &lead, LeadField field, const FieldContext &context);

/// Sets a field from text as a person or a file would write it ("hot", "Sales qualified", "1.234,50 €", "2026-03-01"); an empty text
/// clears it. Errors: UnknownField (not editable), InvalidValue, UnknownValue (no such stage, temperature …).
Result<void> setField(Lead &lead, LeadField field, const QString &text, const FieldContext &context);

} // namespace kindling
