// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/stageodds.h"

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr std::array<double, 7> ages{0, 7, 14, 30, 60, 120, 240}; ///< days in the stage
constexpr size_t watchedDays = 1100; ///< three years; later is as late as that

enum End { Won, Lost, Open };

} // namespace

StageOdds::StageOdds(const ReportInput &input, UtcMs asOf)
    : m_cells(input.stages.size() * ages.size())
{
    for (quint32 lead = 0; lead < input.leads.size(); ++lead) {
        const FunnelLead &facts = input.leads[lead];
        const Outcome outcome = outcomeAt(facts, asOf);
        const UtcMs watched = outcome == Outcome::Open ? asOf : facts.outcomeSince;
        const End end = outcome == Outcome::Won ? Won : outcome == Outcome::Open ? Open : Lost;
        for (const StageStay &stay : input.staysOf(lead)) {
            const double stayed = double(std::min(stay.until, watched) - stay.from) / dayMs;
            const double total = double(watched - stay.from) / dayMs;
            for (size_t age = 0; age < ages.size() && stay.from <= watched && stayed >= ages[age]; ++age)
                follow(m_cells[stay.step * ages.size() + age], total - ages[age], end);
        }
    }
    for (Follow &cell : m_cells)
        settle(cell);
}

void StageOdds::follow(Follow &cell, double days, int end) const
{
    if (cell.won.empty()) {
        for (auto *column : {&cell.won, &cell.lost, &cell.open})
            column->assign(watchedDays, 0);
    }
    const size_t day = std::min(size_t(std::max(0.0, days)), watchedDays - 1);
    ++(end == Won ? cell.won : end == Lost ? cell.lost : cell.open)[day];
    ++cell.cases;
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
