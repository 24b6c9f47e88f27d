// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/domain/fieldid.h"

#include <QDate>
#include <QStringList>

#include <span>
#include <variant>
#include <vector>

namespace kindling {

/// One of the values that a field of choice offers.
struct FieldOption
{
    FieldOptionId id;
    QString name;
    bool removed = false; ///< not offered any more; leads that have it keep it
    bool operator==(const FieldOption &) const = default;
};

/// A field that the user made. Its key is made from the first label and never changes: filters, exports and scripts know it by that.
struct CustomField
{
    CustomFieldId id;
    QString key;
    QString label;
    FieldType type = FieldType::Text; ///< one of customFieldTypes()
    std::vector<FieldOption> options; ///< Choice and Choices, in their order
    int position = 0;
    bool removed = false; ///< hidden; its values stay, for undo

    const FieldOption *option(FieldOptionId wanted) const;
    /// Folded comparison; one that is offered before one that was removed.
    const FieldOption *optionNamed(QStringView name) const;
    QStringList optionNames() const; ///< those that are offered

    bool operator==(const CustomField &) const = default;
};

using OptionIds = std::vector<FieldOptionId>;
/// What a lead has in a custom field: text, long text and link as a text; a number; money; a date; yes or no; one or several options.
using FieldValue = std::variant<QString, Decimal, Money, QDate, bool, OptionIds>;

struct CustomValue
{
    CustomFieldId field;
    FieldValue value;
    bool operator==(const CustomValue &) const = default;
};

/// The values of a lead that has any, in order of the field's id.
class CustomValues
{
public:
    const FieldValue *find(CustomFieldId field) const;
    /// Replaces; an empty text and no options are no value.
    void set(CustomFieldId field, FieldValue value);
    void clear(CustomFieldId field);

    bool empty() const { return m_values.empty(); }
    auto begin() const { return m_values.begin(); }
    auto end() const { return m_values.end(); }

    bool operator==(const CustomValues &) const = default;

private:
    std::vector<CustomValue> m_values;
};

/// The types a user can choose from, in the order in which they are offered.
std::span<const FieldType> customFieldTypes();
/// "longText", "yesNo": as it stands in the database and on the command line.
QString keyOf(FieldType type);
/// "Several choices": for people.
QString labelOf(FieldType type);
/// By key; nothing for a type that a custom field cannot have.
std::optional<FieldType> customTypeFromKey(QStringView key);

/// A value as a person or a file writes it. Options are looked up by name. Errors: InvalidValue, UnknownValue (no such option). An empty
/// text is an empty text, whatever the type.
Result<FieldValue> readFieldValue(const CustomField &field, const QString &text, const QString &currency);
/// Machine-readable, read back by readFieldValue(): "1234.5", "1234.50 EUR", "2026-03-01", "yes", options joined by "; ".
QString fieldValueText(const CustomField &field, const FieldValue &value);
/// For people: "€ 1,234.50", "3/1/26", "Yes".
QString fieldValueWords(const CustomField &field, const FieldValue &value, const QLocale &locale);

} // namespace kindling
