// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/figurechart.h"

namespace kindling {

/// Months beside each other: a column for each row of a report; what is too young to be judged is hatched. A share is a dot with its
/// interval. In a report that is split, each group has a strip of its own below the one before, on the same scale.
class ColumnChart final : public FigureChart
{
    Q_OBJECT

public:
    using FigureChart::FigureChart;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    size_t rowOf(int mark) const override; ///< marks go through a strip, rows through a month

protected:
    QRectF areaOf(int mark) const override;
    void paintChart(QPainter &painter) override;
    bool sideways() const override { return true; }

private:
    int strips() const;
    int months() const; ///< columns in a strip
    QRectF plot(int strip) const;
    void paintAxis(QPainter &painter, const Scale &scale, int strip) const;
    void paintColumn(QPainter &painter, const Scale &scale, int mark) const;
    void paintNames(QPainter &painter) const;
};

} // namespace kindling
