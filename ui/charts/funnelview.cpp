// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnelview.h"

#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

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
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Funnel"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FunnelView::setReport(const FunnelReport &report)
{
    m_report = report;
    m_pointed = -1;
    QStringList sentences;
    for (int i = 0; i < int(report.steps.size()); ++i)
        sentences += describe(i);
    setAccessibleDescription(sentences.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QSize FunnelView::sizeHint() const
{
    return {700, std::max(240, int(m_report.steps.size()) * 72)};
}

QRectF FunnelView::rowOf(int index) const
{
    const double height = std::min(84.0, double(this->height()) / double(std::max<size_t>(m_report.steps.size(), 1)));
    return {0, index * height, double(width()), height};
}

double FunnelView::widthOf(int index) const
{
    qint64 most = 1;
    for (const FunnelStep &step : m_report.steps)
        most = std::max(most, step.count);
    const double room = width() - labelWidth - figureWidth - 24;
    const qint64 count = m_report.steps[size_t(index)].count;
    return count == 0 ? 2 : std::max(narrowest, room * double(count) / double(most));
}

void FunnelView::paintStep(QPainter &painter, int index) const
{
    const Colors &c = m_theme.colors();
    const QRectF row = rowOf(index).adjusted(0, 0, 0, -6);
    const double centre = labelWidth + (width() - labelWidth - figureWidth) / 2.0;
    const bool cohort = m_report.query.basis == FunnelQuery::Basis::Cohort;
    const bool last = index + 1 == int(m_report.steps.size());
    const double top = widthOf(index) / 2;
    const double bottom = cohort && !last ? widthOf(index + 1) / 2 : top * (cohort ? 0.94 : 1);
    QPainterPath shape;
    shape.moveTo(centre - top, row.top());
    shape.lineTo(centre + top, row.top());
    shape.lineTo(centre + bottom, row.bottom());
    shape.lineTo(centre - bottom, row.bottom());
    shape.closeSubpath();
    QColor fill = c.accent;
    fill.setAlphaF(float(1.0 - 0.09 * std::min(index, 5)));
    painter.setPen(index == m_pointed ? QPen(c.text, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawPath(shape);

    const QString count = QLocale().toString(m_report.steps[size_t(index)].count);
    const QFont font = Theme::tabularFont(TextRole::Strong);
    const double textWidth = QFontMetricsF(font).horizontalAdvance(count);
    const bool inside = std::min(top, bottom) * 2 > textWidth + 16;
    painter.setFont(font);
    painter.setPen(inside ? c.onAccent : c.text);
    const QRectF place = inside ? QRectF(centre - top, row.top(), 2 * top, row.height())
                                : QRectF(centre + std::max(top, bottom) + 8, row.top(), textWidth + 4, row.height());
    painter.drawText(place, Qt::AlignCenter, count);
}

void FunnelView::paintFigures(QPainter &painter, int index) const
{
    const Colors &c = m_theme.colors();
    const QLocale locale;
    const FunnelStep &step = m_report.steps[size_t(index)];
    const QRectF row = rowOf(index).adjusted(0, 0, 0, -6);
    const auto write = [&](QRectF where, Qt::Alignment align, TextRole role, const QColor &color, const QString &text) {
        const QFont font = Theme::tabularFont(role);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(where, int(align | Qt::AlignVCenter), QFontMetricsF(font).elidedText(text, Qt::ElideRight, where.width()));
    };
    const double middle = row.center().y();
    const QRectF left(0, middle - 19, labelWidth - 8, 19);
    write(left, Qt::AlignLeft, TextRole::Strong, c.text, step.stage.name);
    write(left.translated(0, 19), Qt::AlignLeft, TextRole::Small, c.third, tr("%1 of all").arg(percent(step.ofFirst, locale)));
    if (step.ofPrevious.n == 0)
        return;
    const bool leak = m_report.leak == index;
    const QRectF right(width() - figureWidth, middle - 19, figureWidth, 19);
    write(right, Qt::AlignRight, TextRole::Strong, leak ? c.late : c.text, percent(step.ofPrevious, locale));
    write(right.translated(0, 19), Qt::AlignRight, TextRole::Small, c.third, tr("of the one above"));
}

void FunnelView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < int(m_report.steps.size()); ++i) {
        if (hasFocus() && i == m_pointed) {
            painter.setPen(QPen(m_theme.colors().accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(rowOf(i).adjusted(1, 0, -1, -3), 6, 6);
        }
        paintStep(painter, i);
        paintFigures(painter, i);
    }
}

QString FunnelView::describe(int index) const
{
    const QLocale locale;
    const FunnelStep &step = m_report.steps[size_t(index)];
    QString text = tr("%1: %2 leads, %3 of all").arg(step.stage.name, locale.toString(step.count), percent(step.ofFirst, locale));
    if (step.ofPrevious.n > 0) {
        text += tr(", %1 of the one above (%2 to %3)")
                    .arg(percent(step.ofPrevious, locale), locale.toString(step.ofPrevious.low * 100, 'f', 1),
                         locale.toString(step.ofPrevious.high * 100, 'f', 1) + QStringLiteral(" %"));
    }
    if (!step.value.parts().empty())
        text += tr(", worth %1").arg(step.value.display(locale, {}));
    return text;
}

int FunnelView::stepAt(const QPoint &point) const
{
    for (int i = 0; i < int(m_report.steps.size()); ++i) {
        if (rowOf(i).contains(point))
            return i;
    }
    return -1;
}

void FunnelView::point(int index)
{
    if (index == m_pointed)
        return;
    m_pointed = index;
    setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void FunnelView::mouseMoveEvent(QMouseEvent *event)
{
    point(stepAt(event->pos()));
}

void FunnelView::leaveEvent(QEvent *)
{
    if (!hasFocus())
        point(-1);
}

void FunnelView::mouseReleaseEvent(QMouseEvent *event)
{
    if (const int index = stepAt(event->pos()); event->button() == Qt::LeftButton && index >= 0)
        Q_EMIT stepChosen(index);
}

void FunnelView::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_report.steps.size()) - 1;
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        point(std::clamp(m_pointed + (event->key() == Qt::Key_Down ? 1 : -1), 0, std::max(last, 0)));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_pointed >= 0 && m_pointed <= last)
        Q_EMIT stepChosen(m_pointed);
    else
        QWidget::keyPressEvent(event);
}

bool FunnelView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int index = stepAt(help->pos()); index >= 0)
            QToolTip::showText(help->globalPos(), describe(index).toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace kindling
