// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/termmatch.h"

#include "core/index/alikeword.h"
#include "core/index/bytesearch.h"
#include "core/index/sidebyside.h"

#include <algorithm>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;
using Fit = TermRows::Fit;

constexpr char segmentEnd = '\x1f';
constexpr size_t keptTerms = 4;
constexpr quint32 worthAll = 4; ///< of more rows than one in so many, all may as well be looked at

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
        const quint32 begin = chunk.textBegin[row];
        Fit fit = TermRows::Inside;
        if (std::memchr(text.data() + begin, segmentEnd, at - begin) == nullptr) { // in the name, which may have it again as a beginning
            const std::string_view upToName = text.substr(0, text.find(segmentEnd, at));
            for (size_t place = at; place < upToName.size() && fit == TermRows::Inside; place = search.find(upToName, place + 1))
                fit = beginsWord(text, place) ? TermRows::Beginning : TermRows::Inside;
        }
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

/// True when a word of a lead's name begins with this letter.
bool hasInitial(const Chunk &chunk, quint32 row, char letter)
{
    const char *const name = chunk.text.data() + chunk.textBegin[row];
    for (const char *at = name; *at != segmentEnd; ++at) {
        if (*at == letter && (at == name || !isWordByte(at[-1])))
            return true;
    }
    return false;
}

/// `among`: a flag by code for those that may have it; all when null.
std::vector<quint8> companyFits(const Dictionary &names, const SearchTerm &term, const std::vector<char> *among)
{
    const ByteSearch search(viewOf(term.text));
    std::vector<quint8> fits(names.size(), TermRows::Missing);
    const auto look = [&](quint32 code) { fits[code] = fitIn(names.folded(code), search, isInitial(term)); };
    const bool each = among && std::count(among->begin(), among->end(), 1) < qint64(names.size() / worthAll);
    forCodes(names, [&](quint32 from, quint32 to) {
        if (!each)
            return names.forEachContaining(viewOf(term.text), from, to, look);
        for (quint32 code = from; code < to; ++code) {
            if ((*among)[code])
                look(code);
        }
    });
    return fits;
}

/// True when each text with the term has its digits too, and is found by them.
bool isFoundByDigits(const SearchTerm &term)
{
    return std::any_of(term.digits.begin(), term.digits.end(), [&](const QByteArray &digits) { return term.text.contains(digits); });
}

/// The matches of one chunk, written into the sets of all.
class ChunkMatch
{
public:
    /// `among`: rows that may match; all when null.
    ChunkMatch(const Chunk &chunk, quint32 base, const RowSet *among, TermRows &into)
        : m_chunk(chunk)
        , m_base(base)
        , m_among(among)
        , m_into(into)
    {
    }

    void texts(const SearchTerm &term)
    {
        if (isInitial(term))
            forRows([&](quint32 row) {
                if (hasInitial(m_chunk, row, term.text[0]))
                    take(row, TermRows::Beginning);
            });
        else if (!isFoundByDigits(term))
            find(term.text, [this](quint32 row, Fit fit) { take(row, fit); });
        for (const QByteArray &digits : term.digits)
            find(digits, [this](quint32 row, Fit) { take(row, TermRows::Beginning); });
    }

    void companies()
    {
        forRows([this](quint32 row) {
            if (const quint8 fit = m_into.companies[m_chunk.company[row]]; fit != TermRows::Missing)
                add(row, Fit(fit));
        });
    }

    void tags(const std::vector<char> &wanted)
    {
        forRows([&](quint32 row) {
            if (m_chunk.hasTag(row, wanted))
                add(row, TermRows::Inside);
        });
    }

private:
    template <typename Hit>
    void find(const QByteArray &needle, Hit hit)
    {
        if (m_among)
            findInRows(m_chunk, *m_among, m_base, viewOf(needle), hit);
        else
            findInChunk(m_chunk, viewOf(needle), hit);
    }

    template <typename Visit>
    void forRows(Visit visit)
    {
        if (m_among)
            return m_among->forEachFrom(m_base, m_base + m_chunk.rows(), [&](quint32 row) { visit(row - m_base); });
        for (quint32 row = 0; row < m_chunk.rows(); ++row)
            visit(row);
    }

    /// A hit in the text of a lead: of those only what stands in the name begins a word.
    void take(quint32 row, Fit fit)
    {
        add(row, fit);
        if (fit == TermRows::Beginning)
            m_into.named.insert(m_base + row);
    }

