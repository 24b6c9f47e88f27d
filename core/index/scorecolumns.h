// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/filter.h"

#include <memory>
#include <span>

namespace kindling {

class ColumnSnapshot;
struct TimelineSources;

/// A rule of a score as it is worked out.
struct ScoreTerm
{
    ScoreHalf half = ScoreHalf::Fit;
    Filter filter; ///< one count of activities when `each`
    bool each = false; ///< every activity counts and fades; else the points come once
    int points = 0;
    int cap = 0; ///< of all activities together; 0 for none
    int halfLifeDays = 0; ///< 0: they do not fade
};

/// Fit and engagement of all rows of a snapshot on one day. Immutable once shared.
class ScoreColumns
{
public:
    struct Halves
    {
        quint8 fit = 0;
        quint8 engagement = 0;
        bool operator==(const Halves &) const = default;
    };

    /// A row that came after the scores were made has none yet: 0.
    Halves halves(quint32 row) const { return row < rows.size() ? rows[row] : Halves{}; }
    LeadScore at(quint32 row) const { return {halves(row).fit, halves(row).engagement}; }
    /// Of Fit, Engagement or Score.
    int value(LeadField field, quint32 row) const;

    std::vector<Halves> rows;
    QDate day; ///< whose end they were made for
    std::shared_ptr<const Vocabulary> words; ///< whose rules they were made by
};
using ScoreColumnsPtr = std::shared_ptr<const ScoreColumns>;

/// The halves of every row, by `terms`, as of `context.now`, which should be the end of a day: an activity fades by whole days before it,
/// and what lies after it does not count. Chunks are looked through on all cores. Error: Cancelled.
Result<std::vector<ScoreColumns::Halves>> scoreRows(const ColumnSnapshot &columns, std::span<const ScoreTerm> terms,
                                                    const FilterContext &context, const TimelineSources &sources,
                                                    const Progress *progress = nullptr);

/// What one term gives one row, and the activities that it counted (0 for a term that is none).
struct TermPoints
{
    double points = 0;
    int activities = 0;
};
Result<TermPoints> termPoints(const ColumnSnapshot &columns, quint32 row, const ScoreTerm &term, const FilterContext &context,
                              const TimelineSources &sources);

} // namespace kindling
