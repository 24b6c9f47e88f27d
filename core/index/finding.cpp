// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/finding.h"

#include "core/index/alikeword.h"
#include "core/index/bytesearch.h"
#include "core/index/searchterms.h"
#include "core/index/snapshotparts.h"

#include <QtConcurrent>

#include <algorithm>
#include <numeric>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;

constexpr char segmentEnd = '\x1f';
constexpr quint32 codesAtOnce = 16'384;

enum Fit : quint8 { Missing, Inside, Beginning };

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
    Fit fit = Missing;
    for (size_t at = search.find(name, 0); at != std::string_view::npos; at = search.find(name, at + 1)) {
        if (beginsWord(name, at))
            return Beginning;
        fit = initial ? Missing : Inside;
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
    size_t at = search.find(text, 0);
    while (at != std::string_view::npos) {
        while (chunk.textBegin[row + 1] <= at)
            ++row;
        const size_t nameEnd = text.find(segmentEnd, chunk.textBegin[row]);
        Fit fit = Inside;
        size_t place = at;
        while (place < nameEnd && fit == Inside) { // the name may have it again, at the beginning of a word
            fit = beginsWord(text, place) ? Beginning : Inside;
            place = fit == Inside ? search.find(text, place + 1) : place;
        }
        hit(row, fit);
        at = search.find(text, chunk.textBegin[row + 1]);
    }
}

/// … for each lead with a word of its name that begins with this letter.
template <typename Hit>
void findInitials(const Chunk &chunk, char letter, Hit hit)
{
    for (quint32 row = 0; row < chunk.rows(); ++row) {
        bool starts = true;
        for (const char *at = chunk.text.data() + chunk.textBegin[row]; *at != segmentEnd; ++at) {
            if (starts && *at == letter) {
                hit(row);
                break;
            }
            starts = !isWordByte(*at);
        }
    }
}

/// Calls `work` with each number below `count`, side by side.
template <typename Work>
void sideBySide(size_t count, Work work)
{
    std::vector<quint32> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    QtConcurrent::blockingMap(numbers, [&](quint32 number) { work(number); });
}

/// Calls `work(code)` for each word of a dictionary but none, side by side.
template <typename Work>
void forEachCode(const Dictionary &dictionary, Work work)
{
    sideBySide(dictionary.size() / codesAtOnce + 1, [&](quint32 part) {
        const quint32 end = std::min(dictionary.size(), (part + 1) * codesAtOnce);
        for (quint32 code = std::max(1U, part * codesAtOnce); code < end; ++code)
            work(code);
    });
}

/// What one term matches.
struct TermRows
{
    RowSet rows;
    RowSet beginning;
    std::vector<quint8> companies; ///< Fit by code
};

class Finding
{
public:
    Finding(const ColumnSnapshot &columns, const TextQuestion &question, const Progress *progress)
        : m_columns(columns)
        , m_question(question)
        , m_parts(columns.parts())
        , m_progress(progress)
        , m_terms(searchTerms(question.text))
        , m_alive(m_parts.scan([](const Chunk &c, quint32 i) { return (c.gone[i] | c.archived[i]) == 0; }))
    {
        for (const SearchTerm &term : m_terms)
            m_alikeWords.emplace_back(QString::fromUtf8(term.text));
    }

    TextFindings find()
    {
        TextFindings found;
        if (m_terms.empty())
            return found;
        RowSet rows = m_alive;
        RowSet beginning = m_alive;
        for (const SearchTerm &term : m_terms) {
            m_found.push_back(match(term));
            rows.intersect(m_found.back().rows);
            beginning.intersect(m_found.back().beginning);
        }
        found.total = rows.count();
        RowSet left = rows;
        takeRecent(left, found.leads);
        beginning.intersect(left);
        take(latest(beginning, m_question.leads - found.leads.size()), found.leads);
        left.subtract(beginning);
        if (found.leads.size() < m_question.leads)
            take(latest(left, m_question.leads - found.leads.size()), found.leads);
        const size_t exact = found.leads.size();
        if (exact < m_question.leads && allowsSlips()) {
            findAlikeCompanies();
            take(alike(rows, m_question.leads - exact), found.leads);
        }
        found.alike = found.leads.size() - exact;
        found.companies = companiesFound();
        return stopped() ? TextFindings() : found;
    }

private:
    struct Candidate
    {
        int slips = 0;
        qint64 at = 0; ///< the last activity
        quint32 row = 0;
        bool operator<(const Candidate &other) const
        {
            return slips != other.slips ? slips < other.slips : at != other.at ? at > other.at : row > other.row;
        }
    };

