// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include "core/base/translations.h"
#include "core/rules/spending.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

enum Column : size_t { Leads, Mql, Sql, Won, RevenueWon, Cost, PerLead, PerMql, PerSql, PerCustomer, Back, Count };

/// What one campaign brought.
struct Group
{
    std::vector<quint32> leads, mql, sql, won;
    Revenue revenue;
    std::optional<MoneySum> cost;

    explicit Group(const ReportInput &input)
        : revenue(input)
    {
    }
    bool isEmpty() const { return leads.empty() && mql.empty() && sql.empty() && won.empty() && !cost; }
};

class Counting
{
public:
    Counting(const ReportInput &input, const ReportQuery &query)
        : m_input(input)
        , m_query(query)
    {
    }
    void count(quint32 lead, Group &group) const
    {
        const FunnelLead &facts = m_input.leads[lead];
        const bool entered = inPeriod(facts.created, m_query);
        if (facts.created > m_query.asOf || (isCohort() && !entered))
            return;
        if (entered)
            group.leads.push_back(lead);
        if (happened(m_input.reached(lead, m_input.marketingStep, m_query.asOf)))
            group.mql.push_back(lead);
        if (happened(m_input.reached(lead, m_input.qualifiedStep, m_query.asOf)))
            group.sql.push_back(lead);
        if (outcomeAt(facts, m_query.asOf) == Outcome::Won && happened(facts.outcomeSince)) {
            group.won.push_back(lead);
            group.revenue.add(lead);
        }
    }
    bool isCohort() const { return m_query.basis == ReportQuery::Basis::Entered; }

private:
    /// Of a cohort whenever it was; else within the period.
    bool happened(std::optional<UtcMs> at) const { return at && (isCohort() || inPeriod(*at, m_query)); }

    const ReportInput &m_input;
    const ReportQuery &m_query;
};

std::vector<char> chosenOf(std::span<const quint32> chosen, size_t leads)
{
    std::vector<char> is(leads, 0);
    for (const quint32 lead : chosen)
        is[lead] = 1;
    return is;
}

std::vector<FigureColumn> columns()
{
    return {{QStringLiteral("leads"), sentence(QT_TRANSLATE_NOOP("kindling", "Leads"))},
            {QStringLiteral("mql"), sentence(QT_TRANSLATE_NOOP("kindling", "MQL"))},
            {QStringLiteral("sql"), sentence(QT_TRANSLATE_NOOP("kindling", "SQL"))},
            {QStringLiteral("won"), sentence(QT_TRANSLATE_NOOP("kindling", "Won"))},
            {QStringLiteral("revenue"), sentence(QT_TRANSLATE_NOOP("kindling", "Revenue"))},
            {QStringLiteral("cost"), sentence(QT_TRANSLATE_NOOP("kindling", "Cost"))},
            {QStringLiteral("costPerLead"), sentence(QT_TRANSLATE_NOOP("kindling", "Per lead"))},
            {QStringLiteral("costPerMql"), sentence(QT_TRANSLATE_NOOP("kindling", "Per MQL"))},
            {QStringLiteral("costPerSql"), sentence(QT_TRANSLATE_NOOP("kindling", "Per SQL"))},
            {QStringLiteral("costPerCustomer"), sentence(QT_TRANSLATE_NOOP("kindling", "Per customer"))},
            {QStringLiteral("return"), sentence(QT_TRANSLATE_NOOP("kindling", "Return"))}};
}

/// The figures that come of the costs, from the counts of those whose costs they are.
void fillCosts(FigureRow &row, const std::optional<MoneySum> &cost, const MoneySum &revenue, const std::array<qint64, 4> &heads)
{
    row.figures[Cost] = figureOf(cost);
    row.figures[PerLead] = perHead(cost, heads[0]);
    row.figures[PerMql] = perHead(cost, heads[1]);
    row.figures[PerSql] = perHead(cost, heads[2]);
    row.figures[PerCustomer] = perHead(cost, heads[3]);
    row.figures[Back] = returnOf(revenue, cost);
}

std::array<qint64, 4> headsOf(const Group &group)
{
    return {qint64(group.leads.size()), qint64(group.mql.size()), qint64(group.sql.size()), qint64(group.won.size())};
}

FigureRow rowOf(const QString &name, const Group &group)
{
    FigureRow row;
    row.name = name;
    row.figures.resize(Column::Count);
    const std::array<qint64, 4> heads = headsOf(group);
    std::copy(heads.begin(), heads.end(), row.figures.begin());
    row.figures[RevenueWon] = group.revenue.sum();
    fillCosts(row, group.cost, group.revenue.sum(), heads);
    const FigureLeads leads(group.leads);
    const FigureLeads mql(group.mql);
    const FigureLeads sql(group.sql);
    const FigureLeads won(group.won);
    row.leads = {leads, mql, sql, won, won, leads, leads, mql, sql, won, won};
    return row;
}

/// All leads once; what they cost is compared with the leads, and the revenue, of the campaigns whose costs are known.
FigureRow totalOf(const Group &all, const std::vector<Group> &groups, const ReportInput &input)
{
    FigureRow row = rowOf(sentence(QT_TRANSLATE_NOOP("kindling", "All")), all);
    std::optional<MoneySum> cost;
    Revenue revenue(input);
    std::array<qint64, 4> heads{};
    for (const Group &group : groups) {
        if (!group.cost)
            continue;
        if (!cost)
            cost.emplace();
        for (const Money &part : group.cost->parts())
            cost->add(part);
        revenue.add(group.revenue);
        const std::array<qint64, 4> some = headsOf(group);
        for (size_t i = 0; i < heads.size(); ++i)
            heads[i] += some[i];
    }
    fillCosts(row, cost, revenue.sum(), heads);
    return row;
}

