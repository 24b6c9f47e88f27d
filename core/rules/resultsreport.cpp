// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"
#include "core/rules/spending.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kindling {

namespace {

constexpr size_t mostRows = 40; ///< the smaller ones become one row
constexpr qint64 fewestToCompare = 10;

enum Column : size_t {
    Leads,
    Qualified,
    OpenLeads,
    Won,
    Lost,
    WinRate,
    OfLeads,
    CycleWon,
    CycleLost,
    MedianWon,
    MedianLost,
    WonValue,
    Cost, // and what follows: of sources only
    PerCustomer,
    Back,
    Count
};

/// What the leads of one group came to.
struct Group
{
    QString name;
    std::vector<quint32> leads, qualified, open, won, lost;
    DayTimes cycleWon, cycleLost;
    CurrencySums value;
    Revenue revenue; ///< of groups whose cost is known
    std::vector<quint32> paid; ///< won, of groups whose cost is known
    std::optional<MoneySum> cost;
    bool rest = false; ///< several small groups in one

    explicit Group(const ReportInput &input)
        : value(input.currencies.size())
        , revenue(input)
    {
    }
    qint64 decided() const { return qint64(won.size() + lost.size()); }
    size_t size() const { return leads.size() + won.size() + lost.size(); }
    void add(const Group &other)
    {
        append(leads, other.leads);
        append(qualified, other.qualified);
        append(open, other.open);
        append(won, other.won);
        append(lost, other.lost);
        cycleWon.add(other.cycleWon);
        cycleLost.add(other.cycleLost);
        value.add(other.value);
        if (!other.cost)
            return;
        if (!cost)
            cost.emplace();
        for (const Money &part : other.cost->parts())
            cost->add(part);
        revenue.add(other.revenue);
        append(paid, other.paid);
    }
};

class Counting
{
public:
    Counting(const ReportInput &input, const ReportQuery &query)
        : m_input(input)
        , m_query(query)
    {
        for (size_t i = 0; i < input.groupCount(); ++i) {
            groups.emplace_back(input);
            groups.back().name = groupName(input, i);
        }
    }
    void count(quint32 lead)
    {
        const FunnelLead &facts = m_input.leads[lead];
        if (facts.created > m_query.asOf)
            return;
        Group &group = groups[m_input.groupOf(lead)];
        const bool entered = inPeriod(facts.created, m_query);
        const Outcome outcome = outcomeAt(facts, m_query.asOf);
        if (entered) {
            group.leads.push_back(lead);
            if (m_input.reached(lead, m_input.qualifiedStep, m_query.asOf))
                group.qualified.push_back(lead);
        }
        const bool cohort = m_query.basis == ReportQuery::Basis::Entered;
        if (outcome == Outcome::Open && (!cohort || entered))
            group.open.push_back(lead);
        if (outcome != Outcome::Open && (cohort ? entered : inPeriod(facts.outcomeSince, m_query)))
            decide(group, lead, outcome);
    }

    void add(const Counting &other)
    {
        for (size_t i = 0; i < groups.size(); ++i)
            groups[i].add(other.groups[i]);
        negative += other.negative;
    }

    std::vector<Group> groups;
    qint64 negative = 0;

private:
    void decide(Group &group, quint32 lead, Outcome outcome)
    {
        if (outcome == Outcome::Disqualified)
            return;
        const bool won = outcome == Outcome::Won;
        (won ? group.won : group.lost).push_back(lead);
        if (won)
            group.value.add(m_input.leads[lead]);
        const double days = m_input.days->between(m_input.leads[lead].created, m_input.leads[lead].outcomeSince);
        if (days < 0)
            ++negative;
        else
            (won ? group.cycleWon : group.cycleLost).add(days);
    }

