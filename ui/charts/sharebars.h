// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace kindling {

class Theme;

/// One bar of a list of bars.
struct ShareBar
{
    QString name;
    double share = 0; ///< of the longest bar's measure, any scale; at least 0
    QString figure; ///< "21.0 % ±1.2"
    QString sentence; ///< what the tooltip and a screen reader say
};

/// A short list of named bars with their figures. A click, or Enter on the chosen one, tells which was meant.
class ShareBars final : public QWidget
{
    Q_OBJECT

public:
    ShareBars(const QString &name, Theme &theme, QWidget *parent);

    void setBars(std::vector<ShareBar> bars);
    const std::vector<ShareBar> &bars() const { return m_bars; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {180, sizeHint().height()}; }

Q_SIGNALS:
    void barChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int barAt(const QPoint &point) const;
    void point(int index);

    Theme &m_theme;
    std::vector<ShareBar> m_bars;
    int m_pointed = -1;
};

} // namespace kindling
