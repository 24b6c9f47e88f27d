// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fieldvalues.h"

#include "core/base/try.h"
#include "core/store/connection.h"

namespace kindling {

namespace {

constexpr QLatin1String keyPrefix("field.");
const QString textKey = QStringLiteral("text");
const QString numberKey = QStringLiteral("number");

QJsonObject rowRecord(const QString &text, const std::optional<qint64> &number)
{
    return {{textKey, text.isEmpty() ? QJsonValue() : QJsonValue(text)}, {numberKey, number ? QJsonValue(*number) : QJsonValue()}};
}

} // namespace

std::vector<FieldRow> fieldRows(const FieldValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return text->isEmpty() ? std::vector<FieldRow>() : std::vector<FieldRow>{{*text, {}}};
    if (const auto *number = std::get_if<Decimal>(&value))
        return {{{}, number->millionths}};
    if (const auto *money = std::get_if<Money>(&value))
        return {{money->currency, money->minor}};
    if (const auto *date = std::get_if<QDate>(&value))
        return {{date->toString(Qt::ISODate), {}}};
    if (const auto *yes = std::get_if<bool>(&value))
        return {{{}, qint64(*yes)}};
    std::vector<FieldRow> rows;
    for (const FieldOptionId option : std::get<OptionIds>(value))
        rows.push_back({{}, option.value()});
    return rows;
}

FieldValue fieldValue(FieldType type, const std::vector<FieldRow> &rows)
{
    if (rows.empty())
        return QString();
    const FieldRow &first = rows.front();
    switch (type) {
    case FieldType::Number: return Decimal{first.number.value_or(0)};
    case FieldType::Money: return Money{first.number.value_or(0), first.text};
    case FieldType::Date: return QDate::fromString(first.text, Qt::ISODate);
    case FieldType::YesNo: return first.number.value_or(0) != 0;
    case FieldType::Choice:
    case FieldType::Choices: break;
    default: return first.text;
    }
    OptionIds options;
    for (const FieldRow &row : rows)
        options.emplace_back(row.number.value_or(0));
    return options;
}

FieldValue fieldValue(FieldType type, const QJsonArray &rows)
{
    std::vector<FieldRow> read;
    for (const QJsonValue &row : rows) {
        const QJsonValue number = row[numberKey];
        read.push_back({row[textKey].toString(), number.isDouble() ? std::optional(number.toInteger()) : std::nullopt});
    }
    return fieldValue(type, read);
}

QString recordKey(CustomFieldId field)
{
    return keyPrefix + field.toString();
}

CustomFieldId fieldOfRecordKey(QStringView key)
{
    return key.startsWith(keyPrefix) ? CustomFieldId(key.mid(keyPrefix.size()).toLongLong()) : CustomFieldId();
}

QJsonArray fieldRecord(const FieldValue &value)
{
    QJsonArray rows;
    for (const FieldRow &row : fieldRows(value))
        rows.append(rowRecord(row.text, row.number));
    return rows;
}

Result<void> readFieldValues(Connection &connection, qint64 leadId, const QStringList &keys, QJsonObject &into)
{
    QStringList wanted;
    for (const QString &key : keys) {
        if (fieldOfRecordKey(key).isNull())
            continue;
        wanted += key;
        into.insert(key, QJsonArray());
    }
    if (!keys.isEmpty() && wanted.isEmpty())
        return {};
    KINDLING_GET(
        rows,
        connection.run(QStringLiteral("SELECT field_id, text, number FROM field_value WHERE lead_id = ? ORDER BY field_id, position"),
                       {leadId}));
    while (rows->next()) {
        const QString key = recordKey(CustomFieldId(rows->integer(0)));
        if (!keys.isEmpty() && !wanted.contains(key))
            continue;
        QJsonArray values = into[key].toArray();
        values.append(rowRecord(rows->text(1), rows->optionalInteger(2)));
        into.insert(key, values);
    }
    return {};
}

Result<void> writeFieldValues(Connection &connection, qint64 leadId, const QJsonObject &record)
{
    const QStringList keys = record.keys();
    for (const QString &key : keys) {
        const CustomFieldId field = fieldOfRecordKey(key);
        if (field.isNull())
            continue;
        KINDLING_TRY(connection.run(QStringLiteral("DELETE FROM field_value WHERE lead_id = ? AND field_id = ?"), {leadId, field.value()}));
        int position = 0;
        const QJsonArray rows = record[key].toArray();
        for (const QJsonValue &row : rows) {
            const QVariant text = row[textKey].isString() ? QVariant(row[textKey].toString()) : QVariant();
            const QVariant number = row[numberKey].isDouble() ? QVariant(row[numberKey].toInteger()) : QVariant();
            KINDLING_TRY(
                connection.run(QStringLiteral("INSERT INTO field_value (lead_id, field_id, position, text, number) VALUES (?, ?, ?, ?, ?)"),
                               {leadId, field.value(), position++, text, number}));
        }
    }
    return {};
}

Result<void> removeFieldValues(Connection &connection, qint64 leadId)
{
    const auto done = connection.run(QStringLiteral("DELETE FROM field_value WHERE lead_id = ?"), {leadId});
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace kindling
