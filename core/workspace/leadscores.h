// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/changeset.h"
#include "core/index/columns.h"
#include "core/workspace/timelinecache.h"

#include <mutex>

namespace kindling {

/// The rules of a workspace as the columns work them out. Archived leads are scored like the others.
std::vector<ScoreTerm> scoreTerms(const ScoringRules &scoring, const FilterContext &context);

/// What those rules need of the timelines, the segments that they name included.
TimelineNeeds scoreNeeds(std::span<const ScoreTerm> terms, const Vocabulary &vocabulary);

/// Keeps the scores of all leads beside the columns: made when first asked for, mended after each change for the leads it touched, made
/// anew when the day or the rules are others.
class LeadScores
{
public:
    LeadScores(Columns &columns, TimelineCache &timelines, const Clock &clock)
        : m_columns(columns)
        , m_timelines(timelines)
        , m_clock(clock)
    {
    }

    /// Scores a snapshot if it is not, or not of today. Any thread but the writer's. Error: Cancelled.
    Result<void> ensure(const ColumnSnapshot &columns, std::shared_ptr<const Vocabulary> words, const Progress *progress = nullptr);
    /// Scores the leads of a change again; to be called on the writer's thread when columns and timelines know of it.
    Result<void> refresh(std::shared_ptr<const Vocabulary> words, const ChangeSet &changes);

    /// Whether the leads are scored, as of today, by the rules of these words.
    bool areCurrent(const ColumnSnapshot &columns, const Vocabulary &words) const;
    QDate today() const;
    /// Puts scores into leads that were read from the store, as far as there are any.
    void fill(std::vector<Lead> &leads) const;

private:
    Columns &m_columns;
    TimelineCache &m_timelines;
    const Clock &m_clock;
    std::mutex m_making; ///< who asks while scores are made waits for them
};

} // namespace kindling
