// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dashboard.h"
#include "core/workspace/workspace.h"
#include "ui/reports/reportscope.h"

#include <QWidget>

class QFrame;
class QLabel;
class QLayout;
class QPushButton;
class QScrollArea;

namespace kindling {

class BarChart;
class Chart;
class ChartPaper;
class FigureTable;
class FunnelView;
class ShareBars;
class Theme;

/// The funnel of a period, as cohort, snapshot or moves, with the biggest leak in words, and beside it what was won, what became of the
/// leads, and which sources bring customers.
class FunnelPane final : public QWidget
{
    Q_OBJECT

public:
    FunnelPane(Workspace &workspace, Theme &theme, QWidget *parent);

    void setScope(const ReportScope &scope);
    const FunnelReport &report() const { return m_answer.report; }
    void focusChart();
    /// What is chosen here, as a chart for the dashboard; and the other way round.
    DashboardChart chart() const;
    void setChart(const DashboardChart &chart);

Q_SIGNALS:
    void answered();
    void leadsWanted(const QString &title, const kindling::LeadListPtr &leads);
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    QFrame *makeFunnelCard();
    QLayout *makeFunnelHead(QWidget *frame);
    QWidget *makeChoices(QWidget *parent);
    QLayout *makeFoot(QWidget *frame);
    QPushButton *makeRules(QWidget *parent);
    void fillSplits();
    void showForm();
    Chart &shownChart() const;
    QFrame *makeWinCard();
    QFrame *makeOutcomeCard();
    QFrame *makeSourceCard();
    void chooseWithin(int days);
    void reload();
    void showAnswer(const FunnelAnswer &answer);
    void showWins(const FunnelReport &report);
    void showOutcomes(const FunnelReport &report);
    void showSources(const std::vector<GroupShare> &sources);
    Filter periodFilter() const;
    void openLeads(const QString &title, LeadField field, const QString &word);
    const FunnelReport *earlier() const; ///< of the period that is compared with; null without one
    void openStep(int step, int column);
    void openFigure(int row, int column);
    std::unique_ptr<ChartPaper> paper();
    void restyle();

    Workspace &m_workspace;
    Theme &m_theme;
    ReportScope m_scope;
    FunnelAnswer m_answer;
    FunnelQuery::Basis m_basis = FunnelQuery::Basis::Cohort;
    FunnelQuery::Order m_order = FunnelQuery::Order::MaySkip;
    int m_withinDays = 0;
    std::optional<FieldId> m_by; ///< each stage for each of its groups
    std::vector<std::pair<FunnelQuery::Basis, QPushButton *>> m_bases;
    int m_asked = 0;
    QPushButton *m_rules = nullptr;
    QPushButton *m_split = nullptr;
    QPushButton *m_asTable = nullptr;
    QLabel *m_total = nullptr;
    QLabel *m_leak = nullptr;
    QLabel *m_definition = nullptr;
    FunnelView *m_funnel = nullptr;
    BarChart *m_bars = nullptr; ///< of the funnel that is split
    QScrollArea *m_barArea = nullptr;
    FigureTable *m_table = nullptr;
    QLabel *m_winRate = nullptr;
    QLabel *m_winDetail = nullptr;
    QPushButton *m_wonValue = nullptr;
    ShareBars *m_outcomes = nullptr;
    ShareBars *m_sources = nullptr;
    std::vector<Outcome> m_shownOutcomes; ///< beside the bars of m_outcomes
    std::vector<GroupShare> m_shownSources; ///< beside the bars of m_sources
};

} // namespace kindling
