// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include "core/base/translations.h"
#include "core/base/walltime.h"
#include "core/rules/stageodds.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace kindling {

namespace {

constexpr int months = 6; ///< this one and the five after it
constexpr double eightOfTen = 1.2815515655446004; ///< 90 % quantile of the normal distribution
constexpr double worthNaming = 0.01; ///< leads with a smaller chance are not among those behind a figure

enum Column : size_t { WonAlready, Expected, Plain, Goal, OfGoal, Count };

struct Months
{
    std::array<QDate, months + 1> first; ///< one more than months
    std::array<UtcMs, months + 1> begin; ///< in the zone of the workspace
    std::array<UtcMs, months + 1> beginOfDates; ///< of dates, which are kept as their midnight in UTC
    std::array<double, months + 1> daysAhead; ///< from the moment of the report on, at least 0

    Months(UtcMs asOf, const QTimeZone &zone)
    {
        const QDate today = dayOf(asOf, zone);
        for (int i = 0; i <= months; ++i) {
            first[size_t(i)] = QDate(today.year(), today.month(), 1).addMonths(i);
            begin[size_t(i)] = first[size_t(i)].startOfDay(zone).toMSecsSinceEpoch();
            beginOfDates[size_t(i)] = first[size_t(i)].startOfDay(QTimeZone::utc()).toMSecsSinceEpoch();
            daysAhead[size_t(i)] = std::max(0.0, double(begin[size_t(i)] - asOf) / dayMs);
        }
    }
    std::optional<size_t> of(UtcMs moment) const { return among(begin, moment); }
    std::optional<size_t> ofDate(UtcMs midnight) const { return among(beginOfDates, midnight); }

private:
    static std::optional<size_t> among(const std::array<UtcMs, months + 1> &begin, UtcMs moment)
    {
        if (moment < begin.front() || moment >= begin.back())
            return std::nullopt;
        return size_t(std::upper_bound(begin.begin(), begin.end(), moment) - begin.begin() - 1);
    }
};

/// What adds up for one line of the report.
struct Line
{
    double won = 0;
    double expected = 0;
    double plain = 0;
    double variance = 0; ///< of the leads, each for itself
    std::vector<double> byCell; ///< expected value of the leads that one history speaks for
    std::vector<double> chances; ///< of them, added up
    std::vector<double> counts;
    bool known = false; ///< some history speaks for some lead
    std::vector<quint32> wonLeads, leads, plainLeads;

    void add(const StageOdds::Cell &cell, double value, double chance)
    {
        known = true;
        expected += value * chance;
        variance += value * value * chance * (1 - chance);
        byCell[cell.index] += value * chance;
        chances[cell.index] += chance;
        counts[cell.index] += 1;
    }
    void add(const Line &other)
    {
        won += other.won;
        expected += other.expected;
        plain += other.plain;
        variance += other.variance;
        for (const auto &[to, from] :
             {std::pair(&byCell, &other.byCell), std::pair(&chances, &other.chances), std::pair(&counts, &other.counts)})
            std::transform(from->begin(), from->end(), to->begin(), to->begin(), std::plus<>());
        known = known || other.known;
        append(wonLeads, other.wonLeads);
        append(leads, other.leads);
        append(plainLeads, other.plainLeads);
    }
};

qsizetype indexOf(std::span<const QString> currencies, const QString &currency)
{
    const auto found = std::find(currencies.begin(), currencies.end(), currency);
    return found == currencies.end() ? -1 : found - currencies.begin();
}

/// The leads counted one by one, into the lines of months or of owners.
class Forecasting
{
public:
    Forecasting(const ReportInput &input, const ReportQuery &query, const StageOdds &odds)
        : calendar(query.asOf, input.zone)
        , m_input(input)
        , m_query(query)
        , m_odds(odds)
        , m_byOwner(query.by.has_value())
        , m_own(indexOf(input.currencies, input.exchange->into()))
        , m_cases(m_odds.cellCount(), 0)
    {
        Line line;
        line.byCell.assign(m_odds.cellCount(), 0);
        line.chances = line.counts = line.byCell;
        all = line;
        lines.assign(m_byOwner ? input.groupCount() : size_t(months), line);
    }