    /// Takes what was opened lately out of the rows.
    void takeRecent(RowSet &rows, std::vector<LeadId> &into) const
    {
        RowSet taken(m_parts.rows, false);
        for (const LeadId id : m_question.recent) {
            const auto row = m_columns.rowOf(id);
            if (!row || !rows.contains(*row) || taken.contains(*row) || into.size() >= m_question.leads)
                continue;
            taken.insert(*row);
            into.push_back(id);
        }
        rows.subtract(taken);
    }

    bool stopped() const { return m_progress && m_progress->cancelled(); }

    bool allowsSlips() const
    {
        return std::any_of(m_alikeWords.begin(), m_alikeWords.end(), [](const AlikeWord &word) { return word.allowed() > 0; });
    }

    std::vector<quint8> companyFits(const SearchTerm &term) const
    {
        const Dictionary &names = m_parts.dictionaries->companies;
        const ByteSearch search({term.text.constData(), size_t(term.text.size())});
        std::vector<quint8> fits(names.size(), Missing);
        forEachCode(names, [&](quint32 code) { fits[code] = fitIn(names.folded(code), search, isInitial(term)); });
        return fits;
    }

    TermRows match(const SearchTerm &term) const
    {
        const bool initial = isInitial(term);
        TermRows found{RowSet(m_parts.rows, false), RowSet(m_parts.rows, false), companyFits(term)};
        const std::vector<char> tags =
            initial ? std::vector<char>(m_parts.dictionaries->tags.size(), 0) : m_parts.dictionaries->tags.containing(term.text);
        const bool anyTag = std::find(tags.begin(), tags.end(), 1) != tags.end();
        // Chunks own whole words of the sets, so two threads never write the same one.
        sideBySide(m_parts.chunks.size(), [&](quint32 which) {
            if (stopped())
                return;
            const Chunk &chunk = *m_parts.chunks[which];
            const quint32 base = which * chunkRows;
            const auto take = [&](quint32 row, Fit fit) {
                found.rows.insert(base + row);
                if (fit == Beginning)
                    found.beginning.insert(base + row);
            };
            if (initial)
                findInitials(chunk, term.text[0], [&](quint32 row) { take(row, Beginning); });
            else
                findInChunk(chunk, {term.text.constData(), size_t(term.text.size())}, take);
            for (const QByteArray &digits : term.digits)
                findInChunk(chunk, {digits.constData(), size_t(digits.size())}, [&](quint32 row, Fit) { take(row, Beginning); });
            for (quint32 row = 0; row < chunk.rows(); ++row) {
                if (const quint8 fit = found.companies[chunk.company[row]]; fit != Missing)
                    take(row, Fit(fit));
                if (anyTag && hasTag(chunk, row, tags))
                    take(row, Inside);
            }
        });
        return found;
    }

    static bool hasTag(const Chunk &chunk, quint32 row, const std::vector<char> &wanted)
    {
        return std::any_of(chunk.tags.begin() + chunk.tagBegin[row], chunk.tags.begin() + chunk.tagBegin[row + 1],
                           [&](quint32 tag) { return wanted[tag] != 0; });
    }

    qint64 activityAt(const Chunk &chunk, quint32 row) const { return std::max(chunk.lastActivity[row], chunk.created[row]); }

    /// Keeps the best few of many: the worst of them stands in front.
    static void keepBest(std::vector<Candidate> &best, const Candidate &candidate, size_t limit)
    {
        if (best.size() < limit) {
            best.push_back(candidate);
            std::push_heap(best.begin(), best.end());
        } else if (limit > 0 && candidate < best.front()) {
            std::pop_heap(best.begin(), best.end());
            best.back() = candidate;
            std::push_heap(best.begin(), best.end());
        }
    }

    std::vector<Candidate> latest(const RowSet &rows, size_t limit) const
    {
        std::vector<Candidate> best;
        rows.forEach([&](quint32 row) { keepBest(best, {0, activityAt(m_parts.chunkOf(row), row % chunkRows), row}, limit); });
        std::sort_heap(best.begin(), best.end());
        return best;
    }

    void take(const std::vector<Candidate> &candidates, std::vector<LeadId> &into) const
    {
        for (const Candidate &candidate : candidates)
            into.push_back(LeadId(m_parts.chunkOf(candidate.row).id[candidate.row % chunkRows]));
    }

    /// For each term: the slips with which it begins a word of a company's name, by code.
    void findAlikeCompanies()
    {
        const Dictionary &names = m_parts.dictionaries->companies;
        for (size_t term = 0; term < m_terms.size(); ++term) {
            const AlikeWord &word = m_alikeWords[term];
            std::vector<quint8> slips(names.size(), quint8(word.allowed() + 1));
            if (word.allowed() > 0 && !stopped())
                forEachCode(names, [&](quint32 code) { slips[code] = quint8(word.slipsIn(names.folded(code))); });
            m_companySlips.push_back(std::move(slips));
        }
    }

