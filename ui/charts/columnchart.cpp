// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/columnchart.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace kindling {

namespace {

constexpr double axisWidth = 64;
constexpr double namesHeight = 26;
constexpr double widest = 44;

} // namespace

QRectF ColumnChart::plot() const
{
    return QRectF(axisWidth, 10, std::max(40.0, width() - axisWidth - 8), std::max(40.0, height() - namesHeight - 10));
}

QRectF ColumnChart::areaOf(int mark) const
{
    const QRectF place = plot();
    const double step = place.width() / std::max(1, markCount());
    return QRectF(place.left() + mark * step, 0, step, height());
}

void ColumnChart::paintAxis(QPainter &painter, const Scale &scale) const
{
    const QRectF place = plot();
    painter.setFont(Theme::tabularFont(TextRole::Small));
    for (double value = 0; value <= scale.top * 1.0001; value += scale.step) {
        const double y = place.bottom() - place.height() * value / scale.top;
        painter.setPen(QPen(value == 0 ? colors().strongLine : colors().line, 1));
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
        painter.setPen(colors().third);
        painter.drawText(QRectF(0, y - 9, axisWidth - 10, 18), int(Qt::AlignRight | Qt::AlignVCenter), tickText(value));
    }
}

void ColumnChart::paintColumn(QPainter &painter, const Scale &scale, int mark) const
{
    const Colors &c = colors();
    const QRectF place = plot();
    const QRectF area = areaOf(mark);
    const std::optional<double> value = figureNumber(figureOf(size_t(mark)));
    if (!value)
        return;
    const auto y = [&](double v) { return place.bottom() - place.height() * std::clamp(v / scale.top, 0.0, 1.0); };
    const bool unripe = figures().rows[size_t(mark)].unripe;
    const double x = area.center().x();
    if (const auto interval = figureInterval(figureOf(size_t(mark)))) {
        painter.setPen(QPen(c.accent, 2, unripe ? Qt::DotLine : Qt::SolidLine));
        painter.drawLine(QPointF(x, y(interval->low)), QPointF(x, y(interval->high)));
        painter.setPen(QPen(unripe ? c.accent : c.surface, 1.5));
        painter.setBrush(unripe ? c.surface : c.accent);
        painter.drawEllipse(QPointF(x, y(*value)), 5, 5);
        return;
    }
    const double half = std::min(widest, area.width() * 0.68) / 2;
    painter.setPen(unripe ? QPen(c.accent, 1) : QPen(Qt::NoPen));
    painter.setBrush(unripe ? QBrush(c.accent, Qt::BDiagPattern) : QBrush(c.accent));
    painter.drawRect(QRectF(x - half, y(*value), 2 * half, place.bottom() - y(*value)));
}

/// As many names as fit without touching.
void ColumnChart::paintNames(QPainter &painter) const
{
    painter.setFont(Theme::tabularFont(TextRole::Small));
    painter.setPen(colors().third);
    const QFontMetricsF metrics(painter.font());
    double longest = 1;
    for (const FigureRow &row : figures().rows)
        longest = std::max(longest, metrics.horizontalAdvance(row.name));
    const double step = plot().width() / std::max(1, markCount());
    const int every = std::max(1, int((longest + 12) / step) + (longest + 12 > step ? 1 : 0));
    for (int mark = (markCount() - 1) % every; mark < markCount(); mark += every) {
        const double x = std::min(areaOf(mark).center().x(), width() - longest / 2 - 2);
        painter.drawText(QRectF(x - longest, plot().bottom() + 5, 2 * longest, namesHeight - 8), Qt::AlignCenter,
                         figures().rows[size_t(mark)].name);
    }
}

void ColumnChart::paintChart(QPainter &painter)
{
    if (figures().rows.empty())
        return;
    if (pointedMark() >= 0 && pointedMark() < markCount()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().hover);
        painter.drawRect(areaOf(pointedMark()).intersected(plot()));
    }
    const Scale axis = scale();
    paintAxis(painter, axis);
    for (int mark = 0; mark < markCount(); ++mark)
        paintColumn(painter, axis, mark);
    paintNames(painter);
}

} // namespace kindling
