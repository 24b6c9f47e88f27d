// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnelview.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace kindling {

namespace {

constexpr int labelWidth = 170;
constexpr int figureWidth = 120;
constexpr double narrowest = 18;

QString percent(const Rate &rate, const QLocale &locale)
{
    const std::optional<double> share = rate.share();
    if (!share)
        return {};
    const double value = *share * 100;
    return locale.toString(value, 'f', value >= 99.95 || value == 0 ? 0 : 1) + QStringLiteral(" %");
}

} // namespace

FunnelView::FunnelView(Theme &theme, QWidget *parent)
    : Chart(tr("Funnel"), theme, parent)
{
}

void FunnelView::setReport(const FunnelReport &report, const std::optional<FunnelReport> &before)
{
    m_report = report;
    m_before = before;
    marksChanged();
}

QSize FunnelView::sizeHint() const
{
    return {700, std::max(240, int(m_report.steps.size()) * 72)};
}

QRectF FunnelView::areaOf(int mark) const
{
    const double height = std::min(84.0, double(this->height()) / double(std::max<size_t>(m_report.steps.size(), 1)));
    return {0, mark * height, double(width()), height};
}

double FunnelView::widthOf(qint64 count) const
{
    qint64 most = 1;
    for (const FunnelStep &step : m_report.steps)
        most = std::max(most, step.count);
    for (int i = 0; m_before && i < markCount(); ++i)
        most = std::max(most, before(i) ? before(i)->count : 0);
    const double room = width() - labelWidth - figureWidth - 24;
    return count == 0 ? 2 : std::max(narrowest, room * double(count) / double(most));
}

void FunnelView::paintStep(QPainter &painter, int index) const
{
    const Colors &c = colors();
    const FunnelStep &step = m_report.steps[size_t(index)];
    const QRectF row = areaOf(index).adjusted(0, 0, 0, -6);
    const double centre = labelWidth + (width() - labelWidth - figureWidth) / 2.0;
    const bool cohort = m_report.query.basis == FunnelQuery::Basis::Cohort;
    const bool last = index + 1 == markCount();
    const auto shape = [&](double top, double bottom) {
        QPainterPath path;
        path.moveTo(centre - top, row.top());
        path.lineTo(centre + top, row.top());
        path.lineTo(centre + bottom, row.bottom());
        path.lineTo(centre - bottom, row.bottom());
        path.closeSubpath();
        return path;
    };
    const double top = widthOf(step.count) / 2;
    const double bottom = cohort && !last ? widthOf(m_report.steps[size_t(index) + 1].count) / 2 : top * (cohort ? 0.94 : 1);
    QColor fill = c.accent;
    fill.setAlphaF(float(1.0 - 0.09 * std::min(index, 5)));
    painter.setPen(index == pointedMark() ? QPen(c.text, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    const QPainterPath whole = shape(top, bottom);
    painter.drawPath(whole);
    if (step.unripe > 0 && step.count > 0) { // at both rims: the share that is too young
        const double ripe = double(step.count - step.unripe) / double(step.count);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.surface);
        const QPainterPath young = whole.subtracted(shape(top * ripe, bottom * ripe));
        painter.drawPath(young);
        painter.setBrush(QBrush(c.accent, Qt::BDiagPattern));
        painter.drawPath(young);
    }
    const QString count = QLocale().toString(step.count);
    const QFont font = Theme::tabularFont(TextRole::Strong);
    const double textWidth = QFontMetricsF(font).horizontalAdvance(count);
    const bool inside = std::min(top, bottom) * 2 > textWidth + 16 && step.unripe * 2 < step.count;
    painter.setFont(font);
    painter.setPen(inside ? c.onAccent : c.text);
    const QRectF place = inside ? QRectF(centre - top, row.top(), 2 * top, row.height())
                                : QRectF(centre + std::max(top, bottom) + 8, row.top(), textWidth + 4, row.height());
    painter.drawText(place, Qt::AlignCenter, count);
}

/// The same stage in the period that is compared with; null without one.
const FunnelStep *FunnelView::before(int index) const
{
    if (!m_before)
        return nullptr;
    const StageId stage = m_report.steps[size_t(index)].stage.id;
    const auto found =
        std::find_if(m_before->steps.begin(), m_before->steps.end(), [stage](const FunnelStep &s) { return s.stage.id == stage; });
    return found == m_before->steps.end() ? nullptr : &*found;
}

/// A diamond at each rim where the stage reached before.
void FunnelView::paintBefore(QPainter &painter, int index) const
{
    const FunnelStep *step = before(index);
    if (!step)
        return;
    constexpr double half = 5;
    const double centre = labelWidth + (width() - labelWidth - figureWidth) / 2.0;
    const double middle = areaOf(index).adjusted(0, 0, 0, -6).center().y();
    painter.setPen(QPen(colors().text, 1.5));
    painter.setBrush(colors().surface);
    for (const double side : {-1.0, 1.0}) {
        const QPointF at(centre + side * widthOf(step->count) / 2, middle);
        painter.drawPolygon(QPolygonF{at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)});
    }
}

