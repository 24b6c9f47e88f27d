// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fieldwords.h"

#include <QCoreApplication>
#include <QDateTime>

namespace kindling {

namespace {

QString dayWords(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, QStringLiteral("d MMM yyyy"));
}

/// The choices of the program; nothing for fields of other types.
QString choiceWords(const Lead &lead, LeadField field)
{
    switch (field) {
    case LeadField::Temperature: return labelOf(lead.temperature);
    case LeadField::Outcome: return labelOf(lead.outcome);
    case LeadField::QualifiedThrough: return lead.qualifiedThrough == QualifiedThrough::None ? QString() : labelOf(lead.qualifiedThrough);
    case LeadField::Budget: return labelOf(lead.bant.budget.answer);
    case LeadField::Authority: return labelOf(lead.bant.authority.answer);
    case LeadField::Need: return labelOf(lead.bant.need.answer);
    case LeadField::Timeline: return labelOf(lead.bant.timeline.answer);
    default: return {};
    }
}

} // namespace

QString fieldWords(const Lead &lead, const FieldEntry &entry, const FieldContext &context, const QLocale &locale)
{
    if (entry.field.isCustom()) {
        const CustomField *field = context.vocabulary ? context.vocabulary->field(entry.field.custom()) : nullptr;
        const FieldValue *value = lead.custom.find(entry.field.custom());
        if (!field || !value)
            return {};
        const auto *day = std::get_if<QDate>(value);
        return day ? dayWords(*day, locale) : fieldValueWords(*field, *value, locale);
    }
    if (entry.field == LeadField::Value)
        return lead.value ? lead.value->display(locale) : QString();
    const QString text = fieldText(lead, entry.field, context);
    if (text.isEmpty())
        return {};
    switch (entry.type) {
    case FieldType::Choice: {
        const QString words = choiceWords(lead, entry.field.builtIn());
        return words.isEmpty() ? text : words;
    }
    case FieldType::YesNo: return QCoreApplication::translate("kindling", "Yes");
    case FieldType::Date: return dayWords(QDate::fromString(text, Qt::ISODate), locale);
    case FieldType::DateTime: return dayWords(QDateTime::fromString(text, Qt::ISODate).toTimeZone(context.zone).date(), locale);
    default: return text;
    }
}

} // namespace kindling
