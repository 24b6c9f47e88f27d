// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/bytesearch.h"
#include "core/index/searchterms.h"
#include "core/index/snapshotparts.h"

#include <QtConcurrent>

#include <algorithm>
#include <functional>
#include <numeric>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;

/// Calls `hit` with each row of a chunk whose text contains `needle`, in one pass over the chunk's text.
template <typename Hit>
void findAll(const Chunk &chunk, const QByteArray &needle, Hit hit)
{
    const ByteSearch search({needle.constData(), size_t(needle.size())});
    quint32 row = 0;
    for (size_t at = search.find(chunk.text, 0); at != std::string_view::npos; at = search.find(chunk.text, chunk.textBegin[row])) {
        while (chunk.textBegin[row + 1] <= at)
            ++row;
        hit(row++); // one hit a lead is enough
    }
}

RowSet matchTerm(const Parts &parts, const SearchTerm &term)
{
    const std::vector<char> companies = parts.dictionaries->companies.containing(term.text);
    const std::vector<char> tags = parts.dictionaries->tags.containing(term.text);
    const bool anyCompany = std::find(companies.begin(), companies.end(), 1) != companies.end();
    const bool anyTag = std::find(tags.begin(), tags.end(), 1) != tags.end();
    RowSet rows(parts.rows, false);
    std::vector<quint32> chunks(parts.chunks.size());
    std::iota(chunks.begin(), chunks.end(), 0U);
    // Chunks own whole words of the set, so two threads never write the same one.
    QtConcurrent::blockingMap(chunks, [&](quint32 which) {
        const Chunk &chunk = *parts.chunks[which];
        const quint32 base = which * chunkRows;
        findAll(chunk, term.text, [&](quint32 row) { rows.insert(base + row); });
        for (const QByteArray &digits : term.digits)
            findAll(chunk, digits, [&](quint32 row) { rows.insert(base + row); });
        if (!anyCompany && !anyTag)
            return;
        for (quint32 row = 0; row < chunk.rows(); ++row) {
            if (companies[chunk.company[row]] || (anyTag && chunk.hasTag(row, tags)))
                rows.insert(base + row);
        }
    });
    return rows;
}

} // namespace

RowSet evaluateText(const Parts &parts, const QString &text)
{
    RowSet rows(parts.rows, true);
    for (const SearchTerm &term : searchTerms(text))
        rows.intersect(matchTerm(parts, term));
    return rows;
}

} // namespace kindling
