// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace kindling {

namespace {

constexpr double daysOfMonth = 365.2425 / 12;
constexpr size_t mostRows = 20;

enum Column : size_t { OpenLeads, WinRate, MeanValue, CycleWon, PerMonth, Count };

struct Group
{
    std::vector<quint32> open, won, lost;
    DayTimes cycle;
    CurrencySums value;

    explicit Group(size_t currencies)
        : value(currencies)
    {
    }
    void add(const Group &other)
    {
        append(open, other.open);
        append(won, other.won);
        append(lost, other.lost);
        cycle.add(other.cycle);
        value.add(other.value);
    }
    size_t size() const { return open.size() + won.size() + lost.size(); }
};

qint64 count(std::vector<Group> &groups, const ReportInput &input, const ReportQuery &query, quint32 lead)
{
    const FunnelLead &facts = input.leads[lead];
    if (facts.created > query.asOf)
        return 0;
    Group &group = groups[input.groupOf(lead)];
    const Outcome outcome = outcomeAt(facts, query.asOf);
    if (outcome == Outcome::Open)
        group.open.push_back(lead);
    if ((outcome != Outcome::Won && outcome != Outcome::Lost) || !inPeriod(facts.outcomeSince, query))
        return 0;
    if (outcome == Outcome::Lost) {
        group.lost.push_back(lead);
        return 0;
    }
    group.won.push_back(lead);
    group.value.add(facts);
    const double days = input.days->between(facts.created, facts.outcomeSince);
    if (days < 0)
        return 1;
    group.cycle.add(days);
    return 0;
}

FigureRow rowOf(const QString &name, const Group &group, const ReportInput &input)
{
    FigureRow row;
    row.name = name;
    row.figures.resize(Column::Count);
    const Rate rate = Rate::of(qint64(group.won.size()), qint64(group.won.size() + group.lost.size()));
    row.figures[OpenLeads] = qint64(group.open.size());
    row.figures[WinRate] = rate;
    row.figures[CycleWon] = group.cycle.meanFigure();
    if (!group.won.empty()) {
        row.figures[MeanValue] = group.value.sum(input.currencies, 1.0 / double(group.won.size()));
        const std::optional<double> cycle = group.cycle.mean();
        if (cycle && *cycle > 0) {
            const double factor = double(group.open.size()) * *rate.share() / double(group.won.size()) / *cycle * daysOfMonth;
            row.figures[PerMonth] = group.value.sum(input.currencies, factor);
        }
    }
    std::vector<quint32> decided = group.won;
    append(decided, group.lost);
    const FigureLeads open(group.open);
    const FigureLeads won(group.won);
    row.leads = {open, std::move(decided), won, won, open};
    return row;
}

} // namespace

Figures velocityReport(const ReportInput &input, const ReportQuery &query)
{
    std::vector<Group> groups(input.groupCount(), Group(input.currencies.size()));
    qint64 negative = 0;
    for (const quint32 lead : input.chosen)
        negative += count(groups, input, query, lead);
    Group all(input.currencies.size());
    std::vector<size_t> order;
    for (size_t i = 0; i < groups.size(); ++i) {
        all.add(groups[i]);
        if (groups[i].size() > 0)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return groups[a].size() > groups[b].size(); });
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    Figures figures;
    figures.title = tr(QT_TRANSLATE_NOOP("kindling", "Velocity"));
    figures.rowLabel = input.groupLabel;
    figures.columns = {{QStringLiteral("open"), tr(QT_TRANSLATE_NOOP("kindling", "Open"))},
                       {QStringLiteral("winRate"), tr(QT_TRANSLATE_NOOP("kindling", "Won of decided"))},
                       {QStringLiteral("meanValue"), tr(QT_TRANSLATE_NOOP("kindling", "Mean value won"))},
                       {QStringLiteral("cycleWon"), tr(QT_TRANSLATE_NOOP("kindling", "Mean days to won"))},
                       {QStringLiteral("perMonth"), tr(QT_TRANSLATE_NOOP("kindling", "A month"))}};
    figures.drawn = PerMonth;
    for (size_t i = 0; i < std::min(order.size(), mostRows); ++i)
        figures.rows.push_back(rowOf(groupName(input, order[i]), groups[order[i]], input));
    figures.total = rowOf(QCoreApplication::translate("kindling", "All"), all, input);
    if (order.size() > mostRows)
        figures.notes +=
            QCoreApplication::translate("kindling", "Only the %1 largest groups are shown; all leads are in the total.").arg(mostRows);
    if (negative > 0)
        figures.notes += negativeNote(negative);
    figures.definition = tr(QT_TRANSLATE_NOOP(
        "kindling",
        "What the open leads bring in a month of 30.4 days at the pace of the period: open leads on the chosen day × won of decided × mean "
        "value of a "
        "won lead ÷ mean days from coming in to won. Won and lost are those decided in the period. Currencies stay apart."));
    return figures;
}

} // namespace kindling
