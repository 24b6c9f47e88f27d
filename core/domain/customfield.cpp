// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/customfield.h"

#include "core/base/textfold.h"
#include "core/domain/linkaddress.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

struct TypeWords
{
    FieldType type;
    const char *key;
    const char *label;
};

constexpr std::array<TypeWords, 9> types{{
    {FieldType::Text, "text", QT_TRANSLATE_NOOP("kindling", "Text")},
    {FieldType::LongText, "longText", QT_TRANSLATE_NOOP("kindling", "Long text")},
    {FieldType::Number, "number", QT_TRANSLATE_NOOP("kindling", "Number")},
    {FieldType::Money, "money", QT_TRANSLATE_NOOP("kindling", "Money")},
    {FieldType::Date, "date", QT_TRANSLATE_NOOP("kindling", "Date")},
    {FieldType::Choice, "choice", QT_TRANSLATE_NOOP("kindling", "Choice")},
    {FieldType::Choices, "choices", QT_TRANSLATE_NOOP("kindling", "Several choices")},
    {FieldType::YesNo, "yesNo", QT_TRANSLATE_NOOP("kindling", "Yes or no")},
    {FieldType::Link, "link", QT_TRANSLATE_NOOP("kindling", "Link")},
}};

const TypeWords *wordsOf(FieldType type)
{
    const auto found = std::find_if(types.begin(), types.end(), [type](const TypeWords &t) { return t.type == type; });
    return found == types.end() ? nullptr : &*found;
}

auto placeOf(auto &values, CustomFieldId field)
{
    return std::lower_bound(values.begin(), values.end(), field, [](const CustomValue &v, CustomFieldId id) { return v.field < id; });
}

bool isNothing(const FieldValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return text->isEmpty();
    const auto *options = std::get_if<OptionIds>(&value);
    return options && options->empty();
}

Result<FieldValue> readOptions(const CustomField &field, const QString &text)
{
    const bool several = field.type == FieldType::Choices;
    OptionIds options;
    for (const QString &part : several ? text.split(u';', Qt::SkipEmptyParts) : QStringList{text}) {
        if (part.trimmed().isEmpty())
            continue;
        const FieldOption *option = field.optionNamed(part);
        if (!option || option->removed)
            return Error{ErrorCode::UnknownValue, part.trimmed(), field.label};
        if (std::find(options.begin(), options.end(), option->id) == options.end())
            options.push_back(option->id);
    }
    return FieldValue(options);
}

Result<FieldValue> readYesNo(const QString &text)
{
    static const QStringList yes{QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("x"),
                                 QStringLiteral("ja"),  QStringLiteral("oui"),  QStringLiteral("y"), QStringLiteral("si")};
    static const QStringList no{QStringLiteral("no"),   QStringLiteral("false"), QStringLiteral("0"),
                                QStringLiteral("nein"), QStringLiteral("non"),   QStringLiteral("n")};
    const QString word = folded(text);
    if (yes.contains(word) || no.contains(word))
        return FieldValue(yes.contains(word));
    return Error{ErrorCode::InvalidValue, text, QCoreApplication::translate("kindling", "yes or no")};
}

Result<FieldValue> readDate(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return Error{ErrorCode::InvalidValue, text, QCoreApplication::translate("kindling", "a date, as in 2026-03-01")};
    return FieldValue(date);
}

QString optionsText(const CustomField &field, const OptionIds &options, const QString &separator)
{
    QStringList names;
    for (const FieldOptionId id : options) {
        if (const FieldOption *option = field.option(id))
            names += option->name;
    }
    return names.join(separator);
}

template <typename Value>
Result<FieldValue> valueOf(const Result<Value> &read)
{
    return read ? Result<FieldValue>(FieldValue(*read)) : Result<FieldValue>(read.error());
}

} // namespace

const FieldOption *CustomField::option(FieldOptionId wanted) const
{
    const auto found = std::find_if(options.begin(), options.end(), [wanted](const FieldOption &o) { return o.id == wanted; });
    return found == options.end() ? nullptr : &*found;
}

