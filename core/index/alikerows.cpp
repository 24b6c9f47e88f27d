// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/alikerows.h"

#include "core/index/sidebyside.h"

#include <algorithm>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;

constexpr size_t keptAlikes = 4;
constexpr quint32 worthWords = 16; ///< of more rows than one in so many, the words of all are looked at: each stands there once

/// One term against all, or against some.
class AlikeSearch
{
public:
    AlikeSearch(const Parts &parts, const AlikeWord &word, const Reach *among, const Progress *progress)
        : m_parts(parts)
        , m_word(word)
        , m_among(among)
        , m_progress(progress)
        , m_tooMany(quint8(word.allowed() + 1))
    {
        m_found.allowed = word.allowed();
        m_found.rows = RowSet(parts.rows, false);
        m_found.slips.resize(parts.rows);
        m_found.companies.assign(parts.dictionaries->companies.size(), m_tooMany);
    }

    AlikeRows find()
    {
        if (m_word.allowed() == 0)
            return std::move(m_found);
        findCompanies();
        const bool each = m_among && m_among->isFew(worthWords);
        // Chunks own whole words of the set, so two threads never write the same one.
        sideBySide(m_parts.chunks.size(), [&](quint32 which) {
            if (!m_progress || !m_progress->cancelled())
                each ? findInEach(which) : findByWords(which);
        });
        return std::move(m_found);
    }

private:
    void findCompanies()
    {
        const Dictionary &names = m_parts.dictionaries->companies;
        forCodes(names, [&](quint32 from, quint32 to) {
            for (quint32 code = from; code < to; ++code) {
                if (!m_among || m_among->companies[code])
                    m_found.companies[code] = quint8(m_word.slipsIn(names.folded(code)));
            }
        });
    }

    void findInEach(quint32 which)
    {
        const Chunk &chunk = *m_parts.chunks[which];
        const quint32 base = which * chunkRows;
        m_among->rows.forEachFrom(base, base + chunk.rows(), [&](quint32 row) {
            m_found.slips[row] = m_found.companies[chunk.company[row - base]];
            takeName(row, m_word.slipsIn(chunk.segmentOf(row - base, TextSegment::Name)));
            takeRow(row);
        });
    }

    void findByWords(quint32 which)
    {
        const Chunk &chunk = *m_parts.chunks[which];
        const NameWords &names = chunk.nameWords.of(chunk);
        const quint32 base = which * chunkRows;
        for (quint32 row = 0; row < chunk.rows(); ++row)
            m_found.slips[base + row] = m_found.companies[chunk.company[row]];
        for (size_t place = 0; place < names.words().size(); ++place) {
            const int slips = m_word.slipsIn(names.words()[place]);
            if (slips >= m_tooMany)
                continue;
            for (const quint16 row : names.rowsWith(place))
                takeName(base + row, slips);
        }
        for (quint32 row = base; row < base + chunk.rows(); ++row)
            takeRow(row);
    }

    void takeName(quint32 row, int slips)
    {
        if (slips < m_tooMany)
            m_found.slips[row] = quint8(std::min(m_found.slipsOf(row), slips)) | AlikeRows::inName;
    }

    void takeRow(quint32 row)
    {
        if (m_found.slipsOf(row) < m_tooMany)
            m_found.rows.insert(row);
    }

    const Parts &m_parts;
    const AlikeWord &m_word;
    const Reach *m_among;
    const Progress *m_progress;
    quint8 m_tooMany;
    AlikeRows m_found;
};

std::shared_ptr<const AlikeRows> keptAlike(const Parts &parts, const QByteArray &text)
{
    const std::lock_guard lock(parts.mutex);
    const auto same = [&](const auto &kept) { return kept.first == text; };
    const auto kept = std::find_if(parts.alikes.begin(), parts.alikes.end(), same);
    if (kept == parts.alikes.end())
        return nullptr;
    std::rotate(parts.alikes.begin(), kept, kept + 1);
    return parts.alikes.front().second;
}

void keepAlike(const Parts &parts, const QByteArray &text, const std::shared_ptr<const AlikeRows> &rows)
{
    const std::lock_guard lock(parts.mutex);
    parts.alikes.insert(parts.alikes.begin(), {text, rows});
    if (parts.alikes.size() > keptAlikes)
        parts.alikes.pop_back();
}

/// What the longest beginning of a text is like that is kept. With as many slips allowed, nothing else can be like the whole of it.
std::shared_ptr<const AlikeRows> widerAlike(const Parts &parts, const QByteArray &text, int allowed)
{
    const std::lock_guard lock(parts.mutex);
    std::shared_ptr<const AlikeRows> longest;
    qsizetype length = 0;
    for (const auto &[beginning, rows] : parts.alikes) {
        if (rows->allowed == allowed && beginning.size() > length && text.startsWith(beginning)) {
            longest = rows;
            length = beginning.size();
        }
    }
    return longest;
}

Reach reachOf(const AlikeRows &alike)
{
    Reach reach{alike.rows, std::vector<char>(alike.companies.size())};
    for (quint32 code = 0; code < alike.companies.size(); ++code)
        reach.companies[code] = alike.hasCompany(code) ? 1 : 0;
    return reach;
}

} // namespace

std::shared_ptr<const AlikeRows> alikeRows(const Parts &parts, const QByteArray &text, const AlikeWord &word, const Reach *among,
                                           const Progress *progress)
{
    if (auto kept = keptAlike(parts, text))
        return kept;
    if (among)
        return std::make_shared<const AlikeRows>(AlikeSearch(parts, word, among, progress).find());
    const auto wider = widerAlike(parts, text, word.allowed());
    const Reach reach = wider ? reachOf(*wider) : Reach();
    auto found = std::make_shared<const AlikeRows>(AlikeSearch(parts, word, wider ? &reach : nullptr, progress).find());
    if (!progress || !progress->cancelled())
        keepAlike(parts, text, found);
    return found;
}

} // namespace kindling
