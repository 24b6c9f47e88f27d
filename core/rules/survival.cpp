// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/survival.h"

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

constexpr double z = 1.959963984540054; // 97.5 % quantile of the normal distribution
constexpr double tolerance = 1e-9; // shares that differ less are the same: they come from products

std::optional<SurvivalStep::Interval> intervalOf(double survival, double greenwood)
{
    if (survival <= 0 || survival >= 1)
        return std::nullopt;
    const double logarithm = std::log(survival); // negative
    const double spread = z * std::sqrt(greenwood) / logarithm;
    const double place = std::log(-logarithm);
    return SurvivalStep::Interval{std::exp(-std::exp(place - spread)), std::exp(-std::exp(place + spread))};
}

} // namespace

SurvivalCurve survivalCurve(std::span<const SurvivalTally> tallies)
{
    SurvivalCurve curve;
    for (const SurvivalTally &tally : tallies) {
        curve.n += tally.events + tally.censored;
        curve.events += tally.events;
    }
    qint64 atRisk = curve.n;
    double survival = 1;
    double greenwood = 0; // the sum of d / (n (n - d)): the variance of log S
    for (const SurvivalTally &tally : tallies) {
        if (tally.events == 0 && tally.censored == 0)
            continue;
        const double n = double(atRisk);
        const double d = double(tally.events);
        survival *= (n - d) / n;
        if (atRisk > tally.events)
            greenwood += d / (n * (n - d));
        curve.steps.push_back({tally.time, atRisk, tally.events, tally.censored, survival, intervalOf(survival, greenwood)});
        atRisk -= tally.events + tally.censored;
    }
    return curve;
}

const SurvivalStep *SurvivalCurve::at(double time) const
{
    const auto after = std::upper_bound(steps.begin(), steps.end(), time, [](double t, const SurvivalStep &step) { return t < step.time; });
    return after == steps.begin() ? nullptr : &*(after - 1);
}

double SurvivalCurve::shareBy(double time) const
{
    const SurvivalStep *step = at(time);
    return step ? 1 - step->survival : 0;
}

std::optional<double> SurvivalCurve::timeOfShare(double share) const
{
    const double level = 1 - share;
    const auto reached = std::find_if(steps.begin(), steps.end(), [&](const SurvivalStep &s) { return s.survival <= level + tolerance; });
    if (reached == steps.end())
        return std::nullopt;
    if (std::abs(reached->survival - level) > tolerance)
        return reached->time;
    // The curve lies on the level: the middle of that stretch, which ends with the next event or with the last lead that was watched.
    const auto below = std::find_if(reached, steps.end(), [&](const SurvivalStep &s) { return s.survival < level - tolerance; });
    return (reached->time + (below == steps.end() ? steps.back() : *below).time) / 2;
}

} // namespace kindling
