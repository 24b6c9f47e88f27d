// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/spending.h"

#include "core/rules/reportparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace kindling {

namespace {

/// A sum times `factor`, rounded to minor units.
MoneySum scaled(const MoneySum &sum, double factor)
{
    MoneySum result;
    for (const Money &part : sum.parts())
        result.add({std::llround(double(part.minor) * factor), part.currency});
    return result;
}

} // namespace

Spending::Spending(const ReportInput &input, const ReportQuery &query)
    : m_shared(query.basis == ReportQuery::Basis::Entered)
    , m_currency(input.exchange ? input.exchange->into() : QString())
    , m_groups(std::max(input.groupCount(), input.groupNames.size())) // without leads there are no groups, and yet costs
{
    for (const GroupCost &cost : input.costs) {
        Group &group = m_groups[cost.group];
        group.known = true;
        if (m_shared ? cost.at > query.asOf : !inPeriod(cost.at, query))
            continue;
        const Money amount = input.exchange ? input.exchange->exchanged(cost.amount, cost.at) : cost.amount;
        if (amount.currency != m_currency)
            m_strange.insert(amount.currency);
        group.spent.add(amount);
    }
}

std::optional<MoneySum> Spending::costOf(size_t group, qint64 entered) const
{
    const Group &of = m_groups[group];
    if (!of.known)
        return std::nullopt;
    MoneySum cost = of.spent;
    if (m_shared && of.bearers > 0)
        cost = scaled(cost, double(entered) / double(of.bearers));
    if (cost.parts().empty())
        cost.add({0, m_currency}); // costs are known, and none fell into the period
    return cost;
}

FigureValue perHead(const std::optional<MoneySum> &cost, qint64 heads)
{
    return cost && heads > 0 ? FigureValue(scaled(*cost, 1.0 / double(heads))) : FigureValue();
}

FigureValue returnOf(const MoneySum &revenue, const std::optional<MoneySum> &cost)
{
    if (!cost || cost->parts().size() != 1 || cost->parts().front().minor <= 0 || revenue.parts().size() > 1)
        return {};
    const Money &spent = cost->parts().front();
    if (!revenue.parts().empty() && revenue.parts().front().currency != spent.currency)
        return {};
    const double back = revenue.parts().empty() ? 0 : double(revenue.parts().front().minor);
    return Return{(back - double(spent.minor)) / double(spent.minor)};
}

FigureValue figureOf(const std::optional<MoneySum> &cost)
{
    return cost ? FigureValue(*cost) : FigureValue();
}

void Revenue::add(quint32 lead)
{
    const FunnelLead &facts = m_input->leads[lead];
    if (facts.valueMinor == 0)
        return;
    const Money value{facts.valueMinor, m_input->currencies[facts.currency]};
    m_sum.add(m_input->exchange ? m_input->exchange->exchanged(value, facts.outcomeSince) : value);
}

void Revenue::add(const Revenue &other)
{
    for (const Money &part : other.m_sum.parts())
        m_sum.add(part);
}

QString strangeNote(const std::set<QString> &currencies, const QString &into)
{
    if (currencies.empty())
        return {};
    QStringList names;
    for (const QString &currency : currencies)
        names += currency;
    return QCoreApplication::translate(
               "kindling",
               "Amounts in %1 stay apart, and no return is given where they are: there is no rate for them in %2. Enter one in "
               "Settings.")
        .arg(names.join(QStringLiteral(", ")), into);
}

QString costDefinition(ReportQuery::Basis basis)
{
    const QString first = basis == ReportQuery::Basis::Entered
        ? QCoreApplication::translate("kindling",
                                      "Cost: all that was spent until the chosen day, shared by all leads that it brought; those of the "
                                      "period bear their part.")
        : QCoreApplication::translate("kindling", "Cost: what was spent in the period, for whichever leads.");
    return first + u' '
        + QCoreApplication::translate("kindling",
                                      "“–” stands where no cost is known. Return: (revenue − cost) / cost. Other currencies are counted at "
                                      "your rate of the day, and kept apart without one.");
}

} // namespace kindling
