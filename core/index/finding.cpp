// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/finding.h"

#include "core/base/textfold.h"
#include "core/index/alikeword.h"
#include "core/index/searchterms.h"
#include "core/index/termmatch.h"

#include <algorithm>
#include <tuple>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;

std::shared_ptr<const RowSet> presentRows(const Parts &parts)
{
    const std::lock_guard lock(parts.mutex);
    if (!parts.present)
        parts.present =
            std::make_shared<const RowSet>(parts.scan([](const Chunk &c, quint32 i) { return (c.gone[i] | c.archived[i]) == 0; }));
    return parts.present;
}

std::shared_ptr<const std::vector<quint32>> leadsOfCompanies(const Parts &parts, const RowSet &present)
{
    const std::lock_guard lock(parts.mutex);
    if (!parts.companyLeads) {
        std::vector<quint32> leads(parts.dictionaries->companies.size());
        present.forEach([&](quint32 row) { ++leads[parts.chunkOf(row).company[row % chunkRows]]; });
        parts.companyLeads = std::make_shared<const std::vector<quint32>>(std::move(leads));
    }
    return parts.companyLeads;
}

constexpr quint8 inName = 0x80; ///< of slips: they are those of a word of the name, not only of the company
constexpr qsizetype shortestName = 3; ///< bytes of a name that is worth a look at all that begin like it

class Finding
{
public:
    Finding(const ColumnSnapshot &columns, const TextQuestion &question, const Progress *progress)
        : m_columns(columns)
        , m_question(question)
        , m_parts(columns.parts())
        , m_progress(progress)
        , m_terms(searchTerms(question.text))
        , m_whole(foldedUtf8(QString(question.text).remove(u'"')))
        , m_alive(presentRows(m_parts))
    {
        for (const SearchTerm &term : m_terms)
            m_alikeWords.emplace_back(QString::fromUtf8(term.text));
    }

