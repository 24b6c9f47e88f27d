// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/columnsnapshot.h"

#include <mutex>

namespace kindling {

struct Chunk;
struct CompanyChanges;
struct DictionarySet;

/// Collects the leads of new columns one by one, so that a million leads are never in memory twice.
class ColumnsBuilder
{
public:
    explicit ColumnsBuilder(const Dictionaries &dictionaries);
    ~ColumnsBuilder();
    ColumnsBuilder(ColumnsBuilder &&) noexcept;
    ColumnsBuilder &operator=(ColumnsBuilder &&) noexcept;

    /// In order of id.
    void add(const LeadFacts &facts);
    quint32 rows() const;
    /// Takes the leads of a builder that was begun with the same dictionaries and has later ids. The chunks of this one must be full.
    void append(ColumnsBuilder &&later);

private:
    friend class Columns;
    std::unique_ptr<ColumnSnapshot::Parts> m_parts;
    std::shared_ptr<DictionarySet> m_dictionaries;
    std::vector<std::shared_ptr<Chunk>> m_chunks; ///< the same as those of the parts, still to be written
};

/// The columns: all leads in memory, derived from the store and never the truth. One thread writes (the workspace's writer);
/// any thread takes snapshots. Chunks are shared between snapshots and copied when a row in them changes.
class Columns
{
public:
    Columns();
    ~Columns();

    /// Replaces everything.
    void load(ColumnsBuilder &&builder);
    /// Changes and adds rows, removes others; cost in proportion to the chunks touched.
    void apply(std::span<const LeadFacts> upserts, std::span<const LeadId> removed);
    /// Other scores for the rows in `changed` (ascending); those of the other rows are the same as before.
    void setScores(ScoreColumnsPtr scores, const std::vector<quint32> &changed);
    /// New names for ids (a renamed owner, a new tag, companies that came). Without `companies`, which are all that were written since,
    /// what lists of companies need is read again.
    void setDictionaries(const Dictionaries &dictionaries, const CompanyChanges *companies = nullptr);

    /// The present state; empty until load() has run.
    SnapshotPtr snapshot() const;

private:
    void publish(std::unique_ptr<ColumnSnapshot::Parts> parts);

    mutable std::mutex m_mutex;
    SnapshotPtr m_snapshot;
};

} // namespace kindling
