// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/fieldservice.h"

#include "core/base/translations.h"
#include "core/base/try.h"
#include "core/rules/fieldrules.h"
#include "core/rules/filterrewrite.h"
#include "core/store/fieldrepository.h"
#include "core/workspace/engine.h"
#include "core/workspace/rulerewrite.h"

#include <algorithm>

namespace kindling {

namespace {

Result<CustomField> presentField(const Writing &writing, CustomFieldId id)
{
    const CustomField *field = writing.vocabulary.field(id);
    return field ? Result<CustomField>(*field) : Result<CustomField>(Error{ErrorCode::NotFound, id.toString(), sentence("field")});
}

/// A filter that calls the options of a field by their new names.
Filter withOptionsRenamed(Filter filter, const CustomField &before, const CustomField &after)
{
    for (const FieldOption &option : after.options) {
        const FieldOption *old = before.option(option.id);
        if (old && old->name != option.name)
            filter = withValueRenamed(std::move(filter), before.id, old->name, option.name);
    }
    return filter;
}

} // namespace

FieldService::FieldService(std::shared_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

QFuture<Result<CustomField>> FieldService::add(CustomField draft)
{
    return m_engine->changeWith<CustomField>(
        [draft = std::move(draft)](Writing &writing) -> Result<CustomField> {
            KINDLING_GET(field, newField(draft, writing.vocabulary));
            const bool choice = field.type == FieldType::Choice || field.type == FieldType::Choices;
            if (choice && field.options.empty())
                return Error{ErrorCode::OptionsMissing, field.label, {}};
            writing.label = sentence("Add field %1").arg(field.label);
            return FieldRepository(writing.connection, &writing.journal).add(field);
        },
        [](CustomField &, const Written &) {});
}

QFuture<Result<Written>> FieldService::edit(CustomFieldId field, const QString &label, std::vector<FieldOption> options)
{
    return m_engine->change(ChangeHead::Kind::Do, [field, label, options = std::move(options)](Writing &writing) -> Result<void> {
        KINDLING_GET(present, presentField(writing, field));
        KINDLING_GET(edited, editedField(present, label, options, writing.vocabulary));
        writing.label = sentence("Change field %1").arg(present.label);
        KINDLING_TRY(rewriteRules(writing, [&](Filter filter) { return withOptionsRenamed(std::move(filter), present, edited); }));
        return FieldRepository(writing.connection, &writing.journal).save(edited);
    });
}

QFuture<Result<Written>> FieldService::move(CustomFieldId field, int place)
{
    return m_engine->change(ChangeHead::Kind::Do, [field, place](Writing &writing) -> Result<void> {
        KINDLING_GET(moved, presentField(writing, field));
        std::vector<CustomField> others = writing.vocabulary.fields;
        std::erase_if(others, [field](const CustomField &f) { return f.id == field; });
        others.insert(others.begin() + std::clamp(place, 0, int(others.size())), moved);
        FieldRepository repository(writing.connection, &writing.journal);
        for (size_t i = 0; i < others.size(); ++i) {
            others[i].position = int(i);
            KINDLING_TRY(repository.save(others[i]));
        }
        writing.label = sentence("Move field %1").arg(moved.label);
        return {};
    });
}

QFuture<Result<Written>> FieldService::setRemoved(CustomFieldId field, bool removed)
{
    return m_engine->change(ChangeHead::Kind::Do, [field, removed](Writing &writing) -> Result<void> {
        KINDLING_GET(present, presentField(writing, field));
        if (!removed) // its label may be another field's by now
            KINDLING_TRY(editedField(present, present.label, present.options, writing.vocabulary));
        writing.label = (removed ? sentence("Remove field %1") : sentence("Bring back field %1")).arg(present.label);
        present.removed = removed;
        return FieldRepository(writing.connection, &writing.journal).save(present);
    });
}

QFuture<Result<Written>> FieldService::remove(CustomFieldId field)
{
    return setRemoved(field, true);
}

QFuture<Result<Written>> FieldService::restore(CustomFieldId field)
{
    return setRemoved(field, false);
}

} // namespace kindling
