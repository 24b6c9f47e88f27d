// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/chunk.h"

#include <algorithm>

namespace kindling {

namespace {

constexpr char segmentEnd = '\x1f';

void closeRow(Chunk &chunk)
{
    if (chunk.textBegin.empty()) {
        chunk.textBegin.push_back(0);
        chunk.tagBegin.push_back(0);
    }
    chunk.textBegin.push_back(quint32(chunk.text.size()));
    chunk.tagBegin.push_back(quint32(chunk.tags.size()));
}

/// Calls `visit` with each column of plain numbers, of one or of two chunks.
template <typename First, typename Second, typename Visit>
void forEachColumn(First &a, Second &b, Visit visit)
{
    visit(a.id, b.id);
    visit(a.company, b.company);
    visit(a.owner, b.owner);
    visit(a.source, b.source);
    visit(a.campaign, b.campaign);
    visit(a.reason, b.reason);
    visit(a.stage, b.stage);
    visit(a.temperature, b.temperature);
    visit(a.outcome, b.outcome);
    visit(a.qualifiedThrough, b.qualifiedThrough);
    visit(a.bant, b.bant);
    visit(a.archived, b.archived);
    visit(a.pinned, b.pinned);
    visit(a.doNotEmail, b.doNotEmail);
    visit(a.doNotCall, b.doNotCall);
    visit(a.consent, b.consent);
    visit(a.hasValue, b.hasValue);
    visit(a.gone, b.gone);
    visit(a.value, b.value);
    visit(a.created, b.created);
    visit(a.stageSince, b.stageSince);
    visit(a.outcomeSince, b.outcomeSince);
    visit(a.lastActivity, b.lastActivity);
    visit(a.nextFollowUp, b.nextFollowUp);
    visit(a.expectedClose, b.expectedClose);
    visit(a.backOn, b.backOn);
    for (size_t i = 0; i < wordColumns; ++i)
        visit(a.words[i], b.words[i]);
}

/// False when the field was there and is not what it was.
bool takeField(const CustomField &field, std::vector<FieldColumn> &into)
{
    auto known = std::find_if(into.begin(), into.end(), [&](const FieldColumn &c) { return c.field.id == field.id; });
    if (known == into.end())
        known = into.insert(into.end(), FieldColumn{});
    const bool same = known->field.id.isNull() || known->field == field;
    known->field = field;
    std::vector<Dictionaries::Entry> options;
    for (const FieldOption &option : field.options)
        options.push_back({option.id.value(), option.name});
    known->options.take(options);
    return same;
}

void appendFields(Chunk &chunk, quint32 row, std::span<const FieldFact> facts, DictionarySet &dictionaries)
{
    while (!facts.empty()) {
        const qint64 field = facts.front().field;
        const auto end = std::find_if(facts.begin(), facts.end(), [field](const FieldFact &f) { return f.field != field; });
        const auto mine = facts.first(size_t(end - facts.begin()));
        facts = facts.subspan(mine.size());
        const auto index = dictionaries.fieldIndex(CustomFieldId(field));
        if (!index)
            continue;
        if (*index >= chunk.fields.size())
            chunk.fields.resize(*index + 1);
        FieldColumn &column = dictionaries.fields[*index];
        chunk.fields[*index].put(row, column.field.type, mine, column.options, dictionaries.words[size_t(WordColumn::Currency)]);
    }
}

} // namespace

std::string_view Chunk::segmentOf(quint32 row, TextSegment segment) const
{
    std::string_view rest = textOf(row);
    for (int skip = int(segment); skip > 0; --skip) {
        const size_t end = rest.find(segmentEnd);
        if (end == std::string_view::npos)
            return {};
        rest.remove_prefix(end + 1);
    }
    return rest.substr(0, rest.find_first_of("\x1f\n"));
}

bool Chunk::hasTag(quint32 row, const std::vector<char> &wanted) const
{
    return std::any_of(tags.begin() + tagBegin[row], tags.begin() + tagBegin[row + 1], [&](quint32 tag) { return wanted[tag] != 0; });
}

size_t Chunk::memoryBytes() const
{
    size_t bytes = text.capacity() + (textBegin.capacity() + tagBegin.capacity() + tags.capacity()) * sizeof(quint32);
    for (const FieldChunk &field : fields)
        bytes += field.memoryBytes();
    forEachColumn(*this, *this, [&](const auto &column, const auto &) { bytes += column.capacity() * sizeof(column[0]); });
    return bytes;
}

void Chunk::reserveLike(const Chunk &other)
{
    forEachColumn(*this, other, [](auto &column, const auto &like) { column.reserve(like.size()); });
    textBegin.reserve(other.textBegin.size());
    text.reserve(other.text.size());
    tagBegin.reserve(other.tagBegin.size());
    tags.reserve(other.tags.size());
}

bool DictionarySet::take(const Dictionaries &dictionaries)
{
    bool sameNames = companies.take(dictionaries.companies);
    sameNames &= stages.take(dictionaries.stages);
    sameNames &= owners.take(dictionaries.owners);
    sameNames &= sources.take(dictionaries.sources);
    sameNames &= campaigns.take(dictionaries.campaigns);
    sameNames &= reasons.take(dictionaries.reasons);
    sameNames &= tags.take(dictionaries.tags);
    const std::vector<quint32> orderBefore = stageOrder;
    stageOrder.assign(stages.size(), stages.size());
    winPercent.assign(stages.size(), 0);
    for (size_t i = 0; i < dictionaries.stages.size(); ++i) {
        const quint32 code = stages.codeOf(dictionaries.stages[i].id);
        stageOrder[code] = quint32(i);
        winPercent[code] = dictionaries.winPercents[i];
    }
    bool sameFields = true;
    for (const CustomField &field : dictionaries.fields)
        sameFields &= takeField(field, fields);
    const bool sameCard = card == dictionaries.card;
    card = dictionaries.card;
    return sameNames && sameFields && sameCard && stageOrder == orderBefore;
}

std::optional<quint32> DictionarySet::fieldIndex(CustomFieldId field) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [field](const FieldColumn &c) { return c.field.id == field; });
    return found == fields.end() ? std::nullopt : std::optional(quint32(found - fields.begin()));
}