    const ReportInput &m_input;
    const ReportQuery &m_query;
};

std::vector<FigureColumn> columns()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    return {{QStringLiteral("leads"), tr(QT_TRANSLATE_NOOP("kindling", "Came in"))},
            {QStringLiteral("qualified"), tr(QT_TRANSLATE_NOOP("kindling", "Qualified"))},
            {QStringLiteral("open"), tr(QT_TRANSLATE_NOOP("kindling", "Open"))},
            {QStringLiteral("won"), tr(QT_TRANSLATE_NOOP("kindling", "Won"))},
            {QStringLiteral("lost"), tr(QT_TRANSLATE_NOOP("kindling", "Lost"))},
            {QStringLiteral("winRate"), tr(QT_TRANSLATE_NOOP("kindling", "Won of decided"))},
            {QStringLiteral("wonOfLeads"), tr(QT_TRANSLATE_NOOP("kindling", "Won of all"))},
            {QStringLiteral("cycleWon"), tr(QT_TRANSLATE_NOOP("kindling", "Mean days to won"))},
            {QStringLiteral("cycleLost"), tr(QT_TRANSLATE_NOOP("kindling", "Mean days to lost"))},
            {QStringLiteral("medianWon"), tr(QT_TRANSLATE_NOOP("kindling", "Median days to won"))},
            {QStringLiteral("medianLost"), tr(QT_TRANSLATE_NOOP("kindling", "Median days to lost"))},
            {QStringLiteral("wonValue"), tr(QT_TRANSLATE_NOOP("kindling", "Value won"))},
            {QStringLiteral("cost"), tr(QT_TRANSLATE_NOOP("kindling", "Cost"))},
            {QStringLiteral("costPerCustomer"), tr(QT_TRANSLATE_NOOP("kindling", "Per customer"))},
            {QStringLiteral("return"), tr(QT_TRANSLATE_NOOP("kindling", "Return"))}};
}

FigureRow rowOf(Group &group, const ReportInput &input, bool cohort)
{
    FigureRow row;
    row.name = group.name;
    row.figures.resize(Column::Count);
    row.leads.resize(Column::Count);
    row.figures[Leads] = qint64(group.leads.size());
    row.figures[Qualified] = qint64(group.qualified.size());
    row.figures[OpenLeads] = qint64(group.open.size());
    row.figures[Won] = qint64(group.won.size());
    row.figures[Lost] = qint64(group.lost.size());
    row.figures[WinRate] = Rate::of(qint64(group.won.size()), group.decided());
    row.figures[OfLeads] = cohort ? FigureValue(Rate::of(qint64(group.won.size()), qint64(group.leads.size()))) : FigureValue();
    row.figures[CycleWon] = group.cycleWon.meanFigure();
    row.figures[CycleLost] = group.cycleLost.meanFigure();
    row.figures[MedianWon] = group.cycleWon.medianFigure();
    row.figures[MedianLost] = group.cycleLost.medianFigure();
    row.figures[WonValue] = group.value.sum(input.currencies);
    row.figures[Cost] = figureOf(group.cost);
    row.figures[PerCustomer] = perHead(group.cost, qint64(group.paid.size()));
    row.figures[Back] = returnOf(group.revenue.sum(), group.cost);
    std::vector<quint32> decided = group.won;
    append(decided, group.lost);
    row.leads[WinRate] = std::move(decided);
    row.leads[Leads] = row.leads[OfLeads] = row.leads[Cost] = std::move(group.leads);
    row.leads[Qualified] = std::move(group.qualified);
    row.leads[OpenLeads] = std::move(group.open);
    row.leads[Won] = row.leads[WonValue] = row.leads[CycleWon] = row.leads[MedianWon] = std::move(group.won);
    row.leads[Lost] = row.leads[CycleLost] = row.leads[MedianLost] = std::move(group.lost);
    row.leads[PerCustomer] = row.leads[Back] = std::move(group.paid);
    if (!input.exchange) {
        row.figures.resize(Cost);
        row.leads.resize(Cost);
    }
    return row;
}

/// The largest groups, and all others as one.
std::vector<Group> largest(std::vector<Group> groups, const ReportInput &input)
{
    std::erase_if(groups, [](const Group &group) { return group.size() == 0 && group.open.empty() && !group.cost; });
    std::stable_sort(groups.begin(), groups.end(), [](const Group &a, const Group &b) { return a.size() > b.size(); });
    if (groups.size() <= mostRows)
        return groups;
    Group rest(input);
    rest.rest = true;
    rest.name = QCoreApplication::translate("kindling", "%1 others").arg(groups.size() - mostRows);
    for (size_t i = mostRows; i < groups.size(); ++i)
        rest.add(groups[i]);
    groups.erase(groups.begin() + std::ptrdiff_t(mostRows), groups.end());
    groups.push_back(std::move(rest));
    return groups;
}

/// What each group cost, the revenue that came of it, and what cannot be said of them.
void addCosts(std::vector<Group> &groups, QStringList &notes, const ReportInput &input, const ReportQuery &query)
{
    Spending spending(input, query);
    std::vector<qint64> bearers(groups.size(), 0);
    for (const quint32 lead : input.everybody)
        bearers[input.groupOf(lead)] += input.leads[lead].created <= query.asOf;
    std::set<QString> strange = spending.strange();
    for (size_t i = 0; i < groups.size(); ++i) {
        Group &group = groups[i];
        spending.setBearers(i, bearers[i]);
        group.cost = spending.costOf(i, qint64(group.leads.size()));
        if (!group.cost)
            continue;
        group.paid = group.won;
        for (const quint32 lead : group.won)
            group.revenue.add(lead);
        for (const Money &part : group.revenue.sum().parts()) {
            if (!input.exchange->knows(part.currency))
                strange.insert(part.currency);
        }
    }
    if (const QString note = strangeNote(strange, input.exchange->into()); !note.isEmpty())
        notes += note;
}

