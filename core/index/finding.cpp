// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/finding.h"

#include "core/base/textfold.h"
#include "core/index/alikerows.h"
#include "core/index/searchterms.h"
#include "core/index/sidebyside.h"
#include "core/index/termmatch.h"

#include <algorithm>
#include <mutex>
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

constexpr qsizetype shortestName = 3; ///< bytes of a name that is worth a look at all that begin like it
constexpr quint32 worthNarrowing = 4; ///< of more rows than one in so many, a term is looked for in all, and kept

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
        findTerms();
        RowSet rows = *m_alive;
        RowSet named = *m_alive;
        RowSet beginning = *m_alive;
        for (const auto &term : m_found) {
            rows.intersect(term->rows);
            named.intersect(term->named);
            beginning.intersect(term->beginning);
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
            RowSet near = findAlike().rows;
            near.subtract(rows);
            take(alike(near, m_question.leads - exact), found.leads);
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

    /// The best of some rows, as `judge(row)` sees them.
    template <typename Judge>
    std::vector<Candidate> bestOf(const RowSet &rows, size_t limit, Judge judge) const
    {
        std::vector<std::vector<Candidate>> found(m_parts.chunks.size());
        sideBySide(m_parts.chunks.size(), [&](quint32 which) {
            const quint32 base = which * chunkRows;
            rows.forEachFrom(base, base + m_parts.chunks[which]->rows(), [&](quint32 row) { keepBest(found[which], judge(row), limit); });
        });
        std::vector<Candidate> best;
        for (const std::vector<Candidate> &some : found) {
            for (const Candidate &candidate : some)
                keepBest(best, candidate, limit);
        }
        std::sort_heap(best.begin(), best.end());
        return best;
    }

    /// `byName`: those with exactly this name before all others.
    std::vector<Candidate> latest(const RowSet &rows, size_t limit, bool byName) const
    {
        byName = byName && m_whole.size() >= shortestName;
        return bestOf(rows, limit, [&](quint32 row) {
            const Chunk &chunk = m_parts.chunkOf(row);
            const quint32 place = row % chunkRows;
            return Candidate{byName && !isNamed(chunk, place) ? 1 : 0, 0, activityAt(chunk, place), row};
        });
    }

    void take(const std::vector<Candidate> &candidates, std::vector<LeadId> &into) const
    {
        for (const Candidate &candidate : candidates)
            into.push_back(LeadId(m_parts.chunkOf(candidate.row).id[candidate.row % chunkRows]));
    }

    Reach everywhere() const { return {*m_alive, std::vector<char>(m_parts.dictionaries->companies.size(), 1)}; }

    /// Where the next term is to be found; nothing when looking everywhere is as good.
    std::optional<Reach> narrow(const Reach &reach) const
    {
        if (!reach.isFew(worthNarrowing))
            return std::nullopt;
        Reach few = reach;
        few.takeCompaniesOfRows(m_parts);
        return few;
    }

    /// What the terms match: first those that are known, the others only among what has all before.
    void findTerms()
    {
        for (size_t term = 0; term < m_terms.size(); ++term) {
            m_order.push_back(term);
            m_found.push_back(keptTermRows(m_parts, m_terms[term]));
        }
        std::stable_partition(m_order.begin(), m_order.end(), [this](size_t term) { return m_found[term] != nullptr; });
        m_partly.assign(m_terms.size(), false);
        Reach reach = everywhere();
        for (const size_t term : m_order) {
            if (!m_found[term]) {
                const std::optional<Reach> among = narrow(reach);
                m_found[term] = termRows(m_parts, m_terms[term], among ? &*among : nullptr, m_progress);
                m_partly[term] = among.has_value();
            }
            if (term != m_order.back())
                reach.intersect(m_found[term]->reach());
        }
    }

    /// What the terms match or are like, each only among what those before it reach. Answers with what all of them reach.
    Reach findAlike()
    {
        Reach reach = everywhere();
        m_alike.resize(m_terms.size());
        for (const size_t term : m_order) {
            const std::optional<Reach> few = narrow(reach);
            const Reach *among = few ? &*few : nullptr;
            if (m_partly[term])
                m_found[term] = termRows(m_parts, m_terms[term], among, m_progress);
            m_alike[term] = alikeRows(m_parts, m_terms[term].text, m_alikeWords[term], among, m_progress);
            Reach reached = m_found[term]->reach();
            reached.rows.unite(m_alike[term]->rows);
            for (quint32 code = 0; code < reached.companies.size(); ++code)
                reached.companies[code] = char(reached.companies[code] | char(m_alike[term]->hasCompany(code)));
            reach.intersect(reached);
        }
        return reach;
    }

    /// How much of the text a near name is: 0 when all terms are in the name of the lead, 1 when some are, 2 when none is.
    int tierOf(quint32 row) const
    {
        size_t named = 0;
        for (size_t term = 0; term < m_terms.size(); ++term)
            named += m_alike[term]->isInName(row) || m_found[term]->named.contains(row) ? 1 : 0;
        return named == m_terms.size() ? 0 : named > 0 ? 1 : 2;
    }

    /// The slips of all terms together.
    int slipsOf(quint32 row) const
    {
        int sum = 0;
        for (size_t term = 0; term < m_terms.size(); ++term)
            sum += m_found[term]->rows.contains(row) ? 0 : m_alike[term]->slipsOf(row);
        return sum;
    }

    /// The best of the leads with names like the text.
    std::vector<Candidate> alike(const RowSet &near, size_t limit) const
    {
        return bestOf(near, limit, [&](quint32 row) {
            return Candidate{tierOf(row), slipsOf(row), activityAt(m_parts.chunkOf(row), row % chunkRows), row};
        });
    }

    /// How well a company fits all terms: fewer is better, below zero when it is called just so; nothing when one does not fit.
    std::optional<int> companyMisfit(quint32 code) const
    {
        int sum = 0;
        for (size_t term = 0; term < m_terms.size(); ++term) {
            const quint8 fit = m_found[term]->companies[code];
            if (fit == TermRows::Missing && (m_alike.empty() || !m_alike[term]->hasCompany(code)))
                return std::nullopt;
            sum += fit == TermRows::Beginning ? 0 : fit == TermRows::Inside ? 1 : 1 + m_alike[term]->companies[code];
        }
        const bool exact =
            sum == 0 && m_parts.dictionaries->companies.folded(code) == std::string_view(m_whole.constData(), size_t(m_whole.size()));
        return exact ? -1 : sum;
    }

    /// Misfit and code of the companies that fit all terms.
    std::vector<std::pair<int, quint32>> fittingCompanies() const
    {
        std::mutex mutex;
        std::vector<std::pair<int, quint32>> fitting;
        forCodes(m_parts.dictionaries->companies, [&](quint32 from, quint32 to) {
            std::vector<std::pair<int, quint32>> some;
            for (quint32 code = from; code < to; ++code) {
                if (const auto misfit = companyMisfit(code))
                    some.emplace_back(*misfit, code);
            }
            const std::lock_guard lock(mutex);
            fitting.insert(fitting.end(), some.begin(), some.end());
        });
        return fitting;
    }

    std::vector<TextFindings::Company> companiesFound() const
    {
        const Dictionary &names = m_parts.dictionaries->companies;
        std::vector<std::pair<int, quint32>> fitting = fittingCompanies();
        if (fitting.empty())
            return {};
        const auto counts = leadsOfCompanies(m_parts, *m_alive);
        const std::vector<quint32> &leads = *counts;
        const auto end = fitting.begin() + std::ptrdiff_t(std::min(m_question.companies, fitting.size()));
        std::partial_sort(fitting.begin(), end, fitting.end(), [&](const auto &a, const auto &b) {
            return a.first != b.first                              ? a.first < b.first
                : leads[a.second] != leads[b.second]               ? leads[a.second] > leads[b.second]
                : names.folded(a.second) != names.folded(b.second) ? names.folded(a.second) < names.folded(b.second)
                                                                   : a.second < b.second;
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
    std::vector<bool> m_partly; ///< beside the terms: true when one was only looked for among what has the others
    std::vector<size_t> m_order; ///< of the terms: those that were known come first
    std::vector<std::shared_ptr<const AlikeRows>> m_alike; ///< beside the terms; empty while nobody looked
};

} // namespace

TextFindings findText(const ColumnSnapshot &columns, const TextQuestion &question, const Progress *progress)
{
    return Finding(columns, question, progress).find();
}

} // namespace kindling