qint64 questionsWithYes(const Chunk &chunk, quint32 row, const DictionarySet &dictionaries)
{
    qint64 yes = 0;
    for (const FieldId question : dictionaries.card) {
        if (!question.isCustom()) {
            yes += ((chunk.bant[row] >> (2 * (int(question.builtIn()) - int(LeadField::Budget)))) & 3) == int(Answer::Yes);
            continue;
        }
        const auto index = dictionaries.fieldIndex(question.custom());
        const FieldColumn *column = index ? &dictionaries.fields[*index] : nullptr;
        const FieldChunk *field = column && column->field.options.size() >= 3 && !column->field.removed ? chunk.field(*index) : nullptr;
        const quint32 code = field ? field->codeAt(row) : 0; // the third option is the yes (cardanswer.h)
        yes += code != 0 && code == column->options.codeOf(column->field.options[2].id.value());
    }
    return yes;
}

void appendFacts(Chunk &chunk, const LeadFacts &facts, DictionarySet &dictionaries)
{
    chunk.id.push_back(facts.id);
    chunk.company.push_back(dictionaries.companies.codeOf(facts.company));
    chunk.owner.push_back(dictionaries.owners.codeOf(facts.owner));
    chunk.source.push_back(dictionaries.sources.codeOf(facts.source));
    chunk.campaign.push_back(dictionaries.campaigns.codeOf(facts.campaign));
    chunk.reason.push_back(dictionaries.reasons.codeOf(facts.reason));
    chunk.stage.push_back(quint16(dictionaries.stages.codeOf(facts.stage)));
    chunk.temperature.push_back(quint8(facts.temperature));
    chunk.outcome.push_back(quint8(facts.outcome));
    chunk.qualifiedThrough.push_back(quint8(facts.qualifiedThrough));
    chunk.bant.push_back(facts.bant);
    chunk.archived.push_back(facts.archived);
    chunk.pinned.push_back(facts.pinned);
    chunk.doNotEmail.push_back(facts.doNotEmail);
    chunk.doNotCall.push_back(facts.doNotCall);
    chunk.consent.push_back(quint8(facts.consent));
    chunk.hasValue.push_back(facts.hasValue);
    chunk.gone.push_back(0);
    chunk.value.push_back(facts.hasValue ? facts.valueMinor : 0);
    chunk.created.push_back(facts.created);
    chunk.stageSince.push_back(facts.stageSince);
    chunk.outcomeSince.push_back(facts.outcomeSince);
    chunk.lastActivity.push_back(facts.lastActivity);
    chunk.nextFollowUp.push_back(facts.nextFollowUp);
    chunk.expectedClose.push_back(facts.expectedClose);
    chunk.backOn.push_back(facts.backOn);
    std::string_view words(facts.words.constData(), size_t(facts.words.size()));
    for (size_t i = 0; i < wordColumns; ++i) {
        const size_t end = std::min(words.find(segmentEnd), words.size());
        chunk.words[i].push_back(dictionaries.words[i].intern(words.substr(0, end)));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    chunk.text.append(facts.text.constData(), size_t(facts.text.size()));
    chunk.text += '\n';
    for (const qint64 tag : facts.tags)
        chunk.tags.push_back(dictionaries.tags.codeOf(tag));
    appendFields(chunk, chunk.rows() - 1, facts.fields, dictionaries);
    closeRow(chunk);
}

void appendRows(Chunk &chunk, const Chunk &from, quint32 first, quint32 last)
{
    if (first >= last)
        return;
    const quint32 row = chunk.rows();
    forEachColumn(chunk, from, [&](auto &to, const auto &source) { to.insert(to.end(), source.begin() + first, source.begin() + last); });
    const auto appendEnds = [&](std::vector<quint32> &to, const std::vector<quint32> &source, size_t end) {
        if (to.empty())
            to.push_back(0);
        for (quint32 i = first + 1; i <= last; ++i)
            to.push_back(quint32(end) + source[i] - source[first]);
    };
    appendEnds(chunk.textBegin, from.textBegin, chunk.text.size());
    appendEnds(chunk.tagBegin, from.tagBegin, chunk.tags.size());
    chunk.text.append(from.text, from.textBegin[first], from.textBegin[last] - from.textBegin[first]);
    chunk.tags.insert(chunk.tags.end(), from.tags.begin() + from.tagBegin[first], from.tags.begin() + from.tagBegin[last]);
    if (chunk.fields.size() < from.fields.size())
        chunk.fields.resize(from.fields.size());
    for (size_t field = 0; field < from.fields.size(); ++field) {
        for (quint32 i = first; i < last; ++i)
            chunk.fields[field].copy(row + i - first, from.fields[field], i);
    }
}

} // namespace kindling
