// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sharebars.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace kindling {

namespace {

constexpr int rowHeight = 30;
constexpr int barHeight = 8;

} // namespace

ShareBars::ShareBars(const QString &name, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ShareBars::setBars(std::vector<ShareBar> bars)
{
    m_bars = std::move(bars);
    m_pointed = -1;
    QStringList sentences;
    for (const ShareBar &bar : m_bars)
        sentences += bar.sentence;
    setAccessibleDescription(sentences.join(u'\n'));
    updateGeometry();
    update();
}

QSize ShareBars::sizeHint() const
{
    return {260, std::max(1, int(m_bars.size())) * rowHeight};
}

void ShareBars::paintEvent(QPaintEvent *)
{
    const Colors &c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = Theme::tabularFont(TextRole::Body);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int figureWidth = 0;
    double longest = 0;
    for (const ShareBar &bar : m_bars) {
        figureWidth = std::max(figureWidth, metrics.horizontalAdvance(bar.figure));
        longest = std::max(longest, bar.share);
    }
    const int nameWidth = std::min(130, (width() - figureWidth) / 2);
    const int room = std::max(24, width() - nameWidth - figureWidth - 24);
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const ShareBar &bar = m_bars[size_t(i)];
        const QRect row(0, i * rowHeight, width(), rowHeight);
        if (i == m_pointed) {
            painter.setPen(hasFocus() ? QPen(c.accent, 2) : QPen(Qt::NoPen));
            painter.setBrush(c.hover);
            painter.drawRoundedRect(QRectF(row).adjusted(-3, 2, 3, -2).intersected(QRectF(rect()).adjusted(1, 1, -1, -1)), 6, 6);
        }
        painter.setPen(c.text);
        painter.drawText(row.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(bar.name, Qt::ElideRight, nameWidth - 8));
        const QRectF track(nameWidth, row.top() + (row.height() - barHeight) / 2.0 + 0.5, room, barHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.sunken);
        painter.drawRoundedRect(track, barHeight / 2.0, barHeight / 2.0);
        if (bar.share > 0 && longest > 0) {
            painter.setBrush(c.accent);
            const double length = std::max(double(barHeight), track.width() * bar.share / longest);
            painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(length, barHeight)), barHeight / 2.0, barHeight / 2.0);
        }
        painter.setPen(c.second);
        painter.drawText(row.adjusted(0, 0, -2, 0), Qt::AlignRight | Qt::AlignVCenter, bar.figure);
    }
}

int ShareBars::barAt(const QPoint &point) const
{
    const int index = point.y() / rowHeight;
    return point.y() >= 0 && index < int(m_bars.size()) ? index : -1;
}

void ShareBars::point(int index)
{
    m_pointed = index;
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void ShareBars::mouseMoveEvent(QMouseEvent *event)
{
    point(barAt(event->pos()));
}

void ShareBars::leaveEvent(QEvent *)
{
    if (!hasFocus())
        point(-1);
}

void ShareBars::mouseReleaseEvent(QMouseEvent *event)
{
    if (const int index = barAt(event->pos()); event->button() == Qt::LeftButton && index >= 0)
        Q_EMIT barChosen(index);
}

void ShareBars::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_bars.size()) - 1;
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        point(std::clamp(m_pointed + (event->key() == Qt::Key_Down ? 1 : -1), 0, std::max(last, 0)));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_pointed >= 0 && m_pointed <= last)
        Q_EMIT barChosen(m_pointed);
    else
        QWidget::keyPressEvent(event);
}

bool ShareBars::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int index = barAt(help->pos()); index >= 0)
            QToolTip::showText(help->globalPos(), m_bars[size_t(index)].sentence.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace kindling
