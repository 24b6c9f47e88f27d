// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/vocabulary.h"

#include <QWidget>

namespace kindling {

class Theme;

/// The funnel as a row of bars, filled up to the present stage. A click or the arrow keys and Enter choose another one.
class StageBar final : public QWidget
{
    Q_OBJECT

public:
    StageBar(Theme &theme, QWidget *parent);

    void setStages(std::vector<Stage> stages, StageId present);
    QSize sizeHint() const override { return {200, 20}; }

Q_SIGNALS:
    void chosen(kindling::StageId stage);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    int at(const QPoint &point) const;
    QRectF barOf(int index) const;
    void choose(int index);

    Theme &m_theme;
    std::vector<Stage> m_stages;
    int m_present = -1;
    int m_pointed = -1;
};

} // namespace kindling
