// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sharebars.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace kindling {

namespace {

constexpr int rowHeight = 30;
constexpr int barHeight = 8;

} // namespace

ShareBars::ShareBars(const QString &name, Theme &theme, QWidget *parent)
    : Chart(name, theme, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareBars::setBars(std::vector<ShareBar> bars)
{
    m_bars = std::move(bars);
    marksChanged();
}

QRectF ShareBars::areaOf(int mark) const
{
    return QRectF(0, mark * rowHeight, width(), rowHeight);
}

QSize ShareBars::sizeHint() const
{
    return {260, std::max(1, int(m_bars.size())) * rowHeight};
}

void ShareBars::paintChart(QPainter &painter)
{
    const Colors &c = colors();
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
        if (i == pointedMark() && !hasFocus()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(c.hover);
            painter.drawRoundedRect(QRectF(row).adjusted(-3, 2, 3, -2).intersected(QRectF(rect())), 6, 6);
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

} // namespace kindling
