// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customfield.h"
#include "core/store/statement.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kindling {

// The values of custom fields as rows of field_value and as keys of a lead's record: "field.<id>", an array of rows. Each field has a key
// of its own, so that changes to different fields undo independently.

/// One row of field_value beside its lead, field and position.
struct FieldRow
{
    QString text; ///< empty for NULL
    std::optional<qint64> number;
};

std::vector<FieldRow> fieldRows(const FieldValue &value);
/// The value that rows of a field of this type stand for; an empty text when they stand for none.
FieldValue fieldValue(FieldType type, const std::vector<FieldRow> &rows);
/// The same for the array under a key of a record.
FieldValue fieldValue(FieldType type, const QJsonArray &rows);

QString recordKey(CustomFieldId field);
/// Null for a key that is no custom field's.
CustomFieldId fieldOfRecordKey(QStringView key);
QJsonArray fieldRecord(const FieldValue &value);

/// Puts the fields asked for by key (all that have values when there are no keys) into a lead's record.
Result<void> readFieldValues(Connection &connection, qint64 leadId, const QStringList &keys, QJsonObject &into);
/// Writes those that a record names.
Result<void> writeFieldValues(Connection &connection, qint64 leadId, const QJsonObject &record);
Result<void> removeFieldValues(Connection &connection, qint64 leadId);

} // namespace kindling