    void count(quint32 lead)
    {
        const FunnelLead &facts = m_input.leads[lead];
        if (facts.created > m_query.asOf)
            return;
        const Outcome outcome = outcomeAt(facts, m_query.asOf);
        const bool won = outcome == Outcome::Won && calendar.of(facts.outcomeSince);
        open += outcome == Outcome::Open;
        if (!won && outcome != Outcome::Open)
            return;
        if (facts.valueMinor <= 0) {
            without += outcome == Outcome::Open;
            return;
        }
        const std::optional<qint64> value = valueOf(facts, won ? facts.outcomeSince : m_query.asOf);
        if (!value) {
            ++strange;
            return;
        }
        if (won)
            addWon(lead, double(*value));
        else
            addOpen(lead, double(*value));
    }

    void add(const Forecasting &other)
    {
        for (size_t i = 0; i < lines.size(); ++i)
            lines[i].add(other.lines[i]);
        all.add(other.all);
        open += other.open;
        without += other.without;
        strange += other.strange;
        unknown += other.unknown;
        unknownPlain += other.unknownPlain;
        undated += other.undated;
        for (size_t cell = 0; cell < m_cases.size(); ++cell)
            m_cases[cell] = std::max(m_cases[cell], other.m_cases[cell]);
    }

    FigureValue range(const Line &line) const
    {
        if (!line.known)
            return {};
        double variance = line.variance;
        for (size_t cell = 0; cell < line.byCell.size(); ++cell) {
            const double mean = line.counts[cell] > 0 ? line.chances[cell] / line.counts[cell] : 0;
            if (mean > 0) // how sure the history itself is
                variance += line.byCell[cell] * line.byCell[cell] * (1 - mean) / (mean * double(m_cases[cell]));
        }
        const double spread = eightOfTen * std::sqrt(variance);
        const auto minor = [](double value) { return qint64(std::llround(std::min(value, 9e18))); };
        return MoneyRange{{minor(line.won + line.expected), m_input.exchange->into()},
                          minor(line.won + std::max(0.0, line.expected - spread)),
                          minor(line.won + line.expected + spread)};
    }

    Months calendar;
    std::vector<Line> lines;
    Line all;
    qint64 open = 0;
    qint64 without = 0; ///< open leads without a value
    qint64 strange = 0; ///< in a currency without a rate
    qint64 unknown = 0; ///< of whose stage there is too little history
    double unknownPlain = 0;
    qint64 undated = 0;

private:
    Line &line(quint32 lead, size_t month) { return lines[m_byOwner ? m_input.groupOf(lead) : month]; }

    /// In minor units of the currency of the forecast, at the rate of a day; nothing without a rate.
    std::optional<qint64> valueOf(const FunnelLead &facts, UtcMs day) const
    {
        if (facts.currency == m_own)
            return facts.valueMinor;
        const Money value = m_input.exchange->exchanged({facts.valueMinor, m_input.currencies[facts.currency]}, day);
        return value.currency == m_input.exchange->into() ? std::optional(value.minor) : std::nullopt;
    }
    void addWon(quint32 lead, double value)
    {
        for (Line *each : {&line(lead, *calendar.of(m_input.leads[lead].outcomeSince)), &all}) {
            each->won += value;
            each->wonLeads.push_back(lead);
        }
    }
    std::optional<size_t> monthOfClose(quint32 lead) const
    {
        if (m_input.expectedClose.empty() || m_input.expectedClose[lead] == 0)
            return std::nullopt;
        return calendar.ofDate(m_input.expectedClose[lead]);
    }
    void addOpen(quint32 lead, double value)
    {
        const FunnelLead &facts = m_input.leads[lead];
        const double plain = value * m_input.stages[facts.step].winPercent / 100;
        const std::optional<size_t> closes = monthOfClose(lead);
        undated += !closes;
        if (closes || m_byOwner) {
            Line &dated = line(lead, closes.value_or(0));
            dated.plain += plain;
            dated.plainLeads.push_back(lead);
        }
        all.plain += plain;
        all.plainLeads.push_back(lead);
        const StageStay &stay = m_input.staysOf(lead).back();
        const double age = double(m_query.asOf - stay.from) / dayMs;
        const std::optional<StageOdds::Cell> cell = m_odds.cellOf(stay.step, std::max(0.0, age));
        if (!cell) {
            ++unknown;
            unknownPlain += plain;
            return;
        }
        m_cases[cell->index] = cell->cases;
        expect(lead, value, *cell);
    }
    void expect(quint32 lead, double value, const StageOdds::Cell &cell)
    {
        double whole = 0;
        for (size_t month = 0; month < size_t(months); ++month) {
            const double chance = m_odds.chance(cell, calendar.daysAhead[month], calendar.daysAhead[month + 1]);
            whole += chance;
            if (m_byOwner)
                continue;
            lines[month].add(cell, value, chance);
            if (chance >= worthNaming)
                lines[month].leads.push_back(lead);
        }
        for (Line *each : {m_byOwner ? &line(lead, 0) : nullptr, &all}) {
            if (!each)
                continue;
            each->add(cell, value, std::min(1.0, whole));
            if (whole >= worthNaming)
                each->leads.push_back(lead);
        }
    }

