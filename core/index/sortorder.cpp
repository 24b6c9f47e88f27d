// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/snapshotparts.h"

#include <algorithm>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;

constexpr qint64 noKey = std::numeric_limits<qint64>::max(); ///< of a row without a value

template <typename KeyOf>
std::vector<qint64> keysBy(const Parts &parts, KeyOf keyOf)
{
    std::vector<qint64> keys;
    keys.reserve(parts.rows);
    for (const auto &chunk : parts.chunks) {
        for (quint32 i = 0; i < chunk->rows(); ++i)
            keys.push_back(keyOf(*chunk, i));
    }
    return keys;
}

std::vector<qint64> timeKeys(const Parts &parts, const std::vector<qint64> Chunk::*column)
{
    return keysBy(parts, [column](const Chunk &c, quint32 i) { return (c.*column)[i] == 0 ? noKey : (c.*column)[i]; });
}

template <typename CodeOf>
std::vector<qint64> wordKeys(const Parts &parts, const Dictionary &dictionary, CodeOf codeOf)
{
    const std::vector<quint32> ranks = dictionary.ranks();
    return keysBy(parts, [&](const Chunk &c, quint32 i) {
        const quint32 code = codeOf(c, i);
        return code == 0 ? noKey : qint64(ranks[code]);
    });
}

/// The first eight bytes as a number that orders like the text.
quint64 prefixOf(std::string_view text)
{
    quint64 prefix = 0;
    for (size_t i = 0; i < 8; ++i)
        prefix = prefix << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return prefix;
}

/// The rank of each row in the order of its text; rows without one have no rank.
template <typename TextOf>
std::vector<qint64> rankedTexts(const Parts &parts, TextOf textOf)
{
    struct Item
    {
        quint64 prefix;
        quint32 row;
        std::string_view text;
    };
    std::vector<Item> items;
    items.reserve(parts.rows);
    quint32 row = 0;
    for (const auto &chunk : parts.chunks) {
        for (quint32 i = 0; i < chunk->rows(); ++i, ++row) {
            if (const std::string_view text = textOf(*chunk, i); !text.empty())
                items.push_back({prefixOf(text), row, text});
        }
    }
    std::sort(items.begin(), items.end(),
              [](const Item &a, const Item &b) { return a.prefix != b.prefix ? a.prefix < b.prefix : a.text < b.text; });
    std::vector<qint64> keys(parts.rows, noKey);
    qint64 rank = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        rank += i > 0 && items[i].text != items[i - 1].text;
        keys[items[i].row] = rank;
    }
    return keys;
}

/// Names, emails …: a lead without a name stands under its company.
std::vector<qint64> textKeys(const Parts &parts, TextSegment segment)
{
    return rankedTexts(parts, [&](const Chunk &chunk, quint32 i) {
        std::string_view text = chunk.segmentOf(i, segment);
        if (text.empty() && segment == TextSegment::Name)
            text = parts.dictionaries->companies.folded(chunk.company[i]);
        return text;
    });
}

