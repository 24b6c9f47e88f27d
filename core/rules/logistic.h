// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace kindling {

/// Cases of a logistic regression: each has some of a number of traits (the columns that are 1), and an outcome.
struct LogisticCases
{
    size_t traits = 0;
    std::vector<quint32> begin{0}; ///< one more than cases
    std::vector<quint32> present; ///< the traits of each case, 0 to traits - 1
    std::vector<char> outcome; ///< 1 or 0

    void add(std::span<const quint32> traitsOfCase, bool happened);
    size_t count() const { return outcome.size(); }
    std::span<const quint32> of(size_t row) const { return std::span(present).subspan(begin[row], begin[row + 1] - begin[row]); }
};

struct LogisticModel
{
    double base = 0; ///< log odds of a case without traits
    std::vector<double> weights; ///< log odds that each trait adds
    int rounds = 0;
    bool settled = false; ///< false: traits tell the outcomes apart perfectly, or too little was there to fit

    double logOdds(std::span<const quint32> traits) const;
    double probability(std::span<const quint32> traits) const; ///< 0 to 1
};

/// The maximum of the likelihood, less half of `ridge` times the sum of squared weights (the base is free): Newton's method, as glm() in R
/// takes for ridge = 0. Deterministic: the same cases in the same order give the same bits. Cost: cases × traits of a case², at most 50
/// rounds.
LogisticModel fitLogistic(const LogisticCases &cases, double ridge);

/// The chance that a case that happened was given a higher probability than one that did not; ties count half. 0.5 is guessing. Mann and
/// Whitney's statistic. Nothing (0.5) when either kind is missing.
double areaUnderCurve(std::span<const double> probabilities, std::span<const char> outcomes);
/// The mean square of what the probability was off (G. W. Brier, 1950); lower is better. 0 for no cases.
double brierScore(std::span<const double> probabilities, std::span<const char> outcomes);

} // namespace kindling