    const ReportInput &m_input;
    const ReportQuery &m_query;
    const StageOdds &m_odds;
    bool m_byOwner;
    qsizetype m_own; ///< index of the currency of the forecast; -1 when no lead has it
    std::vector<qint64> m_cases;
};

/// The goal of a member (of the team: what was said for it, else those of its members together) in the months from `first` on.
std::optional<double> goalOf(const ReportInput &input, const QString &member, const QDate &first, const QDate &end)
{
    std::optional<double> own;
    std::optional<double> members;
    for (const SalesGoal &goal : input.goals) {
        const bool of = goal.member == member;
        if (goal.month < first || goal.month >= end || (!of && !member.isEmpty()))
            continue;
        const Money amount = input.exchange->exchanged(goal.amount, goal.month);
        if (amount.currency != input.exchange->into())
            continue;
        auto &sum = of ? own : members;
        sum = sum.value_or(0) + double(amount.minor);
    }
    return own ? own : members;
}

FigureRow rowOf(const QString &name, const Line &line, const Forecasting &forecast, const QString &currency, std::optional<double> goal)
{
    const auto money = [&](double minor) {
        MoneySum sum;
        sum.add({std::llround(minor), currency});
        return FigureValue(sum);
    };
    FigureRow row;
    row.name = name;
    row.figures.resize(Column::Count);
    row.figures[WonAlready] = money(line.won);
    row.figures[Expected] = forecast.range(line);
    row.figures[Plain] = money(line.plain);
    if (goal) {
        row.figures[Goal] = money(*goal);
        if (*goal > 0 && line.known)
            row.figures[OfGoal] = Estimate{(line.won + line.expected) / *goal, 0, 0};
        if (auto *share = std::get_if<Estimate>(&row.figures[OfGoal]))
            share->low = share->high = share->share;
    }
    std::vector<quint32> behind = line.wonLeads;
    append(behind, line.leads);
    const FigureLeads all(std::move(behind));
    row.leads = {line.wonLeads, all, line.plainLeads, all, all};
    return row;
}

QString monthName(const QDate &month)
{
    return QLocale().toString(month, QStringLiteral("MMM yyyy"));
}

QStringList notesOf(const Forecasting &forecast, const QString &currency)
{
    const QLocale locale;
    QStringList notes;
    if (forecast.unknown > 0)
        notes += sentence(QT_TRANSLATE_NOOP("kindling",
                                            "%1 open leads are in no expectation: fewer than %2 leads stood in their stage before. By the "
                                            "given percentages they weigh %3."))
                     .arg(locale.toString(forecast.unknown), locale.toString(StageOdds::fewestCases),
                          Money{std::llround(forecast.unknownPlain), currency}.display(locale));
    if (forecast.without > 0)
        notes +=
            sentence(QT_TRANSLATE_NOOP("kindling", "%1 open leads have no value and add nothing.")).arg(locale.toString(forecast.without));
    if (forecast.strange > 0)
        notes +=
            sentence(QT_TRANSLATE_NOOP("kindling",
                                       "%1 leads are in a currency for which there is no rate in %2, and left out; enter one in Settings."))
                .arg(locale.toString(forecast.strange), currency);
    if (forecast.undated > 0)
        notes += sentence(QT_TRANSLATE_NOOP("kindling",
                                            "%1 open leads are expected to close in none of these months; their plain sum stands in the "
                                            "total only."))
                     .arg(locale.toString(forecast.undated));
    return notes;
}

QString sentenceOf(const Forecasting &forecast, const FigureRow &total)
{
    if (forecast.open == 0)
        return sentence(QT_TRANSLATE_NOOP("kindling", "There are no open leads, so nothing is expected of them."));
    if (!forecast.all.known)
        return sentence(QT_TRANSLATE_NOOP("kindling", "There is too little history to expect anything from: only the plain sum is shown."));
    const QLocale locale;
    return sentence(QT_TRANSLATE_NOOP("kindling",
                                      "In %1 months the present leads should bring %2; the plain weighted sum says %3 without a time."))
        .arg(locale.toString(months), figureText(total.figures[Expected], locale), figureText(total.figures[Plain], locale));
}

QString definitionOf()
{
    return sentence(QT_TRANSLATE_NOOP(
        "kindling",
        "Expected: what was won in the month already, and the value of each open lead times its chance to be won in that month: of the "
        "leads "
        "that had stood as long in the same stage, how many were won after as many days more (competing risks; who is still open counts as "
        "long as it was watched). In brackets: eight times of ten it will be between these. Leads that are still to come are not in it. "
        "Plain sum: value times the percentage of the stage, in the month in which the lead is expected to close. ◇ Goal."));
}

std::vector<FigureColumn> columns()
{
    return {{QStringLiteral("won"), sentence(QT_TRANSLATE_NOOP("kindling", "Won already"))},
            {QStringLiteral("expected"), sentence(QT_TRANSLATE_NOOP("kindling", "Expected"))},
            {QStringLiteral("plain"), sentence(QT_TRANSLATE_NOOP("kindling", "Plain sum"))},
            {QStringLiteral("goal"), sentence(QT_TRANSLATE_NOOP("kindling", "Goal"))},
            {QStringLiteral("ofGoal"), sentence(QT_TRANSLATE_NOOP("kindling", "Of the goal"))}};
}

} // namespace

