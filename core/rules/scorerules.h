// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/filter.h"
#include "core/domain/scoring.h"

#include <QLocale>

namespace kindling {

/// A rule of a score with its text read. One that speaks of something that is gone, or of the score itself, is broken: it gives nothing.
struct ReadScoreRule
{
    ScoreRule rule;
    Filter filter;
    bool each = false; ///< every activity counts and fades
    QString problem; ///< why it is broken, in a sentence; empty when it is not
};

std::vector<ReadScoreRule> readScoreRules(const ScoringRules &scoring, const FilterContext &context);

/// The rule as it may be kept, its text in the form of the filter language. Errors: BadFilter (the text, or a score in it), InvalidValue
/// (points that are 0 or beyond 100, a cap or half-life below zero or on a rule that counts no activities).
Result<ScoreRule> checkedRule(const ScoreRule &rule, const FilterContext &context);
/// The same for the thresholds. Error InvalidValue unless they are two rising numbers from 1 to 100.
Result<void> checkLimits(const ScoringRules &scoring);

/// Whether a filter, or a segment that it names, asks for fit, engagement or score.
bool mentionsScore(const Filter &filter, const Vocabulary *vocabulary);
bool isScoreField(FieldId field);

/// "Job title contains owner or founder: +20", "Each download: +10, at most 20, half after 30 days".
QString ruleSentence(const ReadScoreRule &read, const FilterContext &context);
/// Only what has to be so: "job title contains owner or founder", "each download".
QString ruleCondition(const ReadScoreRule &read, const FilterContext &context);
/// "+10", "−4.5".
QString pointsText(double points, const QLocale &locale);

} // namespace kindling
