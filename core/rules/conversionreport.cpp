// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kindling {

namespace {

constexpr size_t mostCurves = 5; ///< more cannot be told apart
constexpr size_t mostRows = 12;
constexpr double horizons[] = {30, 90, 180, 365};
constexpr int lastDay = 3650; ///< what took longer counts as ten years

enum Column : size_t { Leads, Reached, Median, FirstHorizon };

/// The leads of one group by how many days they took or have waited.
struct Waiting
{
    std::vector<qint64> events = std::vector<qint64>(lastDay + 1);
    std::vector<qint64> censored = std::vector<qint64>(lastDay + 1);
    std::vector<quint32> leads, reached;

    SurvivalCurve curve() const
    {
        std::vector<SurvivalTally> tallies;
        for (int day = 0; day <= lastDay; ++day)
            tallies.push_back({double(day), events[size_t(day)], censored[size_t(day)]});
        return survivalCurve(tallies);
    }
};

size_t dayOf(double days)
{
    return size_t(std::clamp(days, 0.0, double(lastDay)));
}

/// Gives back whether the lead had to be left out because its dates contradict each other.
bool count(Waiting &waiting, Waiting &all, const ReportInput &input, const ReportQuery &query, quint32 lead)
{
    const FunnelLead &facts = input.leads[lead];
    const bool customer = query.goal == ReportQuery::Goal::Customer;
    const std::optional<UtcMs> event = customer ? input.bought(lead, query.asOf) : input.reached(lead, input.qualifiedStep, query.asOf);
    const double days = input.days->between(facts.created, event.value_or(query.asOf));
    if (days < 0)
        return true;
    for (Waiting *into : {&waiting, &all}) {
        (event ? into->events : into->censored)[dayOf(days)] += 1;
        into->leads.push_back(lead);
        if (event)
            into->reached.push_back(lead);
    }
    return false;
}

FigureRow rowOf(const QString &name, Waiting &waiting, const SurvivalCurve &curve)
{
    FigureRow row;
    row.name = name;
    row.figures = {FigureValue(curve.n), FigureValue(curve.events), FigureValue()};
    if (const std::optional<double> median = curve.timeOfShare(0.5))
        row.figures[Median] = Days{*median};
    const FigureLeads reached(std::move(waiting.reached));
    row.leads = {std::move(waiting.leads), reached, reached};
    const double watched = curve.steps.empty() ? 0 : curve.steps.back().time;
    for (const double horizon : horizons) {
        const SurvivalStep *step = curve.at(horizon);
        const bool known = curve.n > 0 && horizon <= watched;
        if (!known)
            row.figures.emplace_back();
        else if (step && step->interval)
            row.figures.emplace_back(Estimate{1 - step->survival, 1 - step->interval->high, 1 - step->interval->low});
        else
            row.figures.emplace_back(Estimate{curve.shareBy(horizon), curve.shareBy(horizon), curve.shareBy(horizon)});
        row.leads.push_back(reached);
    }
    return row;
}

QString definitionOf(const ReportQuery &query)
{
    const QString goal = query.goal == ReportQuery::Goal::Customer
        ? QCoreApplication::translate("kindling", "Days from coming in until won.")
        : QCoreApplication::translate("kindling", "Days from coming in until first “sales qualified” or beyond.");
    return goal + u' '
        + QCoreApplication::translate(
               "kindling",
               "Of the leads that came in during the period, the share that had got there by each day (Kaplan–Meier). Leads that have not "
               "got there count for as long as they have been here, so young leads are not taken for failures; lost and disqualified leads "
               "stay "
               "among those who have not. Bands are 95 % intervals (Greenwood, log-log).");
}

std::vector<FigureColumn> columns()
{
    std::vector<FigureColumn> made{{QStringLiteral("leads"), QCoreApplication::translate("kindling", "Came in")},
                                   {QStringLiteral("reached"), QCoreApplication::translate("kindling", "Got there")},
                                   {QStringLiteral("median"), QCoreApplication::translate("kindling", "Half of all by")}};
    for (const double horizon : horizons)
        made.push_back({QStringLiteral("by%1").arg(horizon), QCoreApplication::translate("kindling", "By day %1").arg(horizon)});
    return made;
}

QString sentenceOf(const FigureRow &all, bool customer)
{
    for (size_t i = std::size(horizons); i-- > 0;) {
        const auto *estimate = std::get_if<Estimate>(&all.figures[FirstHorizon + i]);
        if (!estimate)
            continue;
        const QString text = customer ? QCoreApplication::translate("kindling", "Within %1 days of coming in, %2 have bought.")
                                      : QCoreApplication::translate("kindling", "Within %1 days of coming in, %2 are qualified.");
        return text.arg(horizons[i]).arg(figureText(*estimate, QLocale()));
    }
    return {};
}

} // namespace

Figures conversionReport(const ReportInput &input, const ReportQuery &query)
{
    std::vector<Waiting> groups;
    std::vector<int> groupAt(input.groupCount(), -1); // only groups that have leads need their arrays
    Waiting all;
    qint64 negative = 0;
    std::vector<size_t> names;
    for (const quint32 lead : input.chosen) {
        if (!inPeriod(input.leads[lead].created, query))
            continue;
        int &at = groupAt[input.groupOf(lead)];
        if (at < 0) {
            at = int(groups.size());
            groups.emplace_back();
            names.push_back(input.groupOf(lead));
        }
        negative += count(groups[size_t(at)], all, input, query, lead) ? 1 : 0;
    }
    std::vector<size_t> order(groups.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return groups[a].leads.size() > groups[b].leads.size(); });
    Figures figures;
    const bool customer = query.goal == ReportQuery::Goal::Customer;
    figures.title = customer ? QCoreApplication::translate("kindling", "Time until customer")
                             : QCoreApplication::translate("kindling", "Time until qualified");
    figures.rowLabel = input.groupLabel;
    figures.columns = columns();
    figures.drawn = FirstHorizon + 1;
    for (const size_t group : order) {
        if (figures.rows.size() == mostRows)
            break;
        SurvivalCurve curve = groups[group].curve();
        figures.rows.push_back(rowOf(groupName(input, names[group]), groups[group], curve));
        if (figures.curves.size() < mostCurves)
            figures.curves.push_back({figures.rows.size() - 1, std::move(curve)});
    }
    if (order.size() > mostRows)
        figures.notes +=
            QCoreApplication::translate("kindling", "Only the %1 largest groups are shown; all leads are in the total.").arg(mostRows);
    figures.total = rowOf(QCoreApplication::translate("kindling", "All"), all, all.curve());
    figures.sentence = sentenceOf(figures.total, customer);
    if (negative > 0)
        figures.notes += negativeNote(negative);
    figures.definition = definitionOf(query);
    return figures;
}

} // namespace kindling
