// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/reportinput.h"

namespace kindling {

/// What the groups of a report cost in its period, and what that makes a head. For core/rules.
///
/// Entered: all that a group cost until the day, shared by its leads, each bearing the same; the leads of the period bear their part.
/// Happened: what was spent in the period.
class Spending
{
public:
    Spending(const ReportInput &input, const ReportQuery &query);

    /// Says how many leads bear the costs of a group; only needed for Entered.
    void setBearers(size_t group, qint64 leads) { m_groups[group].bearers = leads; }
    /// Nothing when no cost of the group is known. `entered`: how many leads of the period are counted.
    std::optional<MoneySum> costOf(size_t group, qint64 entered) const;
    /// Currencies of costs without a rate into the one of the workspace.
    const std::set<QString> &strange() const { return m_strange; }

private:
    struct Group
    {
        bool known = false;
        MoneySum spent;
        qint64 bearers = 0;
    };

    bool m_shared;
    QString m_currency;
    std::vector<Group> m_groups;
    std::set<QString> m_strange;
};

/// What one of `heads` costs; nothing for no cost and no heads.
FigureValue perHead(const std::optional<MoneySum> &cost, qint64 heads);
/// (revenue - cost) / cost; nothing when the cost is unknown or zero, or both are not of one currency.
FigureValue returnOf(const MoneySum &revenue, const std::optional<MoneySum> &cost);
FigureValue figureOf(const std::optional<MoneySum> &cost);

/// What won leads are worth, in one currency as far as there are rates.
class Revenue
{
public:
    explicit Revenue(const ReportInput &input)
        : m_input(&input)
    {
    }
    void add(quint32 lead);
    void add(const Revenue &other);
    const MoneySum &sum() const { return m_sum; }

private:
    const ReportInput *m_input;
    MoneySum m_sum;
};

/// "Amounts in USD stay apart …": what to say of currencies that cannot be exchanged; empty for none.
QString strangeNote(const std::set<QString> &currencies, const QString &into);
/// How costs are counted, for the footer.
QString costDefinition(ReportQuery::Basis basis);

} // namespace kindling
