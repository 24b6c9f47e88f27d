// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/logistic.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kindling {

namespace {

constexpr int mostRounds = 50;
constexpr double enough = 1e-10; ///< a step so small is none
constexpr double certain = 30; ///< log odds beyond this mean that there is no maximum to find

double chanceOf(double logOdds)
{
    return logOdds >= 0 ? 1 / (1 + std::exp(-logOdds)) : std::exp(logOdds) / (1 + std::exp(logOdds));
}

/// A symmetric system of equations: the lower triangle, row by row.
class Equations
{
public:
    explicit Equations(size_t size)
        : m_size(size)
        , m_left(size * size, 0)
        , right(size, 0)
    {
    }
    double &at(size_t row, size_t column) { return m_left[row * m_size + column]; }

    /// Solves by L L' (Cholesky) in place; the solution stands in `right`. False when the matrix is not positive definite.
    bool solve()
    {
        for (size_t j = 0; j < m_size; ++j) {
            for (size_t k = 0; k < j; ++k)
                for (size_t i = j; i < m_size; ++i)
                    at(i, j) -= at(i, k) * at(j, k);
            if (!(at(j, j) > 1e-12))
                return false;
            const double root = std::sqrt(at(j, j));
            for (size_t i = j; i < m_size; ++i)
                at(i, j) /= root;
        }
        for (size_t i = 0; i < m_size; ++i) {
            for (size_t k = 0; k < i; ++k)
                right[i] -= at(i, k) * right[k];
            right[i] /= at(i, i);
        }
        for (size_t i = m_size; i-- > 0;) {
            for (size_t k = i + 1; k < m_size; ++k)
                right[i] -= at(k, i) * right[k];
            right[i] /= at(i, i);
        }
        return true;
    }

private:
    size_t m_size;
    std::vector<double> m_left;

public:
    std::vector<double> right;
};

/// Slope and curvature of the likelihood at a model; the base is the first unknown.
Equations equationsAt(const LogisticCases &cases, const LogisticModel &model, double ridge)
{
    Equations equations(cases.traits + 1);
    for (size_t row = 0; row < cases.count(); ++row) {
        const std::span<const quint32> traits = cases.of(row);
        const double chance = model.probability(traits);
        const double off = double(cases.outcome[row]) - chance;
        const double curve = chance * (1 - chance);
        equations.right[0] += off;
        equations.at(0, 0) += curve;
        for (const quint32 a : traits) {
            equations.right[a + 1] += off;
            equations.at(a + 1, 0) += curve;
            for (const quint32 b : traits) {
                if (b <= a)
                    equations.at(a + 1, b + 1) += curve;
            }
        }
    }
    for (size_t i = 0; i < cases.traits; ++i) {
        equations.right[i + 1] -= ridge * model.weights[i];
        equations.at(i + 1, i + 1) += ridge;
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
        Equations equations = equationsAt(cases, model, ridge);
        if (!equations.solve())
            return model;
        double largest = 0;
        for (const double step : equations.right)
            largest = std::max(largest, std::abs(step));
        model.base += equations.right[0];
        for (size_t i = 0; i < cases.traits; ++i)
            model.weights[i] += equations.right[i + 1];
        model.settled = largest < enough;
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
