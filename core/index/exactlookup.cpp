// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/snapshotparts.h"

#include "core/base/textfold.h"

#include <algorithm>

namespace kindling {

namespace {

quint64 hashOf(std::string_view text)
{
    return std::hash<std::string_view>()(text);
}

/// Calls `visit` with each word of a segment: one email, the digits of one phone, the external id.
template <typename Visit>
void forEachWord(std::string_view segment, TextSegment kind, Visit visit)
{
    if (kind == TextSegment::ExternalId) { // may contain spaces
        if (!segment.empty())
            visit(segment);
        return;
    }
    while (!segment.empty()) {
        const size_t end = std::min(segment.find(' '), segment.size());
        if (end > 0)
            visit(segment.substr(0, end));
        segment.remove_prefix(std::min(end + 1, segment.size()));
    }
}

constexpr TextSegment exactSegments[] = {TextSegment::Emails, TextSegment::Phones, TextSegment::ExternalId};

} // namespace

ExactIndex makeExactIndex(const ColumnSnapshot::Parts &parts)
{
    ExactIndex index;
    index.entries.reserve(size_t(parts.rows) * 3);
    quint32 row = 0;
    for (const auto &chunk : parts.chunks) {
        for (quint32 i = 0; i < chunk->rows(); ++i, ++row) {
            for (const TextSegment segment : exactSegments) {
                forEachWord(chunk->segmentOf(i, segment), segment, [&](std::string_view word) {
                    index.entries.push_back({hashOf(word), row, segment});
                });
            }
        }
    }
    std::sort(index.entries.begin(), index.entries.end(),
              [](const ExactIndex::Entry &a, const ExactIndex::Entry &b) { return a.hash != b.hash ? a.hash < b.hash : a.row < b.row; });
    return index;
}

std::optional<LeadId> ColumnSnapshot::exact(const QString &text, int segment) const
{
    if (text.isEmpty() || m_parts->rows == 0)
        return std::nullopt;
    std::shared_ptr<const ExactIndex> index;
    {
        const std::lock_guard lock(m_parts->mutex);
        if (!m_parts->exact)
            m_parts->exact = std::make_shared<const ExactIndex>(makeExactIndex(*m_parts));
        index = m_parts->exact;
    }
    const std::string wanted = text.toStdString();
    const quint64 hash = hashOf(wanted);
    auto entry = std::lower_bound(index->entries.begin(), index->entries.end(), hash,
                                  [](const ExactIndex::Entry &e, quint64 value) { return e.hash < value; });
    for (; entry != index->entries.end() && entry->hash == hash; ++entry) {
        const Chunk &chunk = m_parts->chunkOf(entry->row);
        const quint32 i = entry->row % chunkRows;
        bool same = false;
        forEachWord(chunk.segmentOf(i, TextSegment(segment)), TextSegment(segment), [&](std::string_view word) { same |= word == wanted; });
        if (int(entry->segment) == segment && same && !chunk.gone[i])
            return idAt(entry->row);
    }
    return std::nullopt;
}

std::optional<LeadId> ColumnSnapshot::withEmail(const QString &normalised) const
{
    return exact(normalised, int(TextSegment::Emails));
}

std::optional<LeadId> ColumnSnapshot::withPhone(const QString &normalised) const
{
    return exact(digitsOf(normalised), int(TextSegment::Phones));
}

std::optional<LeadId> ColumnSnapshot::withExternalId(const QString &externalId) const
{
    return exact(folded(externalId), int(TextSegment::ExternalId));
}

bool ColumnSnapshot::hasExternalId(LeadId id) const
{
    const auto row = rowOf(id);
    return row && !m_parts->chunkOf(*row).segmentOf(*row % chunkRows, TextSegment::ExternalId).empty();
}

} // namespace kindling
