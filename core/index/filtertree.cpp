// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/snapshotparts.h"

#include "core/base/try.h"
#include "core/domain/filterproblem.h"
#include "core/domain/segment.h"

#include <algorithm>

// The tree of a filter: all, any and none over the answers of its tests.

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;
constexpr int deepestSegment = 8; ///< segments within segments; more is a circle

/// The leads of which a filter is true, and those of which it may be true, as far as rules that are broken allow to say: all rules sound,
/// they are the same. So a broken rule lets no lead in, neither as it stands nor turned round.
struct Verdict
{
    RowSet yes;
    std::optional<RowSet> maybe; ///< only when it is not `yes`

    const RowSet &possible() const { return maybe ? *maybe : yes; }
};

RowSet complement(const Parts &parts, const RowSet &rows)
{
    RowSet rest(parts.rows, true);
    rest.subtract(rows);
    return rest;
}

bool namesArchived(const Filter &filter, const Vocabulary *vocabulary, int depth)
{
    if (filter.kind == Filter::Kind::Test)
        return filter.test.field == LeadField::Archived;
    const Segment *segment = filter.kind == Filter::Kind::Segment && vocabulary ? vocabulary->segmentNamed(filter.text) : nullptr;
    if (segment && depth < deepestSegment)
        return !segment->isFrozen() && namesArchived(segment->filter, vocabulary, depth + 1);
    return std::any_of(filter.children.begin(), filter.children.end(),
                       [&](const Filter &child) { return namesArchived(child, vocabulary, depth); });
}

class TreeEvaluation
{
public:
    TreeEvaluation(const Parts &parts, const FilterContext &context, const Progress *progress, const TimelineSources &sources)
        : m_parts(parts)
        , m_context(context)
        , m_progress(progress)
        , m_sources(sources)
    {
    }

    Result<Verdict> node(const Filter &filter)
    {
        if (m_progress && m_progress->cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        if (!problemOf(filter, m_context).isEmpty())
            return unknown();
        switch (filter.kind) {
        case Filter::Kind::All: return all(filter);
        case Filter::Kind::Any: return any(filter);
        case Filter::Kind::None: return none(filter);
        case Filter::Kind::Segment: return segment(*m_context.vocabulary->segmentNamed(filter.text));
        default: break;
        }
        KINDLING_GET(rows, leaf(filter));
        return Verdict{std::move(rows), {}};
    }

private:
    Verdict unknown() const { return {RowSet(m_parts.rows, false), RowSet(m_parts.rows, true)}; }

    Result<RowSet> leaf(const Filter &filter) const
    {
        switch (filter.kind) {
        case Filter::Kind::Test: {
            const auto text = storedTextOf(filter.test.field);
            if (!text)
                return evaluateTest(m_parts, filter.test, m_context);
            const auto &column = m_sources.texts[*text];
            return column ? evaluateStoredText(m_parts, filter.test, *column) : RowSet(m_parts.rows, false);
        }
        case Filter::Kind::Text: return evaluateText(m_parts, filter.text);
        case Filter::Kind::Count: {
            const bool activities = filter.count.of == CountTest::Of::Activities;
            const auto &columns = activities ? m_sources.activities : m_sources.followUps;
            return columns ? evaluateCount(m_parts, filter.count, *columns, m_context) : RowSet(m_parts.rows, false);
        }
        case Filter::Kind::Stay: {
            const auto &columns = m_sources.stays[size_t(filter.stay.axis)];
            return columns ? evaluateStay(m_parts, filter.stay, *columns, m_context) : RowSet(m_parts.rows, false);
        }
        default: break;
        }
        return RowSet(m_parts.rows, false);
    }

    Result<Verdict> all(const Filter &filter)
    {
        Verdict result{RowSet(m_parts.rows, true), {}};
        for (const Filter &child : filter.children) {
            KINDLING_GET(verdict, node(child));
            if (verdict.maybe && !result.maybe)
                result.maybe = result.yes;
            if (result.maybe)
                result.maybe->intersect(verdict.possible());
            result.yes.intersect(verdict.yes);
        }
        return result;
    }

    Result<Verdict> any(const Filter &filter)
    {
        Verdict result{RowSet(m_parts.rows, false), {}};
        for (const Filter &child : filter.children) {
            KINDLING_GET(verdict, node(child));
            if (verdict.maybe && !result.maybe)
                result.maybe = result.yes;
            if (result.maybe)
                result.maybe->unite(verdict.possible());
            result.yes.unite(verdict.yes);
        }
        return result;
    }

    Result<Verdict> none(const Filter &filter)
    {
        KINDLING_GET(some, any(filter));
        Verdict result{complement(m_parts, some.possible()), {}};
        if (some.maybe)
            result.maybe = complement(m_parts, some.yes);
        return result;
    }

    Result<Verdict> segment(const Segment &named)
    {
        if (named.members)
            return Verdict{evaluateMembers(m_parts, named.membersNow ? *named.membersNow : *named.members), {}};
        if (m_depth >= deepestSegment)
            return unknown();
        ++m_depth;
        Result<Verdict> verdict = node(named.filter);
        --m_depth;
        return verdict;
    }

    const Parts &m_parts;
    const FilterContext &m_context;
    const Progress *m_progress;
    const TimelineSources &m_sources;
    int m_depth = 0;
};

} // namespace

Result<RowSet> ColumnSnapshot::evaluate(const Filter &filter, const FilterContext &context, const Progress *progress,
                                        const TimelineSources &sources) const
{
    KINDLING_GET(verdict, TreeEvaluation(*m_parts, context, progress, sources).node(filter));
    const bool showsArchived = namesArchived(filter, context.vocabulary, 0);
    RowSet rows = std::move(verdict.yes);
    rows.intersect(m_parts->scan([showsArchived](const Chunk &c, quint32 i) { return !c.gone[i] && (showsArchived || !c.archived[i]); }));
    return rows;
}

} // namespace kindling
