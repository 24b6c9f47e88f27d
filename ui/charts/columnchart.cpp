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
constexpr double stripName = 34; ///< above each strip, where there are several
constexpr int lowestStrip = 92;
constexpr double apart = 30; ///< lines of the axis that are nearer than this leave out every other one

} // namespace

QSize ColumnChart::sizeHint() const
{
    return {700, std::max(320, minimumSizeHint().height())};
}

QSize ColumnChart::minimumSizeHint() const
{
    return {420, strips() == 1 ? 160 : strips() * lowestStrip + int(namesHeight)};
}

int ColumnChart::strips() const
{
    const std::vector<FigureRow> &rows = figures().rows;
    if (rows.empty() || rows.front().group.isEmpty())
        return 1;
    return int(std::count_if(rows.begin(), rows.end(), [&](const FigureRow &row) { return row.name == rows.front().name; }));
}

int ColumnChart::months() const
{
    return std::max(1, markCount() / strips());
}

size_t ColumnChart::rowOf(int mark) const
{
    return size_t(mark % months()) * size_t(strips()) + size_t(mark / months());
}

QRectF ColumnChart::plot(int strip) const
{
    const double above = strips() == 1 ? 10 : stripName;
    const double whole = (height() - namesHeight) / strips();
    return QRectF(axisWidth, strip * whole + above, std::max(40.0, width() - axisWidth - 8), std::max(40.0, whole - above));
}

QRectF ColumnChart::areaOf(int mark) const
{
    const QRectF place = plot(mark / months());
    const double step = place.width() / months();
    const double x = place.left() + mark % months() * step;
    return strips() == 1 ? QRectF(x, 0, step, height()) : QRectF(x, place.top() - 4, step, place.height() + 4);
}

void ColumnChart::paintAxis(QPainter &painter, const Scale &scale, int strip) const
{
    const QRectF place = plot(strip);
    if (strips() > 1) {
        painter.setFont(Theme::tabularFont(TextRole::SmallStrong));
        painter.setPen(colors().text);
        write(painter, QRectF(place.left(), place.top() - 24, place.width(), 18), Qt::AlignLeft,
              figures().rows[rowOf(strip * months())].group);
    }
    painter.setFont(Theme::tabularFont(TextRole::Small));
    const bool crowded = place.height() * scale.step / scale.top < apart && strips() > 1;
    const double step = crowded ? scale.top : scale.step;
    for (double value = 0; value <= scale.top * 1.0001; value += step) {
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
    const QRectF place = plot(mark / months());
    const QRectF area = areaOf(mark);
    const size_t row = rowOf(mark);
    const std::optional<double> value = figureNumber(figureOf(row));
    if (!value)
        return;
    const auto y = [&](double v) { return place.bottom() - place.height() * std::clamp(v / scale.top, 0.0, 1.0); };
    const bool unripe = figures().rows[row].unripe;
    const double x = area.center().x();
    if (const auto interval = figureInterval(figureOf(row))) {
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
    const QRectF lowest = plot(strips() - 1);
    const double step = lowest.width() / months();
    const int every = std::max(1, int((longest + 12) / step) + (longest + 12 > step ? 1 : 0));
    for (int month = (months() - 1) % every; month < months(); month += every) {
        const double x = std::min(areaOf(month).center().x(), width() - longest / 2 - 2);
        painter.drawText(QRectF(x - longest, lowest.bottom() + 5, 2 * longest, namesHeight - 8), Qt::AlignCenter,
                         figures().rows[rowOf(month)].name);
    }
}

void ColumnChart::paintChart(QPainter &painter)
{
    if (figures().rows.empty())
        return;
    if (pointedMark() >= 0 && pointedMark() < markCount()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().hover);
        painter.drawRect(areaOf(pointedMark()).intersected(plot(pointedMark() / months())));
    }
    const Scale axis = scale();
    for (int strip = 0; strip < strips(); ++strip)
        paintAxis(painter, axis, strip);
    for (int mark = 0; mark < markCount(); ++mark)
        paintColumn(painter, axis, mark);
    paintNames(painter);
}

} // namespace kindling
