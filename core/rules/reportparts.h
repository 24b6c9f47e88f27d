// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/inhalves.h"
#include "core/rules/reportinput.h"

namespace kindling {

// The reports one by one, and what several of them need; for core/rules only.

Figures resultsReport(const ReportInput &input, const ReportQuery &query);
Figures conversionReport(const ReportInput &input, const ReportQuery &query);
Figures stagesReport(const ReportInput &input, const ReportQuery &query);
Figures velocityReport(const ReportInput &input, const ReportQuery &query);
Figures reasonsReport(const ReportInput &input, const ReportQuery &query);
Figures responseReport(const ReportInput &input, const ReportQuery &query);
Figures trendReport(const ReportInput &input, const ReportQuery &query);
Figures movesReport(const ReportInput &input, const ReportQuery &query);
Figures campaignsReport(const ReportInput &input, const ReportQuery &query);
Figures forecastReport(const ReportInput &input, const ReportQuery &query);
Figures gradesReport(const ReportInput &input, const ReportQuery &query);
/// Any of them, not split.
Figures wholeReport(const ReportInput &input, const ReportQuery &query);

/// When the first month of a Trend of all time begins.
UtcMs trendBegin(const ReportInput &input, const ReportQuery &query);

inline bool inPeriod(UtcMs moment, const ReportQuery &query)
{
    return moment >= query.from && moment < query.until && moment <= query.asOf;
}

/// How many days something took, each time.
class DayTimes
{
public:
    void add(double days) { m_days.push_back(days); }
    void add(const DayTimes &other) { m_days.insert(m_days.end(), other.m_days.begin(), other.m_days.end()); }
    std::optional<double> mean() const;
    FigureValue meanFigure() const;
    FigureValue medianFigure() const;

private:
    std::vector<double> m_days;
};

/// Counts leads one by one with what `make` gives, many of them in two halves side by side, the earlier ones first.
template <typename Make>
auto counted(std::span<const quint32> leads, Make make)
{
    const auto some = [&](size_t first, size_t last) {
        auto counting = make();
        for (const quint32 lead : leads.subspan(first, last - first))
            counting.count(lead);
        return counting;
    };
    return inHalves(leads.size(), worthTwoThreads, some, [](auto &all, const auto &later) { all.add(later); });
}

/// The name of a group as a row shows it; leads without a value are "No owner", "No source" …
QString groupName(const ReportInput &input, size_t group);
/// "12 leads were decided before they came in …": the note on negative durations; empty for none.
QString negativeNote(qint64 count);
/// "1.4 days", "3.2 hours", "12 minutes".
QString spanText(double days, const QLocale &locale);
void append(std::vector<quint32> &to, const std::vector<quint32> &from);

} // namespace kindling
