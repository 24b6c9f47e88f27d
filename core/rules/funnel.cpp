// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/funnel.h"

#include "core/rules/currencysums.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <utility>

namespace kindling {

namespace {

constexpr qint64 fewestForLeak = 10;
constexpr quint64 counted = quint64(1) << 63; ///< the mark of a lead that the funnel counts, beside the bits of its steps
constexpr quint16 lastStep = 62;

quint64 bitOf(quint16 step)
{
    return quint64(1) << std::min(step, lastStep);
}

int customerStep(std::span<const Stage> stages)
{
    for (size_t i = 0; i < stages.size(); ++i) {
        if (stages[i].kind == StageKind::Customer)
            return int(i);
    }
    return -1;
}

/// Counts one funnel. What each lead did is a set of bits, one for each step: in a cohort the steps in which it ever stood, in a snapshot
/// where it stands, and of the events those to which it came.
class FunnelCount
{
public:
    FunnelCount(const FunnelInput &input, const FunnelQuery &query, FunnelReport &report)
        : m_input(input)
        , m_query(query)
        , m_report(report)
        , m_customer(customerStep(input.stages))
        , m_steps(input.leads.size(), 0)
        , m_wonValue(input.currencies.size())
        , m_values(input.stages.size(), CurrencySums(input.currencies.size()))
    {
    }

    void run()
    {
        forChosen([this](quint32 lead) { m_steps[lead] = startOf(m_input.leads[lead]); });
        readStays();
        forChosen([this](quint32 lead) { place(lead); });
        m_report.wonValue = m_wonValue.sum(m_input.currencies);
        for (size_t step = 0; step < m_values.size(); ++step) {
            m_report.steps[step].value = m_values[step].sum(m_input.currencies);
            m_report.steps[step].weighted = m_values[step].sum(m_input.currencies, m_input.stages[step].winPercent / 100.0);
        }
    }

private:
    template <typename Visit>
    void forChosen(Visit visit) const
    {
        if (m_input.chosen) {
            for (const quint32 lead : *m_input.chosen)
                visit(lead);
            return;
        }
        for (quint32 lead = 0; lead < m_input.leads.size(); ++lead)
            visit(lead);
    }
    bool inPeriod(UtcMs moment) const { return moment >= m_query.from && moment < m_query.until && moment <= m_query.asOf; }
    /// The last moment at which something counts for a lead.
    UtcMs limitOf(const FunnelLead &lead) const
    {
        return m_query.withinDays > 0 ? std::min(m_query.asOf, lead.created + m_query.withinDays * dayMs) : m_query.asOf;
    }
    bool isUnripe(const FunnelLead &lead) const
    {
        return m_query.withinDays > 0 && lead.created + m_query.withinDays * dayMs > m_query.asOf;
    }

    quint64 startOf(const FunnelLead &lead) const
    {
        if (lead.created > m_query.asOf)
            return 0;
        const quint64 customer = m_customer >= 0 ? bitOf(quint16(m_customer)) : 0;
        switch (m_query.basis) {
        case FunnelQuery::Basis::Snapshot: return counted;
        case FunnelQuery::Basis::Events: return counted | (lead.outcome == Outcome::Won && inPeriod(lead.outcomeSince) ? customer : 0);
        case FunnelQuery::Basis::Cohort: break;
        }
        if (!inPeriod(lead.created))
            return 0;
        const bool won = outcomeAt(lead, limitOf(lead)) == Outcome::Won;
        return counted | (won ? customer : 0) | (m_query.order == FunnelQuery::Order::MaySkip ? 1 : 0);
    }

    void readStays()
    {
        constexpr quint16 nowhere = 0xFFFF;
        std::vector<quint16> before(m_input.leads.size(), nowhere);
        for (const StageStay &stay : m_input.stays) {
            quint64 &steps = m_steps[stay.lead];
            if (steps == 0)
                continue;
            const quint16 left = std::exchange(before[stay.lead], stay.step);
            if (!counts(stay))
                continue;
            steps |= bitOf(stay.step);
            if (left != nowhere && stay.step < left && left < m_report.steps.size() && m_query.basis != FunnelQuery::Basis::Snapshot)
                m_report.steps[left].back.push_back(stay.lead);
        }
    }
    bool counts(const StageStay &stay) const
    {
        const FunnelLead &lead = m_input.leads[stay.lead];
        switch (m_query.basis) {
        case FunnelQuery::Basis::Cohort: return stay.from <= limitOf(lead);
        case FunnelQuery::Basis::Events: return inPeriod(stay.from);
        case FunnelQuery::Basis::Snapshot: break;
        }
        const bool there = stay.from <= m_query.asOf && m_query.asOf < stay.until;
        return there && outcomeAt(lead, m_query.asOf) == Outcome::Open;
    }

    /// Puts a lead where it belongs. In a snapshot every lead that exists has an outcome to count, not only the open ones that stand
    /// somewhere.
    void place(quint32 lead)
    {
        if (m_steps[lead] == 0)
            return;
        quint64 steps = m_steps[lead] & ~counted;
        if (m_query.basis == FunnelQuery::Basis::Events && steps == 0)
            return;
        countOutcome(m_input.leads[lead]);
        if (m_query.basis == FunnelQuery::Basis::Cohort) {
            const int reached = m_query.order == FunnelQuery::Order::MustPass ? std::countr_one(steps) : 64 - std::countl_zero(steps);
            steps = (quint64(1) << reached) - 1;
            ++m_report.total;
            m_report.notYetWithin += isUnripe(m_input.leads[lead]) ? 1 : 0;
        } else if (steps != 0) {
            ++m_report.total;
        }
        for (size_t step = 0; step < m_report.steps.size(); ++step) {
            if ((steps >> std::min<size_t>(step, lastStep) & 1U) != 0)
                placeAt(m_report.steps[step], m_values[step], lead);
        }
    }
    void placeAt(FunnelStep &step, CurrencySums &value, quint32 lead)
    {
        ++step.count;
        step.leads.push_back(lead);
        step.unripe += m_query.basis == FunnelQuery::Basis::Cohort && isUnripe(m_input.leads[lead]) ? 1 : 0;
        value.add(m_input.leads[lead]);
    }

