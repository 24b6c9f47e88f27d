// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figurechart.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kindling {

void FigureChart::setFigures(Figures figures, std::optional<Figures> before, size_t column)
{
    m_figures = std::move(figures);
    m_before = std::move(before);
    m_column = std::min(column, m_figures.columns.empty() ? 0 : m_figures.columns.size() - 1);
    marksChanged();
}

std::optional<FigureValue> FigureChart::earlier(size_t row) const
{
    if (!m_before)
        return std::nullopt;
    for (const FigureRow &candidate : m_before->rows) {
        const FigureRow &shown = m_figures.rows[row];
        if (candidate.name == shown.name && candidate.group == shown.group && m_column < candidate.figures.size())
            return candidate.figures[m_column];
    }
    return std::nullopt;
}

std::optional<FigureValue> FigureChart::besides(size_t row) const
{
    if (m_figures.marked && m_column == m_figures.drawn)
        return m_figures.rows[row].figures[*m_figures.marked];
    return earlier(row);
}

QString FigureChart::sentenceOf(int mark) const
{
    const QLocale locale;
    const size_t row = rowOf(mark);
    const FigureRow &shown = m_figures.rows[row];
    QStringList parts;
    for (size_t i = 0; i < shown.figures.size(); ++i) {
        if (!std::holds_alternative<std::monostate>(shown.figures[i]))
            parts += tr("%1 %2").arg(m_figures.columns[i].label.toLower(), figureText(shown.figures[i], locale));
    }
    QString text = tr("%1: %2").arg(shown.fullName(), parts.join(QStringLiteral(", ")));
    if (const std::optional<FigureValue> was = earlier(row))
        text += tr("; before: %1 %2").arg(m_figures.columns[m_column].label.toLower(), figureText(*was, locale));
    if (shown.unripe)
        text += tr("; too young to be judged");
    return text;
}

FigureChart::Scale FigureChart::scaleFor(double largest, bool shares)
{
    if (largest <= 0)
        return {1, shares ? 0.25 : 1, shares};
    const double rough = largest / 4;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= rough * 0.999) {
            step = factor * power;
            break;
        }
    }
    if (!shares)
        step = std::max(step, largest < 4 ? step : 1.0);
    const double top = std::ceil(largest / step - 1e-9) * step;
    return {shares ? std::min(top, 1.0) : top, step, shares};
}

FigureChart::Scale FigureChart::scale() const
{
    double largest = 0;
    bool shares = false;
    for (size_t row = 0; row < m_figures.rows.size(); ++row) {
        const FigureValue &figure = figureOf(row);
        largest = std::max(largest, figureNumber(figure).value_or(0));
        if (const auto interval = figureInterval(figure)) {
            shares = shares || isShare(figure);
            largest = std::max(largest, interval->high);
        }
        if (const std::optional<FigureValue> was = besides(row))
            largest = std::max(largest, figureNumber(*was).value_or(0));
    }
    return scaleFor(largest, shares);
}

QString FigureChart::tickText(double value) const
{
    const QLocale locale;
    if (scale().shares)
        return tr("%1 %").arg(locale.toString(value * 100, 'f', std::abs(value * 100 - std::round(value * 100)) < 1e-9 ? 0 : 1));
    return locale.toString(value, 'f', std::abs(value - std::round(value)) < 1e-9 ? 0 : 1);
}

} // namespace kindling
