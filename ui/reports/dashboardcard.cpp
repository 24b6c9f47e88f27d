// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/dashboardcard.h"

#include "core/base/errortext.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartarea.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/curvechart.h"
#include "ui/charts/funnelview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int cardHeight = 340;
constexpr size_t shownRows = 8; ///< of a report with many rows; the report shows them all

bool isEmpty(const Figures &figures)
{
    return std::all_of(figures.rows.begin(), figures.rows.end(), [](const FigureRow &row) {
        return std::all_of(row.leads.begin(), row.leads.end(), [](const auto &leads) { return leads.empty(); });
    });
}

} // namespace

DashboardCard::DashboardCard(Workspace &workspace, Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_workspace(workspace)
    , m_title(button({}, "link", this))
    , m_more(menuChip(this))
    , m_scope(plainLabel({}, "small", this))
    , m_sentence(plainLabel({}, "second", this))
    , m_stack(new QStackedWidget(this))
{
    setProperty("kind", QStringLiteral("card"));
    setFixedHeight(cardHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space4);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    m_more->setText(tr("More"));
    head->addWidget(m_more);
    column->addLayout(head);
    column->addWidget(m_scope);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    makeCharts(theme);
    column->addWidget(m_stack, 1);
    auto *menu = new QMenu(m_more);
    menu->addAction(tr("Open the report"), this, &DashboardCard::reportWanted);
    menu->addSeparator();
    menu->addAction(tr("Move forward"), this, [this] { Q_EMIT moveWanted(-1); });
    menu->addAction(tr("Move back"), this, [this] { Q_EMIT moveWanted(1); });
    menu->addSeparator();
    menu->addAction(tr("Take off the dashboard"), this, &DashboardCard::removeWanted);
    m_more->setMenu(menu);
    connect(m_title, &QPushButton::clicked, this, &DashboardCard::reportWanted);
}

void DashboardCard::makeCharts(Theme &theme)
{
    m_funnel = new FunnelView(theme, m_stack);
    m_bars = new BarChart(tr("Bars"), theme, m_stack);
    m_columns = new ColumnChart(tr("Columns"), theme, m_stack);
    m_curves = new CurveChart(tr("Curves"), theme, m_stack);
    m_problem = plainLabel({}, "second", m_stack);
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setWordWrap(true);
    m_splitBars = new BarChart(tr("Bars of each group"), theme, m_stack);
    m_splitArea = chartArea(m_splitBars, m_stack);
    m_columnArea = chartArea(m_columns, m_stack);
    for (QWidget *view : std::initializer_list<QWidget *>{m_funnel, m_bars, m_columnArea, m_curves, m_splitArea, m_problem}) {
        view->setMinimumSize(0, 0);
        m_stack->addWidget(view);
    }
    connect(m_funnel, &Chart::markChosen, this, &DashboardCard::openStep);
    for (FigureChart *chart : std::initializer_list<FigureChart *>{m_bars, m_splitBars, m_columns, m_curves})
        connect(chart, &Chart::markChosen, this, &DashboardCard::openMark);
}

void DashboardCard::show(const DashboardChart &chart, const PastMoment &past)
{
    m_chart = chart;
    const auto words = m_workspace.vocabulary();
    const Clock &clock = m_workspace.clock();
    const Result<DashboardQuestion> question = questionOf(chart, *words, past.value_or(clock.now()), clock.zone());
    if (!question) {
        ++m_asked;
        m_title->setText(tr("A chart that cannot be made any more"));
        m_scope->clear();
        showProblem(errorSentence(question.error()));
        return;
    }
    m_title->setText(QString(question->title).replace(u'&', QStringLiteral("&&")));
    m_title->setAccessibleName(tr("Open the report: %1").arg(question->title));
    m_more->setAccessibleName(tr("More about %1").arg(question->title));
    m_scope->setText(question->inWords());
    ask(*question, past);
}

void DashboardCard::ask(const DashboardQuestion &question, const PastMoment &past)
{
    const int asked = ++m_asked;
    const auto answered = [this, asked](const auto &answer, auto showIt) {
        if (asked != m_asked)
            return;
        if (answer)
            (this->*showIt)(*answer);
        else
            showProblem(errorSentence(answer.error()));
    };
    if (question.isFunnel)
        whenAnswered(m_workspace.reports().funnel(question.funnel, question.filter, past), this,
                     [answered](const Result<FunnelAnswer> &answer) { answered(answer, &DashboardCard::showFunnel); });
    else
        whenAnswered(m_workspace.reports().report(question.report, question.filter, {}, {}, past), this,
                     [answered](const Result<ReportAnswer> &answer) { answered(answer, &DashboardCard::showFigures); });
}

void DashboardCard::showFunnel(const FunnelAnswer &answer)
{
    m_funnelAnswer = answer;
    m_answer.reset();
    m_shown = nullptr;
    const QString sentence = answer.report.leakSentence(QLocale());
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    if (answer.report.total == 0) {
        showProblem(tr("There is nothing to count in this period."));
        return;
    }
    if (answer.split) {
        m_splitBars->setAccessibleName(m_title->text());
        m_splitBars->setFigures(*answer.split, {}, answer.split->drawn);
        m_shown = m_splitBars;
        m_stack->setCurrentWidget(roomOf(m_shown));
        return;
    }
    m_funnel->setReport(answer.report);
    m_stack->setCurrentWidget(m_funnel);
}

void DashboardCard::showFigures(const ReportAnswer &answer)
{
    m_answer = answer;
    m_column = drawnColumn(m_chart, answer.figures);
    Figures figures = answer.figures;
    m_sentence->setText(figures.sentence);
    m_sentence->setVisible(!figures.sentence.isEmpty());
    m_shown = m_bars;
    if (answer.query.kind == ReportKind::Conversion)
        m_shown = m_curves;
    else if (answer.query.kind == ReportKind::Trend)
        m_shown = m_columns;
    else if (!figures.groupLabel.isEmpty())
        m_shown = m_splitBars;
    else if (figures.rows.size() > shownRows)
        figures.rows.resize(shownRows);
    const bool graded = answer.query.kind == ReportKind::Grades && !figures.rows.empty(); // their figures have no leads
    const bool nothing = (isEmpty(figures) && !graded) || figures.columns.empty();
    m_shown->setAccessibleName(m_title->text());
    if (!nothing)
        m_shown->setFigures(figures, {}, m_column);
    if (nothing)
        showProblem(tr("There is nothing to count in this period."));
    else
        m_stack->setCurrentWidget(roomOf(m_shown));
}

void DashboardCard::showProblem(const QString &sentence)
{
    m_sentence->hide();
    m_problem->setText(sentence);
    m_stack->setCurrentWidget(m_problem);
}

/// What the stack shows for a chart: itself, or the area in which it scrolls.
QWidget *DashboardCard::roomOf(FigureChart *chart) const
{
    return chart == m_splitBars ? m_splitArea : chart == m_columns ? m_columnArea : static_cast<QWidget *>(chart);
}

void DashboardCard::openStep(int step)
{
    Q_EMIT leadsWanted(m_funnelAnswer.report.steps[size_t(step)].stage.name, m_funnelAnswer.leads[size_t(step)]);
}

void DashboardCard::openMark(int mark)
{
    if (!m_answer) { // a funnel that is split
        const Figures &split = *m_funnelAnswer.split;
        Q_EMIT leadsWanted(tr("%1: %2").arg(split.rows[size_t(mark)].fullName(), split.columns[split.drawn].label),
                           m_funnelAnswer.splitLeads(size_t(mark), split.drawn));
        return;
    }
    const size_t row = m_shown->rowOf(mark);
    const size_t column = m_shown == m_curves ? 1 : m_column; // of a curve: who got there
    const Figures &figures = m_answer->figures;
    Q_EMIT leadsWanted(tr("%1: %2").arg(figures.rows[row].fullName(), figures.columns[column].label), m_answer->leads(row, column));
}

void DashboardCard::focusChart()
{
    m_stack->currentWidget()->setFocus();
}

} // namespace kindling
