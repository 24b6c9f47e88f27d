// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/grouping.h"

#include "core/index/snapshotparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;

template <typename CodeOf>
Grouping grouped(const Parts &parts, std::vector<QString> names, CodeOf codeOf)
{
    Grouping grouping;
    grouping.names = std::move(names);
    grouping.groups.reserve(parts.rows);
    for (const auto &chunk : parts.chunks) {
        for (quint32 i = 0; i < chunk->rows(); ++i)
            grouping.groups.push_back(quint32(codeOf(*chunk, i)));
    }
    return grouping;
}

std::vector<QString> namesOf(const Dictionary &dictionary)
{
    std::vector<QString> names;
    for (quint32 code = 0; code < dictionary.size(); ++code)
        names.push_back(dictionary.name(code));
    return names;
}

Grouping byCode(const Parts &parts, const Dictionary &dictionary, std::vector<quint32> Chunk::*column)
{
    return grouped(parts, namesOf(dictionary), [column](const Chunk &chunk, quint32 i) { return (chunk.*column)[i]; });
}

Grouping byWord(const Parts &parts, WordColumn column)
{
    const auto which = size_t(column);
    return grouped(parts, namesOf(parts.dictionaries->words[which]),
                   [which](const Chunk &chunk, quint32 i) { return chunk.words[which][i]; });
}

template <typename Enum>
Grouping byChoice(const Parts &parts, std::vector<quint8> Chunk::*column, bool firstIsNone)
{
    std::vector<QString> names;
    for (const Enum value : allOf<Enum>())
        names.push_back(firstIsNone && names.empty() ? QString() : labelOf(value));
    return grouped(parts, std::move(names), [column](const Chunk &chunk, quint32 i) { return (chunk.*column)[i]; });
}

Grouping inOne(const Parts &parts)
{
    return grouped(parts, {QString()}, [](const Chunk &, quint32) { return 0; });
}

Grouping byCustom(const Parts &parts, CustomFieldId id)
{
    const DictionarySet &words = *parts.dictionaries;
    const auto index = words.fieldIndex(id);
    if (!index)
        return inOne(parts);
    const FieldColumn &column = words.fields[*index];
    std::vector<QString> names{{}, QCoreApplication::translate("kindling", "No"), QCoreApplication::translate("kindling", "Yes")};
    if (column.field.type == FieldType::Choice)
        names = namesOf(column.options);
    else if (column.field.type != FieldType::YesNo)
        return inOne(parts);
    return grouped(parts, std::move(names), [index = *index](const Chunk &chunk, quint32 i) {
        const FieldChunk *field = chunk.field(index);
        return field ? field->codeAt(i) : 0;
    });
}

} // namespace

Grouping standingGroups(const ColumnSnapshot &columns)
{
    const Parts &parts = columns.parts();
    const DictionarySet &words = *parts.dictionaries;
    const quint32 stages = words.stages.size();
    std::vector<QString> names(stages);
    std::vector<quint32> place(stages, stages - 1); // a stage that is no more comes last
    for (quint32 code = 1; code < stages; ++code) {
        place[code] = std::min(words.stageOrder[code], stages - 1);
        names[place[code]] = words.stages.name(code);
    }
    for (const Outcome outcome : {Outcome::Won, Outcome::Lost, Outcome::Disqualified})
        names.push_back(labelOf(outcome));
    return grouped(parts, std::move(names), [&](const Chunk &chunk, quint32 i) {
        const quint8 outcome = chunk.outcome[i];
        return outcome == quint8(Outcome::Open) ? place[chunk.stage[i]] : stages + outcome - 1;
    });
}

Grouping groupingBy(const ColumnSnapshot &columns, FieldId field)
{
    const Parts &parts = columns.parts();
    if (field.isCustom())
        return byCustom(parts, field.custom());
    const DictionarySet &words = *parts.dictionaries;
    switch (field.builtIn()) {
    case LeadField::Owner: return byCode(parts, words.owners, &Chunk::owner);
    case LeadField::Source: return byCode(parts, words.sources, &Chunk::source);
    case LeadField::Campaign: return byCode(parts, words.campaigns, &Chunk::campaign);
    case LeadField::Reason: return byCode(parts, words.reasons, &Chunk::reason);
    case LeadField::Company: return byCode(parts, words.companies, &Chunk::company);
    case LeadField::Stage: return grouped(parts, namesOf(words.stages), [](const Chunk &chunk, quint32 i) { return chunk.stage[i]; });
    case LeadField::JobTitle: return byWord(parts, WordColumn::JobTitle);
    case LeadField::Industry: return byWord(parts, WordColumn::Industry);
    case LeadField::CompanySize: return byWord(parts, WordColumn::CompanySize);
    case LeadField::City: return byWord(parts, WordColumn::City);
    case LeadField::Region: return byWord(parts, WordColumn::Region);
    case LeadField::Country: return byWord(parts, WordColumn::Country);
    case LeadField::Language: return byWord(parts, WordColumn::Language);
    case LeadField::Temperature: return byChoice<Temperature>(parts, &Chunk::temperature, false);
    case LeadField::Outcome: return byChoice<Outcome>(parts, &Chunk::outcome, false);
    case LeadField::Consent: return byChoice<Consent>(parts, &Chunk::consent, true);
    case LeadField::QualifiedThrough: return byChoice<QualifiedThrough>(parts, &Chunk::qualifiedThrough, true);
    default: return inOne(parts);
    }
}

} // namespace kindling
