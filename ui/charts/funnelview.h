// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/funnel.h"

#include <QWidget>

namespace kindling {

class Theme;

/// The funnel as a funnel: one trapezoid a stage, its figures beside it. Mouse, keyboard and assistive technology reach each step; the
/// figures also stand in the accessible description.
class FunnelView final : public QWidget
{
    Q_OBJECT

public:
    FunnelView(Theme &theme, QWidget *parent);

    void setReport(const FunnelReport &report);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {420, 240}; }

Q_SIGNALS:
    void stepChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int stepAt(const QPoint &point) const;
    QRectF rowOf(int index) const;
    double widthOf(int index) const;
    void paintStep(QPainter &painter, int index) const;
    void paintFigures(QPainter &painter, int index) const;
    QString describe(int index) const;
    void point(int index);

    Theme &m_theme;
    FunnelReport m_report;
    int m_pointed = -1;
};

} // namespace kindling
