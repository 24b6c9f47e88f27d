// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

#include <vector>

namespace kindling {

/// One bar of a list of bars.
struct ShareBar
{
    QString name;
    double share = 0; ///< of the longest bar's measure, any scale; at least 0
    QString figure; ///< "21.0 % ±1.2"
    QString sentence; ///< what the tooltip and a screen reader say
};

/// A short list of named bars with their figures.
class ShareBars final : public Chart
{
    Q_OBJECT

public:
    ShareBars(const QString &name, Theme &theme, QWidget *parent);

    void setBars(std::vector<ShareBar> bars);
    const std::vector<ShareBar> &bars() const { return m_bars; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {180, sizeHint().height()}; }
    int markCount() const override { return int(m_bars.size()); }
    QString sentenceOf(int mark) const override { return m_bars[size_t(mark)].sentence; }

protected:
    QRectF areaOf(int mark) const override;
    void paintChart(QPainter &painter) override;

private:
    std::vector<ShareBar> m_bars;
};

} // namespace kindling