    /// The slips of all terms together; nothing when one of them fits nowhere.
    std::optional<int> slipsOf(const Chunk &chunk, quint32 row, quint32 base) const
    {
        int sum = 0;
        for (size_t term = 0; term < m_terms.size(); ++term) {
            if (m_found[term].rows.contains(base + row))
                continue;
            const AlikeWord &word = m_alikeWords[term];
            int slips = m_companySlips[term][chunk.company[row]];
            if (slips > 1 && word.allowed() > 0)
                slips = std::min(slips, word.slipsIn(nameOf(chunk, row)));
            if (slips > word.allowed())
                return std::nullopt;
            sum += slips;
        }
        return sum;
    }

    static std::string_view nameOf(const Chunk &chunk, quint32 row)
    {
        const std::string_view text = chunk.textOf(row);
        return text.substr(0, text.find(segmentEnd));
    }

    /// Leads with names like the text that are not among `exact`.
    std::vector<Candidate> alike(const RowSet &exact, size_t limit) const
    {
        std::vector<std::vector<Candidate>> found(m_parts.chunks.size());
        sideBySide(m_parts.chunks.size(), [&](quint32 which) {
            const Chunk &chunk = *m_parts.chunks[which];
            const quint32 base = which * chunkRows;
            for (quint32 row = 0; row < chunk.rows() && !stopped(); ++row) {
                if (!m_alive.contains(base + row) || exact.contains(base + row))
                    continue;
                if (const auto slips = slipsOf(chunk, row, base))
                    keepBest(found[which], {*slips, activityAt(chunk, row), base + row}, limit);
            }
        });
        std::vector<Candidate> best;
        for (const std::vector<Candidate> &some : found) {
            for (const Candidate &candidate : some)
                keepBest(best, candidate, limit);
        }
        std::sort_heap(best.begin(), best.end());
        return best;
    }

    /// How well a company fits all terms: fewer is better; nothing when one does not fit.
    std::optional<int> companyMisfit(quint32 code) const
    {
        int sum = 0;
        for (size_t term = 0; term < m_terms.size(); ++term) {
            const quint8 fit = m_found[term].companies[code];
            if (fit == Missing && (m_companySlips.empty() || m_companySlips[term][code] > m_alikeWords[term].allowed()))
                return std::nullopt;
            sum += fit == Beginning ? 0 : fit == Inside ? 1 : 1 + m_companySlips[term][code];
        }
        return sum;
    }

    std::vector<qint64> leadsOfCompanies() const
    {
        std::vector<qint64> leads(m_parts.dictionaries->companies.size());
        m_alive.forEach([&](quint32 row) { ++leads[m_parts.chunkOf(row).company[row % chunkRows]]; });
        return leads;
    }

    std::vector<TextFindings::Company> companiesFound() const
    {
        const Dictionary &names = m_parts.dictionaries->companies;
        std::vector<std::pair<int, quint32>> fitting;
        for (quint32 code = 1; code < names.size(); ++code) {
            if (const auto misfit = companyMisfit(code))
                fitting.emplace_back(*misfit, code);
        }
        if (fitting.empty())
            return {};
        const std::vector<qint64> leads = leadsOfCompanies();
        const auto end = fitting.begin() + std::ptrdiff_t(std::min(m_question.companies, fitting.size()));
        std::partial_sort(fitting.begin(), end, fitting.end(), [&](const auto &a, const auto &b) {
            return a.first != b.first                ? a.first < b.first
                : leads[a.second] != leads[b.second] ? leads[a.second] > leads[b.second]
                                                     : names.folded(a.second) < names.folded(b.second);
        });
        std::vector<TextFindings::Company> companies;
        for (auto one = fitting.begin(); one != end; ++one)
            companies.push_back({names.id(one->second), leads[one->second]});
        return companies;
    }

    const ColumnSnapshot &m_columns;
    const TextQuestion &m_question;
    const Parts &m_parts;
    const Progress *m_progress;
    std::vector<SearchTerm> m_terms;
    std::vector<AlikeWord> m_alikeWords; ///< beside the terms
    RowSet m_alive;
    std::vector<TermRows> m_found; ///< beside the terms
    std::vector<std::vector<quint8>> m_companySlips; ///< beside the terms, by code; empty while nobody looked
};

} // namespace

TextFindings findText(const ColumnSnapshot &columns, const TextQuestion &question, const Progress *progress)
{
    return Finding(columns, question, progress).find();
}

} // namespace kindling
