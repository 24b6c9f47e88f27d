// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the funnel opens, and how it goes to the dashboard and comes back.
#include "core/rules/filtertext.h"
#include "core/rules/funnelfigures.h"
#include "core/workspace/reportground.h"
#include "ui/charts/funnelview.h"
#include "ui/reports/funnelpane.h"
#include "ui/reports/splitmenu.h"
#include "ui/widgets/whenanswered.h"

#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace kindling {

DashboardChart FunnelPane::chart() const
{
    DashboardChart chart;
    chart.report = QStringLiteral("funnel");
    if (m_basis != FunnelQuery::Basis::Cohort)
        chart.basis = m_basis == FunnelQuery::Basis::Snapshot ? QStringLiteral("snapshot") : QStringLiteral("events");
    if (m_by)
        chart.by = fieldKey(*m_by, m_workspace.vocabulary().get());
    return chart;
}

void FunnelPane::setChart(const DashboardChart &chart)
{
    m_basis = chart.basis == u"snapshot" ? FunnelQuery::Basis::Snapshot
        : chart.basis == u"events"       ? FunnelQuery::Basis::Events
                                         : FunnelQuery::Basis::Cohort;
    const auto field = findField(chart.by, m_workspace.vocabulary().get());
    m_by = field ? std::optional(field->field) : std::nullopt;
    for (const auto &[basis, choice] : m_bases) {
        if (basis == m_basis)
            choice->setChecked(true);
    }
    reload();
}

/// Which leads the bars count: those that came in during the period, or all of them while the funnel is a snapshot.
Filter FunnelPane::periodFilter() const
{
    if (m_basis == FunnelQuery::Basis::Snapshot || m_scope.allTime)
        return m_scope.filter;
    const auto words = m_workspace.vocabulary();
    const QString days = m_scope.first.toString(Qt::ISODate) + QStringLiteral("..") + m_scope.end.addDays(-1).toString(Qt::ISODate);
    const Result<Filter> came =
        parseFilter(QStringLiteral("created:") + days, {words.get(), m_workspace.clock().now(), m_workspace.clock().zone()});
    return came ? Filter::all({*came, m_scope.filter}) : m_scope.filter;
}

/// Opens the leads of the period that have a word (or none) in a field.
void FunnelPane::openLeads(const QString &title, LeadField field, const QString &word)
{
    FilterTest test;
    test.field = field;
    test.op = word.isEmpty() ? FilterTest::Operator::None : FilterTest::Operator::Is;
    if (!word.isEmpty())
        test.words = {word};
    whenAnswered(m_workspace.leads().list({Filter::all({periodFilter(), Filter::of(test)}), {}}, {}, m_scope.past), this,
                 [this, title](const Result<LeadListPtr> &leads) {
                     if (leads)
                         Q_EMIT leadsWanted(title, *leads);
                     else
                         Q_EMIT failed(leads.error());
                 });
}

const FunnelReport *FunnelPane::earlier() const
{
    return m_answer.before ? &*m_answer.before : nullptr;
}

void FunnelPane::fillSplits()
{
    m_split->menu()->clear();
    fillSplitMenu(
        *m_split->menu(), *m_workspace.vocabulary(), [](const FieldId &by) { return by != FieldId(LeadField::Stage); },
        [this](const std::optional<FieldId> &by) {
            m_by = by;
            reload();
        });
}

void FunnelPane::openFigure(int row, int column)
{
    const Figures &split = *m_answer.split;
    if (size_t(row) < split.rows.size())
        Q_EMIT leadsWanted(tr("%1: %2").arg(split.rows[size_t(row)].fullName(), split.columns[size_t(column)].label),
                           m_answer.splitLeads(size_t(row), size_t(column)));
}

void FunnelPane::openStep(int step, int column)
{
    const FunnelStep &chosen = m_answer.report.steps[size_t(step)];
    const Figures figures = funnelFigures(m_answer.report, earlier());
    if (figures.columns[size_t(column)].key == u"back") {
        const std::vector<quint32> &moved = figures.rows[size_t(step)].leads[size_t(column)].list();
        auto list = std::make_shared<LeadList>();
        list->ids = m_answer.ground->idsOf(moved);
        list->value = m_answer.ground->valueOf(moved);
        list->past = m_answer.past;
        Q_EMIT leadsWanted(tr("Moved back from %1").arg(chosen.stage.name), list);
        return;
    }
    const FunnelQuery::Basis basis = m_answer.report.query.basis;
    const QString title = basis == FunnelQuery::Basis::Cohort ? tr("Reached %1").arg(chosen.stage.name)
        : basis == FunnelQuery::Basis::Events                 ? tr("Came to %1").arg(chosen.stage.name)
                                                              : tr("In %1").arg(chosen.stage.name);
    Q_EMIT leadsWanted(title, m_answer.leads[size_t(step)]);
}

} // namespace kindling
