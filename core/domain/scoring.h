// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"

#include <QString>

#include <vector>

namespace kindling {

/// The two halves of a score: who they are against the ideal customer profile, and what they did lately.
enum class ScoreHalf : quint8 { Fit, Engagement };

/// One rule of a score. A rule of engagement that is one activity ("activity:download") counts each of them, and each fades; any other
/// gives its points once to a lead that the filter matches.
struct ScoreRule
{
    static constexpr int mostPoints = 100;
    static constexpr int longestHalfLife = 3650;

    ScoreHalf half = ScoreHalf::Fit;
    QString text; ///< in the filter language, as it was written
    int points = 10; ///< -100 to 100, not 0
    int cap = 0; ///< what the activities of a lead give or take together at most; 0 for no limit
    int halfLifeDays = 0; ///< after so many days an activity counts half; 0: it does not fade
    bool operator==(const ScoreRule &) const = default;
};

/// How the leads of a workspace are scored.
struct ScoringRules
{
    std::vector<ScoreRule> rules;
    int warmFrom = 30; ///< a score from here on suggests warm, 1 to 100
    int hotFrom = 60; ///< and from here on hot, more than warmFrom

    Temperature suggestion(int score) const;
    bool operator==(const ScoringRules &) const = default;
};

/// Rules that make sense for most, until the team has written its own.
ScoringRules defaultScoring();

QString keyOf(ScoreHalf half); ///< "fit", "engagement"
QString labelOf(ScoreHalf half);

/// As it stands in the workspace. An empty text, or one that cannot be read, is the default.
QString scoringText(const ScoringRules &scoring);
ScoringRules scoringFromText(const QString &text);

} // namespace kindling
