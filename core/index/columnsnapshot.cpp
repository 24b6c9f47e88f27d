// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/columnsnapshot.h"

#include "core/base/cappedsum.h"
#include "core/index/companycolumns.h"
#include "core/index/snapshotparts.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace kindling {

RowSet::RowSet(quint32 size, bool full)
    : m_size(size)
    , m_words((size + 63) / 64, full ? ~quint64(0) : 0)
{
    if (full && size % 64 != 0)
        m_words.back() = (quint64(1) << (size % 64)) - 1;
}

qint64 RowSet::count() const
{
    qint64 bits = 0;
    for (const quint64 word : m_words)
        bits += std::popcount(word);
    return bits;
}

void RowSet::intersect(const RowSet &other)
{
    for (size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
}

void RowSet::unite(const RowSet &other)
{
    for (size_t i = 0; i < m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
}

void RowSet::subtract(const RowSet &other)
{
    for (size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= ~other.m_words[i];
}

ColumnSnapshot::ColumnSnapshot(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
    const Dictionary &codes = m_parts->dictionaries->words[size_t(WordColumn::Currency)];
    for (quint32 code = 0; code < codes.size(); ++code)
        m_parts->currencies.push_back(codes.name(code));
}

ColumnSnapshot::~ColumnSnapshot() = default;

quint32 ColumnSnapshot::rowCount() const
{
    return m_parts->rows;
}

LeadId ColumnSnapshot::idAt(quint32 row) const
{
    return LeadId(m_parts->chunkOf(row).id[row % chunkRows]);
}

std::optional<quint32> ColumnSnapshot::rowOf(LeadId id) const
{
    const auto alive = [this](quint32 row) { return m_parts->chunkOf(row).gone[row % chunkRows] ? std::nullopt : std::optional(row); };
    if (const auto added = m_parts->added.find(id.value()); added != m_parts->added.end())
        return alive(added->second);
    quint32 low = 0;
    quint32 high = m_parts->loadedRows;
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (idAt(middle) < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < m_parts->loadedRows && idAt(low) == id ? alive(low) : std::nullopt;
}

std::vector<LeadId> ColumnSnapshot::sorted(const RowSet &rows, std::span<const SortKey> keys, size_t limit) const
{
    std::vector<LeadId> ids;
    const std::vector<quint32> picked = sortedRows(rows, keys, limit);
    ids.reserve(picked.size());
    for (const quint32 row : picked)
        ids.push_back(idAt(row));
    return ids;
}

std::vector<quint32> ColumnSnapshot::sortedRows(const RowSet &rows, std::span<const SortKey> keys, size_t limit) const
{
    const SortKey only{};
    const std::span<const SortKey> wanted = keys.empty() ? std::span(&only, 1) : keys;
    // From the last key to the first, each time keeping the order of what is equal.
    const auto order = orderOf(*m_parts, wanted.back());
    std::vector<quint32> picked;
    const size_t count = std::min(size_t(rows.count()), wanted.size() > 1 ? noLimit : limit);
    picked.reserve(count);
    for (auto row = order->begin(); picked.size() < count; ++row) {
        if (rows.contains(*row))
            picked.push_back(*row);
    }
    for (size_t key = wanted.size() - 1; key-- > 0;)
        picked = sortedByRank(picked, *ranksOf(*m_parts, wanted[key]));
    picked.resize(std::min(picked.size(), limit));
    return picked;
}

namespace {

struct Grouping
{
    const std::vector<quint32> Chunk::*codes = nullptr;
    const Dictionary DictionarySet::*dictionary = nullptr;
};

std::optional<Grouping> groupingOf(LeadField field)
{
    switch (field) {
    case LeadField::Owner: return Grouping{&Chunk::owner, &DictionarySet::owners};
    case LeadField::Source: return Grouping{&Chunk::source, &DictionarySet::sources};
    case LeadField::Campaign: return Grouping{&Chunk::campaign, &DictionarySet::campaigns};
    case LeadField::Reason: return Grouping{&Chunk::reason, &DictionarySet::reasons};
    case LeadField::Company: return Grouping{&Chunk::company, &DictionarySet::companies};
    default: return std::nullopt;
    }
}

/// The group of each row and the key that people know it by.
struct GroupCodes
{
    quint32 size = 0;
    std::function<quint32(const Chunk &, quint32)> code;
    std::function<qint64(quint32)> key;
    std::vector<quint32> order; ///< rank of each code
};

/// By the options of a choice, in their order, or by no and yes; all leads in one group when the field is neither.
GroupCodes customCodes(const DictionarySet &words, CustomFieldId id)
{
    const auto index = words.fieldIndex(id);
    if (!index)
        return {1, [](const Chunk &, quint32) { return 0U; }, [](quint32) { return qint64(0); }, {0}};
    const FieldColumn &column = words.fields[*index];
    const quint32 size = column.field.type == FieldType::YesNo ? 3 : column.options.size();
    std::vector<quint32> order(size, size);
    for (quint32 code = 1; code < size; ++code)
        order[code] = code;
    for (size_t i = 0; i < column.field.options.size(); ++i)
        order[column.options.codeOf(column.field.options[i].id.value())] = quint32(i);
    const bool yesNo = column.field.type == FieldType::YesNo;
    return {size,
            [index = *index](const Chunk &c, quint32 i) {
                const FieldChunk *field = c.field(index);
                return field ? field->codeAt(i) : 0;
            },
            [&column, yesNo](quint32 code) { return yesNo ? qint64(code) : column.options.id(code); }, std::move(order)};
}

GroupCodes codesFor(const ColumnSnapshot::Parts &parts, FieldId which)
{
    const DictionarySet &words = *parts.dictionaries;
    if (which.isCustom())
        return customCodes(words, which.custom());
    const LeadField by = which.builtIn();
    if (const auto grouping = groupingOf(by)) {
        const Dictionary &dictionary = words.*grouping->dictionary;
        const auto codes = grouping->codes;
        return {dictionary.size(), [codes](const Chunk &c, quint32 i) { return (c.*codes)[i]; },
                [&dictionary](quint32 code) { return dictionary.id(code); }, dictionary.ranks()};
    }
    if (by == LeadField::Stage)
        return {words.stages.size(), [](const Chunk &c, quint32 i) { return quint32(c.stage[i]); },
                [&words](quint32 code) { return words.stages.id(code); }, words.stageOrder};
    const auto column = by == LeadField::Outcome ? &Chunk::outcome
        : by == LeadField::QualifiedThrough      ? &Chunk::qualifiedThrough
        : by == LeadField::Consent               ? &Chunk::consent
                                                 : &Chunk::temperature;
    return {8,
            [column](const Chunk &c, quint32 i) { return quint32((c.*column)[i]); },
            [](quint32 code) { return qint64(code); },
            {0, 1, 2, 3, 4, 5, 6, 7}};
}

struct Running
{
    qint64 count = 0;
    qint64 overdue = 0;
    UtcMs waitsSince = std::numeric_limits<UtcMs>::max();
    qint64 waitsLongest = 0;
    std::vector<qint64> value; ///< by currency code
    std::vector<qint64> weighted; ///< times one hundred
};

} // namespace

std::vector<GroupTotals> ColumnSnapshot::group(const RowSet &rows, FieldId by, UtcMs now) const
{
    const GroupCodes codes = codesFor(*m_parts, by);
    const std::vector<int> &winPercent = m_parts->dictionaries->winPercent;
    std::vector<Running> groups(codes.size);
    const size_t currencyCount = m_parts->currencies.size();
    rows.forEach([&](quint32 row) {
        const Chunk &chunk = m_parts->chunkOf(row);
        const quint32 i = row % chunkRows;
        Running &group = groups[codes.code(chunk, i)];
        ++group.count;
        group.overdue += chunk.nextFollowUp[i] != 0 && chunk.nextFollowUp[i] < now;
        const UtcMs touched = chunk.lastActivity[i] != 0 ? chunk.lastActivity[i] : chunk.created[i];
        if (touched < group.waitsSince) {
            group.waitsSince = touched;
            group.waitsLongest = chunk.id[i];
        }
        if (chunk.value[i] == 0)
            return;
        if (group.value.empty()) {
            group.value.resize(currencyCount);
            group.weighted.resize(currencyCount);
        }
        const quint32 currency = chunk.words[size_t(WordColumn::Currency)][i];
        group.value[currency] = cappedSum(group.value[currency], chunk.value[i]);
        group.weighted[currency] = cappedSum(group.weighted[currency], chunk.value[i] * winPercent[chunk.stage[i]]);
    });
    std::vector<quint32> present;
    for (quint32 code = 0; code < codes.size; ++code) {
        if (groups[code].count > 0)
            present.push_back(code);
    }
    std::sort(present.begin(), present.end(), [&](quint32 a, quint32 b) { return codes.order[a] < codes.order[b]; });
    std::vector<GroupTotals> totals;
    for (const quint32 code : present) {
        const Running &group = groups[code];
        GroupTotals total{codes.key(code), group.count, {}, {}, group.overdue, group.waitsSince, LeadId(group.waitsLongest)};
        for (size_t currency = 0; currency < group.value.size(); ++currency) {
            if (group.value[currency] == 0)
                continue;
            total.value.add({group.value[currency], m_parts->currencies[currency]});
            total.weighted.add({group.weighted[currency] / 100, m_parts->currencies[currency]});
        }
        totals.push_back(std::move(total));
    }
    return totals;
}

std::map<qint64, std::vector<LeadId>> ColumnSnapshot::groupSorted(const RowSet &rows, FieldId by, std::span<const SortKey> keys) const
{
    const GroupCodes codes = codesFor(*m_parts, by);
    std::vector<std::vector<LeadId>> leads(codes.size);
    for (const quint32 row : sortedRows(rows, keys, noLimit)) {
        const Chunk &chunk = m_parts->chunkOf(row);
        leads[codes.code(chunk, row % chunkRows)].push_back(LeadId(chunk.id[row % chunkRows]));
    }
    std::map<qint64, std::vector<LeadId>> byKey;
    for (quint32 code = 0; code < codes.size; ++code) {
        if (!leads[code].empty())
            byKey.emplace(codes.key(code), std::move(leads[code]));
    }
    return byKey;
}

std::map<std::pair<qint64, qint64>, std::vector<LeadId>> ColumnSnapshot::crossSorted(const RowSet &rows, FieldId by, FieldId across,
                                                                                     std::span<const SortKey> keys) const
{
    const GroupCodes first = codesFor(*m_parts, by);
    const GroupCodes second = codesFor(*m_parts, across);
    std::map<std::pair<quint32, quint32>, std::vector<LeadId>> byCode;
    for (const quint32 row : sortedRows(rows, keys, noLimit)) {
        const Chunk &chunk = m_parts->chunkOf(row);
        const quint32 i = row % chunkRows;
        byCode[{first.code(chunk, i), second.code(chunk, i)}].push_back(LeadId(chunk.id[i]));
    }
    std::map<std::pair<qint64, qint64>, std::vector<LeadId>> byKey;
    for (auto &[codes, leads] : byCode)
        byKey.emplace(std::pair(first.key(codes.first), second.key(codes.second)), std::move(leads));
    return byKey;
}

MoneySum ColumnSnapshot::sum(const RowSet &rows) const
{
    std::vector<qint64> byCurrency(m_parts->currencies.size());
    rows.forEach([&](quint32 row) {
        const Chunk &chunk = m_parts->chunkOf(row);
        qint64 &total = byCurrency[chunk.words[size_t(WordColumn::Currency)][row % chunkRows]];
        total = cappedSum(total, chunk.value[row % chunkRows]);
    });
    MoneySum sum;
    for (size_t currency = 0; currency < byCurrency.size(); ++currency) {
        if (byCurrency[currency] != 0)
            sum.add({byCurrency[currency], m_parts->currencies[currency]});
    }
    return sum;
}

ColumnSnapshot::Standing ColumnSnapshot::standingAt(quint32 row) const
{
    const Chunk &chunk = m_parts->chunkOf(row);
    const quint32 i = row % chunkRows;
    return {chunk.created[i],
            m_parts->dictionaries->stages.id(chunk.stage[i]),
            static_cast<Outcome>(chunk.outcome[i]),
            chunk.outcomeSince[i],
            chunk.stageSince[i],
            chunk.value[i],
            quint16(chunk.words[size_t(WordColumn::Currency)][i])};
}

std::span<const QString> ColumnSnapshot::currencies() const
{
    return m_parts->currencies;
}

ScoreColumnsPtr ColumnSnapshot::scores() const
{
    return m_parts->scoresNow();
}

void ColumnSnapshot::setScores(ScoreColumnsPtr scores) const
{
    {
        const std::lock_guard lock(m_parts->scoresMutex);
        m_parts->scores = std::move(scores);
    }
    const auto isScore = [](FieldId field) {
        return field == LeadField::Fit || field == LeadField::Engagement || field == LeadField::Score;
    };
    const std::lock_guard lock(m_parts->mutex);
    std::erase_if(m_parts->orders, [&](const auto &entry) { return isScore(entry.first.first); });
    std::erase_if(m_parts->earlierOrders, [&](const auto &entry) { return isScore(entry.first.first); });
    std::erase_if(m_parts->ranks, [&](const auto &entry) { return isScore(entry.first.first); });
}

void ColumnSnapshot::setTexts(const TimelineSources &sources) const
{
    const std::lock_guard lock(m_parts->mutex);
    for (size_t field = 0; field < sources.texts.size(); ++field) {
        if (sources.texts[field])
            m_parts->texts[field] = sources.texts[field];
    }
}

CompanyColumnsPtr ColumnSnapshot::companies() const
{
    const std::lock_guard lock(m_parts->companiesMutex);
    return m_parts->companies;
}

void ColumnSnapshot::setCompanies(CompanyColumnsPtr companies) const
{
    const std::lock_guard lock(m_parts->companiesMutex);
    m_parts->companies = std::move(companies);
}

SnapshotPtr ColumnSnapshot::only(std::vector<LeadId> leads) const
{
    std::sort(leads.begin(), leads.end());
    leads.erase(std::unique(leads.begin(), leads.end()), leads.end());
    auto parts = std::make_unique<Parts>();
    parts->dictionaries = m_parts->dictionaries;
    std::shared_ptr<Chunk> last;
    for (const LeadId lead : leads) {
        const auto row = rowOf(lead);
        if (!row)
            continue;
        if (!last || last->rows() == chunkRows) {
            last = std::make_shared<Chunk>();
            last->number = quint32(parts->chunks.size());
            parts->chunks.push_back(last);
        }
        appendRows(*last, m_parts->chunkOf(*row), *row % chunkRows, *row % chunkRows + 1);
        parts->loadedRows = ++parts->rows;
    }
    return std::make_shared<const ColumnSnapshot>(std::move(parts));
}

size_t ColumnSnapshot::memoryBytes() const
{
    size_t bytes = m_parts->added.size() * 32;
    for (const auto &chunk : m_parts->chunks)
        bytes += chunk->memoryBytes();
    const DictionarySet &d = *m_parts->dictionaries;
    for (const Dictionary *dictionary : {&d.companies, &d.stages, &d.owners, &d.sources, &d.campaigns, &d.reasons, &d.tags})
        bytes += dictionary->memoryBytes();
    for (const Dictionary &dictionary : d.words)
        bytes += dictionary.memoryBytes();
    if (const CompanyColumnsPtr held = companies())
        bytes += held->memoryBytes();
    return bytes;
}

} // namespace kindling
