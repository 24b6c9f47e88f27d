// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/funnel.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

constexpr qint64 day = 24 * 3'600'000;
constexpr qint64 fewestForLeak = 10;
constexpr quint16 outside = 0xFFFF; ///< a lead that the funnel does not count

int customerStep(std::span<const Stage> stages)
{
    for (size_t i = 0; i < stages.size(); ++i) {
        if (stages[i].kind == StageKind::Customer)
            return int(i);
    }
    return -1;
}

Outcome outcomeAt(const FunnelLead &lead, UtcMs moment)
{
    return lead.outcomeSince <= moment ? lead.outcome : Outcome::Open;
}

/// The furthest step each lead of the cohort had reached.
std::vector<quint16> furthestSteps(const FunnelInput &input, const FunnelQuery &query)
{
    std::vector<quint16> furthest(input.leads.size(), outside);
    const int customer = customerStep(input.stages);
    for (size_t i = 0; i < input.leads.size(); ++i) {
        const FunnelLead &lead = input.leads[i];
        if (lead.created < query.from || lead.created >= query.until || lead.created > query.asOf)
            continue;
        const bool won = customer >= 0 && outcomeAt(lead, query.asOf) == Outcome::Won;
        furthest[i] = won ? quint16(customer) : quint16(0);
    }
    for (const StageStay &stay : input.stays) {
        quint16 &step = furthest[stay.lead];
        if (step != outside && stay.from <= query.asOf)
            step = std::max(step, stay.step);
    }
    return furthest;
}

/// The step in which each open lead stood.
std::vector<quint16> standingSteps(const FunnelInput &input, const FunnelQuery &query)
{
    std::vector<quint16> standing(input.leads.size(), outside);
    for (const StageStay &stay : input.stays) {
        const FunnelLead &lead = input.leads[stay.lead];
        const bool there = stay.from <= query.asOf && query.asOf < stay.until && lead.created <= query.asOf;
        if (there && outcomeAt(lead, query.asOf) == Outcome::Open)
            standing[stay.lead] = stay.step;
    }
    return standing;
}

/// Sums by the number of the currency: adding up millions of amounts by its name would take most of the time of a report.
class Sums
{
public:
    explicit Sums(size_t currencies)
        : m_minor(currencies, 0)
    {
    }
    void add(const FunnelLead &lead)
    {
        if (lead.currency < m_minor.size())
            m_minor[lead.currency] += lead.valueMinor;
    }
    MoneySum sum(std::span<const QString> currencies) const
    {
        MoneySum sum;
        for (size_t i = 0; i < m_minor.size(); ++i) {
            if (m_minor[i] != 0)
                sum.add({m_minor[i], currencies[i]});
        }
        return sum;
    }

private:
    std::vector<qint64> m_minor;
};

void countOutcome(FunnelReport &report, Sums &wonValue, const FunnelLead &lead)
{
    const FunnelQuery &query = report.query;
    switch (outcomeAt(lead, query.asOf)) {
    case Outcome::Open:
        ++report.open;
        report.unripe += query.asOf - lead.created < query.ripeDays * day;
        break;
    case Outcome::Won:
        ++report.won;
        wonValue.add(lead);
        break;
    case Outcome::Lost: ++report.lost; break;
    case Outcome::Disqualified: ++report.disqualified; break;
    }
}

/// Puts lead `index` into steps `first` to `last`.
void place(FunnelReport &report, std::vector<Sums> &values, const FunnelLead &lead, quint32 index, quint16 first, quint16 last)
{
    for (quint16 step = first; step <= last; ++step) {
        FunnelStep &into = report.steps[step];
        ++into.count;
        into.leads.push_back(index);
        values[step].add(lead);
    }
}

