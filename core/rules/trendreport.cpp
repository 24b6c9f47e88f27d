// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include "core/base/walltime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kindling {

namespace {

constexpr int mostColumns = 60; ///< more months than this become quarters, more quarters years
constexpr double averageMonth = 365.2425 / 12 * 24 * 3'600'000;

enum Column : size_t { CameIn, Qualified, Won, Lost, WonOfCohort, WonValue, Count };

QDate monthOf(UtcMs moment, const QTimeZone &zone)
{
    const QDate date = dayOf(moment, zone);
    return {date.year(), date.month(), 1};
}

/// How many months stand in one column, so that there are not too many.
int monthsTogether(QDate first, QDate last)
{
    const int months = (last.year() - first.year()) * 12 + last.month() - first.month() + 1;
    return months <= mostColumns ? 1 : months <= 3 * mostColumns ? 3 : 12;
}

/// The months (quarters, years) of the report and, at millions of times, which one it is.
class Months
{
public:
    Months(QDate first, QDate last, const QTimeZone &zone)
        : m_together(monthsTogether(first, last))
        , m_first(first.year(), (first.month() - 1) / m_together * m_together + 1, 1)
    {
        QDate month = m_first;
        while (m_begin.push_back(month.startOfDay(zone).toMSecsSinceEpoch()), month <= last)
            month = month.addMonths(m_together);
    }
    size_t count() const { return m_begin.size() - 1; }
    QString name(size_t index, const QLocale &locale) const
    {
        const QDate month = m_first.addMonths(int(index) * m_together);
        if (m_together == 12)
            return QString::number(month.year());
        if (m_together == 3)
            return QCoreApplication::translate("kindling", "Q%1 %2").arg((month.month() + 2) / 3).arg(month.year());
        return locale.standaloneMonthName(month.month(), QLocale::ShortFormat) + u' ' + QString::number(month.year());
    }
    int together() const { return m_together; }
    UtcMs end(size_t index) const { return m_begin[index + 1]; }
    std::optional<size_t> of(UtcMs moment) const
    {
        if (moment < m_begin.front() || moment >= m_begin.back())
            return std::nullopt;
        auto guess = std::min(size_t(double(moment - m_begin.front()) / averageMonth / m_together), count() - 1);
        while (moment < m_begin[guess])
            --guess;
        while (moment >= m_begin[guess + 1])
            ++guess;
        return guess;
    }

private:
    int m_together;
    QDate m_first;
    std::vector<UtcMs> m_begin; ///< of each month, and the end of the last
};

struct Month
{
    std::vector<quint32> cameIn, qualified, won, lost, cohortWon;
    CurrencySums value;
};

void count(std::vector<Month> &into, const Months &months, const ReportInput &input, const ReportQuery &query, quint32 lead)
{
    const FunnelLead &facts = input.leads[lead];
    const Outcome outcome = outcomeAt(facts, query.asOf);
    const auto monthIn = [&](UtcMs moment) { return inPeriod(moment, query) ? months.of(moment) : std::nullopt; };
    if (const auto month = monthIn(facts.created)) {
        into[*month].cameIn.push_back(lead);
        if (outcome == Outcome::Won)
            into[*month].cohortWon.push_back(lead);
    }
    if (const auto reached = input.reached(lead, input.qualifiedStep, query.asOf)) {
        if (const auto month = monthIn(*reached))
            into[*month].qualified.push_back(lead);
    }
    if (outcome != Outcome::Won && outcome != Outcome::Lost)
        return;
    const auto month = monthIn(facts.outcomeSince);
    if (!month)
        return;
    (outcome == Outcome::Won ? into[*month].won : into[*month].lost).push_back(lead);
    if (outcome == Outcome::Won)
        into[*month].value.add(facts);
}

FigureRow rowOf(const QString &name, const Month &month, const ReportInput &input)
{
    FigureRow row;
    row.name = name;
    row.figures = {FigureValue(qint64(month.cameIn.size())),
                   FigureValue(qint64(month.qualified.size())),
                   FigureValue(qint64(month.won.size())),
                   FigureValue(qint64(month.lost.size())),
                   FigureValue(Rate::of(qint64(month.cohortWon.size()), qint64(month.cameIn.size()))),
                   FigureValue(month.value.sum(input.currencies))};
    const FigureLeads cameIn(month.cameIn);
    const FigureLeads won(month.won);
    row.leads = {cameIn, month.qualified, won, month.lost, cameIn, won};
    return row;
}

/// The first month of the period; of all time, the first in which anything the report counts happened.
QDate firstMonth(const ReportInput &input, const ReportQuery &query)
{
    if (query.from > 0)
        return monthOf(query.from, input.zone);
    UtcMs first = query.asOf;
    for (const quint32 lead : input.chosen) {
        if (inPeriod(input.leads[lead].created, query))
            first = std::min(first, input.leads[lead].created);
    }
    return monthOf(std::max(first, query.from), input.zone);
}

QDate lastMonth(const ReportInput &input, const ReportQuery &query)
{
    return monthOf(std::min(query.until - 1, query.asOf), input.zone);
}

QString sentenceOf(const std::vector<FigureRow> &rows)
{
    if (rows.size() < 13)
        return {};
    qint64 recent = 0;
    qint64 before = 0;
    for (size_t i = rows.size() - 13; i + 1 < rows.size(); ++i) // the month that runs is not over
        (i + 1 < rows.size() - 6 ? before : recent) += std::get<qint64>(rows[i].figures[CameIn]);
    const QLocale locale;
    return QCoreApplication::translate("kindling", "In the last six whole months %1 leads came in, in the six before %2.")
        .arg(locale.toString(recent), locale.toString(before));
}

} // namespace