/// "Of those with ten or more decided leads, A wins most (70.4 %, …) and B least (55.0 %, …)."
QString sentenceOf(const std::vector<FigureRow> &rows, size_t column)
{
    std::vector<const FigureRow *> fit;
    for (const FigureRow &row : rows) {
        const auto *rate = std::get_if<Rate>(&row.figures[column]);
        if (rate && rate->n >= fewestToCompare)
            fit.push_back(&row);
    }
    if (fit.size() < 2)
        return {};
    const auto share = [&](const FigureRow *row) { return figureNumber(row->figures[column]).value_or(0); };
    const auto [least, most] = std::minmax_element(fit.begin(), fit.end(), [&](auto *a, auto *b) { return share(a) < share(b); });
    if (share(*least) == share(*most))
        return {};
    const QLocale locale;
    const QString text = column == WinRate
        ? QCoreApplication::translate("kindling", "Of those with %1 or more decided leads, %2 won most often: %3; %4 least: %5.")
        : QCoreApplication::translate("kindling", "Of those with %1 or more leads, %2 bought most often: %3; %4 least: %5.");
    return text.arg(locale.toString(fewestToCompare), (*most)->name, figureText((*most)->figures[column], locale), (*least)->name,
                    figureText((*least)->figures[column], locale));
}

QString definitionOf(bool cohort)
{
    const QString period = cohort
        ? QCoreApplication::translate("kindling", "Of the leads that came in during the period: what became of them by the chosen day.")
        : QCoreApplication::translate(
            "kindling",
            "Won and lost: decided in the period, whenever they came in. Came in, qualified: of those that came in during "
            "the period. Open: on the chosen day.");
    return period + u' '
        + QCoreApplication::translate(
               "kindling",
               "Qualified: ever reached “sales qualified” or a later stage. Won of decided: won / (won + lost); disqualified "
               "leads were never in the race. Intervals are Wilson's at 95 %. Days run from coming in to the decision, by the "
               "calendar. Each lead counts for whom it belongs to now.");
}

/// The best first; what has no rate, and what is several in one, last.
void sortRows(std::vector<FigureRow> &rows, size_t column, const std::vector<QString> &last)
{
    const auto rank = [&](const FigureRow &row) {
        const bool atEnd = std::find(last.begin(), last.end(), row.name) != last.end();
        return std::pair(atEnd, -figureNumber(row.figures[column]).value_or(-1));
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const FigureRow &a, const FigureRow &b) { return rank(a) < rank(b); });
}

QString titleOf(ReportKind kind)
{
    switch (kind) {
    case ReportKind::People: return QCoreApplication::translate("kindling", "Results by person");
    case ReportKind::Sources: return QCoreApplication::translate("kindling", "Where leads come from");
    default: return QCoreApplication::translate("kindling", "Who buys");
    }
}

} // namespace

Figures resultsReport(const ReportInput &input, const ReportQuery &query)
{
    Counting counting = counted(input.chosen, [&] { return Counting(input, query); });
    const bool cohort = query.basis == ReportQuery::Basis::Entered;
    Figures figures;
    if (input.exchange)
        addCosts(counting.groups, figures.notes, input, query);
    Group all(input);
    all.name = QCoreApplication::translate("kindling", "All");
    for (const Group &group : counting.groups)
        all.add(group);
    figures.title = titleOf(query.kind);
    figures.rowLabel = input.groupLabel;
    figures.columns = columns();
    if (!input.exchange)
        figures.columns.resize(Cost);
    figures.drawn = query.kind == ReportKind::People || !cohort ? WinRate : OfLeads;
    std::vector<QString> last;
    for (Group &group : largest(std::move(counting.groups), input)) {
        if (group.rest)
            last.push_back(group.name);
        figures.rows.push_back(rowOf(group, input, cohort));
    }
    sortRows(figures.rows, figures.drawn, last);
    figures.total = rowOf(all, input, cohort);
    figures.sentence = sentenceOf(figures.rows, figures.drawn);
    if (counting.negative > 0)
        figures.notes += negativeNote(counting.negative);
    figures.definition = definitionOf(cohort) + (input.exchange ? u' ' + costDefinition(query.basis) : QString());
    return figures;
}

} // namespace kindling