const FieldOption *CustomField::optionNamed(QStringView name) const
{
    const QString wanted = folded(name);
    const FieldOption *found = nullptr;
    for (const FieldOption &option : options) {
        if (folded(option.name) == wanted && (!found || found->removed))
            found = &option;
    }
    return found;
}

QStringList CustomField::optionNames() const
{
    QStringList names;
    for (const FieldOption &option : options) {
        if (!option.removed)
            names += option.name;
    }
    return names;
}

const FieldValue *CustomValues::find(CustomFieldId field) const
{
    const auto place = placeOf(m_values, field);
    return place != m_values.end() && place->field == field ? &place->value : nullptr;
}

void CustomValues::set(CustomFieldId field, FieldValue value)
{
    if (isNothing(value)) {
        clear(field);
        return;
    }
    const auto place = placeOf(m_values, field);
    if (place != m_values.end() && place->field == field)
        place->value = std::move(value);
    else
        m_values.insert(place, {field, std::move(value)});
}

void CustomValues::clear(CustomFieldId field)
{
    std::erase_if(m_values, [field](const CustomValue &value) { return value.field == field; });
}

std::span<const FieldType> customFieldTypes()
{
    static const std::array<FieldType, types.size()> list = [] {
        std::array<FieldType, types.size()> all{};
        std::transform(types.begin(), types.end(), all.begin(), [](const TypeWords &t) { return t.type; });
        return all;
    }();
    return list;
}

QString keyOf(FieldType type)
{
    const TypeWords *words = wordsOf(type);
    return words ? QString(QLatin1String(words->key)) : QString();
}

QString labelOf(FieldType type)
{
    const TypeWords *words = wordsOf(type);
    return words ? QCoreApplication::translate("kindling", words->label) : QString();
}

std::optional<FieldType> customTypeFromKey(QStringView key)
{
    for (const TypeWords &words : types) {
        if (key.compare(QLatin1String(words.key), Qt::CaseInsensitive) == 0)
            return words.type;
    }
    return std::nullopt;
}

Result<FieldValue> readFieldValue(const CustomField &field, const QString &text, const QString &currency)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return FieldValue(QString());
    switch (field.type) {
    case FieldType::Number: return valueOf(Decimal::parse(typed));
    case FieldType::Money: return valueOf(Money::parse(typed, currency));
    case FieldType::Date: return readDate(typed);
    case FieldType::YesNo: return readYesNo(typed);
    case FieldType::Link: return valueOf(readLink(typed));
    case FieldType::Choice:
    case FieldType::Choices: return readOptions(field, typed);
    default: return FieldValue(typed);
    }
}

QString fieldValueText(const CustomField &field, const FieldValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<Decimal>(&value))
        return number->text();
    if (const auto *money = std::get_if<Money>(&value))
        return money->amountText() + u' ' + money->currency;
    if (const auto *date = std::get_if<QDate>(&value))
        return date->toString(Qt::ISODate);
    if (const auto *yes = std::get_if<bool>(&value))
        return *yes ? QStringLiteral("yes") : QStringLiteral("no");
    return optionsText(field, std::get<OptionIds>(value), QStringLiteral("; "));
}

QString fieldValueWords(const CustomField &field, const FieldValue &value, const QLocale &locale)
{
    if (const auto *number = std::get_if<Decimal>(&value))
        return number->display(locale);
    if (const auto *money = std::get_if<Money>(&value))
        return money->display(locale);
    if (const auto *date = std::get_if<QDate>(&value))
        return locale.toString(*date, QLocale::ShortFormat);
    if (const auto *yes = std::get_if<bool>(&value))
        return *yes ? QCoreApplication::translate("kindling", "Yes") : QCoreApplication::translate("kindling", "No");
    if (const auto *options = std::get_if<OptionIds>(&value))
        return optionsText(field, *options, QStringLiteral(", "));
    return std::get<QString>(value);
}

} // namespace kindling
