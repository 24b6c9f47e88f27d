// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace kindling {

namespace {

constexpr int binsADay = 24; ///< times are counted to the hour
constexpr int lastBin = 3650 * binsADay;

enum Column : size_t { Stays, StillThere, Median, P90, EndedMedian, EndedP90, Count };

/// The stays in one stage, by their length.
struct StageTimes
{
    std::vector<qint64> ended, running; ///< by hours
    std::vector<quint32> leads, there, left;

    void add(quint32 lead, double days, bool isRunning)
    {
        std::vector<qint64> &bins = isRunning ? running : ended;
        if (bins.empty())
            bins.resize(lastBin + 1);
        ++bins[size_t(std::clamp(std::floor(days * binsADay), 0.0, double(lastBin)))];
        (isRunning ? there : left).push_back(lead);
        if (leads.empty() || leads.back() != lead)
            leads.push_back(lead);
    }
    void add(const StageTimes &other)
    {
        addBins(ended, other.ended);
        addBins(running, other.running);
        append(leads, other.leads);
        append(there, other.there);
        append(left, other.left);
    }

private:
    static void addBins(std::vector<qint64> &to, const std::vector<qint64> &from)
    {
        to.resize(std::max(to.size(), from.size()));
        std::transform(from.begin(), from.end(), to.begin(), to.begin(), std::plus<>());
    }
};

SurvivalCurve curveOf(const StageTimes &times, bool withRunning)
{
    std::vector<SurvivalTally> tallies;
    const size_t bins = std::max(times.ended.size(), withRunning ? times.running.size() : 0);
    for (size_t bin = 0; bin < bins; ++bin) {
        const qint64 events = times.ended.empty() ? 0 : times.ended[bin];
        const qint64 censored = !withRunning || times.running.empty() ? 0 : times.running[bin];
        if (events + censored > 0)
            tallies.push_back({double(bin) / binsADay, events, censored});
    }
    return survivalCurve(tallies);
}

FigureValue daysBy(const SurvivalCurve &curve, double share)
{
    const std::optional<double> days = curve.timeOfShare(share);
    return days ? FigureValue(Days{*days}) : FigureValue();
}

class Counting
{
public:
    Counting(const ReportInput &input, const ReportQuery &query)
        : stages(input.stages.size())
        , m_input(input)
        , m_query(query)
    {
    }
    void count(quint32 lead)
    {
        const FunnelLead &facts = m_input.leads[lead];
        const bool decided = outcomeAt(facts, m_query.asOf) != Outcome::Open;
        for (const StageStay &stay : m_input.staysOf(lead)) {
            if (!inPeriod(stay.from, m_query) || stay.step >= stages.size())
                continue;
            if (decided && facts.outcomeSince <= stay.from)
                continue; // it stood there after all was decided
            const UtcMs end = decided ? std::min(stay.until, facts.outcomeSince) : stay.until;
            const bool running = end > m_query.asOf;
            const double days = m_input.days->between(stay.from, running ? m_query.asOf : end);
            if (days < 0)
                ++negative;
            else
                stages[stay.step].add(lead, days, running);
        }
    }

    void add(const Counting &other)
    {
        for (size_t step = 0; step < stages.size(); ++step)
            stages[step].add(other.stages[step]);
        negative += other.negative;
    }

    std::vector<StageTimes> stages;
    qint64 negative = 0;

private:
    const ReportInput &m_input;
    const ReportQuery &m_query;
};

FigureRow rowOf(const QString &name, StageTimes &times)
{
    const SurvivalCurve all = curveOf(times, true);
    const SurvivalCurve ended = curveOf(times, false);
    FigureRow row;
    row.name = name;
    row.figures = {FigureValue(all.n), FigureValue(qint64(times.there.size())), daysBy(all, 0.5), daysBy(all, 0.9), daysBy(ended, 0.5),
                   daysBy(ended, 0.9)};
    const FigureLeads leads(std::move(times.leads));
    const FigureLeads left(std::move(times.left));
    row.leads = {leads, std::move(times.there), leads, leads, left, left};
    return row;
}

QString sentenceOf(const std::vector<FigureRow> &rows)
{
    const auto median = [](const FigureRow &row) { return figureNumber(row.figures[Median]).value_or(-1); };
    const auto longest =
        std::max_element(rows.begin(), rows.end(), [&](const FigureRow &a, const FigureRow &b) { return median(a) < median(b); });
    if (longest == rows.end() || median(*longest) <= 0)
        return {};
    return QCoreApplication::translate("kindling", "Leads stay longest in %1: half of them %2 or longer.")
        .arg(longest->name, spanText(median(*longest), QLocale()));
}

} // namespace

Figures stagesReport(const ReportInput &input, const ReportQuery &query)
{
    Counting counting = counted(input.chosen, [&] { return Counting(input, query); });
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    Figures figures;
    figures.title = tr(QT_TRANSLATE_NOOP("kindling", "Time in stage"));
    figures.rowLabel = tr(QT_TRANSLATE_NOOP("kindling", "Stage"));
    figures.columns = {{QStringLiteral("stays"), tr(QT_TRANSLATE_NOOP("kindling", "Stays"))},
                       {QStringLiteral("stillThere"), tr(QT_TRANSLATE_NOOP("kindling", "Still there"))},
                       {QStringLiteral("median"), tr(QT_TRANSLATE_NOOP("kindling", "Median"))},
                       {QStringLiteral("p90"), tr(QT_TRANSLATE_NOOP("kindling", "Nine of ten by"))},
                       {QStringLiteral("endedMedian"), tr(QT_TRANSLATE_NOOP("kindling", "Median, ended only"))},
                       {QStringLiteral("endedP90"), tr(QT_TRANSLATE_NOOP("kindling", "Nine of ten, ended only"))}};
    figures.drawn = Median;
    for (size_t step = 0; step < counting.stages.size(); ++step) {
        if (!counting.stages[step].leads.empty())
            figures.rows.push_back(rowOf(input.stages[step].name, counting.stages[step]));
    }
    figures.sentence = sentenceOf(figures.rows);
    if (counting.negative > 0)
        figures.notes += QCoreApplication::translate("kindling", "%n stay(s) end before they begin and are left out.", nullptr,
                                                     int(std::min<qint64>(counting.negative, 1'000'000'000)));
    figures.definition = tr(QT_TRANSLATE_NOOP("kindling",
                                              "Stays in each stage that began in the period, until the lead moved on, moved back or was "
                                              "decided; to the hour, by the calendar. Median and "
                                              "nine of ten count leads that are still there for as long as they have been (Kaplan–Meier); "
                                              "“ended only” leaves them out and so looks "
                                              "faster than it is."));
    return figures;
}

} // namespace kindling