/// "Autumn fair brought back most: +240 %; Newsletter 12 least: −60 %."
QString sentenceOf(const std::vector<FigureRow> &rows)
{
    const FigureRow *most = nullptr;
    const FigureRow *least = nullptr;
    const auto back = [](const FigureRow &row) { return figureNumber(row.figures[Back]).value_or(0); };
    for (const FigureRow &row : rows) {
        if (!std::holds_alternative<Return>(row.figures[Back]))
            continue;
        if (!most || back(row) > back(*most))
            most = &row;
        if (!least || back(row) < back(*least))
            least = &row;
    }
    if (!most || most == least)
        return {};
    const QLocale locale;
    return sentence(QT_TRANSLATE_NOOP("kindling", "%1 brought back most for its money: %2; %3 least: %4."))
        .arg(most->name, figureText(most->figures[Back], locale), least->name, figureText(least->figures[Back], locale));
}

QString definitionOf(const ReportQuery &query)
{
    const QString counted = query.basis == ReportQuery::Basis::Entered
        ? sentence(QT_TRANSLATE_NOOP("kindling", "Basis: leads created in the period, and what became of them by the chosen day."))
        : sentence(QT_TRANSLATE_NOOP("kindling",
                                     "Basis: money spent in the period, against what happened in it: leads that came in, that were "
                                     "qualified, that were won, whenever they came in."));
    QString credit;
    switch (query.credit) {
    case ReportQuery::Credit::First:
        credit = sentence(QT_TRANSLATE_NOOP("kindling", "A lead counts for the campaign that it came in by."));
        break;
    case ReportQuery::Credit::Last:
        credit = sentence(QT_TRANSLATE_NOOP("kindling", "A lead counts for the last campaign that reached it before it was decided."));
        break;
    case ReportQuery::Credit::Every:
        credit = sentence(
            QT_TRANSLATE_NOOP("kindling", "A lead counts for every campaign that reached it before it was decided, and once in all."));
        break;
    }
    return QStringList{counted, credit,
                       sentence(QT_TRANSLATE_NOOP("kindling",
                                                  "MQL, SQL: ever reached that stage or a later one. Per …: cost / count. The total "
                                                  "compares costs with the campaigns whose costs are known.")),
                       costDefinition(query.basis)}
        .join(u' ');
}

std::set<QString> strangeIn(const std::vector<Group> &groups, const ReportInput &input)
{
    std::set<QString> strange;
    for (const Group &group : groups) {
        for (const Money &part : group.revenue.sum().parts()) {
            if (input.exchange && !input.exchange->knows(part.currency))
                strange.insert(part.currency);
        }
    }
    return strange;
}

} // namespace

Figures campaignsReport(const ReportInput &input, const ReportQuery &query)
{
    const Counting counting(input, query);
    Spending spending(input, query);
    const std::vector<char> chosen = chosenOf(input.chosen, input.leads.size());
    const std::vector<char> bears = chosenOf(input.everybody, input.leads.size());
    std::vector<Group> groups(input.groupCount(), Group(input));
    std::vector<qint64> bearers(groups.size(), 0);
    Group all(input);
    std::optional<quint32> last;
    for (const LeadCredit &credit : input.credits) {
        if (bears[credit.lead] && input.leads[credit.lead].created <= query.asOf)
            ++bearers[credit.group];
        if (!chosen[credit.lead])
            continue;
        counting.count(credit.lead, groups[credit.group]);
        if (last != credit.lead)
            counting.count(credit.lead, all);
        last = credit.lead;
    }
    Figures figures;
    std::vector<size_t> order;
    for (size_t i = 0; i < groups.size(); ++i) {
        spending.setBearers(i, bearers[i]);
        groups[i].cost = spending.costOf(i, qint64(groups[i].leads.size()));
        const bool planned = std::find(input.planned.begin(), input.planned.end(), i) != input.planned.end();
        if (planned || !groups[i].isEmpty())
            order.push_back(i);
    }
    const auto rank = [&](size_t i) { return std::pair(input.groupNames[i].isEmpty(), -qint64(groups[i].leads.size())); };
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return rank(a) < rank(b); });
    for (const size_t i : order)
        figures.rows.push_back(rowOf(groupName(input, i), groups[i]));
    figures.title = sentence(QT_TRANSLATE_NOOP("kindling", "Campaigns"));
    figures.rowLabel = sentence(QT_TRANSLATE_NOOP("kindling", "Campaign"));
    figures.columns = columns();
    figures.total = totalOf(all, groups, input);
    figures.sentence = sentenceOf(figures.rows);
    std::set<QString> strange = strangeIn(groups, input);
    strange.insert(spending.strange().begin(), spending.strange().end());
    if (const QString note = strangeNote(strange, input.exchange ? input.exchange->into() : QString()); !note.isEmpty())
        figures.notes += note;
    if (!counting.isCohort() && input.chosen.size() < input.everybody.size())
        figures.notes +=
            sentence(QT_TRANSLATE_NOOP("kindling", "Only some leads are counted; the costs are those of all leads of a campaign."));
    figures.definition = definitionOf(query);
    return figures;
}

} // namespace kindling
