// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportspage.h"

#include "ui/charts/funnelview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QDateEdit>
#include <QDateTime>
#include <QDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kindling {

namespace {

QFrame *card(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("kind", QStringLiteral("card"));
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
    , m_period{tr("all time"), QDate(1970, 1, 1), QDate(2200, 1, 1)}
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    column->addWidget(makeHead());
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space16);
    row->addWidget(makeFunnelCard(), 5);
    auto *side = new QVBoxLayout;
    side->addWidget(makeOutcomeCard());
    side->addStretch();
    row->addLayout(side, 2);
    column->addLayout(row, 1);
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
    return {{tr("all time"), QDate(1970, 1, 1), QDate(2200, 1, 1)},
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
    m_periodChip = button({}, "chip", head);
    auto *menu = new QMenu(m_periodChip);
    for (const Period &period : periods())
        menu->addAction(period.label, this, [this, period] { choosePeriod(period); });
    menu->addSeparator();
    menu->addAction(tr("From … to …"), this, &ReportsPage::askForDates);
    m_periodChip->setMenu(menu);
    row->addWidget(m_periodChip);
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
        const QString title =
            m_basis == FunnelQuery::Basis::Cohort ? tr("Reached %1").arg(step.stage.name) : tr("In %1").arg(step.stage.name);
        Q_EMIT leadsWanted(title, m_answer.leads[size_t(index)]);
    });
    return frame;
}

QFrame *ReportsPage::makeOutcomeCard()
{
    QFrame *frame = card(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(20, metrics::space16, 20, metrics::space16);
    column->setSpacing(metrics::space4);
    column->addWidget(plainLabel(tr("Win rate"), "section", frame));
    m_winRate = plainLabel({}, "figure", frame);
    column->addWidget(m_winRate);
    m_winDetail = plainLabel({}, "small", frame);
    m_winDetail->setWordWrap(true);
    column->addWidget(m_winDetail);
    column->addSpacing(metrics::space16);
    column->addWidget(plainLabel(tr("Won"), "section", frame));
    m_wonValue = button({}, "link", frame);
    m_wonValue->setAccessibleName(tr("Show the won leads"));
    column->addWidget(m_wonValue, 0, Qt::AlignLeft);
    column->addSpacing(metrics::space16);
    m_outcomes = plainLabel({}, "second", frame);
    m_outcomes->setWordWrap(true);
    column->addWidget(m_outcomes);
    connect(m_wonValue, &QPushButton::clicked, this, [this] {
        if (m_answer.won)
            Q_EMIT leadsWanted(tr("Won"), m_answer.won);
    });
    return frame;
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
    auto *from = new QDateEdit(m_period.from.year() > 1970 ? m_period.from : QDate(today.year(), 1, 1), dialog);
    auto *until = new QDateEdit(m_period.until.year() < 2200 ? m_period.until.addDays(-1) : today, dialog);
    from->setCalendarPopup(true);
    until->setCalendarPopup(true);
    form->addRow(tr("From"), from);
    form->addRow(tr("To"), until);
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
    m_workspace.reports().funnel(query).then(this, [this, question](const Result<FunnelAnswer> &answer) {
        if (question != m_asked)
            return;
        if (answer)
            showAnswer(*answer);
        else
            Q_EMIT failed(answer.error());
    });
}

void ReportsPage::showAnswer(const FunnelAnswer &answer)
{
    m_answer = answer;
    const FunnelReport &report = m_answer.report;
    const QLocale locale;
    m_total->setText(tr("%1 leads").arg(locale.toString(report.total)));
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
    m_outcomes->setText(tr("%1 open, %2 won, %3 lost, %4 disqualified")
                            .arg(locale.toString(report.open), locale.toString(report.won), locale.toString(report.lost),
                                 locale.toString(report.disqualified)));
    Q_EMIT statusChanged();
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
    m_wonValue->setStyleSheet(QStringLiteral("font-size: 22px; padding: 0"));
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
