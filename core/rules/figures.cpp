// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/figures.h"

#include <QCoreApplication>

#include <cmath>

namespace kindling {

namespace {

QString percents(double share, double low, double high, const QLocale &locale)
{
    const auto number = [&](double value) { return locale.toString(value * 100, 'f', 1); };
    return QCoreApplication::translate("kindling", "%1 % (%2–%3)").arg(number(share), number(low), number(high));
}

QString nothing()
{
    return QStringLiteral("–");
}

double majorUnits(const Money &money)
{
    return double(money.minor) / std::pow(10.0, Money::exponent(money.currency));
}

struct InWords
{
    const QLocale &locale;

    QString operator()(std::monostate) const { return nothing(); }
    QString operator()(const QString &text) const { return text; }
    QString operator()(qint64 count) const { return locale.toString(count); }
    QString operator()(const Days &days) const
    {
        return QCoreApplication::translate("kindling", "%1 days").arg(locale.toString(days.days, 'f', days.days < 100 ? 1 : 0));
    }
    QString operator()(const Rate &rate) const { return rate.share() ? percents(*rate.share(), rate.low, rate.high, locale) : nothing(); }
    QString operator()(const Estimate &estimate) const
    {
        if (estimate.low == estimate.high)
            return QCoreApplication::translate("kindling", "%1 %").arg(locale.toString(estimate.share * 100, 'f', 1));
        return percents(estimate.share, estimate.low, estimate.high, locale);
    }
    QString operator()(const Return &back) const
    {
        const QString number = locale.toString(back.ratio * 100, 'f', 0);
        return QCoreApplication::translate("kindling", "%1 %").arg(back.ratio > 0 ? u'+' + number : number);
    }
    QString operator()(const MoneyRange &range) const
    {
        if (range.low == range.high)
            return range.likely.display(locale);
        const QString &currency = range.likely.currency;
        const auto plain = [&](qint64 minor) { return locale.toString(majorUnits({minor, currency}), 'f', 0); };
        // Cents of what is not sure to a thousand would only look exact.
        const double unit = std::pow(10.0, Money::exponent(currency));
        const Money whole{qint64(std::round(double(range.likely.minor) / unit) * unit), currency};
        return QCoreApplication::translate("kindling", "%1 (%2–%3)").arg(whole.display(locale), plain(range.low), plain(range.high));
    }
    QString operator()(const MoneySum &sum) const { return sum.parts().empty() ? nothing() : sum.display(locale, {}); }
};

struct AsNumber
{
    std::optional<double> operator()(std::monostate) const { return std::nullopt; }
    std::optional<double> operator()(const QString &) const { return std::nullopt; }
    std::optional<double> operator()(qint64 count) const { return double(count); }
    std::optional<double> operator()(const Days &days) const { return days.days; }
    std::optional<double> operator()(const Rate &rate) const { return rate.share(); }
    std::optional<double> operator()(const Estimate &estimate) const { return estimate.share; }
    std::optional<double> operator()(const Return &back) const { return back.ratio; }
    std::optional<double> operator()(const MoneyRange &range) const { return majorUnits(range.likely); }
    std::optional<double> operator()(const MoneySum &sum) const
    {
        if (sum.parts().size() != 1)
            return std::nullopt;
        return majorUnits(sum.parts().front());
    }
};

/// A cell that every program reads as one, and none as a formula.
QByteArray cell(QString text)
{
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()) && text.size() > 1)
        text.prepend(u'\'');
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text.toUtf8();
    return '"' + text.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 10);
}

QByteArray csvFigure(const FigureValue &figure)
{
    if (const auto *text = std::get_if<QString>(&figure))
        return cell(*text);
    if (const auto *sum = std::get_if<MoneySum>(&figure)) {
        QStringList amounts;
        for (const Money &money : sum->parts())
            amounts += money.amountText() + u' ' + money.currency;
        return amounts.join(QStringLiteral("; ")).toUtf8();
    }
    const std::optional<double> value = figureNumber(figure);
    return value ? number(*value) : QByteArray();
}

QByteArray csvRow(const FigureRow &row, const std::vector<char> &hasBounds, bool split)
{
    QByteArray line = cell(row.name);
    if (split)
        line += ',' + cell(row.group);
    for (size_t i = 0; i < row.figures.size(); ++i) {
        line += ',' + csvFigure(row.figures[i]);
        if (!hasBounds[i])
            continue;
        const auto interval = figureInterval(row.figures[i]);
        line += ',' + (interval ? number(interval->low) : QByteArray()) + ',' + (interval ? number(interval->high) : QByteArray());
    }
    return line + "\r\n";
}

} // namespace

QString figureText(const FigureValue &figure, const QLocale &locale)
{
    return std::visit(InWords{locale}, figure);
}

std::optional<double> figureNumber(const FigureValue &figure)
{
    return std::visit(AsNumber{}, figure);
}

std::optional<SurvivalStep::Interval> figureInterval(const FigureValue &figure)
{
    if (const auto *rate = std::get_if<Rate>(&figure); rate && rate->n > 0)
        return SurvivalStep::Interval{rate->low, rate->high};
    if (const auto *estimate = std::get_if<Estimate>(&figure); estimate && estimate->low < estimate->high)
        return SurvivalStep::Interval{estimate->low, estimate->high};
    if (const auto *range = std::get_if<MoneyRange>(&figure); range && range->low < range->high)
        return SurvivalStep::Interval{majorUnits({range->low, range->likely.currency}), majorUnits({range->high, range->likely.currency})};
    return std::nullopt;
}

bool isShare(const FigureValue &figure)
{
    return std::holds_alternative<Rate>(figure) || std::holds_alternative<Estimate>(figure);
}

QString FigureRow::fullName() const
{
    return group.isEmpty() ? name : name + QStringLiteral(" · ") + group;
}

std::optional<size_t> Figures::column(QStringView key) const
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].key == key)
            return i;
    }
    return std::nullopt;
}

QByteArray figuresCsv(const Figures &figures)
{
    std::vector<char> hasBounds(figures.columns.size(), 0);
    const auto look = [&](const FigureRow &row) {
        for (size_t i = 0; i < row.figures.size(); ++i)
            hasBounds[i] = char(hasBounds[i] || isShare(row.figures[i]) || std::holds_alternative<MoneyRange>(row.figures[i]));
    };
    for (const FigureRow &row : figures.rows)
        look(row);
    look(figures.total);
    const bool split = !figures.groupLabel.isEmpty();
    QByteArray csv = cell(figures.rowLabel);
    if (split)
        csv += ',' + cell(figures.groupLabel);
    for (size_t i = 0; i < figures.columns.size(); ++i) {
        csv += ',' + cell(figures.columns[i].label);
        if (hasBounds[i])
            csv += ',' + cell(QCoreApplication::translate("kindling", "%1, low").arg(figures.columns[i].label)) + ','
                + cell(QCoreApplication::translate("kindling", "%1, high").arg(figures.columns[i].label));
    }
    csv += "\r\n";
    for (const FigureRow &row : figures.rows)
        csv += csvRow(row, hasBounds, split);
    if (!figures.total.figures.empty())
        csv += csvRow(figures.total, hasBounds, split);
    return csv;
}

} // namespace kindling
