// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/funnelpane.h"

#include "core/rules/funnelfigures.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartarea.h"
#include "ui/charts/exportchip.h"
#include "ui/charts/figuretable.h"
#include "ui/charts/funnelview.h"
#include "ui/charts/sharebars.h"
#include "ui/reports/splitmenu.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int shownSources = 7;

QFrame *card(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("kind", QStringLiteral("card"));
    return frame;
}

/// A card with a list of bars and what they measure.
QFrame *barCard(const QString &title, const QString &measure, ShareBars *bars, QWidget *parent)
{
    QFrame *frame = card(parent);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(20, metrics::space16, 20, metrics::space12);
    column->setSpacing(metrics::space4);
    column->addWidget(plainLabel(title, "section", frame));
    column->addWidget(plainLabel(measure, "small", frame));
    column->addWidget(bars);
    return frame;
}

QString percentText(double share)
{
    return QLocale().toString(share * 100, 'f', 1) + QStringLiteral(" %");
}

} // namespace

FunnelPane::FunnelPane(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space16);
    row->addWidget(makeFunnelCard(), 5);
    auto *side = new QVBoxLayout;
    side->setSpacing(metrics::space16);
    side->addWidget(makeWinCard());
    side->addWidget(makeOutcomeCard());
    side->addWidget(makeSourceCard());
    side->addStretch();
    row->addLayout(side, 3);
    connect(&theme, &Theme::changed, this, &FunnelPane::restyle);
    restyle();
}

/// Which funnel it is; a widget of its own, so that the chips are exclusive among themselves.
QWidget *FunnelPane::makeChoices(QWidget *parent)
{
    auto *choices = new QWidget(parent);
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    const std::pair<QString, FunnelQuery::Basis> bases[] = {{tr("Cohort"), FunnelQuery::Basis::Cohort},
                                                            {tr("Snapshot"), FunnelQuery::Basis::Snapshot},
                                                            {tr("Moves"), FunnelQuery::Basis::Events}};
    for (const auto &[name, basis] : bases) {
        QPushButton *choice = chip(name, choices);
        choice->setAutoExclusive(true);
        choice->setChecked(basis == m_basis);
        row->addWidget(choice);
        m_bases.emplace_back(basis, choice);
        connect(choice, &QPushButton::clicked, this, [this, chosen = basis] {
            m_basis = chosen;
            reload();
        });
    }
    return choices;
}

QLayout *FunnelPane::makeFoot(QWidget *frame)
{
    auto *foot = new QHBoxLayout;
    foot->setSpacing(metrics::space8);
    m_rules = makeRules(frame);
    foot->addWidget(m_rules);
    m_split = menuChip(frame);
    m_split->setMenu(new QMenu(m_split));
    connect(m_split->menu(), &QMenu::aboutToShow, this, &FunnelPane::fillSplits);
    foot->addWidget(m_split);
    foot->addStretch();
    return foot;
}

QPushButton *FunnelPane::makeRules(QWidget *parent)
{
    QPushButton *rules = menuChip(parent);
    auto *menu = new QMenu(rules);
    menu->addAction(tr("However long it took"), this, [this] { chooseWithin(0); });
    for (const int days : {14, 30, 60, 90, 180, 365})
        menu->addAction(tr("Within %1 days of coming in").arg(days), this, [this, days] { chooseWithin(days); });
    menu->addSeparator();
    QAction *pass = menu->addAction(tr("Stages must be passed one by one"));
    pass->setCheckable(true);
    connect(pass, &QAction::toggled, this, [this](bool must) {
        m_order = must ? FunnelQuery::Order::MustPass : FunnelQuery::Order::MaySkip;
        reload();
    });
    rules->setMenu(menu);
    return rules;
}

QLayout *FunnelPane::makeFunnelHead(QWidget *frame)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::space8);
    head->addWidget(plainLabel(tr("Funnel"), "section", frame));
    m_total = plainLabel({}, "second", frame);
    head->addWidget(m_total);
    head->addStretch();
    head->addWidget(makeChoices(frame));
    auto *apart = new QWidget(frame); // its own parent, so that it is not part of the exclusive ones
    auto *row = new QHBoxLayout(apart);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    m_asTable = chip(tr("As a table"), apart);
    row->addWidget(m_asTable);
    auto *exports = new ExportChip([this] { return paper(); }, apart);
    row->addWidget(exports);
    head->addWidget(apart);
    connect(m_asTable, &QPushButton::toggled, this, &FunnelPane::showForm);
    connect(exports, &ExportChip::done, this, [this](const QString &sentence) { Q_EMIT message(sentence, false); });
    connect(exports, &ExportChip::failed, this, &FunnelPane::failed);
    return head;
}

