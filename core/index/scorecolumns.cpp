// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/scorecolumns.h"

#include "core/base/try.h"
#include "core/domain/filteroperand.h"
#include "core/index/rowcursor.h"

#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kindling {

namespace {

using Parts = ColumnSnapshot::Parts;

constexpr qint64 dayLength = 86'400'000;
constexpr size_t oldestDay = 4'096; ///< beyond, an activity counts as it did on that day

/// A term of activities, ready to be asked about one after the other.
struct ActivityTerm
{
    FactCodes codes;
    TimeSpan span;
    std::vector<float> worth; ///< points of one activity by its age in days
    float cap = 0;

    float capped(float sum) const { return cap > 0 ? std::clamp(sum, -cap, cap) : sum; }
};

ActivityTerm activityTerm(const ScoreTerm &term, const FilterContext &context)
{
    ActivityTerm ready{activityCodes(term.filter.count), {}, {}, float(term.cap)};
    const std::optional<TimeSpan> window = windowOperand(term.filter.count.window, context);
    ready.span = window.value_or(TimeSpan{0, 0});
    ready.span.until = std::min(ready.span.until, context.now + 1);
    ready.worth.resize(oldestDay);
    for (size_t age = 0; age < oldestDay; ++age)
        ready.worth[age] = float(term.points * (term.halfLifeDays > 0 ? std::exp2(-double(age) / term.halfLifeDays) : 1));
    return ready;
}

struct ActivitySum
{
    float points = 0;
    int activities = 0;
};

ActivitySum sumOf(const ActivityTerm &term, std::span<const KeptFact> facts, UtcMs now)
{
    ActivitySum sum;
    for (const KeptFact &kept : facts) {
        const UtcMs at = factTime(kept.fact);
        if (!term.codes[size_t(factCode(kept.fact))] || at < term.span.from || at >= term.span.until)
            continue;
        sum.points += term.worth[std::min(size_t((now - at) / dayLength), oldestDay - 1)];
        ++sum.activities;
    }
    sum.points = term.capped(sum.points);
    return sum;
}

/// Adds what the activities of each lead give it. Each lead stands in one chunk, so no two threads meet in a row.
void addActivities(const Parts &parts, const std::vector<ActivityTerm> &terms, const TimelineColumns &columns, UtcMs now,
                   std::vector<float> &sums)
{
    FactCodes any;
    for (const ActivityTerm &term : terms)
        any |= term.codes;
    const auto &chunks = columns.chunks();
    std::vector<size_t> which(chunks.size());
    std::iota(which.begin(), which.end(), size_t(0));
    QtConcurrent::blockingMap(which, [&](size_t index) {
        const auto &chunk = *chunks[index];
        RowCursor cursor(parts);
        for (size_t lead = 0; lead < chunk.leads.size(); ++lead) {
            const std::span<const KeptFact> facts = chunk.of(lead);
            const bool counts =
                std::any_of(facts.begin(), facts.end(), [&](const KeptFact &kept) { return any[size_t(factCode(kept.fact))]; });
            const auto row = counts ? cursor.rowOf(chunk.leads[lead]) : std::nullopt;
            for (size_t term = 0; row && term < terms.size(); ++term)
                sums[*row] += sumOf(terms[term], facts, now).points;
        }
    });
}

quint8 halfOf(float points)
{
    return quint8(std::clamp(std::lround(points), 0L, 100L));
}

} // namespace

int ScoreColumns::value(LeadField field, quint32 row) const
{
    const LeadScore score = at(row);
    return field == LeadField::Fit ? score.fit : field == LeadField::Engagement ? score.engagement : score.total();
}

Result<std::vector<ScoreColumns::Halves>> scoreRows(const ColumnSnapshot &columns, std::span<const ScoreTerm> terms,
                                                    const FilterContext &context, const TimelineSources &sources, const Progress *progress)
{
    const Parts &parts = columns.parts();
    std::vector<float> fit(parts.rows, 0);
    std::vector<float> engagement(parts.rows, 0);
    std::vector<ActivityTerm> activities;
    for (const ScoreTerm &term : terms) {
        if (progress && progress->cancelled())
            return Error{ErrorCode::Cancelled, {}, {}};
        if (term.each) {
            activities.push_back(activityTerm(term, context));
            continue;
        }
        KINDLING_GET(rows, columns.evaluate(term.filter, context, progress, sources));
        std::vector<float> &sums = term.half == ScoreHalf::Fit ? fit : engagement;
        rows.forEach([&](quint32 row) { sums[row] += float(term.points); });
    }
    if (sources.activities && !activities.empty())
        addActivities(parts, activities, *sources.activities, context.now, engagement);
    std::vector<ScoreColumns::Halves> halves(parts.rows);
    for (quint32 row = 0; row < parts.rows; ++row)
        halves[row] = {halfOf(fit[row]), halfOf(engagement[row])};
    return halves;
}

Result<TermPoints> termPoints(const ColumnSnapshot &columns, quint32 row, const ScoreTerm &term, const FilterContext &context,
                              const TimelineSources &sources)
{
    if (!term.each) {
        KINDLING_GET(rows, columns.evaluate(term.filter, context, nullptr, sources));
        return TermPoints{rows.contains(row) ? double(term.points) : 0, 0};
    }
    const std::vector<LeadId> lead{columns.idAt(row)};
    if (!sources.activities)
        return TermPoints{};
    const TimelineColumns own = sources.activities->only(lead);
    if (own.chunks().empty())
        return TermPoints{};
    const ActivitySum sum = sumOf(activityTerm(term, context), own.chunks().front()->of(0), context.now);
    return TermPoints{double(sum.points), sum.activities};
}

} // namespace kindling
