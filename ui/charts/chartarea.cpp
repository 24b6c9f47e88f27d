// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartarea.h"

#include "ui/charts/chart.h"

namespace kindling {

QScrollArea *chartArea(Chart *chart, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(chart);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFocusProxy(chart);
    chart->setAutoFillBackground(false); // what lies behind shows through
    area->viewport()->setAutoFillBackground(false);
    QObject::connect(chart, &Chart::markReached, area,
                     [area](const QRect &mark) { area->ensureVisible(mark.center().x(), mark.center().y(), 0, mark.height()); });
    return area;
}

} // namespace kindling
