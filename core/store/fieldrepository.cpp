// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fieldrepository.h"

#include "core/base/try.h"
#include "core/store/connection.h"

#include <algorithm>

namespace kindling {

namespace {

QJsonObject fieldRecord(const CustomField &field)
{
    return {{QStringLiteral("key"), field.key},
            {QStringLiteral("label"), field.label},
            {QStringLiteral("type"), keyOf(field.type)},
            {QStringLiteral("position"), field.position},
            {QStringLiteral("removed"), int(field.removed)}};
}

QJsonObject optionRecord(CustomFieldId field, const FieldOption &option, int position)
{
    return {{QStringLiteral("field_id"), field.value()},
            {QStringLiteral("name"), option.name},
            {QStringLiteral("position"), position},
            {QStringLiteral("removed"), int(option.removed)}};
}

} // namespace

Result<std::vector<CustomField>> FieldRepository::fields()
{
    std::vector<CustomField> fields;
    KINDLING_GET(rows, m_connection.run(QStringLiteral("SELECT id, key, label, type, position, removed FROM field ORDER BY position, id")));
    while (rows->next()) {
        fields.push_back({CustomFieldId(rows->integer(0)),
                          rows->text(1),
                          rows->text(2),
                          customTypeFromKey(rows->text(3)).value_or(FieldType::Text),
                          {},
                          int(rows->integer(4)),
                          rows->integer(5) != 0});
    }
    KINDLING_GET(options, m_connection.run(QStringLiteral("SELECT field_id, id, name, removed FROM field_option ORDER BY position, id")));
    while (options->next()) {
        const CustomFieldId id(options->integer(0));
        const auto field = std::find_if(fields.begin(), fields.end(), [id](const CustomField &f) { return f.id == id; });
        if (field != fields.end())
            field->options.push_back({FieldOptionId(options->integer(1)), options->text(2), options->integer(3) != 0});
    }
    return fields;
}

Result<CustomField> FieldRepository::add(CustomField field)
{
    if (field.id.isNull())
        field.id = nextId<CustomFieldId>();
    KINDLING_TRY(m_journal->create(Entity::Field, field.id.value(), fieldRecord(field)));
    for (size_t i = 0; i < field.options.size(); ++i) {
        FieldOption &option = field.options[i];
        if (option.id.isNull())
            option.id = nextId<FieldOptionId>();
        KINDLING_TRY(m_journal->create(Entity::FieldOption, option.id.value(), optionRecord(field.id, option, int(i))));
    }
    return field;
}

Result<void> FieldRepository::writeOption(CustomFieldId field, const FieldOption &option, int position)
{
    if (option.id.isNull())
        return m_journal->create(Entity::FieldOption, nextIdValue(), optionRecord(field, option, position));
    const Result<bool> written = m_journal->update(Entity::FieldOption, option.id.value(), optionRecord(field, option, position));
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> FieldRepository::save(const CustomField &field)
{
    KINDLING_TRY(m_journal->update(Entity::Field, field.id.value(), fieldRecord(field)));
    for (size_t i = 0; i < field.options.size(); ++i)
        KINDLING_TRY(writeOption(field.id, field.options[i], int(i)));
    return {};
}

Result<FieldOption> FieldRepository::addOption(CustomFieldId field, const QString &name, int position)
{
    const FieldOption option{nextId<FieldOptionId>(), name, false};
    KINDLING_TRY(m_journal->create(Entity::FieldOption, option.id.value(), optionRecord(field, option, position)));
    return option;
}

} // namespace kindling