/// A custom field: numbers and dates by size, choices in the order of their options (of several the first), texts by the alphabet.
std::vector<qint64> customKeys(const Parts &parts, CustomFieldId id)
{
    const auto index = parts.dictionaries->fieldIndex(id);
    if (!index)
        return std::vector<qint64>(parts.rows, noKey);
    const FieldColumn &column = parts.dictionaries->fields[*index];
    const auto keys = [&, at = *index](auto keyOf) {
        return keysBy(parts, [&](const Chunk &c, quint32 i) {
            const FieldChunk *field = c.field(at);
            return field ? keyOf(*field, i) : noKey;
        });
    };
    std::vector<qint64> rank(std::max<size_t>(column.options.size(), 3), noKey);
    for (size_t i = 0; i < column.field.options.size(); ++i)
        rank[column.options.codeOf(column.field.options[i].id.value())] = qint64(i);
    switch (column.field.type) {
    case FieldType::Number:
    case FieldType::Money:
    case FieldType::Date:
        return keys([](const FieldChunk &f, quint32 i) { return f.numberAt(i) == FieldChunk::none ? noKey : f.numberAt(i); });
    case FieldType::YesNo: return keys([](const FieldChunk &f, quint32 i) { return f.codeAt(i) == 0 ? noKey : qint64(f.codeAt(i)); });
    case FieldType::Choice: return keys([&](const FieldChunk &f, quint32 i) { return f.codeAt(i) == 0 ? noKey : rank[f.codeAt(i)]; });
    case FieldType::Choices:
        return keys([&](const FieldChunk &f, quint32 i) { return f.codesAt(i).empty() ? noKey : rank[f.codesAt(i).front()]; });
    default: break;
    }
    return rankedTexts(parts, [at = *index](const Chunk &c, quint32 i) {
        const FieldChunk *field = c.field(at);
        return field ? field->textAt(i) : std::string_view();
    });
}

std::vector<qint64> wordColumnKeys(const Parts &parts, WordColumn column)
{
    const size_t which = size_t(column);
    return wordKeys(parts, parts.dictionaries->words[which], [which](const Chunk &c, quint32 i) { return c.words[which][i]; });
}

/// An answer of the qualification card: two bits of `bant`.
std::vector<qint64> answerKeys(const Parts &parts, LeadField field)
{
    const int shift = 2 * (int(field) - int(LeadField::Budget));
    return keysBy(parts, [shift](const Chunk &c, quint32 i) { return qint64((c.bant[i] >> shift) & 3); });
}

std::vector<qint64> builtInKeys(const Parts &parts, LeadField field)
{
    const DictionarySet &words = *parts.dictionaries;
    const auto codes = [](const std::vector<quint32> Chunk::*column) {
        return [column](const Chunk &c, quint32 i) { return (c.*column)[i]; };
    };
    switch (field) {
    case LeadField::Name: return textKeys(parts, TextSegment::Name);
    case LeadField::Email: return textKeys(parts, TextSegment::Emails);
    case LeadField::Phone: return textKeys(parts, TextSegment::Phones);
    case LeadField::ExternalId: return textKeys(parts, TextSegment::ExternalId);
    case LeadField::Company: return wordKeys(parts, words.companies, codes(&Chunk::company));
    case LeadField::Owner: return wordKeys(parts, words.owners, codes(&Chunk::owner));
    case LeadField::Source: return wordKeys(parts, words.sources, codes(&Chunk::source));
    case LeadField::Campaign: return wordKeys(parts, words.campaigns, codes(&Chunk::campaign));
    case LeadField::Reason: return wordKeys(parts, words.reasons, codes(&Chunk::reason));
    case LeadField::JobTitle: return wordColumnKeys(parts, WordColumn::JobTitle);
    case LeadField::Industry: return wordColumnKeys(parts, WordColumn::Industry);
    case LeadField::CompanySize: return wordColumnKeys(parts, WordColumn::CompanySize);
    case LeadField::City: return wordColumnKeys(parts, WordColumn::City);
    case LeadField::Region: return wordColumnKeys(parts, WordColumn::Region);
    case LeadField::Country: return wordColumnKeys(parts, WordColumn::Country);
    case LeadField::Language: return wordColumnKeys(parts, WordColumn::Language);
    case LeadField::Temperature: return keysBy(parts, [](const Chunk &c, quint32 i) { return qint64(c.temperature[i]); });
    case LeadField::Outcome: return keysBy(parts, [](const Chunk &c, quint32 i) { return qint64(c.outcome[i]); });
    case LeadField::QualifiedThrough: return keysBy(parts, [](const Chunk &c, quint32 i) { return qint64(c.qualifiedThrough[i]); });
    case LeadField::Stage: return keysBy(parts, [&](const Chunk &c, quint32 i) { return qint64(words.stageOrder[c.stage[i]]); });
    case LeadField::Value: return keysBy(parts, [](const Chunk &c, quint32 i) { return c.hasValue[i] ? c.value[i] : noKey; });
    case LeadField::ExpectedClose: return timeKeys(parts, &Chunk::expectedClose);
    case LeadField::LastActivity: return timeKeys(parts, &Chunk::lastActivity);
    case LeadField::NextFollowUp: return timeKeys(parts, &Chunk::nextFollowUp);
    case LeadField::StageSince: return timeKeys(parts, &Chunk::stageSince);
    case LeadField::Closed:
        return keysBy(parts, [](const Chunk &c, quint32 i) { return c.outcome[i] == quint8(Outcome::Open) ? noKey : c.outcomeSince[i]; });
    case LeadField::Budget:
    case LeadField::Authority:
    case LeadField::Need:
    case LeadField::Timeline: return answerKeys(parts, field);
    case LeadField::Archived: return keysBy(parts, [](const Chunk &c, quint32 i) { return qint64(c.archived[i]); });
    case LeadField::Id: return keysBy(parts, [](const Chunk &c, quint32 i) { return c.id[i]; });
    default: return timeKeys(parts, &Chunk::created);
    }
}

