// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardlook.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

#define TEXT(text) QT_TRANSLATE_NOOP("kindling", text)

constexpr std::array<BoardSort, 6> sorts{{
    {"next", TEXT("next step"), LeadField::NextFollowUp, false},
    {"value", TEXT("value, highest first"), LeadField::Value, true},
    {"touch", TEXT("last contact, oldest first"), LeadField::LastActivity, false},
    {"stage", TEXT("time in stage, longest first"), LeadField::StageSince, false},
    {"new", TEXT("newest first"), LeadField::Created, true},
    {"name", TEXT("name"), LeadField::Name, false},
}};

#undef TEXT

constexpr std::array<LeadField, 17> builtInFields{
    LeadField::Company, LeadField::JobTitle, LeadField::Value,         LeadField::Temperature,  LeadField::Stage,       LeadField::Owner,
    LeadField::Source,  LeadField::Campaign, LeadField::Email,         LeadField::Phone,        LeadField::City,        LeadField::Industry,
    LeadField::Tags,    LeadField::Created,  LeadField::ExpectedClose, LeadField::NextFollowUp, LeadField::LastActivity};

const BoardSort &sortOf(const QString &key)
{
    const auto found = std::find_if(sorts.begin(), sorts.end(), [&](const BoardSort &sort) { return key == QLatin1String(sort.key); });
    return found == sorts.end() ? sorts.front() : *found;
}

} // namespace

std::span<const BoardSort> boardSorts()
{
    return sorts;
}

std::vector<SortKey> BoardLook::sortKeys() const
{
    const BoardSort &chosen = sortOf(sort);
    return {{chosen.field, chosen.descending}};
}

QString BoardLook::sortLabel() const
{
    return QCoreApplication::translate("kindling", isOwnOrder() ? "my own order" : sortOf(sort).label);
}

bool BoardLook::shows(FieldId field) const
{
    return std::find(cardFields.begin(), cardFields.end(), field) != cardFields.end();
}

std::vector<FieldId> offeredCardFields(const Vocabulary &words)
{
    std::vector<FieldId> fields(builtInFields.begin(), builtInFields.end());
    if (const LeadFieldInfo *score = fieldByKey(u"score"))
        fields.insert(fields.begin() + 3, FieldId(score->field));
    for (const CustomField &field : words.fields) {
        if (!field.removed)
            fields.emplace_back(field.id);
    }
    return fields;
}

QString cardFieldLabel(FieldId field, const Vocabulary &words)
{
    if (field == LeadField::NextFollowUp)
        return QCoreApplication::translate("kindling", "Next step");
    if (field == LeadField::LastActivity)
        return QCoreApplication::translate("kindling", "Days quiet");
    return fieldLabel(field, &words);
}

BoardLook BoardLook::remembered(const Vocabulary &words)
{
    const QSettings settings;
    BoardLook look;
    look.sort = settings.value(QStringLiteral("board/sort"), QStringLiteral("next")).toString();
    look.lanes = settings.value(QStringLiteral("board/lanes"), false).toBool();
    const std::vector<FieldId> axes = boardAxes(words);
    const auto by = findField(settings.value(QStringLiteral("board/by")).toString(), &words);
    if (by && std::find(axes.begin(), axes.end(), by->field) != axes.end())
        look.by = by->field;
    if (!settings.contains(QStringLiteral("board/card")))
        return look;
    const QStringList keys = settings.value(QStringLiteral("board/card")).toStringList();
    look.cardFields.clear();
    for (const FieldId field : offeredCardFields(words)) {
        if (keys.contains(fieldKey(field, &words)))
            look.cardFields.push_back(field);
    }
    return look;
}

void BoardLook::remember(const Vocabulary &words) const
{
    QSettings settings;
    settings.setValue(QStringLiteral("board/by"), fieldKey(by, &words));
    settings.setValue(QStringLiteral("board/sort"), sort);
    settings.setValue(QStringLiteral("board/lanes"), lanes);
    QStringList keys;
    for (const FieldId field : cardFields)
        keys += fieldKey(field, &words);
    settings.setValue(QStringLiteral("board/card"), keys);
}

} // namespace kindling
