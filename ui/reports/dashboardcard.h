// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/dashboardquestion.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace kindling {

class BarChart;
class Chart;
class ColumnChart;
class CurveChart;
class FigureChart;
class FunnelView;
class Theme;

/// One chart of the dashboard: its title opens the report, its marks their leads, its menu moves or removes it.
class DashboardCard final : public QFrame
{
    Q_OBJECT

public:
    DashboardCard(Workspace &workspace, Theme &theme, QWidget *parent);

    /// Asks anew; the chart stays until the answer is there.
    void show(const DashboardChart &chart, const PastMoment &past);
    void focusChart();

Q_SIGNALS:
    void reportWanted();
    void moveWanted(int places);
    void removeWanted();
    void leadsWanted(const QString &title, const kindling::LeadListPtr &leads);

private:
    void makeCharts(Theme &theme);
    void ask(const DashboardQuestion &question, const PastMoment &past);
    void showFunnel(const FunnelAnswer &answer);
    void showFigures(const ReportAnswer &answer);
    void showProblem(const QString &sentence);
    void openStep(int step);
    void openMark(int mark);
    QWidget *roomOf(FigureChart *chart) const;

    Workspace &m_workspace;
    DashboardChart m_chart;
    FunnelAnswer m_funnelAnswer;
    std::optional<ReportAnswer> m_answer;
    int m_asked = 0;
    size_t m_column = 0;
    QPushButton *m_title;
    QPushButton *m_more;
    QLabel *m_scope;
    QLabel *m_sentence;
    QStackedWidget *m_stack;
    FunnelView *m_funnel = nullptr;
    BarChart *m_bars = nullptr;
    BarChart *m_splitBars = nullptr; ///< of a report that is split: each row for each group, more than the card has room for
    QScrollArea *m_splitArea = nullptr;
    QScrollArea *m_columnArea = nullptr;
    ColumnChart *m_columns = nullptr;
    CurveChart *m_curves = nullptr;
    FigureChart *m_shown = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace kindling
