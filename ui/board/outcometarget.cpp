// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/outcometarget.h"

#include "ui/board/cardlistmodel.h"
#include "ui/theme/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

namespace kindling {

OutcomeTarget::OutcomeTarget(Outcome outcome, Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_outcome(outcome)
    , m_theme(theme)
{
    setAcceptDrops(true);
    setFixedHeight(52);
    setAccessibleName(labelOf(outcome));
}

void OutcomeTarget::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(QLatin1String(CardListModel::mimeType)))
        return;
    m_over = true;
    update();
    event->acceptProposedAction();
}

void OutcomeTarget::dragLeaveEvent(QDragLeaveEvent *)
{
    m_over = false;
    update();
}

void OutcomeTarget::dropEvent(QDropEvent *event)
{
    m_over = false;
    update();
    event->acceptProposedAction();
    Q_EMIT dropped(CardListModel::leadsOf(event->mimeData()));
}

void OutcomeTarget::paintEvent(QPaintEvent *)
{
    const QColor color = m_outcome == Outcome::Won ? m_theme.colors().won : m_theme.colors().late;
    QColor ground = color;
    ground.setAlpha(m_over ? 70 : 28);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, m_over ? 2 : 1, Qt::DashLine));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
    painter.setPen(color);
    painter.setFont(Theme::font(TextRole::Strong));
    painter.drawText(rect(), Qt::AlignCenter, labelOf(m_outcome));
}

} // namespace kindling
