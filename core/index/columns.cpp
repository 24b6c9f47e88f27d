// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/columns.h"

#include "core/index/companycolumns.h"
#include "core/index/snapshotparts.h"

#include <algorithm>
#include <map>

namespace kindling {

namespace {

std::unique_ptr<ColumnSnapshot::Parts> emptyParts()
{
    auto parts = std::make_unique<ColumnSnapshot::Parts>();
    parts->dictionaries = std::make_shared<const DictionarySet>();
    return parts;
}

/// The parts of another snapshot without its caches.
std::unique_ptr<ColumnSnapshot::Parts> sameParts(const ColumnSnapshot::Parts &parts)
{
    auto copy = std::make_unique<ColumnSnapshot::Parts>();
    copy->chunks = parts.chunks;
    copy->dictionaries = parts.dictionaries;
    copy->rows = parts.rows;
    copy->loadedRows = parts.loadedRows;
    copy->added = parts.added;
    return copy;
}

/// The companies of a snapshot after a change to them; null when they were not read yet.
CompanyColumnsPtr followedBy(const CompanyColumnsPtr &companies, const Dictionary &names, const CompanyChanges &changes)
{
    return !companies || changes.isEmpty() ? companies : std::make_shared<const CompanyColumns>(companies->with(names, changes));
}

/// A chunk with some rows replaced; a row without facts is marked as gone.
std::shared_ptr<const Chunk> rewritten(const Chunk &chunk, const std::map<quint32, const LeadFacts *> &changes, DictionarySet &dictionaries)
{
    auto fresh = std::make_shared<Chunk>();
    fresh->reserveLike(chunk);
    fresh->number = chunk.number;
    quint32 next = 0;
    for (const auto &[row, facts] : changes) {
        appendRows(*fresh, chunk, next, facts ? row : row + 1);
        if (facts)
            appendFacts(*fresh, *facts, dictionaries);
        else
            fresh->gone.back() = 1;
        next = row + 1;
    }
    appendRows(*fresh, chunk, next, chunk.rows());
    return fresh;
}

} // namespace

Columns::Columns()
    : m_snapshot(std::make_shared<const ColumnSnapshot>(emptyParts()))
{
}

Columns::~Columns() = default;

SnapshotPtr Columns::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

void Columns::publish(std::unique_ptr<ColumnSnapshot::Parts> parts)
{
    auto snapshot = std::make_shared<const ColumnSnapshot>(std::move(parts));
    const std::lock_guard lock(m_mutex);
    m_snapshot = std::move(snapshot);
}

ColumnsBuilder::ColumnsBuilder(const Dictionaries &dictionaries)
    : m_parts(std::make_unique<ColumnSnapshot::Parts>())
    , m_dictionaries(std::make_shared<DictionarySet>())
{
    m_dictionaries->take(dictionaries);
}

ColumnsBuilder::~ColumnsBuilder() = default;
ColumnsBuilder::ColumnsBuilder(ColumnsBuilder &&) noexcept = default;
ColumnsBuilder &ColumnsBuilder::operator=(ColumnsBuilder &&) noexcept = default;

void ColumnsBuilder::add(const LeadFacts &facts)
{
    if (m_parts->rows % chunkRows == 0) {
        if (!m_chunks.empty())
            m_chunks.back()->text.shrink_to_fit();
        m_chunks.push_back(std::make_shared<Chunk>());
        m_chunks.back()->number = quint32(m_parts->chunks.size());
        m_parts->chunks.push_back(m_chunks.back());
    }
    appendFacts(*m_chunks.back(), facts, *m_dictionaries);
    m_parts->loadedRows = ++m_parts->rows;
}

quint32 ColumnsBuilder::rows() const
{
    return m_parts->rows;
}

void ColumnsBuilder::append(ColumnsBuilder &&later)
{
    Q_ASSERT(m_parts->rows % chunkRows == 0 || later.rows() == 0);
    std::array<std::vector<quint32>, wordColumns> here; // the code that a word of the other one has here
    for (size_t column = 0; column < wordColumns; ++column) {
        const Dictionary &there = later.m_dictionaries->words[column];
        for (quint32 code = 0; code < there.size(); ++code)
            here[column].push_back(m_dictionaries->words[column].intern(there.name(code).toStdString()));
    }
    for (const std::shared_ptr<Chunk> &chunk : later.m_chunks) {
        for (size_t column = 0; column < wordColumns; ++column) {
            for (quint32 &code : chunk->words[column])
                code = here[column][code];
        }
        for (size_t field = 0; field < chunk->fields.size(); ++field) {
            if (later.m_dictionaries->fields[field].field.type == FieldType::Money)
                chunk->fields[field].recode(here[size_t(WordColumn::Currency)]);
        }
        chunk->number = quint32(m_parts->chunks.size());
        m_parts->chunks.push_back(chunk);
        m_chunks.push_back(chunk);
    }
    m_parts->rows += later.rows();
    m_parts->loadedRows = m_parts->rows;
}

void Columns::load(ColumnsBuilder &&builder)
{
    builder.m_parts->dictionaries = std::move(builder.m_dictionaries);
    publish(std::move(builder.m_parts));
}

void Columns::apply(std::span<const LeadFacts> upserts, std::span<const LeadId> removed)
{
    const SnapshotPtr present = snapshot();
    auto parts = sameParts(present->parts());
    auto words = std::make_shared<DictionarySet>(*parts->dictionaries);
    std::map<quint32, std::map<quint32, const LeadFacts *>> changes; // by chunk
    std::vector<quint32> written;
    std::vector<const LeadFacts *> fresh;
    for (const LeadFacts &facts : upserts) {
        if (const auto row = present->rowOf(LeadId(facts.id)))
            changes[*row / chunkRows][*row % chunkRows] = &facts;
        else
            fresh.push_back(&facts);
    }
    for (const LeadId id : removed) {
        if (const auto row = present->rowOf(id))
            changes[*row / chunkRows][*row % chunkRows] = nullptr;
        parts->added.erase(id.value());
    }
    for (const auto &[chunk, rows] : changes) {
        parts->chunks[chunk] = rewritten(*parts->chunks[chunk], rows, *words);
        for (const auto &[row, facts] : rows)
            written.push_back(chunk * chunkRows + row);
    }
    std::shared_ptr<Chunk> last;
    for (const LeadFacts *facts : fresh) {
        if (!last && parts->rows % chunkRows != 0) {
            last = std::make_shared<Chunk>(*parts->chunks.back());
            parts->chunks.back() = last;
        } else if (!last || last->rows() == chunkRows) {
            last = std::make_shared<Chunk>();
            last->number = quint32(parts->chunks.size());
            parts->chunks.push_back(last);
        }
        appendFacts(*last, *facts, *words);
        written.push_back(parts->rows);
        parts->added[facts->id] = parts->rows++;
    }
    parts->dictionaries = std::move(words);
    parts->scores = present->parts().scoresNow();
    parts->companies = present->companies();
    parts->keepOrders(present->parts(), written);
    publish(std::move(parts));
}

void Columns::setScores(ScoreColumnsPtr scores, const std::vector<quint32> &changed)
{
    const SnapshotPtr present = snapshot();
    auto parts = sameParts(present->parts());
    parts->scores = std::move(scores);
    parts->companies = present->companies();
    parts->keepOrders(present->parts(), changed);
    publish(std::move(parts));
}

void Columns::setDictionaries(const Dictionaries &dictionaries, const CompanyChanges *companies)
{
    const SnapshotPtr present = snapshot();
    auto parts = sameParts(present->parts());
    auto words = std::make_shared<DictionarySet>(*parts->dictionaries);
    const bool sameOrder = words->take(dictionaries);
    if (companies)
        parts->companies = followedBy(present->companies(), words->companies, *companies);
    parts->dictionaries = std::move(words);
    parts->scores = present->parts().scoresNow();
    if (sameOrder)
        parts->keepOrders(present->parts(), {});
    publish(std::move(parts));
}

} // namespace kindling
