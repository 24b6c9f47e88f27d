// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/figurespane.h"

#include "core/domain/leadfield.h"
#include "core/rules/reportcatalogue.h"
#include "core/workspace/forecastservice.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartarea.h"
#include "ui/charts/columnchart.h"
#include "ui/charts/curvechart.h"
#include "ui/charts/exportchip.h"
#include "ui/charts/figuretable.h"
#include "ui/pages/page.h"
#include "ui/reports/splitmenu.h"
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

bool isResults(ReportKind kind)
{
    return kind == ReportKind::People || kind == ReportKind::Sources || kind == ReportKind::Insights;
}

/// Where everyone stood can be told only where leads have stays.
bool hasStays(const FieldEntry &field)
{
    return field.field == LeadField::Stage || field.field == LeadField::Temperature || field.field == LeadField::Owner
        || field.field == LeadField::Outcome;
}

bool isForecast(ReportKind kind)
{
    return kind == ReportKind::Forecast || kind == ReportKind::Grades;
}

/// Nothing: it is not split.
std::optional<FieldId> usualSplit(ReportKind kind)
{
    switch (kind) {
    case ReportKind::People:
    case ReportKind::Velocity: return LeadField::Owner;
    case ReportKind::Insights: return LeadField::Industry;
    case ReportKind::Moves: return LeadField::Stage;
    case ReportKind::Sources:
    case ReportKind::Conversion: return LeadField::Source;
    default: return std::nullopt;
    }
}

} // namespace

FiguresPane::FiguresPane(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *frame = new QFrame(this);
    frame->setProperty("kind", QStringLiteral("card"));
    outer->addWidget(frame);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(20, metrics::space16, 20, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addLayout(makeHead());
    m_sentence = plainLabel({}, "strong", frame);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    makeCharts(theme);
    column->addWidget(m_stack, 1);
    m_notes = plainLabel({}, "second", frame);
    m_notes->setWordWrap(true);
    column->addWidget(m_notes);
    m_definition = plainLabel({}, "small", frame);
    m_definition->setWordWrap(true);
    column->addWidget(m_definition);
}

QHBoxLayout *FiguresPane::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::space8);
    m_title = plainLabel({}, "section", this);
    head->addWidget(m_title);
    head->addStretch();
    m_basis = menuChip(this);
    m_goal = menuChip(this);
    m_face = menuChip(this);
    m_split = menuChip(this);
    m_measure = menuChip(this);
    for (QPushButton *choice : {m_basis, m_goal, m_face, m_split, m_measure}) {
        choice->setMenu(new QMenu(choice));
        head->addWidget(choice);
    }
    m_basis->menu()->addAction(tr("What was decided in the period"), this, [this] {
        m_query.basis = ReportQuery::Basis::Happened;
        reload();
    });
    m_basis->menu()->addAction(tr("Who came in during the period"), this, [this] {
        m_query.basis = ReportQuery::Basis::Entered;
        reload();
    });
    m_goal->menu()->addAction(tr("Until customer"), this, [this] {
        m_query.goal = ReportQuery::Goal::Customer;
        reload();
    });
    m_goal->menu()->addAction(tr("Until qualified"), this, [this] {
        m_query.goal = ReportQuery::Goal::Qualified;
        reload();
    });
    connect(m_face->menu(), &QMenu::aboutToShow, this, &FiguresPane::fillFaces);
    connect(m_split->menu(), &QMenu::aboutToShow, this, &FiguresPane::fillSplits);
    m_asTable = chip(tr("As a table"), this);
    connect(m_asTable, &QPushButton::toggled, this, &FiguresPane::showChart);
    head->addWidget(m_asTable);
    auto *exports = new ExportChip([this] { return paper(); }, this);
    connect(exports, &ExportChip::done, this, [this](const QString &sentence) { Q_EMIT message(sentence, false); });
    connect(exports, &ExportChip::failed, this, &FiguresPane::failed);
    head->addWidget(exports);
    return head;
}