Figures forecastReport(const ReportInput &input, const ReportQuery &query)
{
    const StageOdds odds(input, query.asOf);
    const Forecasting forecast = counted(input.chosen, [&] { return Forecasting(input, query, odds); });
    const QString currency = input.exchange->into();
    const Months &calendar = forecast.calendar;
    Figures figures;
    figures.title = sentence(QT_TRANSLATE_NOOP("kindling", "Forecast"));
    figures.rowLabel = query.by ? input.groupLabel : sentence(QT_TRANSLATE_NOOP("kindling", "Month"));
    figures.columns = columns();
    figures.drawn = Expected;
    figures.marked = Goal;
    const auto goal = [&](const std::optional<QString> &whose, const QDate &first, const QDate &end) {
        return whose ? goalOf(input, *whose, first, end) : std::nullopt;
    };
    for (size_t i = 0; i < forecast.lines.size(); ++i) {
        const Line &line = forecast.lines[i];
        if (!query.by) {
            figures.rows.push_back(rowOf(monthName(calendar.first[i]), line, forecast, currency,
                                         goal(input.goalOf, calendar.first[i], calendar.first[i + 1])));
            continue;
        }
        const QString member = input.groups.empty() ? QString() : input.groupNames[i];
        const auto own = member.isEmpty() ? std::nullopt : goal(member, calendar.first.front(), calendar.first.back());
        if (!line.wonLeads.empty() || !line.plainLeads.empty() || own)
            figures.rows.push_back(rowOf(groupName(input, i), line, forecast, currency, own));
    }
    figures.total = rowOf(sentence(QT_TRANSLATE_NOOP("kindling", "All")), forecast.all, forecast, currency,
                          goal(input.goalOf, calendar.first.front(), calendar.first.back()));
    figures.sentence = sentenceOf(forecast, figures.total);
    figures.notes = notesOf(forecast, currency);
    figures.definition = definitionOf();
    return figures;
}

} // namespace kindling
