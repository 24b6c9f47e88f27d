// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvechart.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

constexpr double valuesWidth = 56;
constexpr double namesWidth = 170;
constexpr double footHeight = 44;
constexpr double nameHeight = 20;
constexpr double longestShown = 730; ///< days; what took longer is in the table

Qt::PenStyle dashes(int mark)
{
    constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
    return styles[size_t(mark) % styles.size()];
}

} // namespace

QColor CurveChart::colorOf(int mark) const
{
    const Colors &c = colors();
    const std::array shades{c.accent, c.cold, c.hot, c.warm, c.second};
    return shades[size_t(mark) % shades.size()];
}

CurveChart::Axes CurveChart::axes() const
{
    Axes made;
    made.plot = QRectF(valuesWidth, 10, std::max(80.0, width() - valuesWidth - namesWidth), std::max(60.0, height() - footHeight - 10));
    double lastEvent = 30;
    double largest = 0;
    for (const FigureCurve &curve : figures().curves) {
        for (const SurvivalStep &step : curve.curve.steps) {
            if (step.events > 0 && step.time <= longestShown) {
                lastEvent = std::max(lastEvent, step.time);
                largest = std::max(largest, 1 - step.survival);
            }
        }
    }
    made.days = lastEvent * 1.05;
    made.shares = scaleFor(std::min(1.0, largest * 1.15), true);
    return made;
}

QPointF CurveChart::at(const Axes &axes, double day, double share) const
{
    return {axes.plot.left() + axes.plot.width() * std::min(day / axes.days, 1.0),
            axes.plot.bottom() - axes.plot.height() * std::min(share / axes.shares.top, 1.0)};
}

void CurveChart::paintAxes(QPainter &painter, const Axes &axes) const
{
    painter.setFont(Theme::tabularFont(TextRole::Small));
    const QLocale locale;
    for (double share = 0; share <= axes.shares.top * 1.0001; share += axes.shares.step) {
        const double y = at(axes, 0, share).y();
        painter.setPen(QPen(share == 0 ? colors().strongLine : colors().line, 1));
        painter.drawLine(QPointF(axes.plot.left(), y), QPointF(axes.plot.right(), y));
        painter.setPen(colors().third);
        painter.drawText(QRectF(0, y - 9, valuesWidth - 8, 18), int(Qt::AlignRight | Qt::AlignVCenter),
                         tr("%1 %").arg(locale.toString(share * 100, 'f', axes.shares.step < 0.01 ? 1 : 0)));
    }
    const Scale days = scaleFor(axes.days, false);
    for (double day = 0; day <= axes.days; day += days.step) {
        const double x = at(axes, day, 0).x();
        painter.setPen(QPen(colors().strongLine, 1));
        painter.drawLine(QPointF(x, axes.plot.bottom()), QPointF(x, axes.plot.bottom() + 4));
        painter.setPen(colors().third);
        painter.drawText(QRectF(x - 40, axes.plot.bottom() + 5, 80, 16), Qt::AlignCenter, locale.toString(day, 'f', 0));
    }
    painter.drawText(QRectF(axes.plot.left(), axes.plot.bottom() + 22, axes.plot.width(), 18), Qt::AlignCenter, tr("days since coming in"));
}

void CurveChart::paintBand(QPainter &painter, const Axes &axes, int mark) const
{
    QPainterPath upper;
    std::vector<QPointF> lower;
    upper.moveTo(at(axes, 0, 0));
    double high = 0;
    double low = 0;
    const auto stepTo = [&](double day, double nextLow, double nextHigh) {
        upper.lineTo(at(axes, day, high));
        upper.lineTo(at(axes, day, nextHigh));
        lower.push_back(at(axes, day, low));
        lower.push_back(at(axes, day, nextLow));
        low = nextLow;
        high = nextHigh;
    };
    for (const SurvivalStep &step : figures().curves[size_t(mark)].curve.steps) {
        if (step.time > axes.days)
            break;
        if (step.interval)
            stepTo(step.time, 1 - step.interval->high, 1 - step.interval->low);
    }
    stepTo(axes.days, low, high);
    for (auto point = lower.rbegin(); point != lower.rend(); ++point)
        upper.lineTo(*point);
    QColor shade = colorOf(mark);
    shade.setAlphaF(0.16F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawPath(upper);
}

/// Where the names stand: at the ends of their curves, moved apart where they would touch.
std::vector<double> CurveChart::nameHeights(const Axes &axes) const
{
    std::vector<std::pair<double, size_t>> wanted;
    for (size_t i = 0; i < figures().curves.size(); ++i)
        wanted.push_back({at(axes, axes.days, figures().curves[i].curve.shareBy(axes.days)).y(), i});
    std::sort(wanted.begin(), wanted.end());
    std::vector<double> heights(wanted.size());
    double next = 0;
    for (const auto &[y, which] : wanted) {
        next = std::max(next, y - nameHeight / 2);
        heights[which] = next;
        next += nameHeight;
    }
    double limit = height() - footHeight + nameHeight;
    for (auto place = wanted.rbegin(); place != wanted.rend(); ++place) { // back up from the lower edge
        limit -= nameHeight;
        heights[place->second] = std::min(heights[place->second], limit);
        limit = heights[place->second];
    }
    return heights;
}

QRectF CurveChart::areaOf(int mark) const
{
    const Axes place = axes();
    return QRectF(place.plot.right() + 4, nameHeights(place)[size_t(mark)], width() - place.plot.right() - 6, nameHeight);
}

void CurveChart::paintCurve(QPainter &painter, const Axes &axes, int mark) const
{
    const FigureCurve &shown = figures().curves[size_t(mark)];
    QPainterPath path;
    path.moveTo(at(axes, 0, 0));
    double share = 0;
    for (const SurvivalStep &step : shown.curve.steps) {
        if (step.time > axes.days)
            break;
        if (step.events == 0)
            continue;
        path.lineTo(at(axes, step.time, share));
        share = 1 - step.survival;
        path.lineTo(at(axes, step.time, share));
    }
    path.lineTo(at(axes, std::min(axes.days, shown.curve.steps.empty() ? 0 : shown.curve.steps.back().time), share));
    const bool pointed = mark == pointedMark();
    painter.setPen(QPen(colorOf(mark), pointed ? 3 : 2, dashes(mark), Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    const QRectF name = areaOf(mark);
    painter.drawLine(QPointF(name.left() + 4, name.center().y()), QPointF(name.left() + 30, name.center().y()));
    painter.setFont(Theme::tabularFont(pointed ? TextRole::SmallStrong : TextRole::Small));
    painter.setPen(colors().text);
    write(painter, name.adjusted(36, 0, -2, 0), Qt::AlignLeft, figures().rows[shown.row].name);
}

void CurveChart::paintChart(QPainter &painter)
{
    if (figures().curves.empty())
        return;
    const Axes place = axes();
    paintAxes(painter, place);
    paintBand(painter, place, std::max(0, std::min(pointedMark(), markCount() - 1)));
    for (int mark = 0; mark < markCount(); ++mark)
        paintCurve(painter, place, mark);
}

} // namespace kindling
