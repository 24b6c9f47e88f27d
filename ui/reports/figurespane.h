// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dashboard.h"
#include "core/workspace/workspace.h"
#include "ui/reports/reportscope.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace kindling {

class BarChart;
class ChartPaper;
class ColumnChart;
class CurveChart;
class FigureChart;
class FigureTable;
class Theme;
struct Job;

/// Any report beside the funnel: what matters most in a sentence, a chart of the figure that is chosen, the same as a table, and what was
/// counted.
class FiguresPane final : public QWidget
{
    Q_OBJECT

public:
    FiguresPane(Workspace &workspace, Theme &theme, QWidget *parent);

    void ask(ReportKind kind, const ReportScope &scope);
    void focusChart();
    /// What is chosen here, as a chart for the dashboard; and the other way round.
    DashboardChart chartAsked() const;
    void setChart(const DashboardChart &chart);

Q_SIGNALS:
    void answered();
    void leadsWanted(const QString &title, const kindling::LeadListPtr &leads);
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);
    void jobStarted(const kindling::Job &job);

private:
    QHBoxLayout *makeHead();
    void makeCharts(Theme &theme);
    void fillSplits();
    void fillFaces();
    QString faceText() const;
    void fillMeasures();
    void refreshChoices();
    void reload();
    void showAnswer(const ReportAnswer &answer);
    void showChart();
    void openMark(int mark);
    void openFigure(int row, int column);
    FigureChart *chart() const;
    std::unique_ptr<ChartPaper> paper();

    Workspace &m_workspace;
    ReportScope m_scope;
    ReportQuery m_query;
    std::optional<ReportAnswer> m_answer;
    size_t m_column = 0;
    QString m_measureWanted; ///< the figure that the next answer draws, by key
    int m_asked = 0;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_notes = nullptr;
    QLabel *m_definition = nullptr;
    QLabel *m_nothing = nullptr;
    QPushButton *m_basis = nullptr;
    QPushButton *m_goal = nullptr;
    QPushButton *m_face = nullptr;
    QPushButton *m_split = nullptr;
    QPushButton *m_measure = nullptr;
    QPushButton *m_asTable = nullptr;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_barArea = nullptr;
    QScrollArea *m_columnArea = nullptr;
    BarChart *m_bars = nullptr;
    ColumnChart *m_columns = nullptr;
    CurveChart *m_curves = nullptr;
    FigureTable *m_table = nullptr;
};

} // namespace kindling
