// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportspage.h"

#include "core/rules/filtertext.h"
#include "ui/charts/funnelview.h"
#include "ui/charts/sharebars.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentchip.h"

#include <QDateEdit>
#include <QDateTime>
#include <QDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

// "All time".
constexpr int firstYear = 1970;
constexpr int lastYear = 2200;

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

ReportsPage::ReportsPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_period{tr("all time"), QDate(firstYear, 1, 1), QDate(lastYear, 1, 1)}
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    column->addWidget(makeHead());
    auto *figures = new QWidget(this);
    auto *row = new QHBoxLayout(figures);
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
    auto *empty = new EmptyState(tr("There is nothing to count yet. Bring your leads, and the funnel shows where they are lost."),
                                 tr("Import leads"), this);
    connect(empty, &EmptyState::actionWanted, this, &ReportsPage::importWanted);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(figures);
    m_stack->addWidget(empty);
    column->addWidget(m_stack, 1);
    connect(&workspace, &Workspace::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            reload();
    });
    connect(&theme, &Theme::changed, this, &ReportsPage::restyle);
    choosePeriod(m_period);
    restyle();
}

std::vector<ReportsPage::Period> ReportsPage::periods() const
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_workspace.clock().now(), m_workspace.clock().zone()).date();
    const QDate quarter(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    return {{tr("all time"), QDate(firstYear, 1, 1), QDate(lastYear, 1, 1)},
            {tr("this year"), QDate(today.year(), 1, 1), QDate(today.year() + 1, 1, 1)},
            {tr("last year"), QDate(today.year() - 1, 1, 1), QDate(today.year(), 1, 1)},
            {tr("the last 12 months"), today.addMonths(-12), today.addDays(1)},
            {tr("this quarter"), quarter, quarter.addMonths(3)},
            {tr("last quarter"), quarter.addMonths(-3), quarter},
            {tr("the last 30 days"), today.addDays(-30), today.addDays(1)}};
}

QWidget *ReportsPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    row->addWidget(plainLabel(tr("Reports"), "title", head));
    m_periodChip = menuChip(head);
    auto *menu = new QMenu(m_periodChip);
    for (const Period &period : periods())
        menu->addAction(period.label, this, [this, period] { choosePeriod(period); });
    menu->addSeparator();
    menu->addAction(tr("From … to …"), this, &ReportsPage::askForDates);
    m_periodChip->setMenu(menu);
    row->addWidget(m_periodChip);
    m_segment = new SegmentChip(m_workspace, head);
    row->addWidget(m_segment);
    connect(m_segment, &SegmentChip::chosen, this, &ReportsPage::reload);
    row->addStretch();
    return head;
}