void FunnelView::paintFigures(QPainter &painter, int index) const
{
    const Colors &c = colors();
    const QLocale locale;
    const FunnelStep &step = m_report.steps[size_t(index)];
    const QRectF row = areaOf(index).adjusted(0, 0, 0, -6);
    const auto line = [&](const QRectF &where, Qt::Alignment align, TextRole role, const QColor &color, const QString &text) {
        painter.setFont(Theme::tabularFont(role));
        painter.setPen(color);
        write(painter, where, align, text);
    };
    const double middle = row.center().y();
    const QRectF left(0, middle - 19, labelWidth - 8, 19);
    line(left, Qt::AlignLeft, TextRole::Strong, c.text, step.stage.name);
    const bool events = m_report.query.basis == FunnelQuery::Basis::Events;
    const QString share = step.ofFirst.n > 0 ? tr("%1 of all").arg(percent(step.ofFirst, locale))
        : step.unripe > 0                    ? tr("too young")
                                             : QString();
    line(left.translated(0, 19), Qt::AlignLeft, TextRole::Small, c.third, events ? tr("came here") : share);
    if (step.ofPrevious.n == 0)
        return;
    const bool leak = m_report.leak == index;
    const QRectF right(width() - figureWidth, middle - 19, figureWidth, 19);
    line(right, Qt::AlignRight, TextRole::Strong, leak ? c.late : c.text, percent(step.ofPrevious, locale));
    line(right.translated(0, 19), Qt::AlignRight, TextRole::Small, c.third,
         tr("%1–%2 % of above")
             .arg(locale.toString(step.ofPrevious.low * 100, 'f', 0), locale.toString(step.ofPrevious.high * 100, 'f', 0)));
}

void FunnelView::paintChart(QPainter &painter)
{
    for (int i = 0; i < markCount(); ++i) {
        paintStep(painter, i);
        paintBefore(painter, i);
        paintFigures(painter, i);
    }
}

QString FunnelView::sentenceOf(int mark) const
{
    const QLocale locale;
    const FunnelStep &step = m_report.steps[size_t(mark)];
    const bool events = m_report.query.basis == FunnelQuery::Basis::Events;
    QString text = (events ? tr("%1: %2 leads came here") : tr("%1: %2 leads")).arg(step.stage.name, locale.toString(step.count));
    if (!events && step.ofFirst.n > 0)
        text += tr(", %1 of all").arg(percent(step.ofFirst, locale));
    if (step.ofPrevious.n > 0) {
        text += tr(", %1 of the one above (%2 to %3)")
                    .arg(percent(step.ofPrevious, locale), locale.toString(step.ofPrevious.low * 100, 'f', 1),
                         locale.toString(step.ofPrevious.high * 100, 'f', 1) + QStringLiteral(" %"));
    }
    if (const FunnelStep *earlier = before(mark))
        text += tr(", before %1").arg(locale.toString(earlier->count));
    if (step.unripe > 0)
        text += tr(", %1 too young to be judged").arg(locale.toString(step.unripe));
    if (!step.back.empty())
        text += tr(", %1 moves back from here").arg(locale.toString(qint64(step.back.size())));
    if (!step.value.parts().empty())
        text += tr(", worth %1").arg(step.value.display(locale, {}));
    if (!step.weighted.parts().empty())
        text += tr(", weighted %1").arg(step.weighted.display(locale, {}));
    return text;
}

} // namespace kindling
