// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

constexpr int rowHeight = 32;
constexpr int headingHeight = 30;
constexpr int axisHeight = 24;
constexpr double indent = 14; ///< of a group under its heading
constexpr double barHeight = 12;
constexpr double longestName = 220;
constexpr double nameRoom = 20; ///< around a name

} // namespace

QSize BarChart::sizeHint() const
{
    return {640, int(topOf(markCount())) + axisHeight};
}

QSize BarChart::minimumSizeHint() const
{
    return {360, sizeHint().height()};
}

QRectF BarChart::areaOf(int mark) const
{
    return QRectF(0, topOf(mark), width(), rowHeight);
}

bool BarChart::hasHeading(int mark) const
{
    const std::vector<FigureRow> &rows = figures().rows;
    return !rows[size_t(mark)].group.isEmpty() && (mark == 0 || rows[size_t(mark)].name != rows[size_t(mark) - 1].name);
}

double BarChart::topOf(int mark) const
{
    int headings = 0;
    for (int above = 0; above <= std::min(mark, markCount() - 1); ++above)
        headings += hasHeading(above);
    return mark * rowHeight + headings * headingHeight;
}

QString BarChart::nameOf(int mark) const
{
    const FigureRow &row = figures().rows[size_t(mark)];
    return row.group.isEmpty() ? row.name : row.group;
}

BarChart::Layout BarChart::layout() const
{
    const QFontMetricsF metrics(Theme::tabularFont(TextRole::Body));
    double names = 60;
    double numbers = 40;
    const QLocale locale;
    for (size_t row = 0; row < figures().rows.size(); ++row) {
        names = std::max(names, metrics.horizontalAdvance(nameOf(int(row))) + (figures().rows[row].group.isEmpty() ? 0 : indent));
        numbers = std::max(numbers, metrics.horizontalAdvance(figureText(figureOf(row), locale)));
    }
    Layout place;
    place.left = std::min({names, longestName, width() * 0.35}) + nameRoom;
    place.figures = std::min(numbers, width() * 0.4) + 8;
    place.right = std::max(place.left + 40, width() - place.figures - 16);
    return place;
}

void BarChart::paintAxis(QPainter &painter, const Layout &place, const Scale &scale) const
{
    const double bottom = topOf(markCount());
    painter.setFont(Theme::tabularFont(TextRole::Small));
    for (double value = 0; value <= scale.top * 1.0001; value += scale.step) {
        const double x = place.left + (place.right - place.left) * value / scale.top;
        painter.setPen(QPen(colors().line, 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom));
        painter.setPen(colors().third);
        painter.drawText(QRectF(x - 50, bottom + 4, 100, axisHeight - 6), Qt::AlignCenter, tickText(value));
    }
}

void BarChart::paintFigure(QPainter &painter, const Layout &place, const Scale &scale, int mark) const
{
    const Colors &c = colors();
    const FigureRow &row = figures().rows[size_t(mark)];
    const double y = areaOf(mark).center().y();
    const auto x = [&](double value) { return place.left + (place.right - place.left) * std::clamp(value / scale.top, 0.0, 1.0); };
    const std::optional<double> value = figureNumber(figureOf(size_t(mark)));
    if (!value)
        return;
    if (const auto interval = figureInterval(figureOf(size_t(mark)))) {
        painter.setPen(QPen(c.accent, 2));
        painter.drawLine(QPointF(x(interval->low), y), QPointF(x(interval->high), y));
        for (const double end : {interval->low, interval->high})
            painter.drawLine(QPointF(x(end), y - 4), QPointF(x(end), y + 4));
        painter.setPen(QPen(c.surface, 1.5));
        painter.setBrush(c.accent);
        painter.drawEllipse(QPointF(x(*value), y), 5.5, 5.5);
    } else {
        painter.setPen(row.unripe ? QPen(c.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(row.unripe ? QBrush(c.accent, Qt::BDiagPattern) : QBrush(c.accent));
        painter.drawRoundedRect(QRectF(place.left, y - barHeight / 2, std::max(*value > 0 ? 2.0 : 0.0, x(*value) - place.left), barHeight),
                                3, 3);
    }
}

void BarChart::paintHeading(QPainter &painter, int mark) const
{
    painter.setFont(Theme::tabularFont(TextRole::Strong));
    painter.setPen(colors().text);
    write(painter, QRectF(6, topOf(mark) - headingHeight + 4, width() - 12, headingHeight - 4), Qt::AlignLeft,
          figures().rows[size_t(mark)].name);
}

void BarChart::paintRow(QPainter &painter, const Layout &place, const Scale &scale, int mark) const
{
    const Colors &c = colors();
    const QRectF row = areaOf(mark);
    painter.setFont(Theme::tabularFont(TextRole::Body));
    painter.setPen(c.text);
    const double left = figures().rows[size_t(mark)].group.isEmpty() ? 6 : 6 + indent;
    write(painter, QRectF(left, row.top(), place.left - nameRoom + 8 - left, row.height()), Qt::AlignLeft, nameOf(mark));
    painter.setPen(c.second);
    write(painter, QRectF(width() - place.figures - 4, row.top(), place.figures, row.height()), Qt::AlignRight,
          figureText(figureOf(size_t(mark)), QLocale()));
    paintFigure(painter, place, scale, mark);
    const std::optional<FigureValue> was = besides(size_t(mark));
    const std::optional<double> before = was ? figureNumber(*was) : std::nullopt;
    if (!before)
        return;
    const QPointF at(place.left + (place.right - place.left) * std::clamp(*before / scale.top, 0.0, 1.0), row.center().y());
    painter.setPen(QPen(c.text, 1.5));
    painter.setBrush(c.surface);
    painter.drawPolygon(QPolygonF{at + QPointF(0, -6), at + QPointF(5, 0), at + QPointF(0, 6), at + QPointF(-5, 0)});
}

void BarChart::paintChart(QPainter &painter)
{
    if (figures().rows.empty())
        return;
    if (pointedMark() >= 0 && pointedMark() < markCount()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().hover);
        painter.drawRoundedRect(areaOf(pointedMark()).adjusted(2, 2, -2, -2), 6, 6);
    }
    const Layout place = layout();
    const Scale axis = scale();
    paintAxis(painter, place, axis);
    for (int mark = 0; mark < markCount(); ++mark) {
        if (hasHeading(mark))
            paintHeading(painter, mark);
        paintRow(painter, place, axis, mark);
    }
}

} // namespace kindling