QFrame *ReportsPage::makeFunnelCard()
{
    QFrame *frame = card(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(20, metrics::space16, 20, metrics::space16);
    column->setSpacing(metrics::space12);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::space8);
    head->addWidget(plainLabel(tr("Funnel"), "section", frame));
    m_total = plainLabel({}, "second", frame);
    head->addWidget(m_total);
    head->addStretch();
    m_cohort = chip(tr("Cohort"), frame);
    m_snapshot = chip(tr("Snapshot"), frame);
    m_asTable = chip(tr("As a table"), frame);
    m_cohort->setAutoExclusive(true);
    m_snapshot->setAutoExclusive(true);
    m_cohort->setChecked(true);
    head->addWidget(m_cohort);
    head->addWidget(m_snapshot);
    auto *apart = new QWidget(frame); // its own parent, so that it is not part of the exclusive pair
    auto *apartRow = new QHBoxLayout(apart);
    apartRow->setContentsMargins(0, 0, 0, 0);
    apartRow->addWidget(m_asTable);
    head->addWidget(apart);
    column->addLayout(head);
    m_leak = plainLabel({}, nullptr, frame);
    m_leak->setWordWrap(true);
    column->addWidget(m_leak);
    m_funnel = new FunnelView(m_theme, frame);
    column->addWidget(m_funnel, 1);
    m_table = new QTableWidget(frame);
    m_table->setAccessibleName(tr("Funnel in figures"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->hide();
    column->addWidget(m_table, 1);
    m_definition = plainLabel({}, "small", frame);
    m_definition->setWordWrap(true);
    column->addWidget(m_definition);
    connect(m_cohort, &QPushButton::clicked, this, [this] {
        m_basis = FunnelQuery::Basis::Cohort;
        reload();
    });
    connect(m_snapshot, &QPushButton::clicked, this, [this] {
        m_basis = FunnelQuery::Basis::Snapshot;
        reload();
    });
    connect(m_asTable, &QPushButton::toggled, this, [this](bool table) {
        m_table->setVisible(table);
        m_funnel->setVisible(!table);
    });
    connect(m_funnel, &FunnelView::stepChosen, this, [this](int index) {
        const FunnelStep &step = m_answer.report.steps[size_t(index)];
        const QString title = m_answer.report.query.basis == FunnelQuery::Basis::Cohort ? tr("Reached %1").arg(step.stage.name)
                                                                                        : tr("In %1").arg(step.stage.name);
        Q_EMIT leadsWanted(title, m_answer.leads[size_t(index)]);
    });
    return frame;
}

QFrame *ReportsPage::makeWinCard()
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

QFrame *ReportsPage::makeOutcomeCard()
{
    m_outcomes = new ShareBars(tr("What became of them"), m_theme, this);
    connect(m_outcomes, &ShareBars::barChosen, this, [this](int index) {
        const Outcome outcome = m_shownOutcomes[size_t(index)];
        openLeads(labelOf(outcome), LeadField::Outcome, keyOf(outcome));
    });
    return barCard(tr("What became of them"), tr("all leads of the period"), m_outcomes, this);
}

QFrame *ReportsPage::makeSourceCard()
{
    m_sources = new ShareBars(tr("Customers by source"), m_theme, this);
    connect(m_sources, &ShareBars::barChosen, this, [this](int index) {
        const QString &source = m_shownSources[size_t(index)].name;
        openLeads(source.isEmpty() ? tr("No source") : source, LeadField::Source, source);
    });
    return barCard(tr("Customers by source"), tr("share of leads that bought, 95 % interval"), m_sources, this);
}

void ReportsPage::choosePeriod(const Period &period)
{
    m_period = period;
    m_periodChip->setText(tr("Leads that came in: %1").arg(period.label));
    m_stale = true;
    if (isVisible())
        reload();
}

void ReportsPage::askForDates()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Period"));
    auto *form = new QFormLayout(dialog);
    const QDate today = QDate::currentDate();
    auto *from = new QDateEdit(m_period.from.year() > firstYear ? m_period.from : QDate(today.year(), 1, 1), dialog);
    auto *until = new QDateEdit(m_period.until.year() < lastYear ? m_period.until.addDays(-1) : today, dialog);
    from->setCalendarPopup(true);
    until->setCalendarPopup(true);
    from->setAccessibleName(tr("From"));
    until->setAccessibleName(tr("To"));
    form->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    form->setSpacing(metrics::space12);
    form->addRow(formLabel(tr("From"), from), from);
    form->addRow(formLabel(tr("To"), until), until);
    QPushButton *ok = button(tr("Show"), "primary", dialog);
    form->addRow(ok);
    connect(ok, &QPushButton::clicked, dialog, [this, dialog, from, until] {
        const QLocale locale;
        const QDate last = std::max(from->date(), until->date());
        choosePeriod({tr("%1 to %2").arg(locale.toString(from->date(), QLocale::ShortFormat), locale.toString(last, QLocale::ShortFormat)),
                      from->date(), last.addDays(1)});
        dialog->close();
    });
    dialog->open();
}

void ReportsPage::reload()
{
    m_stale = false;
    const QTimeZone zone = m_workspace.clock().zone();
    FunnelQuery query;
    query.basis = m_basis;
    query.from = m_period.from.startOfDay(zone).toMSecsSinceEpoch();
    query.until = m_period.until.startOfDay(zone).toMSecsSinceEpoch();
    query.asOf = m_workspace.clock().now();
    const int question = ++m_asked;
    m_workspace.reports().funnel(query, m_segment->filter()).then(this, [this, question](const Result<FunnelAnswer> &answer) {
        if (question != m_asked)
            return;
        if (answer)
            showAnswer(*answer);
        else
            Q_EMIT failed(answer.error());
    });
    constexpr int shownSources = 7;
    m_workspace.reports()
        .shares(LeadField::Source, periodFilter(), shownSources)
        .then(this, [this, question](const Result<std::vector<GroupShare>> &sources) {
            if (question == m_asked && sources)
                showSources(*sources);
        });
}

void ReportsPage::showAnswer(const FunnelAnswer &answer)
{
    m_answer = answer;
    const FunnelReport &report = m_answer.report;
    const QLocale locale;
    m_total->setText(tr("%1 leads").arg(locale.toString(report.total)));
    const bool nothing = report.total == 0 && m_period.from.year() == firstYear;
    m_stack->setCurrentIndex(nothing ? 1 : 0);
    const QString leak = report.leakSentence(locale);
    m_leak->setText(leak);
    m_leak->setVisible(!leak.isEmpty());
    m_definition->setText(report.definition() + (report.total > 0 ? u' ' + tr("Click a stage to see its leads.") : QString()));
    m_funnel->setReport(report);
    fillTable(report);
    const std::optional<double> rate = report.winRate.share();
    m_winRate->setText(rate ? percentText(*rate) : QStringLiteral("–"));
    m_winDetail->setText(rate ? tr("%1 won of %2 decided, 95 % interval %3 to %4")
                                    .arg(locale.toString(report.won), locale.toString(report.won + report.lost),
                                         percentText(report.winRate.low), percentText(report.winRate.high))
                              : tr("No lead of this period is decided yet."));
    m_wonValue->setText(report.wonValue.display(locale, m_workspace.vocabulary()->currency));
    showOutcomes(report);
    Q_EMIT statusChanged();
}

/// Which leads the bars count: those of the segment that came in the period, or all of them while the funnel is a snapshot.
Filter ReportsPage::periodFilter() const
{
    if (m_basis == FunnelQuery::Basis::Snapshot || m_period.from.year() == firstYear)
        return m_segment->filter();
    const auto words = m_workspace.vocabulary();
    const QString days = m_period.from.toString(Qt::ISODate) + QStringLiteral("..") + m_period.until.addDays(-1).toString(Qt::ISODate);
    const Result<Filter> came =
        parseFilter(QStringLiteral("created:") + days, {words.get(), m_workspace.clock().now(), m_workspace.clock().zone()});
    return came ? Filter::all({*came, m_segment->filter()}) : m_segment->filter();
}

void ReportsPage::showOutcomes(const FunnelReport &report)
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

void ReportsPage::showSources(const std::vector<GroupShare> &sources)
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

/// Opens the leads of the period that have a word (or none) in a field.
void ReportsPage::openLeads(const QString &title, LeadField field, const QString &word)
{
    FilterTest test;
    test.field = field;
    test.op = word.isEmpty() ? FilterTest::Operator::None : FilterTest::Operator::Is;
    if (!word.isEmpty())
        test.words = {word};
    m_workspace.leads()
        .list({Filter::all({periodFilter(), Filter::of(test)}), {}})
        .then(this, [this, title](const Result<LeadListPtr> &leads) {
            if (leads)
                Q_EMIT leadsWanted(title, *leads);
            else
                Q_EMIT failed(leads.error());
        });
}

void ReportsPage::fillTable(const FunnelReport &report)
{
    const QStringList heads{tr("Stage"), tr("Leads"), tr("Value"), tr("Of all"), tr("Of the one above"), tr("95 % interval")};
    m_table->setColumnCount(int(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setRowCount(int(report.steps.size()));
    const QLocale locale;
    for (int row = 0; row < int(report.steps.size()); ++row) {
        const FunnelStep &step = report.steps[size_t(row)];
        const bool first = step.ofPrevious.n == 0;
        const QStringList cells{step.stage.name,
                                locale.toString(step.count),
                                step.value.display(locale, m_workspace.vocabulary()->currency),
                                percentText(step.ofFirst.share().value_or(0)),
                                first ? QString() : percentText(step.ofPrevious.share().value_or(0)),
                                first ? QString()
                                      : tr("%1 to %2").arg(percentText(step.ofPrevious.low), percentText(step.ofPrevious.high))};
        for (int column = 0; column < int(cells.size()); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeColumnsToContents();
}

void ReportsPage::restyle()
{
    const Colors &c = m_theme.colors();
    m_leak->setStyleSheet(QStringLiteral("background: %1; color: %2; border-radius: 7px; padding: 10px 12px; font-weight: 600")
                              .arg(c.hotGround.name(), c.hot.name()));
}

QString ReportsPage::statusText() const
{
    return tr("%1 leads in the period").arg(QLocale().toString(m_answer.report.total));
}

void ReportsPage::focusContent()
{
    m_funnel->setFocus();
}

void ReportsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        reload();
}

} // namespace kindling
