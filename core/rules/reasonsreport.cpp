// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reportparts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace kindling {

namespace {

enum Column : size_t { What, Leads, OfOutcome, Value, Count };

struct Reason
{
    std::vector<quint32> leads;
    CurrencySums value;
};

QString nameOf(const QString &name)
{
    return name.isEmpty() ? QCoreApplication::translate("kindling", "No reason given") : name;
}

FigureRow rowOf(const QString &name, Outcome outcome, const Reason &reason, qint64 ofOutcome, const ReportInput &input)
{
    FigureRow row;
    row.name = outcome == Outcome::Lost ? name : QCoreApplication::translate("kindling", "%1: %2").arg(labelOf(outcome), name);
    row.figures = {FigureValue(labelOf(outcome)), FigureValue(qint64(reason.leads.size())),
                   FigureValue(Rate::of(qint64(reason.leads.size()), ofOutcome)), FigureValue(reason.value.sum(input.currencies))};
    row.leads.assign(Column::Count, reason.leads);
    return row;
}

} // namespace

Figures reasonsReport(const ReportInput &input, const ReportQuery &query)
{
    constexpr std::array outcomes{Outcome::Lost, Outcome::Disqualified, Outcome::Won};
    std::array<std::vector<Reason>, outcomes.size()> reasons;
    std::array<qint64, outcomes.size()> totals{};
    for (auto &of : reasons)
        of.assign(input.reasonNames.size(), {{}, CurrencySums(input.currencies.size())});
    for (const quint32 lead : input.chosen) {
        const FunnelLead &facts = input.leads[lead];
        const auto at = std::find(outcomes.begin(), outcomes.end(), outcomeAt(facts, query.asOf));
        const UtcMs when = query.basis == ReportQuery::Basis::Entered ? facts.created : facts.outcomeSince;
        if (at == outcomes.end() || !inPeriod(when, query))
            continue;
        const auto which = size_t(at - outcomes.begin());
        Reason &reason = reasons[which][input.reasons[lead]];
        reason.leads.push_back(lead);
        reason.value.add(facts);
        ++totals[which];
    }
    Figures figures;
    const auto tr = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    figures.title = tr(QT_TRANSLATE_NOOP("kindling", "Why they were won and lost"));
    figures.rowLabel = tr(QT_TRANSLATE_NOOP("kindling", "Reason"));
    figures.columns = {{QStringLiteral("outcome"), tr(QT_TRANSLATE_NOOP("kindling", "Outcome"))},
                       {QStringLiteral("leads"), tr(QT_TRANSLATE_NOOP("kindling", "Leads"))},
                       {QStringLiteral("ofOutcome"), tr(QT_TRANSLATE_NOOP("kindling", "Share of that outcome"))},
                       {QStringLiteral("value"), tr(QT_TRANSLATE_NOOP("kindling", "Value"))}};
    figures.drawn = OfOutcome;
    for (size_t which = 0; which < outcomes.size(); ++which) {
        const auto begin = std::ptrdiff_t(figures.rows.size());
        for (size_t reason = 0; reason < reasons[which].size(); ++reason) {
            if (!reasons[which][reason].leads.empty())
                figures.rows.push_back(
                    rowOf(nameOf(input.reasonNames[reason]), outcomes[which], reasons[which][reason], totals[which], input));
        }
        std::stable_sort(figures.rows.begin() + begin, figures.rows.end(), [](const FigureRow &a, const FigureRow &b) {
            return figureNumber(a.figures[Leads]) > figureNumber(b.figures[Leads]);
        });
    }
    const auto named = std::find_if(figures.rows.begin(), figures.rows.end(),
                                    [](const FigureRow &row) { return std::get<QString>(row.figures[What]) == labelOf(Outcome::Lost); });
    if (named != figures.rows.end() && totals[0] >= 10) {
        const QString share = figureText(named->figures[OfOutcome], QLocale());
        figures.sentence = named->name == nameOf({})
            ? QCoreApplication::translate("kindling", "For %1 of the lost leads no reason was given.").arg(share)
            : QCoreApplication::translate("kindling", "The most frequent reason for a loss: %1, %2 of the lost leads.")
                  .arg(named->name, share);
    }
    figures.definition = tr(QT_TRANSLATE_NOOP("kindling",
                                              "Leads that were lost, disqualified or won in the period, by the reason given; the share is "
                                              "of all leads with that outcome. Intervals are "
                                              "Wilson's at 95 %."));
    return figures;
}

} // namespace kindling
