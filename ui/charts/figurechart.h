// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/figures.h"
#include "ui/charts/chart.h"

namespace kindling {

/// A chart of one column of a report. `before` are the figures of the period that is compared with; rows are matched by name.
class FigureChart : public Chart
{
    Q_OBJECT

public:
    using Chart::Chart;

    void setFigures(Figures figures, std::optional<Figures> before, size_t column);
    /// A row that is shown by a mark.
    virtual size_t rowOf(int mark) const { return size_t(mark); }
    int markCount() const override { return int(m_figures.rows.size()); }
    QString sentenceOf(int mark) const override;

protected:
    /// A round number at or above the largest figure drawn, and how its axis is divided.
    struct Scale
    {
        double top = 1;
        double step = 1;
        bool shares = false;
    };
    Scale scale() const;
    static Scale scaleFor(double largest, bool shares);
    QString tickText(double value) const;
    const FigureValue &figureOf(size_t row) const { return m_figures.rows[row].figures[m_column]; }
    /// What is drawn beside it as ◇: the same figure in the period before, or another that the report marks; nothing when there is none.
    std::optional<FigureValue> besides(size_t row) const;
    const Figures &figures() const { return m_figures; }

private:
    std::optional<FigureValue> earlier(size_t row) const;

    Figures m_figures;
    std::optional<Figures> m_before;
    size_t m_column = 0;
};

} // namespace kindling
