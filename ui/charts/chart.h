// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kindling {

struct Colors;
class Theme;

/// What all charts have in common: marks that the mouse, the arrow keys and a screen reader reach alike, a tooltip with the sentence of
/// each, its leads on a click or Enter, colours of the theme, and a picture of itself on paper. A chart says where its marks are and draws
/// them.
class Chart : public QWidget
{
    Q_OBJECT

public:
    Chart(const QString &name, Theme &theme, QWidget *parent);

    virtual int markCount() const = 0;
    /// One mark in a sentence: what it is, its figures and how sure they are.
    virtual QString sentenceOf(int mark) const = 0;
    int pointedMark() const { return m_pointed; }

    /// Draws the chart, at its present size, without focus or pointer, on white.
    void paintOnPaper(QPainter &painter);

Q_SIGNALS:
    void markChosen(int mark);
    void markReached(const QRect &area); ///< by the keyboard

protected:
    virtual QRectF areaOf(int mark) const = 0; ///< where the mouse finds it and the focus ring is drawn
    virtual void paintChart(QPainter &painter) = 0;
    virtual bool sideways() const { return false; } ///< marks stand beside each other: left and right move, not up and down

    const Colors &colors() const;
    /// To be called when the content has changed.
    void marksChanged();
    /// Writes a text into a place, cut at its end if need be.
    static void write(QPainter &painter, const QRectF &where, Qt::Alignment align, const QString &text);

    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int markAt(const QPointF &point) const;
    void point(int mark);
    bool showTip(QEvent *event);

    Theme &m_theme;
    int m_pointed = -1;
    bool m_onPaper = false;
};

} // namespace kindling
