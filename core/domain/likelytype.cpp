// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/likelytype.h"

#include "core/domain/linkaddress.h"

#include <QRegularExpression>

#include <algorithm>

namespace kindling {

namespace {

bool allAre(const QStringList &values, auto reads)
{
    return std::all_of(values.begin(), values.end(), reads);
}

bool hasCurrency(const QString &text)
{
    static const QRegularExpression sign(QStringLiteral("[€$£¥]|\\b[A-Z]{3}\\b"));
    return text.contains(sign) && Money::parse(text, QStringLiteral("EUR")).ok();
}

bool isYesOrNo(const QString &text)
{
    CustomField field;
    field.type = FieldType::YesNo;
    return !isdigit(text[0].toLatin1()) && readFieldValue(field, text, {}).ok();
}

} // namespace

FieldType likelyType(const QStringList &values)
{
    QStringList texts;
    for (const QString &value : values) {
        if (!value.trimmed().isEmpty())
            texts += value.trimmed();
    }
    if (texts.isEmpty())
        return FieldType::Text;
    if (allAre(texts, [](const QString &t) { return QDate::fromString(t, Qt::ISODate).isValid(); }))
        return FieldType::Date;
    if (allAre(texts, hasCurrency))
        return FieldType::Money;
    if (allAre(texts, isYesOrNo))
        return FieldType::YesNo;
    // Numbers with a zero in front are codes.
    if (allAre(texts, [](const QString &t) { return Decimal::parse(t).ok() && !(t.size() > 1 && t[0] == u'0' && t[1].isDigit()); }))
        return FieldType::Number;
    if (allAre(texts, [](const QString &t) { return (t.startsWith(u"http") || t.startsWith(u"www.")) && readLink(t).ok(); }))
        return FieldType::Link;
    return allAre(texts, [](const QString &t) { return t.size() < 120 && !t.contains(u'\n'); }) ? FieldType::Text : FieldType::LongText;
}

} // namespace kindling