/// The numbers by which a field is ordered, one a row.
std::vector<qint64> orderKeys(const Parts &parts, FieldId field)
{
    return field.isCustom() ? customKeys(parts, field.custom()) : builtInKeys(parts, field.builtIn());
}

SortOrder makeOrder(const Parts &parts, FieldId field, bool descending)
{
    const std::vector<qint64> keys = orderKeys(parts, field);
    struct Item
    {
        qint64 key;
        quint32 row;
    };
    std::vector<Item> items(keys.size());
    for (quint32 row = 0; row < keys.size(); ++row)
        items[row] = {descending && keys[row] != noKey ? -keys[row] : keys[row], row};
    std::sort(items.begin(), items.end(), [](const Item &a, const Item &b) { return a.key != b.key ? a.key < b.key : a.row > b.row; });
    SortOrder order;
    order.reserve(items.size());
    for (const Item &item : items)
        order.push_back(item.row);
    return order;
}

SortRanks makeRanks(const SortOrder &order, const std::vector<qint64> &keys)
{
    SortRanks ranks(order.size());
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        rank += i > 0 && keys[order[i]] != keys[order[i - 1]];
        ranks[order[i]] = rank;
    }
    return ranks;
}

} // namespace

std::shared_ptr<const SortOrder> orderOf(const Parts &parts, const SortKey &key)
{
    const std::lock_guard lock(parts.mutex);
    auto &cached = parts.orders[{key.field, key.descending}];
    if (!cached)
        cached = std::make_shared<const SortOrder>(makeOrder(parts, key.field, key.descending));
    return cached;
}

std::shared_ptr<const SortRanks> ranksOf(const Parts &parts, const SortKey &key)
{
    const auto order = orderOf(parts, key);
    const std::lock_guard lock(parts.mutex);
    auto &cached = parts.ranks[{key.field, key.descending}];
    if (!cached)
        cached = std::make_shared<const SortRanks>(makeRanks(*order, orderKeys(parts, key.field)));
    return cached;
}

std::vector<quint32> sortedByRank(const std::vector<quint32> &rows, const SortRanks &ranks)
{
    std::vector<quint32> begin(ranks.size() + 1, 0); // of each rank; there are no more ranks than rows
    for (const quint32 row : rows)
        ++begin[ranks[row] + 1];
    for (size_t rank = 1; rank < begin.size(); ++rank)
        begin[rank] += begin[rank - 1];
    std::vector<quint32> sorted(rows.size());
    for (const quint32 row : rows)
        sorted[begin[ranks[row]]++] = row;
    return sorted;
}

} // namespace kindling
