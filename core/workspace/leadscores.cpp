// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/leadscores.h"

#include "core/base/try.h"
#include "core/base/walltime.h"
#include "core/domain/segment.h"
#include "core/rules/scorerules.h"

#include <algorithm>

namespace kindling {

namespace {

/// Whichever it is: archived ones too.
Filter archivedOrNot()
{
    const auto archived = [](const char *word) {
        FilterTest test;
        test.field = LeadField::Archived;
        test.words = {QLatin1String(word)};
        return Filter::of(test);
    };
    return Filter::any({archived("yes"), archived("no")});
}

bool sameSegments(const std::vector<SegmentPtr> &a, const std::vector<SegmentPtr> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const SegmentPtr &x, const SegmentPtr &y) {
        return x == y || (x->name == y->name && x->text == y->text && x->members == y->members);
    });
}

/// Whether rules mean the same against both: new tags, sources and reasons change nothing.
bool sameForScores(const Vocabulary &a, const Vocabulary &b)
{
    return a.scoring == b.scoring && a.stages == b.stages && a.fields == b.fields && a.qualification == b.qualification
        && a.members == b.members && a.campaigns == b.campaigns && a.currency == b.currency && a.me == b.me
        && sameSegments(a.segments, b.segments);
}

} // namespace

std::vector<ScoreTerm> scoreTerms(const ScoringRules &scoring, const FilterContext &context)
{
    std::vector<ScoreTerm> terms;
    for (ReadScoreRule &read : readScoreRules(scoring, context)) {
        const ScoreRule &rule = read.rule;
        ScoreTerm term{rule.half, std::move(read.filter), read.each && read.problem.isEmpty(), rule.points, rule.cap, rule.halfLifeDays};
        if (!term.each)
            term.filter = Filter::all({std::move(term.filter), archivedOrNot()});
        terms.push_back(std::move(term));
    }
    return terms;
}

TimelineNeeds scoreNeeds(std::span<const ScoreTerm> terms, const Vocabulary &vocabulary)
{
    std::vector<Filter> filters;
    for (const ScoreTerm &term : terms)
        filters.push_back(term.filter);
    return timelineNeeds(Filter::all(std::move(filters)), &vocabulary);
}

QDate LeadScores::today() const
{
    return todayOf(m_clock);
}

bool LeadScores::areCurrent(const ColumnSnapshot &columns, const Vocabulary &words) const
{
    const ScoreColumnsPtr scores = columns.scores();
    return scores && scores->day == today() && (scores->words.get() == &words || sameForScores(*scores->words, words));
}

Result<void> LeadScores::ensure(const ColumnSnapshot &columns, std::shared_ptr<const Vocabulary> words, const Progress *progress)
{
    const std::lock_guard lock(m_making);
    if (areCurrent(columns, *words))
        return {};
    auto scores = std::make_shared<ScoreColumns>();
    scores->day = today();
    scores->words = words;
    const FilterContext context{words.get(), endOfDay(scores->day, m_clock.zone()), m_clock.zone()};
    const std::vector<ScoreTerm> terms = scoreTerms(words->scoring, context);
    KINDLING_GET(sources, m_timelines.sources(scoreNeeds(terms, *words), progress));
    KINDLING_GET(rows, scoreRows(columns, terms, context, sources, progress));
    scores->rows = std::move(rows);
    columns.setScores(std::move(scores));
    return {};
}

Result<void> LeadScores::refresh(std::shared_ptr<const Vocabulary> words, const ChangeSet &changes)
{
    const SnapshotPtr columns = m_columns.snapshot();
    const ScoreColumnsPtr before = columns->scores();
    if (!before || changes.leads.empty() || !areCurrent(*columns, *words))
        return {};
    const FilterContext context{words.get(), endOfDay(before->day, m_clock.zone()), m_clock.zone()};
    const std::vector<ScoreTerm> terms = scoreTerms(words->scoring, context);
    const std::optional<TimelineSources> held = m_timelines.held(scoreNeeds(terms, *words));
    if (!held) { // not in memory any more: all are scored again when somebody asks
        columns->setScores({});
        return {};
    }
    const SnapshotPtr touched = columns->only(changes.leads);
    KINDLING_GET(halves, scoreRows(*touched, terms, context, timelineOf(*held, changes.leads)));
    auto scores = std::make_shared<ScoreColumns>(*before);
    scores->words = std::move(words);
    scores->rows.resize(columns->rowCount());
    std::vector<quint32> rows;
    for (quint32 i = 0; i < touched->rowCount(); ++i) {
        rows.push_back(*columns->rowOf(touched->idAt(i)));
        scores->rows[rows.back()] = halves[i];
    }
    std::sort(rows.begin(), rows.end());
    m_columns.setScores(std::move(scores), rows);
    return {};
}

void LeadScores::fill(std::vector<Lead> &leads) const
{
    const SnapshotPtr columns = m_columns.snapshot();
    const ScoreColumnsPtr scores = columns->scores();
    if (!scores)
        return;
    for (Lead &lead : leads) {
        if (const auto row = columns->rowOf(lead.id))
            lead.score = scores->at(*row);
    }
}

} // namespace kindling
