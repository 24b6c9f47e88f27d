// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/stageodds.h"

#include "core/base/inhalves.h"

#include <algorithm>
#include <array>
#include <functional>

namespace kindling {

namespace {

constexpr std::array<double, 7> ages{0, 7, 14, 30, 60, 120, 240}; ///< days in the stage
constexpr size_t watchedDays = 1100; ///< three years; later is as late as that

enum End : size_t { Won, Lost, Open };

} // namespace

/// Visits to one stage that were followed for the same end, by the days from their beginning to it, and the oldest age they reached.
struct StageOdds::Visits
{
    std::array<std::array<std::vector<qint32>, 3>, ages.size()> byEnd; ///< by age, then by End

    void add(size_t age, End end, UtcMs lasted)
    {
        std::vector<qint32> &days = byEnd[age][end];
        if (days.empty())
            days.assign(longest, 0);
        ++days[std::min(size_t(lasted / dayMs), longest - 1)];
    }
    void add(const Visits &other)
    {
        for (size_t age = 0; age < ages.size(); ++age) {
            for (size_t end = 0; end < 3; ++end) {
                std::vector<qint32> &to = byEnd[age][end];
                const std::vector<qint32> &from = other.byEnd[age][end];
                to.resize(std::max(to.size(), from.size()));
                std::transform(from.begin(), from.end(), to.begin(), to.begin(), std::plus<>());
            }
        }
    }

private:
    static constexpr size_t longest = watchedDays + size_t(ages.back());
};

StageOdds::StageOdds(const ReportInput &input, UtcMs asOf)
    : m_cells(input.stages.size() * ages.size())
{
    const auto some = [&](size_t first, size_t last) { return visited(input, asOf, quint32(first), quint32(last)); };
    const std::vector<Visits> visits = inHalves(input.leads.size(), worthTwoThreads, some, [](auto &all, const auto &later) {
        for (size_t step = 0; step < all.size(); ++step)
            all[step].add(later[step]);
    });
    for (size_t step = 0; step < visits.size(); ++step) {
        for (size_t age = 0; age < ages.size(); ++age) {
            Follow &cell = m_cells[step * ages.size() + age];
            follow(cell, visits[step], age);
            settle(cell);
        }
    }
}

/// The visits of the leads from `first` on, before `last`, to each stage.
std::vector<StageOdds::Visits> StageOdds::visited(const ReportInput &input, UtcMs asOf, quint32 first, quint32 last)
{
    std::vector<Visits> visits(input.stages.size());
    for (quint32 lead = first; lead < last; ++lead) {
        const FunnelLead &facts = input.leads[lead];
        const Outcome outcome = outcomeAt(facts, asOf);
        const UtcMs watched = outcome == Outcome::Open ? asOf : facts.outcomeSince;
        const End end = outcome == Outcome::Won ? Won : outcome == Outcome::Open ? Open : Lost;
        for (const StageStay &stay : input.staysOf(lead)) {
            if (stay.from > watched || stay.until < stay.from)
                continue;
            const UtcMs stayed = std::min(stay.until, watched) - stay.from;
            size_t age = 0;
            while (age + 1 < ages.size() && stayed >= UtcMs(ages[age + 1]) * dayMs)
                ++age;
            visits[stay.step].add(age, end, watched - stay.from);
        }
    }
    return visits;
}

/// Counts for one age all visits that became as old, by the days from that age on.
void StageOdds::follow(Follow &cell, const Visits &visits, size_t age)
{
    const auto past = size_t(ages[age]);
    for (size_t reached = age; reached < ages.size(); ++reached) {
        for (const End end : {Won, Lost, Open}) {
            const std::vector<qint32> &days = visits.byEnd[reached][end];
            std::vector<qint32> &column = end == Won ? cell.won : end == Lost ? cell.lost : cell.open;
            column.resize(watchedDays, 0);
            for (size_t day = past; day < days.size(); ++day) {
                column[std::min(day - past, watchedDays - 1)] += days[day];
                cell.cases += days[day];
            }
        }
    }
}

/// The curves from the counts. Who is open at the end of a day was watched for the whole of it.
void StageOdds::settle(Follow &cell) const
{
    if (cell.cases < fewestCases)
        return;
    double atRisk = double(cell.cases);
    double left = 1;
    double wonBy = 0;
    cell.wonBy.reserve(watchedDays);
    cell.left.reserve(watchedDays);
    for (size_t day = 0; day < watchedDays; ++day) {
        if (atRisk > 0) {
            const double won = cell.won[day];
            const double lost = cell.lost[day];
            wonBy += left * won / atRisk;
            left *= 1 - (won + lost) / atRisk;
            atRisk -= won + lost + cell.open[day];
        }
        cell.wonBy.push_back(wonBy);
        cell.left.push_back(left);
    }
    cell.won = {};
    cell.lost = {};
    cell.open = {};
}

std::optional<StageOdds::Cell> StageOdds::cellOf(quint16 step, double ageDays) const
{
    size_t age = ages.size();
    while (age > 0 && (ages[age - 1] > ageDays || m_cells[step * ages.size() + age - 1].cases < fewestCases))
        --age;
    if (age == 0)
        return std::nullopt;
    const size_t index = step * ages.size() + age - 1;
    return Cell{quint32(index), m_cells[index].cases, std::max(0.0, ageDays - ages[age - 1])};
}

/// A curve at the beginning of a day: what it was at the end of the one before.
double StageOdds::at(const std::vector<double> &curve, double day, double start)
{
    const auto index = std::min(size_t(std::max(0.0, day)), curve.size());
    return index == 0 ? start : curve[index - 1];
}

double StageOdds::chance(const Cell &cell, double fromDays, double untilDays) const
{
    const Follow &known = m_cells[cell.index];
    const double left = at(known.left, cell.offset, 1);
    if (left <= 0)
        return 0; // all that had stood there so long were decided before
    const double won = at(known.wonBy, cell.offset + untilDays, 0) - at(known.wonBy, cell.offset + fromDays, 0);
    return std::clamp(won / left, 0.0, 1.0);
}

} // namespace kindling