    void add(quint32 row, Fit fit)
    {
        m_into.rows.insert(m_base + row);
        if (fit == TermRows::Beginning)
            m_into.beginning.insert(m_base + row);
    }

    const Chunk &m_chunk;
    quint32 m_base;
    const RowSet *m_among;
    TermRows &m_into;
};

TermRows matchTerm(const Parts &parts, const SearchTerm &term, const Reach *among, const Progress *progress)
{
    const RowSet none(parts.rows, false);
    TermRows found{none, none, none, companyFits(parts.dictionaries->companies, term, among ? &among->companies : nullptr)};
    const auto isThere = [](const auto &flags) { return std::any_of(flags.begin(), flags.end(), [](auto flag) { return flag != 0; }); };
    const bool anyCompany = isThere(found.companies);
    const std::vector<char> tags = isInitial(term) ? std::vector<char>() : parts.dictionaries->tags.containing(term.text);
    const bool anyTag = isThere(tags);
    const RowSet *rows = among && among->isFew(worthAll) ? &among->rows : nullptr;
    // Chunks own whole words of the sets, so two threads never write the same one.
    sideBySide(parts.chunks.size(), [&](quint32 which) {
        if (progress && progress->cancelled())
            return;
        ChunkMatch match(*parts.chunks[which], which * chunkRows, rows, found);
        match.texts(term);
        if (anyCompany)
            match.companies();
        if (anyTag)
            match.tags(tags);
    });
    return found;
}

/// True when whatever has a term has another one too. What a single letter matches are beginnings of words.
bool isWider(const SearchTerm &wide, const SearchTerm &term)
{
    const auto hasPart = [&](const QByteArray &digits) {
        return digits.contains(wide.text)
            || std::any_of(wide.digits.begin(), wide.digits.end(), [&](const QByteArray &part) { return digits.contains(part); });
    };
    return wide.text.size() > 1 && term.text.contains(wide.text) && std::all_of(term.digits.begin(), term.digits.end(), hasPart);
}

/// What the longest term matches that is kept and a part of this one.
std::shared_ptr<const TermRows> widerTerm(const Parts &parts, const SearchTerm &term)
{
    const std::lock_guard lock(parts.mutex);
    std::shared_ptr<const TermRows> longest;
    qsizetype length = 0;
    for (const auto &[wide, rows] : parts.terms) {
        if (wide.text.size() > length && isWider(wide, term)) {
            longest = rows;
            length = wide.text.size();
        }
    }
    return longest;
}

void keepTerm(const Parts &parts, const SearchTerm &term, const std::shared_ptr<const TermRows> &rows)
{
    const std::lock_guard lock(parts.mutex);
    parts.terms.insert(parts.terms.begin(), {term, rows});
    if (parts.terms.size() > keptTerms)
        parts.terms.pop_back();
}

} // namespace

Reach TermRows::reach() const
{
    Reach reach{rows, std::vector<char>(companies.size())};
    std::transform(companies.begin(), companies.end(), reach.companies.begin(), [](quint8 fit) { return char(fit != Missing); });
    return reach;
}

std::shared_ptr<const TermRows> keptTermRows(const Parts &parts, const SearchTerm &term)
{
    const std::lock_guard lock(parts.mutex);
    const auto same = [&](const auto &kept) { return kept.first.text == term.text; };
    const auto kept = std::find_if(parts.terms.begin(), parts.terms.end(), same);
    if (kept == parts.terms.end())
        return nullptr;
    std::rotate(parts.terms.begin(), kept, kept + 1);
    return parts.terms.front().second;
}

std::shared_ptr<const TermRows> termRows(const Parts &parts, const SearchTerm &term, const Reach *among, const Progress *progress)
{
    if (auto kept = keptTermRows(parts, term))
        return kept;
    if (among)
        return std::make_shared<const TermRows>(matchTerm(parts, term, among, progress));
    const auto wider = widerTerm(parts, term);
    const Reach reach = wider ? wider->reach() : Reach();
    auto found = std::make_shared<const TermRows>(matchTerm(parts, term, wider ? &reach : nullptr, progress));
    if (!progress || !progress->cancelled())
        keepTerm(parts, term, found);
    return found;
}

} // namespace kindling