void FiguresPane::makeCharts(Theme &theme)
{
    m_stack = new QStackedWidget(this);
    m_bars = new BarChart(tr("Bars"), theme, m_stack);
    m_barArea = chartArea(m_bars, m_stack);
    m_columns = new ColumnChart(tr("Columns"), theme, m_stack);
    m_columnArea = chartArea(m_columns, m_stack);
    m_curves = new CurveChart(tr("Curves"), theme, m_stack);
    m_table = new FigureTable(tr("Figures of the report"), m_stack);
    m_nothing = plainLabel(tr("There is nothing to count in this period."), "second", m_stack);
    m_nothing->setAlignment(Qt::AlignCenter);
    for (QWidget *view : std::initializer_list<QWidget *>{m_barArea, m_columnArea, m_curves, m_table, m_nothing})
        m_stack->addWidget(view);
    for (FigureChart *each : std::initializer_list<FigureChart *>{m_bars, m_columns, m_curves})
        connect(each, &Chart::markChosen, this, &FiguresPane::openMark);
    connect(m_table, &FigureTable::figureChosen, this, &FiguresPane::openFigure);
}

/// What a report that has several sides can show.
void FiguresPane::fillFaces()
{
    struct Face
    {
        QString name;
        ReportKind kind;
        std::optional<FieldId> by;
    };
    const std::vector<Face> faces = isForecast(m_query.kind)
        ? std::vector<Face>{{tr("Month by month"), ReportKind::Forecast, std::nullopt},
                            {tr("Person by person"), ReportKind::Forecast, FieldId(LeadField::Owner)},
                            {tr("Past forecasts"), ReportKind::Grades, std::nullopt}}
        : std::vector<Face>{{tr("How good it is"), ReportKind::Prediction, m_query.by},
                            {tr("What speaks for winning"), ReportKind::Traits, m_query.by}};
    m_face->menu()->clear();
    for (const Face &face : faces) {
        m_face->menu()->addAction(face.name, this, [this, face] {
            m_query.kind = face.kind;
            m_query.by = face.by;
            reload();
        });
    }
    if (!isForecast(m_query.kind))
        return;
    m_face->menu()->addSeparator();
    m_face->menu()->addAction(tr("Keep this forecast"), this, [this] {
        whenAnswered(m_workspace.forecasts().keep(), this, [this](const Result<Written> &written) {
            if (written)
                Q_EMIT message(tr("The forecast is kept"), true);
            else
                Q_EMIT failed(written.error());
        });
    });
}

void FiguresPane::fillSplits()
{
    QMenu *menu = m_split->menu();
    menu->clear();
    const auto words = m_workspace.vocabulary();
    if (m_query.kind == ReportKind::Sources) {
        menu->addAction(tr("Channel"), this, [this] {
            m_query.by = LeadField::Source;
            m_query.channels = true;
            reload();
        });
    }
    if (hasOwnRows(m_query.kind)) {
        const auto possible = [kind = m_query.kind](const FieldId &by) { return canBeSplit(kind, by); };
        fillSplitMenu(*menu, *words, possible, [this](const std::optional<FieldId> &by) {
            m_query.by = by;
            reload();
        });
        return;
    }
    for (const FieldEntry &field : fieldCatalogue(words.get())) {
        if (!ReportService::canSplitBy(field) || (m_query.kind == ReportKind::Moves && !hasStays(field)))
            continue;
        menu->addAction(menuText(field.label), this, [this, by = field.field] {
            m_query.by = by;
            m_query.channels = false;
            reload();
        });
    }
}

/// The columns that can be drawn.
void FiguresPane::fillMeasures()
{
    QMenu *menu = m_measure->menu();
    menu->clear();
    const Figures &figures = m_answer->figures;
    for (size_t i = 0; i < figures.columns.size(); ++i) {
        const bool drawable = std::any_of(figures.rows.begin(), figures.rows.end(),
                                          [&](const FigureRow &row) { return figureNumber(row.figures[i]).has_value(); });
        if (drawable)
            menu->addAction(figures.columns[i].label, this, [this, i] {
                m_column = i;
                showChart();
            });
    }
}

