// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace kindling {

/// How many leads had the event at a time, and how many were last seen at it without having had the event. Any unit of time.
struct SurvivalTally
{
    double time = 0;
    qint64 events = 0;
    qint64 censored = 0;
};

/// The curve at one time: from here to the next step it stays.
struct SurvivalStep
{
    struct Interval
    {
        double low = 0;
        double high = 1;
    };

    double time = 0;
    qint64 atRisk = 0; ///< still waiting just before
    qint64 events = 0;
    qint64 censored = 0;
    double survival = 1; ///< share that is still waiting just after, 0 to 1
    std::optional<Interval> interval; ///< of `survival` at 95 %; nothing where it is 0 or 1
};

/// How long it takes until something happens, with those to whom it has not happened yet counted as long as they were watched: the
/// estimate of E. L. Kaplan and P. Meier, JASA 53 (1958). Its variance is Greenwood's; the interval is symmetrical in log(−log S), as
/// survfit(conf.type = "log-log") of R's survival package makes it.
struct SurvivalCurve
{
    qint64 n = 0;
    qint64 events = 0;
    std::vector<SurvivalStep> steps; ///< in order of time, one for each time of the tallies

    /// The step that holds at a time; null before the first.
    const SurvivalStep *at(double time) const;
    /// Share to whom it has happened by a time, 0 to 1.
    double shareBy(double time) const;
    /// The time by which it had happened to a share of all (0.5: the median), as R's quantile.survfit gives it; nothing when so many have
    /// not had it.
    std::optional<double> timeOfShare(double share) const;
};

/// `tallies` in order of time, each time once; those without events and censored are passed over.
SurvivalCurve survivalCurve(std::span<const SurvivalTally> tallies);

} // namespace kindling