QFrame *FunnelPane::makeFunnelCard()
{
    QFrame *frame = card(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(20, metrics::space16, 20, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addLayout(makeFunnelHead(frame));
    m_leak = plainLabel({}, nullptr, frame);
    m_leak->setWordWrap(true);
    column->addWidget(m_leak);
    m_funnel = new FunnelView(m_theme, frame);
    column->addWidget(m_funnel, 1);
    m_bars = new BarChart(tr("Funnel of each group"), m_theme, frame);
    m_barArea = chartArea(m_bars, frame);
    m_barArea->hide();
    column->addWidget(m_barArea, 1);
    m_table = new FigureTable(tr("Funnel in figures"), frame);
    m_table->hide();
    column->addWidget(m_table, 1);
    column->addLayout(makeFoot(frame));
    m_definition = plainLabel({}, "small", frame);
    m_definition->setWordWrap(true);
    column->addWidget(m_definition);
    connect(m_funnel, &FunnelView::markChosen, this, [this](int step) { openStep(step, 0); });
    connect(m_bars, &BarChart::markChosen, this, [this](int mark) { openFigure(mark, int(m_answer.split->drawn)); });
    connect(m_table, &FigureTable::figureChosen, this,
            [this](int row, int figure) { m_answer.split ? openFigure(row, figure) : openStep(row, figure); });
    return frame;
}

QFrame *FunnelPane::makeWinCard()
{
    QFrame *frame = card(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(20, metrics::space16, 20, metrics::space16);
    column->setSpacing(metrics::space4);
    auto *figures = new QGridLayout;
    figures->setHorizontalSpacing(metrics::space24);
    figures->addWidget(plainLabel(tr("Win rate"), "section", frame), 0, 0);
    figures->addWidget(plainLabel(tr("Won"), "section", frame), 0, 1);
    m_winRate = plainLabel({}, "figure", frame);
    figures->addWidget(m_winRate, 1, 0);
    m_wonValue = button({}, "figure", frame);
    m_wonValue->setAccessibleName(tr("Show the won leads"));
    figures->addWidget(m_wonValue, 1, 1, Qt::AlignLeft | Qt::AlignVCenter);
    figures->setColumnStretch(1, 1);
    column->addLayout(figures);
    m_winDetail = plainLabel({}, "small", frame);
    m_winDetail->setWordWrap(true);
    column->addWidget(m_winDetail);
    connect(m_wonValue, &QPushButton::clicked, this, [this] {
        if (m_answer.won)
            Q_EMIT leadsWanted(tr("Won"), m_answer.won);
    });
    return frame;
}

QFrame *FunnelPane::makeOutcomeCard()
{
    m_outcomes = new ShareBars(tr("What became of them"), m_theme, this);
    connect(m_outcomes, &ShareBars::markChosen, this, [this](int index) {
        const Outcome outcome = m_shownOutcomes[size_t(index)];
        openLeads(labelOf(outcome), LeadField::Outcome, keyOf(outcome));
    });
    return barCard(tr("What became of them"), tr("all leads of the period"), m_outcomes, this);
}

QFrame *FunnelPane::makeSourceCard()
{
    m_sources = new ShareBars(tr("Customers by source"), m_theme, this);
    connect(m_sources, &ShareBars::markChosen, this, [this](int index) {
        const QString &source = m_shownSources[size_t(index)].name;
        openLeads(source.isEmpty() ? tr("No source") : source, LeadField::Source, source);
    });
    return barCard(tr("Customers by source"), tr("share of leads that bought, 95 % interval"), m_sources, this);
}

void FunnelPane::chooseWithin(int days)
{
    m_withinDays = days;
    reload();
}

void FunnelPane::setScope(const ReportScope &scope)
{
    m_scope = scope;
    reload();
}

void FunnelPane::focusChart()
{
    if (m_asTable->isChecked())
        m_table->setFocus();
    else
        shownChart().setFocus();
}

void FunnelPane::reload()
{
    const bool cohort = m_basis == FunnelQuery::Basis::Cohort;
    m_rules->setVisible(cohort);
    m_rules->setText(m_withinDays > 0 ? tr("Reached within %1 days").arg(m_withinDays) : tr("Reached however late"));
    m_split->setText(splitText(m_by, *m_workspace.vocabulary()));
    FunnelQuery query;
    query.basis = m_basis;
    query.by = m_by;
    query.from = m_scope.from;
    query.until = m_scope.until;
    query.asOf = m_scope.asOf;
    if (cohort) {
        query.withinDays = m_withinDays;
        query.order = m_order;
    }
    const int question = ++m_asked;
    const auto before = m_basis == FunnelQuery::Basis::Snapshot ? std::nullopt : m_scope.before; // a snapshot has no period
    whenAnswered(m_workspace.reports().funnel(query, m_scope.filter, m_scope.past, before), this,
                 [this, question](const Result<FunnelAnswer> &answer) {
                     if (question != m_asked)
                         return;
                     if (answer)
                         showAnswer(*answer);
                     else
                         Q_EMIT failed(answer.error());
                 });
    whenAnswered(m_workspace.reports().shares(LeadField::Source, periodFilter(), shownSources, m_scope.past), this,
                 [this, question](const Result<std::vector<GroupShare>> &sources) {
                     if (question == m_asked && sources)
                         showSources(*sources);
                 });
}

void FunnelPane::showAnswer(const FunnelAnswer &answer)
{
    m_answer = answer;
    const FunnelReport &report = m_answer.report;
    m_total->setText(tr("%1 leads").arg(QLocale().toString(report.total)));
    if (m_answer.before)
        m_total->setText(tr("%1 leads, ◇ %2 from %3")
                             .arg(QLocale().toString(report.total), QLocale().toString(m_answer.before->total), m_scope.beforeWords));
    const QString leak = report.leakSentence(QLocale());
    m_leak->setText(leak);
    m_leak->setVisible(!leak.isEmpty());
    m_definition->setText((m_answer.split ? footOf(*m_answer.split) : report.definition())
                          + (report.total > 0 ? u' ' + tr("Click a stage to see its leads.") : QString()));
    m_funnel->setReport(report, m_answer.before);
    m_table->setFigures(m_answer.split ? *m_answer.split : funnelFigures(report, earlier()));
    if (m_answer.split)
        m_bars->setFigures(*m_answer.split, m_answer.splitBefore, m_answer.split->drawn);
    showForm();
    showWins(report);
    showOutcomes(report);
    Q_EMIT answered();
}

void FunnelPane::showForm()
{
    const bool table = m_asTable->isChecked();
    const bool bars = &shownChart() == m_bars;
    m_table->setVisible(table);
    m_barArea->setVisible(!table && bars);
    m_funnel->setVisible(!table && !bars);
}

/// The funnel, or bars if it is split and has a lead.
Chart &FunnelPane::shownChart() const
{
    if (m_answer.split && !m_answer.split->rows.empty())
        return *m_bars;
    return *m_funnel;
}

void FunnelPane::showWins(const FunnelReport &report)
{
    const QLocale locale;
    const std::optional<double> rate = report.winRate.share();
    m_winRate->setText(rate ? percentText(*rate) : QStringLiteral("–"));
    m_winDetail->setText(rate ? tr("%1 won of %2 decided, 95 % interval %3 to %4")
                                    .arg(locale.toString(report.won), locale.toString(report.won + report.lost),
                                         percentText(report.winRate.low), percentText(report.winRate.high))
                              : tr("No lead of this period is decided yet."));
    m_wonValue->setText(report.wonValue.display(locale, m_workspace.vocabulary()->currency));
}

void FunnelPane::showOutcomes(const FunnelReport &report)
{
    const QLocale locale;
    const std::pair<Outcome, qint64> counts[] = {{Outcome::Open, report.open},
                                                 {Outcome::Won, report.won},
                                                 {Outcome::Lost, report.lost},
                                                 {Outcome::Disqualified, report.disqualified}};
    std::vector<ShareBar> bars;
    m_shownOutcomes.clear();
    for (const auto &[outcome, count] : counts) {
        m_shownOutcomes.push_back(outcome);
        bars.push_back(
            {labelOf(outcome), double(count), locale.toString(count), tr("%1: %2 leads").arg(labelOf(outcome), locale.toString(count))});
    }
    m_outcomes->setBars(std::move(bars));
}

void FunnelPane::showSources(const std::vector<GroupShare> &sources)
{
    m_shownSources = sources;
    std::stable_sort(m_shownSources.begin(), m_shownSources.end(),
                     [](const GroupShare &a, const GroupShare &b) { return a.won.share().value_or(0) > b.won.share().value_or(0); });
    const QLocale locale;
    std::vector<ShareBar> bars;
    for (const GroupShare &source : m_shownSources) {
        const QString name = source.name.isEmpty() ? tr("No source") : source.name;
        const double share = source.won.share().value_or(0);
        const QString margin = locale.toString((source.won.high - source.won.low) * 50, 'f', 1);
        bars.push_back({name, share, percentText(share) + QStringLiteral(" ±") + margin,
                        tr("%1: %2 of %3 leads bought, %4, 95 % interval %5 to %6")
                            .arg(name, locale.toString(source.won.hits), locale.toString(source.leads), percentText(share),
                                 percentText(source.won.low), percentText(source.won.high))});
    }
    m_sources->setBars(std::move(bars));
}

std::unique_ptr<ChartPaper> FunnelPane::paper()
{
    const Figures figures = m_answer.split ? *m_answer.split : funnelFigures(m_answer.report, earlier());
    Chart &chart = shownChart();
    chart.resize(chart.size().expandedTo(chart.minimumSizeHint())); // it may be hidden behind the table
    return std::make_unique<ChartPaper>(chart, figures.title, m_scope.inWords(), figures.sentence, footOf(figures), figuresCsv(figures));
}

void FunnelPane::restyle()
{
    const Colors &c = m_theme.colors();
    m_leak->setStyleSheet(QStringLiteral("background: %1; color: %2; border-radius: 7px; padding: 10px 12px; font-weight: 600")
                              .arg(c.hotGround.name(), c.hot.name()));
}

} // namespace kindling