void FiguresPane::ask(ReportKind kind, const ReportScope &scope)
{
    const bool sameTab = kind == m_query.kind || (kind == ReportKind::Prediction && m_query.kind == ReportKind::Traits)
        || (kind == ReportKind::Forecast && m_query.kind == ReportKind::Grades);
    if (!sameTab || m_asked == 0) {
        m_query = {};
        m_query.kind = kind;
        m_query.by = usualSplit(kind);
        m_query.basis = entryOf(kind).basis;
        m_answer.reset();
    }
    m_scope = scope;
    reload();
}

DashboardChart FiguresPane::chartAsked() const
{
    const auto words = m_workspace.vocabulary();
    const ReportEntry &entry = entryOf(m_query.kind);
    DashboardChart chart;
    chart.report = entry.name();
    if (isResults(m_query.kind) && m_query.basis != entry.basis)
        chart.basis = m_query.basis == ReportQuery::Basis::Entered ? QStringLiteral("cohort") : QStringLiteral("events");
    if (m_query.by && m_query.by != usualSplit(m_query.kind))
        chart.by = fieldKey(*m_query.by, words.get());
    if (m_answer && m_column < m_answer->figures.columns.size() && m_column != m_answer->figures.drawn)
        chart.measure = m_answer->figures.columns[m_column].key;
    return chart;
}

void FiguresPane::setChart(const DashboardChart &chart)
{
    const ReportEntry *entry = reportNamed(chart.report);
    if (!entry)
        return;
    const auto words = m_workspace.vocabulary();
    m_query.kind = entry->kind;
    m_query.basis = chart.basis == u"cohort" ? ReportQuery::Basis::Entered
        : chart.basis == u"events"           ? ReportQuery::Basis::Happened
                                             : entry->basis;
    const auto field = findField(chart.by, words.get());
    m_query.by = field ? std::optional(field->field) : usualSplit(entry->kind);
    m_query.channels = false;
    m_measureWanted = chart.measure;
    m_answer.reset();
    reload();
}

void FiguresPane::focusChart()
{
    if (m_stack->currentWidget() == m_table)
        m_table->setFocus();
    else
        chart()->setFocus();
}

QString FiguresPane::faceText() const
{
    switch (m_query.kind) {
    case ReportKind::Traits: return tr("What speaks for winning");
    case ReportKind::Grades: return tr("Past forecasts");
    case ReportKind::Forecast: return m_query.by ? tr("Person by person") : tr("Month by month");
    default: return tr("How good it is");
    }
}

void FiguresPane::refreshChoices()
{
    m_basis->setVisible(isResults(m_query.kind));
    m_basis->setText(m_query.basis == ReportQuery::Basis::Happened ? tr("Decided in the period") : tr("Came in during the period"));
    m_goal->setVisible(m_query.kind == ReportKind::Conversion);
    m_goal->setText(m_query.goal == ReportQuery::Goal::Customer ? tr("Until customer") : tr("Until qualified"));
    const bool prediction = m_query.kind == ReportKind::Prediction || m_query.kind == ReportKind::Traits;
    m_face->setVisible(prediction || isForecast(m_query.kind));
    m_face->setText(faceText());
    m_split->setVisible(canBeSplit(m_query.kind));
    const auto words = m_workspace.vocabulary();
    m_split->setText(m_query.channels ? tr("By channel") : splitText(m_query.by, *words));
}

