// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include "ui/theme/papercolors.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace kindling {

Chart::Chart(const QString &name, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

const Colors &Chart::colors() const
{
    return m_onPaper ? paperColors() : m_theme.colors();
}

void Chart::marksChanged()
{
    m_pointed = -1;
    QStringList sentences;
    for (int mark = 0; mark < markCount(); ++mark)
        sentences += sentenceOf(mark);
    setAccessibleDescription(sentences.join(u'\n'));
    updateGeometry();
    update();
}

void Chart::write(QPainter &painter, const QRectF &where, Qt::Alignment align, const QString &text)
{
    painter.drawText(where, int(align | Qt::AlignVCenter | Qt::TextSingleLine),
                     QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, where.width()));
}

void Chart::paintOnPaper(QPainter &painter)
{
    const int pointed = std::exchange(m_pointed, -1);
    m_onPaper = true;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colors().surface);
    paintChart(painter);
    m_onPaper = false;
    m_pointed = pointed;
}

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus() && m_pointed >= 0 && m_pointed < markCount()) {
        painter.setPen(QPen(colors().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(areaOf(m_pointed).intersected(QRectF(rect())).adjusted(1, 1, -1, -1), 6, 6);
    }
    paintChart(painter);
}

int Chart::markAt(const QPointF &point) const
{
    for (int mark = 0; mark < markCount(); ++mark) {
        if (areaOf(mark).contains(point))
            return mark;
    }
    return -1;
}

void Chart::point(int mark)
{
    if (mark == m_pointed)
        return;
    m_pointed = mark;
    setCursor(mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    point(markAt(event->position()));
}

void Chart::leaveEvent(QEvent *)
{
    if (!hasFocus())
        point(-1);
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    if (const int mark = markAt(event->position()); event->button() == Qt::LeftButton && mark >= 0)
        Q_EMIT markChosen(mark);
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    const int last = markCount() - 1;
    const int before = m_pointed;
    const int forwards = sideways() ? Qt::Key_Right : Qt::Key_Down;
    const int backwards = sideways() ? Qt::Key_Left : Qt::Key_Up;
    if (last >= 0 && (event->key() == forwards || event->key() == backwards))
        point(std::clamp(m_pointed + (event->key() == forwards ? 1 : -1), 0, last));
    else if (last >= 0 && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End))
        point(event->key() == Qt::Key_Home ? 0 : last);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_pointed >= 0 && m_pointed <= last)
        Q_EMIT markChosen(m_pointed);
    else
        QWidget::keyPressEvent(event);
    if (m_pointed != before && m_pointed >= 0)
        Q_EMIT markReached(areaOf(m_pointed).toAlignedRect());
}

bool Chart::showTip(QEvent *event)
{
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const int mark = markAt(help->pos()); mark >= 0)
        QToolTip::showText(help->globalPos(), sentenceOf(mark).toHtmlEscaped(), this);
    else
        QToolTip::hideText();
    return true;
}

bool Chart::event(QEvent *event)
{
    return event->type() == QEvent::ToolTip ? showTip(event) : QWidget::event(event);
}

} // namespace kindling
