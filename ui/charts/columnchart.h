// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/figurechart.h"

namespace kindling {

/// Months beside each other: a column for each row of a report; what is too young to be judged is hatched. A share is a dot with its
/// interval.
class ColumnChart final : public FigureChart
{
    Q_OBJECT

public:
    using FigureChart::FigureChart;

    QSize sizeHint() const override { return {700, 320}; }
    QSize minimumSizeHint() const override { return {420, 220}; }

protected:
    QRectF areaOf(int mark) const override;
    void paintChart(QPainter &painter) override;
    bool sideways() const override { return true; }

private:
    QRectF plot() const;
    void paintAxis(QPainter &painter, const Scale &scale) const;
    void paintColumn(QPainter &painter, const Scale &scale, int mark) const;
    void paintNames(QPainter &painter) const;
};

} // namespace kindling
