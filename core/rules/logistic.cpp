// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/logistic.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace kindling {

namespace {

constexpr int mostRounds = 50;
constexpr double enough = 1e-10; ///< a step so small is none
constexpr double leastPivot = 1e-6; ///< of the factor; below, traits say the same as others
constexpr double certain = 30; ///< log odds beyond this mean that there is no maximum to find

double chanceOf(double logOdds)
{
    return logOdds >= 0 ? 1 / (1 + std::exp(-logOdds)) : std::exp(logOdds) / (1 + std::exp(logOdds));
}

/// Slope and curvature of the likelihood; the base is the first unknown. Only the lower triangle of the curvature is filled.
struct Equations
{
    Eigen::MatrixXd curvature;
    Eigen::VectorXd slope;

    /// The step of Newton's method by L L' (Cholesky); nothing when the curvature is not positive definite.
    std::optional<Eigen::VectorXd> solved() const
    {
        const Eigen::LLT<Eigen::MatrixXd> factors(curvature);
        const bool definite = factors.info() == Eigen::Success && factors.matrixLLT().diagonal().minCoeff() > leastPivot;
        return definite ? std::optional<Eigen::VectorXd>(factors.solve(slope)) : std::nullopt;
    }
};

Equations equationsAt(const LogisticCases &cases, const LogisticModel &model, double ridge)
{
    const auto size = Eigen::Index(cases.traits) + 1;
    Equations equations{Eigen::MatrixXd::Zero(size, size), Eigen::VectorXd::Zero(size)};
    for (size_t row = 0; row < cases.count(); ++row) {
        const std::span<const quint32> traits = cases.of(row);
        const double chance = model.probability(traits);
        const double off = double(cases.outcome[row]) - chance;
        const double curve = chance * (1 - chance);
        equations.slope[0] += off;
        equations.curvature(0, 0) += curve;
        for (const quint32 a : traits) {
            equations.slope[a + 1] += off;
            equations.curvature(a + 1, 0) += curve;
            for (const quint32 b : traits) {
                if (b <= a)
                    equations.curvature(a + 1, b + 1) += curve;
            }
        }
    }
    for (size_t i = 0; i < cases.traits; ++i) {
        const auto at = Eigen::Index(i) + 1;
        equations.slope[at] -= ridge * model.weights[i];
        equations.curvature(at, at) += ridge;
    }
    return equations;
}

} // namespace

void LogisticCases::add(std::span<const quint32> traitsOfCase, bool happened)
{
    present.insert(present.end(), traitsOfCase.begin(), traitsOfCase.end());
    begin.push_back(quint32(present.size()));
    outcome.push_back(happened ? 1 : 0);
}

double LogisticModel::logOdds(std::span<const quint32> traits) const
{
    return std::accumulate(traits.begin(), traits.end(), base, [this](double sum, quint32 trait) { return sum + weights[trait]; });
}

double LogisticModel::probability(std::span<const quint32> traits) const
{
    return chanceOf(logOdds(traits));
}

LogisticModel fitLogistic(const LogisticCases &cases, double ridge)
{
    LogisticModel model;
    model.weights.assign(cases.traits, 0);
    while (model.rounds < mostRounds && !model.settled) {
        ++model.rounds;
        const std::optional<Eigen::VectorXd> step = equationsAt(cases, model, ridge).solved();
        if (!step)
            return model;
        model.base += (*step)[0];
        for (size_t i = 0; i < cases.traits; ++i)
            model.weights[i] += (*step)[Eigen::Index(i) + 1];
        model.settled = step->cwiseAbs().maxCoeff() < enough;
        if (std::abs(model.base) > certain)
            return model;
    }
    return model;
}

double areaUnderCurve(std::span<const double> probabilities, std::span<const char> outcomes)
{
    std::vector<size_t> order(probabilities.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return probabilities[a] < probabilities[b]; });
    double rankSum = 0;
    double happened = 0;
    for (size_t begin = 0; begin < order.size();) {
        size_t end = begin;
        while (end < order.size() && probabilities[order[end]] == probabilities[order[begin]])
            ++end;
        const double rank = double(begin + end + 1) / 2; // of all that are tied: the mean
        for (size_t i = begin; i < end; ++i) {
            if (outcomes[order[i]]) {
                rankSum += rank;
                ++happened;
            }
        }
        begin = end;
    }
    const double others = double(order.size()) - happened;
    if (happened == 0 || others == 0)
        return 0.5;
    return (rankSum - happened * (happened + 1) / 2) / (happened * others);
}

double brierScore(std::span<const double> probabilities, std::span<const char> outcomes)
{
    double sum = 0;
    for (size_t i = 0; i < probabilities.size(); ++i)
        sum += (probabilities[i] - double(outcomes[i])) * (probabilities[i] - double(outcomes[i]));
    return probabilities.empty() ? 0 : sum / double(probabilities.size());
}

} // namespace kindling
