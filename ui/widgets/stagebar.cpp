// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stagebar.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace kindling {

StageBar::StageBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Stage"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFixedHeight(20);
    setCursor(Qt::PointingHandCursor);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StageBar::setStages(std::vector<Stage> stages, StageId present)
{
    m_stages = std::move(stages);
    m_present = -1;
    for (size_t i = 0; i < m_stages.size(); ++i) {
        if (m_stages[i].id == present)
            m_present = int(i);
    }
    m_pointed = -1;
    setAccessibleDescription(m_present >= 0 ? m_stages[size_t(m_present)].name : QString());
    update();
}

QRectF StageBar::barOf(int index) const
{
    const double count = double(m_stages.size());
    const double width = (this->width() - 3 * (count - 1)) / count;
    return {index * (width + 3), height() / 2.0 - 3, width, 6};
}

int StageBar::at(const QPoint &point) const
{
    for (int i = 0; i < int(m_stages.size()); ++i) {
        if (point.x() <= barOf(i).right() + 1.5)
            return i;
    }
    return -1;
}

void StageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Colors &c = m_theme.colors();
    for (int i = 0; i < int(m_stages.size()); ++i) {
        painter.setBrush(i <= m_present ? c.accent : c.line);
        if (i == m_pointed)
            painter.setBrush(i <= m_present ? c.accent.lighter(115) : c.strongLine);
        painter.drawRoundedRect(barOf(i), 3, 3);
    }
    if (hasFocus() && !m_stages.empty()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.accent, 2));
        painter.drawRoundedRect(barOf(m_pointed >= 0 ? m_pointed : std::max(m_present, 0)).adjusted(-1, -4, 1, 4), 5, 5);
    }
}

void StageBar::choose(int index)
{
    if (index >= 0 && index < int(m_stages.size()) && index != m_present)
        Q_EMIT chosen(m_stages[size_t(index)].id);
}

void StageBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(at(event->pos()));
}

void StageBar::mouseMoveEvent(QMouseEvent *event)
{
    m_pointed = at(event->pos());
    update();
}

void StageBar::leaveEvent(QEvent *)
{
    m_pointed = -1;
    update();
}

void StageBar::focusInEvent(QFocusEvent *event)
{
    m_pointed = m_present;
    QWidget::focusInEvent(event);
}

void StageBar::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_stages.size()) - 1;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        m_pointed = std::clamp(m_pointed + (event->key() == Qt::Key_Right ? 1 : -1), 0, std::max(last, 0));
        setAccessibleDescription(last >= 0 ? m_stages[size_t(m_pointed)].name : QString());
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        choose(m_pointed);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool StageBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = at(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), m_stages[size_t(index)].name.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace kindling
