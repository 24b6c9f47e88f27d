// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QVariant>

#include <optional>

namespace kindling {

/// Null for what is not there, as a value to bind.
inline QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

template <typename T>
QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant(qint64(*value)) : QVariant();
}

/// Null for what is not there, as a value of a record.
inline QJsonValue recordOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

inline QJsonValue recordOrNull(const QVariant &id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.toLongLong());
}

template <typename T>
QJsonValue recordOrNull(const std::optional<T> &value)
{
    return value ? QJsonValue(qint64(*value)) : QJsonValue();
}

/// A key or an id in a record, as text.
inline QString asText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// The object that a column holds as JSON.
inline QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace kindling
