// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportinput.h"

#include "core/rules/quantile.h"
#include "core/rules/reportcatalogue.h"
#include "core/rules/reportparts.h"
#include "core/rules/splitfigures.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace kindling {

std::optional<UtcMs> ReportInput::reached(quint32 lead, quint16 step, UtcMs asOf) const
{
    std::optional<UtcMs> first;
    for (const StageStay &stay : staysOf(lead)) {
        if (stay.step >= step) {
            first = stay.from;
            break;
        }
    }
    const FunnelLead &facts = leads[lead];
    if (facts.outcome == Outcome::Won)
        first = std::min(first.value_or(facts.outcomeSince), facts.outcomeSince);
    return first && *first <= asOf ? first : std::nullopt;
}

std::optional<UtcMs> ReportInput::bought(quint32 lead, UtcMs asOf) const
{
    for (size_t step = 0; step < stages.size(); ++step) {
        if (stages[step].kind == StageKind::Customer)
            return reached(lead, quint16(step), asOf);
    }
    const FunnelLead &facts = leads[lead];
    return facts.outcome == Outcome::Won && facts.outcomeSince <= asOf ? std::optional(facts.outcomeSince) : std::nullopt;
}

Figures report(const ReportInput &input, const ReportQuery &query)
{
    Figures whole = wholeReport(input, query);
    if (!query.by || !hasOwnRows(query.kind))
        return whole;
    constexpr size_t trendCounts = 4; // came in, qualified, won, lost; in the others the first column holds all leads of the row
    const bool trend = query.kind == ReportKind::Trend;
    ReportQuery asked = query;
    if (trend && query.from <= 0)
        asked.from = std::max<UtcMs>(1, trendBegin(input, query)); // the same months for all
    const GroupSplit by{input.groups, input.groupNames, input.groupLabel, input.shownGroups, trend ? trendCounts : 1};
    return splitFigures(std::move(whole), by, input.chosen, [&](std::span<const quint32> leads) {
        ReportInput some = input;
        some.chosen = leads;
        return wholeReport(some, asked);
    });
}

Figures wholeReport(const ReportInput &input, const ReportQuery &query)
{
    switch (query.kind) {
    case ReportKind::People:
    case ReportKind::Sources:
    case ReportKind::Insights: return resultsReport(input, query);
    case ReportKind::Conversion: return conversionReport(input, query);
    case ReportKind::Stages: return stagesReport(input, query);
    case ReportKind::Velocity: return velocityReport(input, query);
    case ReportKind::Reasons: return reasonsReport(input, query);
    case ReportKind::Response: return responseReport(input, query);
    case ReportKind::Trend: return trendReport(input, query);
    case ReportKind::Campaigns: return campaignsReport(input, query);
    case ReportKind::Forecast: return forecastReport(input, query);
    case ReportKind::Grades: return gradesReport(input, query);
    case ReportKind::Prediction: return predictionFigures(learnPrediction({input.leads, input.chosen, input.fields, query.asOf}));
    case ReportKind::Moves: return movesReport(input, query);
    case ReportKind::Traits: break;
    }
    return traitFigures(learnPrediction({input.leads, input.chosen, input.fields, query.asOf}));
}

std::optional<double> DayTimes::mean() const
{
    if (m_days.empty())
        return std::nullopt;
    return std::accumulate(m_days.begin(), m_days.end(), 0.0) / double(m_days.size());
}

FigureValue DayTimes::meanFigure() const
{
    const std::optional<double> days = mean();
    return days ? FigureValue(Days{*days}) : FigureValue();
}

FigureValue DayTimes::medianFigure() const
{
    std::vector<double> days = m_days;
    const std::optional<double> median = quantile(days, 0.5);
    return median ? FigureValue(Days{*median}) : FigureValue();
}

QString groupName(const ReportInput &input, size_t group)
{
    if (input.groups.empty())
        return QCoreApplication::translate("kindling", "All");
    return groupName(input.groupNames[group], input.groupLabel);
}

QString negativeNote(qint64 count)
{
    if (count == 0)
        return {};
    return QCoreApplication::translate(
        "kindling", "%n lead(s) are dated to have been decided or qualified before they came in; their times are left out.", nullptr,
        int(std::min<qint64>(count, 1'000'000'000)));
}

QString spanText(double days, const QLocale &locale)
{
    const double hours = days * 24;
    if (hours < 1)
        return QCoreApplication::translate("kindling", "%1 minutes").arg(locale.toString(hours * 60, 'f', 0));
    if (hours < 48)
        return QCoreApplication::translate("kindling", "%1 hours").arg(locale.toString(hours, 'f', 1));
    return QCoreApplication::translate("kindling", "%1 days").arg(locale.toString(days, 'f', 1));
}

void append(std::vector<quint32> &to, const std::vector<quint32> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace kindling
