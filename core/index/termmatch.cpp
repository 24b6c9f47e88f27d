// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/termmatch.h"

#include "core/index/alikeword.h"
#include "core/index/bytesearch.h"

#include <algorithm>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;
using Fit = TermRows::Fit;

constexpr char segmentEnd = '\x1f';
constexpr size_t keptTerms = 4;
constexpr quint32 worthAll = 4; ///< one row in so many

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

bool beginsWord(std::string_view text, size_t at)
{
    return at == 0 || !isWordByte(text[at - 1]);
}

bool isInitial(const SearchTerm &term)
{
    return term.text.size() == 1 && isWordByte(term.text[0]);
}

/// How a term stands in a folded name.
Fit fitIn(std::string_view name, const ByteSearch &search, bool initial)
{
    Fit fit = TermRows::Missing;
    for (size_t at = search.find(name, 0); at != std::string_view::npos; at = search.find(name, at + 1)) {
        if (beginsWord(name, at))
            return TermRows::Beginning;
        fit = initial ? TermRows::Missing : TermRows::Inside;
    }
    return fit;
}

/// Calls `hit(row, fit)` once for each lead of a chunk whose text has the needle.
template <typename Hit>
void findInChunk(const Chunk &chunk, std::string_view needle, Hit hit)
{
    const ByteSearch search(needle);
    const std::string_view text = chunk.text;
    quint32 row = 0;
    for (size_t at = search.find(text, 0); at != std::string_view::npos; at = search.find(text, chunk.textBegin[row])) {
        while (chunk.textBegin[row + 1] <= at)
            ++row;
        const std::string_view upToName = text.substr(0, text.find(segmentEnd, chunk.textBegin[row]));
        Fit fit = TermRows::Inside;
        // The name may have it again, at the beginning of a word.
        for (size_t place = at; place < upToName.size() && fit == TermRows::Inside; place = search.find(upToName, place + 1))
            fit = beginsWord(text, place) ? TermRows::Beginning : TermRows::Inside;
        hit(row++, fit); // one hit a lead is enough
    }
}

/// … the same, of some rows that may have it.
template <typename Hit>
void findInRows(const Chunk &chunk, const RowSet &rows, quint32 base, std::string_view needle, Hit hit)
{
    const ByteSearch search(needle);
    rows.forEachFrom(base, base + chunk.rows(), [&](quint32 row) {
        const std::string_view text = chunk.textOf(row - base);
        const size_t at = search.find(text, 0);
        if (at == std::string_view::npos)
            return;
        const Fit inName = fitIn(text.substr(0, text.find(segmentEnd)), search, false);
        hit(row - base, inName == TermRows::Missing ? TermRows::Inside : inName);
    });
}

/// … for each lead with a word of its name that begins with this letter.
template <typename Hit>
void findInitials(const Chunk &chunk, char letter, Hit hit)
{
    for (quint32 row = 0; row < chunk.rows(); ++row) {
        bool starts = true;
        for (const char *at = chunk.text.data() + chunk.textBegin[row]; *at != segmentEnd; ++at) {
            if (starts && *at == letter) {
                hit(row, TermRows::Beginning);
                break;
            }
            starts = !isWordByte(*at);
        }
    }
}

std::vector<quint8> companyFits(const Dictionary &names, const SearchTerm &term)
{
    const ByteSearch search(viewOf(term.text));
    std::vector<quint8> fits(names.size(), TermRows::Missing);
    forCodes(names, [&](quint32 from, quint32 to) {
        names.forEachContaining(viewOf(term.text), from, to,
                                [&](quint32 code) { fits[code] = fitIn(names.folded(code), search, isInitial(term)); });
    });
    return fits;
}

/// The matches of one chunk, written into the sets of all.
class ChunkMatch
{
public:
    ChunkMatch(const Chunk &chunk, quint32 base, TermRows &into)
        : m_chunk(chunk)
        , m_base(base)
        , m_into(into)
    {
    }

