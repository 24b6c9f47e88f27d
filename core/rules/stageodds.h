// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/reportinput.h"

namespace kindling {

/// How often, and after how long, leads that had stood in a stage for some time were won, from the business's own history.
///
/// For each stage and some ages, the visits that were still in the stage at that age, undecided, are followed from there on: won, lost or
/// not decided yet. The share won by a day is the cumulative incidence with losing as the competing end (O. Aalen and S. Johansen,
/// Scandinavian Journal of Statistics 5, 1978), so that who is still open counts as long as it was watched. Linear in the stays.
class StageOdds
{
public:
    explicit StageOdds(const ReportInput &input, UtcMs asOf);

    /// A stage at an age: leads of one cell share the history that they are judged by.
    struct Cell
    {
        quint32 index = 0;
        qint64 cases = 0; ///< visits followed
        double offset = 0; ///< days from the age of the cell to that of the lead
    };
    /// The history of a lead that has stood in a stage for some days; nothing when it has fewer than `fewestCases`. Fewer at this age:
    /// that of a younger age.
    std::optional<Cell> cellOf(quint16 step, double ageDays) const;
    /// The chance to be won between two days from now, given that it is open now; 0 to 1.
    double chance(const Cell &cell, double fromDays, double untilDays) const;
    quint32 cellCount() const { return quint32(m_cells.size()); }

    static constexpr qint64 fewestCases = 20;

private:
    struct Follow ///< by day from the age on; the last day takes what is later
    {
        std::vector<qint32> won, lost, open;
        qint64 cases = 0;
        std::vector<double> wonBy, left; ///< share won by the end of a day, share still open then
    };
    struct Visits;
    static std::vector<Visits> visited(const ReportInput &input, UtcMs asOf, quint32 first, quint32 last);
    static void follow(Follow &cell, const Visits &visits, size_t age);
    void settle(Follow &cell) const;
    static double at(const std::vector<double> &curve, double day, double start);

    std::vector<Follow> m_cells; ///< ages of the first stage, then of the second …
};

} // namespace kindling
