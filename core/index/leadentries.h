// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <memory>
#include <span>
#include <unordered_set>
#include <vector>

namespace kindling {

/// Numbers that belong to leads, any number to one lead, in order of the lead's id and, for one lead, in their own order. Immutable; what
/// changes shares the chunks that stay the same. `Entry` has a member `lead` and an order; it is kept without the lead.
template <typename Entry, typename Kept>
class LeadEntries
{
public:
    /// The entries of some thousand leads.
    struct Chunk
    {
        std::vector<qint64> leads;
        std::vector<quint32> begin; ///< one more than leads
        std::vector<Kept> entries;

        std::span<const Kept> of(size_t lead) const { return std::span(entries).subspan(begin[lead], begin[lead + 1] - begin[lead]); }
    };
    using ChunkPtr = std::shared_ptr<const Chunk>;

    LeadEntries() = default;
    /// In any order.
    explicit LeadEntries(std::vector<Entry> &&entries)
    {
        if (!std::is_sorted(entries.begin(), entries.end(), inOrder))
            std::sort(entries.begin(), entries.end(), inOrder);
        cut(entries, m_chunks);
    }

    /// The same with the entries of some leads replaced by others.
    LeadEntries with(std::span<const LeadId> leads, std::vector<Entry> &&replacement) const
    {
        std::sort(replacement.begin(), replacement.end(), inOrder);
        std::vector<qint64> changed;
        for (const LeadId lead : leads)
            changed.push_back(lead.value());
        std::sort(changed.begin(), changed.end());
        LeadEntries result;
        auto next = replacement.begin();
        auto nextChanged = changed.begin();
        for (size_t i = 0; i < m_chunks.size(); ++i) {
            // A chunk owns all leads up to the first of the next one.
            const bool last = i + 1 == m_chunks.size();
            const qint64 end = last ? std::numeric_limits<qint64>::max() : m_chunks[i + 1]->leads.front();
            const auto endChanged = last ? changed.end() : std::lower_bound(nextChanged, changed.end(), end);
            if (nextChanged == endChanged) {
                result.m_chunks.push_back(m_chunks[i]);
                continue;
            }
            const auto endNew = std::find_if(next, replacement.end(), [&](const Entry &e) { return !last && e.lead >= end; });
            rebuild(*m_chunks[i], {nextChanged, endChanged}, {next, endNew}, result.m_chunks);
            next = endNew;
            nextChanged = endChanged;
        }
        if (m_chunks.empty())
            cut(replacement, result.m_chunks);
        return result;
    }

    /// The entries of some leads alone.
    LeadEntries only(std::span<const LeadId> leads) const
    {
        std::vector<Entry> entries;
        for (const LeadId lead : leads) {
            const auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), lead.value(),
                                                [](qint64 id, const ChunkPtr &chunk) { return id < chunk->leads.front(); });
            if (after == m_chunks.begin())
                continue;
            const Chunk &chunk = **std::prev(after);
            const auto place = std::lower_bound(chunk.leads.begin(), chunk.leads.end(), lead.value());
            if (place == chunk.leads.end() || *place != lead.value())
                continue;
            for (const Kept &kept : chunk.of(size_t(place - chunk.leads.begin())))
                entries.push_back(kept.of(lead.value()));
        }
        return LeadEntries(std::move(entries));
    }

    const std::vector<ChunkPtr> &chunks() const { return m_chunks; }

    size_t memoryBytes() const
    {
        size_t bytes = 0;
        for (const ChunkPtr &chunk : m_chunks)
            bytes += chunk->leads.size() * 12 + chunk->entries.size() * sizeof(Kept);
        return bytes;
    }

private:
    static constexpr size_t leadsOfChunk = 8'192;

    static bool inOrder(const Entry &a, const Entry &b) { return a.lead != b.lead ? a.lead < b.lead : Kept(a) < Kept(b); }

    /// Entries in order, as chunks.
    static void cut(std::span<const Entry> entries, std::vector<ChunkPtr> &into)
    {
        std::shared_ptr<Chunk> chunk;
        for (size_t i = 0; i < entries.size(); ++i) {
            if (i == 0 || entries[i].lead != entries[i - 1].lead) {
                if (!chunk || chunk->leads.size() == leadsOfChunk) {
                    if (chunk)
                        close(*chunk);
                    chunk = std::make_shared<Chunk>();
                    into.push_back(chunk);
                }
                chunk->leads.push_back(entries[i].lead);
                chunk->begin.push_back(quint32(chunk->entries.size()));
            }
            chunk->entries.push_back(Kept(entries[i]));
        }
        if (chunk)
            close(*chunk);
    }

    static void close(Chunk &chunk)
    {
        chunk.begin.push_back(quint32(chunk.entries.size()));
        chunk.entries.shrink_to_fit();
        chunk.leads.shrink_to_fit();
        chunk.begin.shrink_to_fit();
    }

    static void rebuild(const Chunk &chunk, std::span<const qint64> changed, std::span<const Entry> fresh, std::vector<ChunkPtr> &into)
    {
        std::vector<Entry> entries;
        entries.reserve(chunk.entries.size() + fresh.size());
        for (size_t lead = 0; lead < chunk.leads.size(); ++lead) {
            if (std::binary_search(changed.begin(), changed.end(), chunk.leads[lead]))
                continue;
            for (const Kept &kept : chunk.of(lead))
                entries.push_back(kept.of(chunk.leads[lead]));
        }
        entries.insert(entries.end(), fresh.begin(), fresh.end());
        std::sort(entries.begin(), entries.end(), inOrder);
        cut(entries, into);
    }

    std::vector<ChunkPtr> m_chunks;
};

} // namespace kindling
