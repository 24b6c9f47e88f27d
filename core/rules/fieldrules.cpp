// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/fieldrules.h"

#include "core/base/textfold.h"
#include "core/base/try.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kindling {

namespace {

constexpr qsizetype longestKey = 40;
constexpr qsizetype longestLabel = 80;

QString fieldWord()
{
    return QCoreApplication::translate("kindling", "field");
}

/// "Company age (years)" becomes companyAgeYears; a label without Latin letters becomes "field".
QString keyFor(const QString &label)
{
    static const QRegularExpression gaps(QStringLiteral("[^a-z0-9]+"));
    QString key;
    const QStringList words = folded(label).split(gaps, Qt::SkipEmptyParts);
    for (const QString &word : words)
        key += key.isEmpty() ? word : word.left(1).toUpper() + word.mid(1);
    key.truncate(longestKey);
    return key.isEmpty() || key[0].isDigit() ? QStringLiteral("field") + key : key;
}

/// Words that begin a test of the filter language without being a field, or that imports know.
bool isReserved(const QString &key)
{
    static const QStringList words{
        QStringLiteral("tag"),          QStringLiteral("activity"),   QStringLiteral("followUp"),   QStringLiteral("segment"),
        QStringLiteral("or"),           QStringLiteral("and"),        QStringLiteral("not"),        QStringLiteral("none"),
        QStringLiteral("any"),          QStringLiteral("score"),      QStringLiteral("consent"),    QStringLiteral("notes"),
        QStringLiteral("note"),         QStringLiteral("ignore"),     QStringLiteral("givenName"),  QStringLiteral("currency"),
        QStringLiteral("stageEntered"), QStringLiteral("familyName"), QStringLiteral("companies"),  QStringLiteral("newField"),
        QStringLiteral("emails"),       QStringLiteral("phones"),     QStringLiteral("activities"), QStringLiteral("followUps"),
        QStringLiteral("changes"),      QStringLiteral("change"),     QStringLiteral("ownId")};
    return words.contains(key, Qt::CaseInsensitive);
}

QString freeKey(const QString &label, const Vocabulary &vocabulary)
{
    const QString stem = keyFor(label);
    const auto taken = [&](const QString &key) {
        const auto same = [&](const CustomField &f) { return f.key.compare(key, Qt::CaseInsensitive) == 0; };
        return isReserved(key) || fieldByKey(key) || std::any_of(vocabulary.fields.begin(), vocabulary.fields.end(), same);
    };
    QString key = stem;
    for (int number = 2; taken(key); ++number)
        key = stem + QString::number(number);
    return key;
}

Result<QString> freeLabel(const QString &typed, CustomFieldId own, const Vocabulary &vocabulary)
{
    const QString label = typed.simplified().left(longestLabel).remove(u'"');
    if (label.isEmpty())
        return Error{ErrorCode::NameMissing, {}, fieldWord()};
    const auto other = findField(label, &vocabulary);
    if (other && !other->removed && other->field != FieldId(own))
        return Error{ErrorCode::NameTaken, label, fieldWord()};
    return label;
}

bool hasOptions(FieldType type)
{
    return type == FieldType::Choice || type == FieldType::Choices;
}

/// Trimmed, without what separates values in files, and each name once.
std::vector<FieldOption> tidied(const std::vector<FieldOption> &options)
{
    std::vector<FieldOption> tidy;
    for (const FieldOption &wanted : options) {
        FieldOption option = wanted;
        option.name = option.name.simplified().remove(u';').remove(u'"');
        const auto same = [&](const FieldOption &o) { return folded(o.name) == folded(option.name); };
        if (!option.name.isEmpty() && std::none_of(tidy.begin(), tidy.end(), same))
            tidy.push_back(option);
    }
    return tidy;
}

} // namespace

Result<CustomField> newField(const CustomField &draft, const Vocabulary &vocabulary)
{
    CustomField field = draft;
    KINDLING_GET(label, freeLabel(draft.label, {}, vocabulary));
    field.label = label;
    field.key = freeKey(label, vocabulary);
    field.options = hasOptions(field.type) ? tidied(draft.options) : std::vector<FieldOption>();
    field.position = 0;
    for (const CustomField &other : vocabulary.fields)
        field.position = std::max(field.position, other.position + 1);
    return field;
}

Result<CustomField> editedField(const CustomField &present, const QString &label, const std::vector<FieldOption> &options,
                                const Vocabulary &vocabulary)
{
    CustomField field = present;
    KINDLING_GET(free, freeLabel(label, present.id, vocabulary));
    field.label = free;
    if (!hasOptions(field.type))
        return field;
    field.options = tidied(options);
    for (const FieldOption &old : present.options) {
        const auto kept = [&](const FieldOption &o) { return o.id == old.id; };
        if (std::any_of(field.options.begin(), field.options.end(), kept))
            continue;
        const auto revived = std::find_if(field.options.begin(), field.options.end(),
                                          [&](const FieldOption &o) { return o.id.isNull() && folded(o.name) == folded(old.name); });
        if (revived != field.options.end())
            revived->id = old.id;
        else
            field.options.push_back({old.id, old.name, true});
    }
    return field;
}

std::vector<FieldOption> optionsNamed(const QStringList &names, const CustomField &present)
{
    std::vector<FieldOption> options;
    for (const QString &name : names) {
        const FieldOption *known = present.optionNamed(name);
        options.push_back({known ? known->id : FieldOptionId(), name.trimmed(), false});
    }
    return options;
}

} // namespace kindling
