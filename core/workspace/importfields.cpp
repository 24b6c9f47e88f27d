// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/importrun.h"

#include "core/base/textfold.h"
#include "core/base/try.h"
#include "core/rules/fieldrules.h"
#include "core/store/fieldrepository.h"
#include "core/workspace/engine.h"

#include <QCoreApplication>

#include <algorithm>

// The part of an import that makes fields of the user's own, and the options of their choices.

namespace kindling {

namespace {

/// A column with more different values than this is no choice; what comes after goes to the notes.
constexpr size_t mostOptions = 500;

} // namespace

/// The field that a column makes: one that is there with its name from an import before, else a new one.
Result<CustomField> ImportRun::fieldFor(const ImportColumn &column)
{
    std::vector<CustomField> &fields = m_context.vocabulary.fields;
    const auto same = std::find_if(fields.begin(), fields.end(), [&](const CustomField &f) {
        return !f.removed && f.type == column.target.newType && folded(f.label) == folded(column.header);
    });
    if (same != fields.end() && !m_fieldsMade.contains(same->id))
        return *same;
    CustomField draft;
    draft.label = column.header;
    draft.type = column.target.newType;
    Result<CustomField> made = newField(draft, m_context.vocabulary);
    for (int number = 2; !made && made.error().code == ErrorCode::NameTaken; ++number) {
        draft.label = column.header + u' ' + QString::number(number);
        made = newField(draft, m_context.vocabulary);
    }
    if (!made)
        return made;
    made->id = nextId<CustomFieldId>();
    m_fieldsMade.insert(made->id);
    fields.push_back(*made);
    return m_writing ? FieldRepository(m_connection, &m_writing->journal).add(*made) : made;
}

Result<void> ImportRun::prepareFields()
{
    for (ImportColumn &column : m_mapping.columns) {
        if (column.target.kind != ImportTarget::Kind::NewField)
            continue;
        KINDLING_GET(field, fieldFor(column));
        column.target.kind = ImportTarget::Kind::Lead;
        column.target.field = field.id;
    }
    return {};
}

Result<FieldOptionId> ImportRun::optionNamed(CustomField &field, const QString &name)
{
    if (const FieldOption *known = field.optionNamed(name))
        return known->id;
    if (field.options.size() >= mostOptions)
        return FieldOptionId();
    FieldOption option{nextId<FieldOptionId>(), name.simplified().remove(u'"'), false};
    if (m_writing) {
        KINDLING_GET(stored,
                     FieldRepository(m_connection, &m_writing->journal).addOption(field.id, option.name, int(field.options.size())));
        option = stored;
    }
    field.options.push_back(option);
    return option.id;
}

Result<void> ImportRun::settleChoices(LeadDraft &draft)
{
    for (const DraftChoice &choice : draft.choices) {
        auto &fields = m_context.vocabulary.fields;
        const auto field = std::find_if(fields.begin(), fields.end(), [&](const CustomField &f) { return f.id == choice.field; });
        if (field == fields.end())
            continue;
        OptionIds options;
        for (const QString &name : choice.names) {
            KINDLING_GET(option, optionNamed(*field, name));
            if (!option.isNull() && std::find(options.begin(), options.end(), option) == options.end())
                options.push_back(option);
            if (!option.isNull())
                continue;
            const QString kept = field->label + QStringLiteral(": ") + name;
            draft.lead.notes += draft.lead.notes.isEmpty() ? kept : u'\n' + kept;
            draft.problems +=
                QCoreApplication::translate("kindling", "%1: too many different values; “%2” went to the notes").arg(field->label, name);
        }
        draft.lead.custom.set(field->id, std::move(options));
    }
    return {};
}

} // namespace kindling
