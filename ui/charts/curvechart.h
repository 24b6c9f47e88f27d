// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/figurechart.h"

namespace kindling {

/// The share that got there by each day: a stepped curve for each of the largest groups, with its own dashes and its name at its end, and
/// the interval of the one that is pointed at (of the first, while none is) as a band.
class CurveChart final : public FigureChart
{
    Q_OBJECT

public:
    using FigureChart::FigureChart;

    QSize sizeHint() const override { return {700, 360}; }
    QSize minimumSizeHint() const override { return {420, 240}; }
    int markCount() const override { return int(figures().curves.size()); }
    size_t rowOf(int mark) const override { return figures().curves[size_t(mark)].row; }

protected:
    QRectF areaOf(int mark) const override;
    void paintChart(QPainter &painter) override;

private:
    struct Axes
    {
        QRectF plot;
        double days = 1; ///< at the right end
        Scale shares;
    };
    Axes axes() const;
    QPointF at(const Axes &axes, double day, double share) const;
    void paintAxes(QPainter &painter, const Axes &axes) const;
    void paintBand(QPainter &painter, const Axes &axes, int mark) const;
    void paintCurve(QPainter &painter, const Axes &axes, int mark) const;
    std::vector<double> nameHeights(const Axes &axes) const;
    QColor colorOf(int mark) const;
};

} // namespace kindling