/// In a snapshot every lead that exists has an outcome to count, not only the open ones that stand somewhere.
void countLeads(FunnelReport &report, const FunnelInput &input)
{
    const bool cohort = report.query.basis == FunnelQuery::Basis::Cohort;
    const std::vector<quint16> steps = cohort ? furthestSteps(input, report.query) : standingSteps(input, report.query);
    Sums wonValue(input.currencies.size());
    std::vector<Sums> values(report.steps.size(), Sums(input.currencies.size()));
    for (quint32 i = 0; i < steps.size(); ++i) {
        const bool counted = cohort ? steps[i] != outside : input.leads[i].created <= report.query.asOf;
        if (counted)
            countOutcome(report, wonValue, input.leads[i]);
        if (steps[i] == outside || steps[i] >= report.steps.size())
            continue;
        ++report.total;
        place(report, values, input.leads[i], i, cohort ? quint16(0) : steps[i], steps[i]);
    }
    report.wonValue = wonValue.sum(input.currencies);
    for (size_t step = 0; step < values.size(); ++step)
        report.steps[step].value = values[step].sum(input.currencies);
}

/// The step that loses most of the leads above it.
std::optional<int> biggestLeak(const std::vector<FunnelStep> &steps)
{
    std::optional<int> leak;
    qint64 most = 0;
    for (size_t i = 1; i < steps.size(); ++i) {
        const qint64 lost = steps[i - 1].count - steps[i].count;
        if (steps[i - 1].count >= fewestForLeak && lost > most) {
            most = lost;
            leak = int(i);
        }
    }
    return leak;
}

QString percent(double share, const QLocale &locale)
{
    return locale.toString(share * 100, 'f', 0) + QStringLiteral(" %");
}

} // namespace

std::optional<double> Rate::share() const
{
    return n > 0 ? std::optional(double(hits) / double(n)) : std::nullopt;
}

Rate Rate::of(qint64 hits, qint64 n)
{
    Rate rate{hits, n, 0, 1};
    if (n <= 0)
        return rate;
    constexpr double z = 1.959963984540054; // 97.5 % quantile of the normal distribution
    const double total = double(n);
    const double p = double(hits) / total;
    const double centre = p + z * z / (2 * total);
    const double spread = z * std::sqrt(p * (1 - p) / total + z * z / (4 * total * total));
    rate.low = std::max(0.0, (centre - spread) / (1 + z * z / total));
    rate.high = std::min(1.0, (centre + spread) / (1 + z * z / total));
    return rate;
}

FunnelReport funnel(const FunnelInput &input, const FunnelQuery &query)
{
    FunnelReport report;
    report.query = query;
    for (const Stage &stage : input.stages)
        report.steps.push_back({stage, 0, {}, {}, {}, {}});
    countLeads(report, input);
    const bool cohort = query.basis == FunnelQuery::Basis::Cohort;
    for (size_t i = 0; i < report.steps.size(); ++i) {
        FunnelStep &step = report.steps[i];
        step.ofFirst = Rate::of(step.count, report.total);
        if (cohort && i > 0)
            step.ofPrevious = Rate::of(step.count, report.steps[i - 1].count);
    }
    report.winRate = Rate::of(report.won, report.won + report.lost);
    if (cohort)
        report.leak = biggestLeak(report.steps);
    return report;
}

QString FunnelReport::leakSentence(const QLocale &locale) const
{
    if (!leak)
        return {};
    const FunnelStep &above = steps[size_t(*leak - 1)];
    const FunnelStep &step = steps[size_t(*leak)];
    return QCoreApplication::translate("kindling", "The biggest leak: of %1 leads that reached %2 only %3 (%4, %5 to %6) went on to %7.")
        .arg(locale.toString(above.count), above.stage.name, locale.toString(step.count),
             percent(step.ofPrevious.share().value_or(0), locale), locale.toString(step.ofPrevious.low * 100, 'f', 0),
             percent(step.ofPrevious.high, locale), step.stage.name);
}

QString FunnelReport::definition() const
{
    if (query.basis == FunnelQuery::Basis::Snapshot)
        return QCoreApplication::translate(
            "kindling",
            "Where the open leads stood on that day, whenever they came in. Stages in which no lead ever stood are left "
            "out.");
    QString text = QCoreApplication::translate(
        "kindling",
        "Of the leads that came in during the period, how many had ever reached each stage or one after it by then. "
        "Intervals are Wilson's at 95 %. Stages in which no lead ever stood are left out.");
    if (unripe > 0)
        text += u' '
            + QCoreApplication::translate("kindling", "%n lead(s) of these are younger than %1 days and count as open, not as lost.",
                                          nullptr, int(unripe))
                  .arg(query.ripeDays);
    return text;
}

} // namespace kindling
