// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/figurechart.h"

namespace kindling {

/// A line for each row of a report: its name, a bar, and its figure. A share is a dot with its interval, for a bar would hide how unsure it
/// is; the period before is an open diamond. In a report that is split, the groups of a row stand under its name.
class BarChart final : public FigureChart
{
    Q_OBJECT

public:
    using FigureChart::FigureChart;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QRectF areaOf(int mark) const override;
    void paintChart(QPainter &painter) override;

private:
    struct Layout
    {
        double left = 0; ///< where bars begin
        double right = 0; ///< where the longest may end
        double figures = 0; ///< width of the column of figures
    };
    Layout layout() const;
    bool hasHeading(int mark) const; ///< whether the name of the row stands above its groups here
    double topOf(int mark) const; ///< of its line; after the last one, where the axis begins
    QString nameOf(int mark) const;
    void paintHeading(QPainter &painter, int mark) const;
    void paintAxis(QPainter &painter, const Layout &place, const Scale &scale) const;
    void paintRow(QPainter &painter, const Layout &place, const Scale &scale, int mark) const;
    void paintFigure(QPainter &painter, const Layout &place, const Scale &scale, int mark) const;
};

} // namespace kindling