UtcMs trendBegin(const ReportInput &input, const ReportQuery &query)
{
    return std::min(firstMonth(input, query), lastMonth(input, query)).startOfDay(input.zone).toMSecsSinceEpoch();
}

Figures trendReport(const ReportInput &input, const ReportQuery &query)
{
    const QDate last = lastMonth(input, query);
    const Months months(std::min(firstMonth(input, query), last), last, input.zone);
    std::vector<Month> counted(months.count());
    for (Month &month : counted)
        month.value = CurrencySums(input.currencies.size());
    for (const quint32 lead : input.chosen)
        count(counted, months, input, query, lead);
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    Figures figures;
    figures.title = tr(QT_TRANSLATE_NOOP("kindling", "Month by month"));
    figures.rowLabel = tr(QT_TRANSLATE_NOOP("kindling", "Month"));
    figures.columns = {{QStringLiteral("leads"), tr(QT_TRANSLATE_NOOP("kindling", "Came in"))},
                       {QStringLiteral("qualified"), tr(QT_TRANSLATE_NOOP("kindling", "Qualified"))},
                       {QStringLiteral("won"), tr(QT_TRANSLATE_NOOP("kindling", "Won"))},
                       {QStringLiteral("lost"), tr(QT_TRANSLATE_NOOP("kindling", "Lost"))},
                       {QStringLiteral("wonOfLeads"), tr(QT_TRANSLATE_NOOP("kindling", "Won of those who came in"))},
                       {QStringLiteral("wonValue"), tr(QT_TRANSLATE_NOOP("kindling", "Value won"))}};
    figures.drawn = CameIn;
    const QLocale locale;
    for (size_t i = 0; i < months.count(); ++i) {
        figures.rows.push_back(rowOf(months.name(i, locale), counted[i], input));
        figures.rows.back().unripe = months.end(i) + query.ripeDays * dayMs > query.asOf;
    }
    if (months.together() == 1)
        figures.sentence = sentenceOf(figures.rows);
    figures.definition =
        tr(QT_TRANSLATE_NOOP(
            "kindling",
            "Came in, qualified (first reached “sales qualified” or beyond), won and lost: what happened in each month, whoever it "
            "happened to. Won of those who came in: of the leads of that month, how many have bought by the chosen day. Intervals are "
            "Wilson's at 95 %."))
        + u' '
        + QCoreApplication::translate("kindling", "Hatched: the leads of that month have had less than %1 days.").arg(query.ripeDays);
    return figures;
}

} // namespace kindling
