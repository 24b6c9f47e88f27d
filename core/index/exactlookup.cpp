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

/// Calls `visit` with each word of a segment: one email, the digits of one phone, the whole name or external id.
template <typename Visit>
void forEachWord(std::string_view segment, TextSegment kind, Visit visit)
{
    if (kind == TextSegment::ExternalId || kind == TextSegment::Name) { // may contain spaces
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

constexpr TextSegment exactSegments[] = {TextSegment::Name, TextSegment::Emails, TextSegment::Phones, TextSegment::ExternalId};

std::string_view companyOf(const ColumnSnapshot::Parts &parts, const Chunk &chunk, quint32 row)
{
    return parts.dictionaries->companies.folded(chunk.company[row]);
}

/// What the index files a row under: a lead without a name goes by its company.
std::string_view filedText(const ColumnSnapshot::Parts &parts, const Chunk &chunk, quint32 row, TextSegment segment)
{
    const std::string_view text = chunk.segmentOf(row, segment);
    return segment == TextSegment::Name && text.empty() ? companyOf(parts, chunk, row) : text;
}

std::shared_ptr<const ExactIndex> exactIndexOf(const ColumnSnapshot::Parts &parts)
{
    const std::lock_guard lock(parts.mutex);
    if (!parts.exact)
        parts.exact = std::make_shared<const ExactIndex>(makeExactIndex(parts));
    return parts.exact;
}

} // namespace

ExactIndex makeExactIndex(const ColumnSnapshot::Parts &parts)
{
    ExactIndex index;
    index.entries.reserve(size_t(parts.rows) * 4);
    quint32 row = 0;
    for (const auto &chunk : parts.chunks) {
        for (quint32 i = 0; i < chunk->rows(); ++i, ++row) {
            for (const TextSegment segment : exactSegments) {
                forEachWord(filedText(parts, *chunk, i, segment), segment, [&](std::string_view word) {
                    index.entries.push_back({hashOf(word), row, segment});
                });
            }
        }
    }
    std::sort(index.entries.begin(), index.entries.end(),
              [](const ExactIndex::Entry &a, const ExactIndex::Entry &b) { return a.hash != b.hash ? a.hash < b.hash : a.row < b.row; });
    return index;
}

std::vector<LeadId> ColumnSnapshot::exact(const QString &text, int wantedSegment) const
{
    std::vector<LeadId> found;
    if (text.isEmpty() || m_parts->rows == 0)
        return found;
    const auto index = exactIndexOf(*m_parts);
    const auto segment = TextSegment(wantedSegment);
    const std::string wanted = text.toStdString();
    const quint64 hash = hashOf(wanted);
    auto entry = std::lower_bound(index->entries.begin(), index->entries.end(), hash,
                                  [](const ExactIndex::Entry &e, quint64 value) { return e.hash < value; });
    for (; entry != index->entries.end() && entry->hash == hash; ++entry) {
        const Chunk &chunk = m_parts->chunkOf(entry->row);
        const quint32 i = entry->row % chunkRows;
        bool same = false;
        forEachWord(filedText(*m_parts, chunk, i, segment), segment, [&](std::string_view word) { same |= word == wanted; });
        if (entry->segment == segment && same && !chunk.gone[i])
            found.push_back(idAt(entry->row));
    }
    return found;
}

std::vector<LeadId> ColumnSnapshot::withEmail(const QString &normalised) const
{
    return exact(normalised, int(TextSegment::Emails));
}

std::vector<LeadId> ColumnSnapshot::withPhone(const QString &normalised) const
{
    return exact(digitsOf(normalised), int(TextSegment::Phones));
}

std::vector<LeadId> ColumnSnapshot::withExternalId(const QString &externalId) const
{
    return exact(folded(externalId), int(TextSegment::ExternalId));
}

std::vector<LeadId> ColumnSnapshot::withNameAndCompany(const QString &name, const QString &company) const
{
    std::vector<LeadId> found = exact(name.isEmpty() ? company : name, int(TextSegment::Name));
    const QByteArray wantedName = name.toUtf8();
    const std::string wantedCompany = company.toStdString();
    std::erase_if(found, [&](LeadId id) {
        const quint32 row = *rowOf(id);
        return foldedName(id) != wantedName || companyOf(*m_parts, m_parts->chunkOf(row), row % chunkRows) != wantedCompany;
    });
    return found;
}

bool ColumnSnapshot::hasExternalId(LeadId id) const
{
    const auto row = rowOf(id);
    return row && !m_parts->chunkOf(*row).segmentOf(*row % chunkRows, TextSegment::ExternalId).empty();
}

QByteArray ColumnSnapshot::foldedName(LeadId id) const
{
    const auto row = rowOf(id);
    if (!row)
        return {};
    const std::string_view name = m_parts->chunkOf(*row).segmentOf(*row % chunkRows, TextSegment::Name);
    return {name.data(), qsizetype(name.size())};
}

} // namespace kindling
