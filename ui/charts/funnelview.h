// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/funnel.h"
#include "ui/charts/chart.h"

namespace kindling {

/// The funnel as a funnel: one trapezoid a stage, its figures beside it. What has not had its time yet is hatched.
class FunnelView final : public Chart
{
    Q_OBJECT

public:
    FunnelView(Theme &theme, QWidget *parent);

    /// With another period to compare with, how many there were is drawn beside as ◇.
    void setReport(const FunnelReport &report, const std::optional<FunnelReport> &before = std::nullopt);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {420, 240}; }
    int markCount() const override { return int(m_report.steps.size()); }
    QString sentenceOf(int mark) const override;

protected:
    QRectF areaOf(int mark) const override;
    void paintChart(QPainter &painter) override;

private:
    double widthOf(qint64 count) const;
    void paintStep(QPainter &painter, int index) const;
    void paintFigures(QPainter &painter, int index) const;

    const FunnelStep *before(int index) const;
    void paintBefore(QPainter &painter, int index) const;

    FunnelReport m_report;
    std::optional<FunnelReport> m_before;
};

} // namespace kindling