    TextFindings find()
    {
        TextFindings found;
        if (m_terms.empty())
            return found;
        RowSet rows = *m_alive;
        RowSet named = *m_alive;
        RowSet beginning = *m_alive;
        for (const SearchTerm &term : m_terms) {
            m_found.push_back(termRows(m_parts, term, m_progress));
            rows.intersect(m_found.back()->rows);
            named.intersect(m_found.back()->named);
            beginning.intersect(m_found.back()->beginning);
        }
        found.total = rows.count();
        RowSet left = rows;
        takeRecent(left, found.leads);
        for (RowSet *tier : {&named, &beginning, &left}) {
            tier->intersect(left);
            if (found.leads.size() < m_question.leads)
                take(latest(*tier, m_question.leads - found.leads.size(), tier == &named), found.leads);
            if (tier != &left)
                left.subtract(*tier);
        }
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
        int tier = 0; ///< the first of them is the best
        int slips = 0;
        qint64 at = 0; ///< the last activity
        quint32 row = 0;
        bool operator<(const Candidate &other) const
        {
            return std::tie(tier, slips, other.at, other.row) < std::tie(other.tier, other.slips, at, row);
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

    /// True when the whole text is the name of a lead.
    bool isNamed(const Chunk &chunk, quint32 row) const
    {
        constexpr char segmentEnd = '\x1f';
        const std::string_view text = chunk.textOf(row);
        const auto length = size_t(m_whole.size());
        return text.size() > length && text[length] == segmentEnd && text.starts_with(std::string_view(m_whole.constData(), length));
    }

    /// `byName`: those with exactly this name before all others.
    std::vector<Candidate> latest(const RowSet &rows, size_t limit, bool byName) const
    {
        std::vector<Candidate> best;
        byName = byName && m_whole.size() >= shortestName;
        rows.forEach([&](quint32 row) {
            const Chunk &chunk = m_parts.chunkOf(row);
            const quint32 place = row % chunkRows;
            keepBest(best, {byName && !isNamed(chunk, place) ? 1 : 0, 0, activityAt(chunk, place), row}, limit);
        });
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
                forCodes(names, [&](quint32 from, quint32 to) {
                    for (quint32 code = from; code < to; ++code)
                        slips[code] = quint8(word.slipsIn(names.folded(code)));
                });
            m_companySlips.push_back(std::move(slips));
        }
    }

    /// The slips with which a term begins a word of the name or company of each row of a chunk, marked where it is one of the name; too
    /// many where it begins none.
    std::vector<quint8> slipsByRow(size_t term, const Chunk &chunk, const NameWords &names) const
    {
        const AlikeWord &word = m_alikeWords[term];
        const int allowed = word.allowed();
        std::vector<quint8> slips(chunk.rows());
        for (quint32 row = 0; row < chunk.rows(); ++row)
            slips[row] = m_companySlips[term][chunk.company[row]];
        for (size_t place = 0; allowed > 0 && place < names.words().size(); ++place) {
            const int some = word.slipsIn(names.words()[place]);
            if (some > allowed)
                continue;
            for (const quint16 row : names.rowsWith(place))
                slips[row] = quint8(std::min(int(slips[row] & ~inName), some)) | inName;
        }
        return slips;
    }

    /// The slips of all terms together; nothing when one of them fits nowhere.
    std::optional<int> slipsOf(quint32 row, quint32 base, const std::vector<std::vector<quint8>> &slipsOfTerms) const
    {
        int sum = 0;
        for (size_t term = 0; term < m_terms.size(); ++term) {
            const int slips = slipsOfTerms[term][row] & ~inName;
            if (slips == 0 || m_found[term]->rows.contains(base + row))
                continue;
            if (slips > m_alikeWords[term].allowed())
                return std::nullopt;
            sum += slips;
        }
        return sum;
    }

    /// How much of the text a near name is: 0 when all terms are in the name of the lead, 1 when some are, 2 when none is.
    int tierOf(quint32 row, quint32 base, const std::vector<std::vector<quint8>> &slipsOfTerms) const
    {
        size_t named = 0;
        for (size_t term = 0; term < m_terms.size(); ++term)
            named += (slipsOfTerms[term][row] & inName) != 0 || m_found[term]->named.contains(base + row) ? 1 : 0;
        return named == m_terms.size() ? 0 : named > 0 ? 1 : 2;
    }

    /// Leads with names like the text that are not among `exact`.
    std::vector<Candidate> alike(const RowSet &exact, size_t limit) const
    {
        std::vector<std::vector<Candidate>> found(m_parts.chunks.size());
        sideBySide(m_parts.chunks.size(), [&](quint32 which) {
            const Chunk &chunk = *m_parts.chunks[which];
            const quint32 base = which * chunkRows;
            if (stopped())
                return;
            std::vector<std::vector<quint8>> slipsOfTerms;
            for (size_t term = 0; term < m_terms.size(); ++term)
                slipsOfTerms.push_back(slipsByRow(term, chunk, chunk.nameWords.of(chunk)));
            for (quint32 row = 0; row < chunk.rows(); ++row) {
                const auto slips = slipsOf(row, base, slipsOfTerms);
                if (slips && m_alive->contains(base + row) && !exact.contains(base + row))
                    keepBest(found[which], {tierOf(row, base, slipsOfTerms), *slips, activityAt(chunk, row), base + row}, limit);
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

    /// How well a company fits all terms: fewer is better, below zero when it is called just so; nothing when one does not fit.
    std::optional<int> companyMisfit(quint32 code) const
    {
        int sum = 0;
        for (size_t term = 0; term < m_terms.size(); ++term) {
            const quint8 fit = m_found[term]->companies[code];
            if (fit == TermRows::Missing && (m_companySlips.empty() || m_companySlips[term][code] > m_alikeWords[term].allowed()))
                return std::nullopt;
            sum += fit == TermRows::Beginning ? 0 : fit == TermRows::Inside ? 1 : 1 + m_companySlips[term][code];
        }
        const bool exact =
            sum == 0 && m_parts.dictionaries->companies.folded(code) == std::string_view(m_whole.constData(), size_t(m_whole.size()));
        return exact ? -1 : sum;
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
        const auto counts = leadsOfCompanies(m_parts, *m_alive);
        const std::vector<quint32> &leads = *counts;
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
    QByteArray m_whole; ///< the text as a name is kept
    std::shared_ptr<const RowSet> m_alive;
    std::vector<std::shared_ptr<const TermRows>> m_found; ///< beside the terms
    std::vector<std::vector<quint8>> m_companySlips; ///< beside the terms, by code; empty while nobody looked
};

} // namespace

TextFindings findText(const ColumnSnapshot &columns, const TextQuestion &question, const Progress *progress)
{
    return Finding(columns, question, progress).find();
}

} // namespace kindling