    /// `wider`: rows among which the text is, if it is known to be.
    void texts(const SearchTerm &term, const RowSet *wider)
    {
        const auto take = [this](quint32 row, Fit fit) {
            add(row, fit);
            if (fit == TermRows::Beginning)
                m_into.named.insert(m_base + row);
        };
        if (isInitial(term))
            findInitials(m_chunk, term.text[0], take);
        else if (wider)
            findInRows(m_chunk, *wider, m_base, viewOf(term.text), take);
        else
            findInChunk(m_chunk, viewOf(term.text), take);
        for (const QByteArray &digits : term.digits)
            findInChunk(m_chunk, viewOf(digits), [&](quint32 row, Fit) { take(row, TermRows::Beginning); });
    }

    void companies()
    {
        for (quint32 row = 0; row < m_chunk.rows(); ++row) {
            if (const quint8 fit = m_into.companies[m_chunk.company[row]]; fit != TermRows::Missing)
                add(row, Fit(fit));
        }
    }

    void tags(const std::vector<char> &wanted)
    {
        for (quint32 row = 0; row < m_chunk.rows(); ++row) {
            if (m_chunk.hasTag(row, wanted))
                add(row, TermRows::Inside);
        }
    }

private:
    void add(quint32 row, Fit fit)
    {
        m_into.rows.insert(m_base + row);
        if (fit == TermRows::Beginning)
            m_into.beginning.insert(m_base + row);
    }

    const Chunk &m_chunk;
    quint32 m_base;
    TermRows &m_into;
};

TermRows matchTerm(const Parts &parts, const SearchTerm &term, const RowSet *wider, const Progress *progress)
{
    const RowSet none(parts.rows, false);
    TermRows found{none, none, none, companyFits(parts.dictionaries->companies, term)};
    const auto isThere = [](const auto &flags) { return std::any_of(flags.begin(), flags.end(), [](auto flag) { return flag != 0; }); };
    const bool anyCompany = isThere(found.companies);
    const std::vector<char> tags = isInitial(term) ? std::vector<char>() : parts.dictionaries->tags.containing(term.text);
    const bool anyTag = isThere(tags);
    // Chunks own whole words of the sets, so two threads never write the same one.
    sideBySide(parts.chunks.size(), [&](quint32 which) {
        if (progress && progress->cancelled())
            return;
        ChunkMatch match(*parts.chunks[which], which * chunkRows, found);
        match.texts(term, wider);
        if (anyCompany)
            match.companies();
        if (anyTag)
            match.tags(tags);
    });
    return found;
}

/// The rows of the longest term that is kept and a part of this one; null when they are so many that all may as well be looked at. What a
/// single letter matches are beginnings of words, and digits are also looked for in other forms.
std::shared_ptr<const TermRows> widerTerm(const Parts &parts, const SearchTerm &term)
{
    std::shared_ptr<const TermRows> longest;
    qsizetype length = 1;
    for (const auto &[text, rows] : parts.terms) {
        if (term.digits.isEmpty() && text.size() > length && term.text.contains(text)) {
            longest = rows;
            length = text.size();
        }
    }
    return longest && longest->rows.count() < qint64(parts.rows / worthAll) ? longest : nullptr;
}

} // namespace

std::shared_ptr<const TermRows> termRows(const Parts &parts, const SearchTerm &term, const Progress *progress)
{
    std::shared_ptr<const TermRows> wider;
    {
        const std::lock_guard lock(parts.mutex);
        for (const auto &[text, rows] : parts.terms) {
            if (text == term.text)
                return rows;
        }
        wider = widerTerm(parts, term);
    }
    auto found = std::make_shared<const TermRows>(matchTerm(parts, term, wider ? &wider->rows : nullptr, progress));
    if (progress && progress->cancelled())
        return found;
    const std::lock_guard lock(parts.mutex);
    parts.terms.insert(parts.terms.begin(), {term.text, found});
    if (parts.terms.size() > keptTerms)
        parts.terms.pop_back();
    return found;
}

} // namespace kindling