void FiguresPane::reload()
{
    refreshChoices();
    m_query.from = m_scope.from;
    m_query.until = m_scope.until;
    m_query.asOf = m_scope.asOf;
    const int question = ++m_asked;
    const auto progress = std::make_shared<Progress>();
    const auto future = m_workspace.reports().report(m_query, m_scope.filter, m_scope.before, progress, m_scope.past);
    if (m_query.kind == ReportKind::Response) // the first time it reads all that ever happened
        Q_EMIT jobStarted({tr("Reading activities"), progress, QFuture<void>(future)});
    whenAnswered(future, this, [this, question](const Result<ReportAnswer> &answer) {
        if (question != m_asked)
            return;
        if (answer)
            showAnswer(*answer);
        else if (answer.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(answer.error());
    });
}

void FiguresPane::showAnswer(const ReportAnswer &answer)
{
    const bool sameReport = m_answer && m_answer->query.kind == answer.query.kind && m_answer->query.basis == answer.query.basis;
    m_answer = answer;
    const Figures &figures = m_answer->figures;
    if (!sameReport)
        m_column = figures.column(m_measureWanted).value_or(figures.drawn);
    m_measureWanted.clear();
    m_title->setText(figures.title);
    m_sentence->setText(figures.sentence);
    m_sentence->setVisible(!figures.sentence.isEmpty());
    QStringList notes = figures.notes;
    if (m_answer->before)
        notes.prepend(tr("◇ %1").arg(m_scope.beforeWords));
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_definition->setText(figures.definition + u' ' + tr("Click a mark to see its leads."));
    m_table->setFigures(figures);
    fillMeasures();
    showChart();
    Q_EMIT answered();
}

/// The chart of what is shown: until a report is answered, the one before.
FigureChart *FiguresPane::chart() const
{
    switch (m_answer ? m_answer->query.kind : m_query.kind) {
    case ReportKind::Conversion: return m_curves;
    case ReportKind::Trend: return m_columns;
    default: return m_bars;
    }
}

void FiguresPane::showChart()
{
    if (!m_answer)
        return;
    const Figures &figures = m_answer->figures;
    FigureChart *shown = chart();
    m_measure->setVisible(shown != m_curves && !m_asTable->isChecked());
    m_measure->setText(m_column < figures.columns.size() ? figures.columns[m_column].label : QString());
    shown->setAccessibleName(figures.title);
    shown->setFigures(figures, m_answer->before, m_column);
    const bool nothing = (figures.rows.empty() || m_query.kind != ReportKind::Grades)
        && std::all_of(figures.rows.begin(), figures.rows.end(), [&](const FigureRow &row) {
                             return std::all_of(row.leads.begin(), row.leads.end(), [](const auto &leads) { return leads.empty(); });
                         });
    m_nothing->setText(figures.marked ? tr("There is nothing to show yet.") : tr("There is nothing to count in this period."));
    if (nothing)
        m_stack->setCurrentWidget(m_nothing);
    else if (m_asTable->isChecked())
        m_stack->setCurrentWidget(m_table);
    else
        m_stack->setCurrentWidget(shown == m_bars ? m_barArea : shown == m_columns ? m_columnArea : static_cast<QWidget *>(shown));
}

void FiguresPane::openMark(int mark)
{
    if (!m_answer)
        return; // what is seen is of the report before
    const size_t column = m_query.kind == ReportKind::Conversion ? 1 : m_column; // of a curve: who got there
    openFigure(int(chart()->rowOf(mark)), int(column));
}

void FiguresPane::openFigure(int row, int column)
{
    if (!m_answer)
        return;
    const Figures &figures = m_answer->figures;
    const QString name = size_t(row) < figures.rows.size() ? figures.rows[size_t(row)].fullName() : figures.total.name;
    Q_EMIT leadsWanted(tr("%1: %2").arg(name, figures.columns[size_t(column)].label), m_answer->leads(size_t(row), size_t(column)));
}

std::unique_ptr<ChartPaper> FiguresPane::paper()
{
    if (!m_answer)
        return nullptr;
    const Figures &figures = m_answer->figures;
    chart()->resize(chart()->size().expandedTo(chart()->minimumSizeHint())); // it may be hidden behind the table
    return std::make_unique<ChartPaper>(*chart(), figures.title, m_scope.inWords(), figures.sentence, footOf(figures), figuresCsv(figures));
}

} // namespace kindling