    void countOutcome(const FunnelLead &lead)
    {
        const Outcome outcome = outcomeAt(lead, m_query.asOf);
        if (m_query.basis == FunnelQuery::Basis::Events && outcome != Outcome::Open && !inPeriod(lead.outcomeSince))
            return; // decided at another time
        switch (outcome) {
        case Outcome::Open:
            ++m_report.open;
            m_report.unripe += m_query.asOf - lead.created < m_query.ripeDays * dayMs ? 1 : 0;
            break;
        case Outcome::Won:
            ++m_report.won;
            m_wonValue.add(lead);
            break;
        case Outcome::Lost: ++m_report.lost; break;
        case Outcome::Disqualified: ++m_report.disqualified; break;
        }
    }

    const FunnelInput &m_input;
    const FunnelQuery &m_query;
    FunnelReport &m_report;
    int m_customer;
    std::vector<quint64> m_steps; ///< by lead; 0 for one that is not counted
    CurrencySums m_wonValue;
    std::vector<CurrencySums> m_values; ///< by step
};

/// The step that loses most of the leads above it.
std::optional<int> biggestLeak(const std::vector<FunnelStep> &steps)
{
    std::optional<int> leak;
    qint64 most = 0;
    for (size_t i = 1; i < steps.size(); ++i) {
        const qint64 lost = steps[i].ofPrevious.n - steps[i].ofPrevious.hits;
        if (steps[i].ofPrevious.n >= fewestForLeak && lost > most) {
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

FunnelReport funnel(const FunnelInput &input, const FunnelQuery &query)
{
    FunnelReport report;
    report.query = query;
    for (const Stage &stage : input.stages) {
        report.steps.emplace_back();
        report.steps.back().stage = stage;
    }
    FunnelCount(input, query, report).run();
    const bool cohort = query.basis == FunnelQuery::Basis::Cohort;
    const qint64 ripe = report.total - report.notYetWithin;
    for (size_t i = 0; i < report.steps.size(); ++i) {
        FunnelStep &step = report.steps[i];
        step.ofFirst = Rate::of(step.count - step.unripe, ripe);
        if (cohort && i > 0)
            step.ofPrevious = Rate::of(step.count - step.unripe, report.steps[i - 1].count - report.steps[i - 1].unripe);
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
    const Rate &rate = step.ofPrevious; // without those that have not had the time
    return QCoreApplication::translate("kindling", "The biggest leak: of %1 leads that reached %2 only %3 (%4, %5 to %6) went on to %7.")
        .arg(locale.toString(rate.n), above.stage.name, locale.toString(rate.hits), percent(rate.share().value_or(0), locale),
             locale.toString(rate.low * 100, 'f', 0), percent(rate.high, locale), step.stage.name);
}

bool FunnelReport::countsWon(const FunnelLead &lead) const
{
    if (lead.created > query.asOf || outcomeAt(lead, query.asOf) != Outcome::Won)
        return false;
    const auto inPeriod = [this](UtcMs moment) { return moment >= query.from && moment < query.until; };
    switch (query.basis) {
    case FunnelQuery::Basis::Snapshot: return true;
    case FunnelQuery::Basis::Events: return inPeriod(lead.outcomeSince);
    case FunnelQuery::Basis::Cohort: break;
    }
    return inPeriod(lead.created);
}

QString FunnelReport::definition() const
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    const QString leftOut = u' ' + tr(QT_TRANSLATE_NOOP("kindling", "Stages in which no lead ever stood are left out."));
    if (query.basis == FunnelQuery::Basis::Snapshot)
        return tr(QT_TRANSLATE_NOOP(
                   "kindling",
                   "Where the open leads stood on that day, whenever they came in. Weighted: value times the chance of winning of "
                   "the stage."))
            + leftOut;
    if (query.basis == FunnelQuery::Basis::Events)
        return tr(QT_TRANSLATE_NOOP(
                   "kindling",
                   "The moves of the period: how many leads came to each stage during it, whenever they came in, forwards or back; "
                   "each lead once a stage. A lead won in the period has come to the last. These are different leads from stage to "
                   "stage, so there are no rates between them."))
            + leftOut;
    QString text = query.order == FunnelQuery::Order::MaySkip
        ? tr(QT_TRANSLATE_NOOP(
            "kindling",
            "Of the leads that came in during the period, how many had ever reached each stage or one after it by then, also if "
            "they skipped it or went back."))
        : tr(QT_TRANSLATE_NOOP(
            "kindling",
            "Of the leads that came in during the period, how many had stood in each stage and in all stages before it by then."));
    text += u' ' + tr(QT_TRANSLATE_NOOP("kindling", "Intervals are Wilson's at 95 %.")) + leftOut;
    if (query.withinDays > 0)
        text += u' '
            + QCoreApplication::translate(
                  "kindling",
                  "Only what was reached within %1 days of coming in counts. %2 leads have not had that time yet: they are "
                  "hatched and in no percentage.")
                  .arg(query.withinDays)
                  .arg(QLocale().toString(notYetWithin));
    if (unripe > 0)
        text += u' '
            + QCoreApplication::translate("kindling", "%n lead(s) of these are younger than %1 days and count as open, not as lost.",
                                          nullptr, int(unripe))
                  .arg(query.ripeDays);
    return text;
}

} // namespace kindling
