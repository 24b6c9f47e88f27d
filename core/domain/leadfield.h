// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldid.h"
#include "core/domain/lead.h"
#include "core/domain/vocabulary.h"

#include <QCoreApplication>

#include <span>

namespace kindling {

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

/// What lists, filters, import, edit and export need to know about one field, built in or custom, in one workspace.
struct FieldEntry
{
    FieldId field;
    QString key;
    QString label; ///< translated, or as the user named it
    FieldType type = FieldType::Text;
    bool editable = true;
    bool removed = false; ///< a custom field that is hidden
    bool operator==(const FieldEntry &) const = default;
};

/// The whole catalogue: the built-in fields, then the custom ones in their order, without removed ones. `vocabulary` may be null.
std::vector<FieldEntry> fieldCatalogue(const Vocabulary *vocabulary);
/// Also of a removed field; nothing for a custom field that the workspace does not have.
std::optional<FieldEntry> fieldEntry(FieldId field, const Vocabulary *vocabulary);
/// By key, else by label, without regard to case; a field that is in use before one that was removed.
std::optional<FieldEntry> findField(QStringView keyOrLabel, const Vocabulary *vocabulary);
QString fieldKey(FieldId field, const Vocabulary *vocabulary);
QString fieldLabel(FieldId field, const Vocabulary *vocabulary);
/// The keys of the catalogue, for "did you mean".
QStringList fieldKeys(const Vocabulary *vocabulary);

/// What a value is read and written against: the words of the workspace and the zone of dates.
struct FieldContext
{
    const Vocabulary *vocabulary = nullptr;
    QTimeZone zone = QTimeZone::utc();
};

/// The value as machine-readable text: keys for choices, "1234.50 EUR" for money, ISO 8601 with offset for times, several values
/// joined by "; ". Empty when there is none.
QString fieldText(const Lead &lead, FieldId field, const FieldContext &context);

/// Sets a field from text as a person or a file would write it ("hot", "Sales qualified", "1.234,50 €", "2026-03-01"); an empty text
/// clears it. Errors: UnknownField (not editable, or removed), InvalidValue, UnknownValue (no such stage, temperature, option …).
Result<void> setField(Lead &lead, FieldId field, const QString &text, const FieldContext &context);

} // namespace kindling
