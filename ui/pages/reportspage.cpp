// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportspage.h"

#include "core/base/walltime.h"
#include "core/rules/reportcatalogue.h"
#include "ui/reports/dashboardpane.h"
#include "ui/reports/figurespane.h"
#include "ui/reports/funnelpane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/pastbar.h"
#include "ui/widgets/segmentchip.h"

#include <QDateEdit>
#include <QDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

const QString dashboardKey = QStringLiteral("dashboard");
const QString funnelKey = QStringLiteral("funnel");

UtcMs startOf(const QDate &date, const QTimeZone &zone)
{
    return date.startOfDay(zone).toMSecsSinceEpoch();
}

} // namespace

ReportsPage::ReportsPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_period(reportPeriods(todayOf(workspace.clock())).front())
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    makePast();
    column->addWidget(makeHead());
    column->addWidget(m_past);
    column->addWidget(makeTabs());
    makePanes(theme);
    column->addWidget(m_stack, 1);
    connect(&workspace, &Workspace::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            reload();
    });
    choosePeriod(m_period);
    chooseComparison(Comparison::None);
    chooseOwner({});
}

QDate ReportsPage::today() const
{
    return todayOf(m_workspace.clock());
}

QWidget *ReportsPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    row->addWidget(plainLabel(tr("Reports"), "title", head));
    row->addWidget(m_past->chip());
    m_periodChip = menuChip(head);
    auto *menu = new QMenu(m_periodChip);
    for (const ReportPeriod &period : reportPeriods(today()))
        menu->addAction(period.label, this, [this, period] { choosePeriod(period); });
    menu->addSeparator();
    menu->addAction(tr("From … to …"), this, &ReportsPage::askForDates);
    m_periodChip->setMenu(menu);
    row->addWidget(m_periodChip);
    m_comparisonChip = menuChip(head);
    auto *comparisons = new QMenu(m_comparisonChip);
    comparisons->addAction(tr("Not compared"), this, [this] { chooseComparison(Comparison::None); });
    comparisons->addAction(tr("With the period before"), this, [this] { chooseComparison(Comparison::Before); });
    comparisons->addAction(tr("With the year before"), this, [this] { chooseComparison(Comparison::YearBefore); });
    m_comparisonChip->setMenu(comparisons);
    row->addWidget(m_comparisonChip);
    m_segment = new SegmentChip(m_workspace, head);
    row->addWidget(m_segment);
    connect(m_segment, &SegmentChip::chosen, this, &ReportsPage::reload);
    m_ownerChip = menuChip(head);
    m_ownerChip->setMenu(new QMenu(m_ownerChip));
    connect(m_ownerChip->menu(), &QMenu::aboutToShow, this, &ReportsPage::fillOwners);
    row->addWidget(m_ownerChip);
    row->addStretch();
    m_pin = button(tr("Put on the dashboard"), "small", head);
    row->addWidget(m_pin);
    connect(m_pin, &QPushButton::clicked, this, [this] {
        if (const auto chart = shownChart())
            m_dashboard->add(*chart);
    });
    return head;
}

QWidget *ReportsPage::makeTabs()
{
    auto *tabs = new QWidget(this);
    auto *row = new FlowLayout(tabs, metrics::space4); // eleven do not fit in one line of a small window
    std::vector<std::pair<QString, QString>> reports{{dashboardKey, tr("Dashboard")}, {funnelKey, tr("Funnel")}};
    for (const ReportEntry &entry : reportCatalogue()) {
        if (entry.kind != ReportKind::Traits && entry.kind != ReportKind::Grades) // other faces of the prediction and the forecast
            reports.emplace_back(entry.name(), entry.translated());
    }
    for (const auto &[key, name] : reports) {
        QPushButton *tab = chip(name, tabs);
        tab->setAccessibleName(tr("Report: %1").arg(name));
        tab->setAutoExclusive(true);
        tab->setChecked(key == funnelKey);
        row->addWidget(tab);
        m_tabs.emplace_back(key, tab);
        connect(tab, &QPushButton::toggled, this, [this, chosen = key](bool on) { // not clicked: assistive programs only toggle it
            if (on)
                chooseReport(chosen);
        });
    }
    return tabs;
}

void ReportsPage::makePast()
{
    m_past = new PastBar(m_workspace, tr("Fields that the journal does not know are as they are today."), this);
    connect(m_past, &PastBar::changed, this, &ReportsPage::reload);
    connect(m_past, &PastBar::comparisonWanted, this, &ReportsPage::compareWith);
}

void ReportsPage::compareWith(const QDate &day)
{
    m_past->goToday();
    choosePeriod(periodOfDays(day.addDays(1), today()));
    showReport(entryOf(ReportKind::Moves).name());
}

/// As if its tab had been pressed.
void ReportsPage::showReport(const QString &key)
{
    for (const auto &[report, tab] : m_tabs) {
        if (report == key)
            tab->setChecked(true);
    }
}

void ReportsPage::showDashboard()
{
    showReport(dashboardKey);
}

/// The report of a chart of the dashboard, with what was chosen for it.
void ReportsPage::openChart(const DashboardChart &chart)
{
    if (const auto period = reportPeriod(chart.period, today()))
        choosePeriod(*period);
    chooseOwner(chart.owner);
    {
        const QSignalBlocker quiet(m_segment);
        m_segment->choose(chart.segment);
    }
    const bool traits = chart.report == entryOf(ReportKind::Traits).name();
    const bool grades = chart.report == entryOf(ReportKind::Grades).name();
    showReport(traits ? entryOf(ReportKind::Prediction).name() : grades ? entryOf(ReportKind::Forecast).name() : chart.report);
    if (m_report == funnelKey)
        m_funnel->setChart(chart);
    else if (m_report != dashboardKey)
        m_figures->setChart(chart);
}

std::optional<DashboardChart> ReportsPage::shownChart() const
{
    if (m_report == dashboardKey)
        return std::nullopt;
    DashboardChart chart = m_report == funnelKey ? m_funnel->chart() : m_figures->chartAsked();
    chart.period = m_period.key;
    chart.owner = m_owner;
    if (const Filter segment = m_segment->filter(); !segment.isEmpty())
        chart.segment = segment.text;
    return chart;
}

void ReportsPage::makePanes(Theme &theme)
{
    m_stack = new QStackedWidget(this);
    m_funnel = new FunnelPane(m_workspace, theme, m_stack);
    m_figures = new FiguresPane(m_workspace, theme, m_stack);
    m_dashboard = new DashboardPane(m_workspace, theme, m_stack);
    auto *empty = new EmptyState(tr("There is nothing to count yet. Bring your leads, and the funnel shows where they are lost."),
                                 tr("Import leads"), m_stack);
    connect(empty, &EmptyState::actionWanted, this, &ReportsPage::importWanted);
    m_empty = empty;
    for (QWidget *view : std::initializer_list<QWidget *>{m_funnel, m_figures, m_dashboard, m_empty})
        m_stack->addWidget(view);
    connect(m_funnel, &FunnelPane::answered, this, [this] {
        const bool nothing = m_funnel->report().total == 0 && isAllTime() && scope().filter.isEmpty();
        if (m_report == funnelKey)
            m_stack->setCurrentWidget(nothing ? m_empty : m_funnel);
        m_past->shown();
        Q_EMIT statusChanged();
    });
    connect(m_dashboard, &DashboardPane::reportWanted, this, &ReportsPage::openChart);
    connect(m_dashboard, &DashboardPane::leadsWanted, this, &Page::leadsWanted);
    connect(m_dashboard, &DashboardPane::message, this, &Page::message);
    connect(m_dashboard, &DashboardPane::failed, this, &Page::failed);
    connect(m_dashboard, &DashboardPane::answered, m_past, &PastBar::shown);
    connect(m_figures, &FiguresPane::answered, m_past, &PastBar::shown);
    connect(m_funnel, &FunnelPane::leadsWanted, this, &Page::leadsWanted);
    connect(m_funnel, &FunnelPane::message, this, &Page::message);
    connect(m_funnel, &FunnelPane::failed, this, &Page::failed);
    connect(m_figures, &FiguresPane::leadsWanted, this, &Page::leadsWanted);
    connect(m_figures, &FiguresPane::message, this, &Page::message);
    connect(m_figures, &FiguresPane::failed, this, &Page::failed);
    connect(m_figures, &FiguresPane::jobStarted, this, &Page::jobStarted);
}

void ReportsPage::choosePeriod(const ReportPeriod &period)
{
    m_period = period;
    m_periodChip->setText(tr("Period: %1").arg(period.label));
    m_comparisonChip->setVisible(!isAllTime());
    m_stale = true;
    if (isVisible())
        reload();
}

void ReportsPage::chooseComparison(Comparison comparison)
{
    m_comparison = comparison;
    m_comparisonChip->setText(comparison == Comparison::None         ? tr("Not compared")
                                  : comparison == Comparison::Before ? tr("Compared with the period before")
                                                                     : tr("Compared with the year before"));
    if (isVisible())
        reload();
}

void ReportsPage::fillOwners()
{
    QMenu *menu = m_ownerChip->menu();
    menu->clear();
    menu->addAction(tr("All owners"), this, [this] { chooseOwner({}); });
    menu->addSeparator();
    const auto words = m_workspace.vocabulary();
    for (const QString &member : words->members)
        menu->addAction(QString(member).replace(u'&', QStringLiteral("&&")), this, [this, member] { chooseOwner(member); });
}

void ReportsPage::chooseOwner(const QString &owner)
{
    m_owner = owner;
    m_ownerChip->setText(owner.isEmpty() ? tr("All owners") : QString(owner).replace(u'&', QStringLiteral("&&")));
    m_ownerChip->setAccessibleName(owner.isEmpty() ? tr("Owner: all") : tr("Owner: %1").arg(owner));
    if (isVisible())
        reload();
}

void ReportsPage::chooseReport(const QString &key)
{
    m_report = key;
    const bool dashboard = key == dashboardKey;
    for (QWidget *chip : std::initializer_list<QWidget *>{m_periodChip, m_ownerChip, m_pin}) // each chart of the dashboard has its own
        chip->setVisible(!dashboard);
    m_comparisonChip->setVisible(!dashboard && !isAllTime());
    m_segment->setVisible(!dashboard && !m_workspace.vocabulary()->segments.empty());
    if (key == entryOf(ReportKind::Moves).name() && isAllTime()) // before all time there was nobody
        choosePeriod(reportPeriods(today()).back());
    m_stack->setCurrentWidget(dashboard ? m_dashboard : key == funnelKey ? static_cast<QWidget *>(m_funnel) : m_figures);
    reload();
    Q_EMIT statusChanged();
}

void ReportsPage::askForDates()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Period"));
    auto *form = new QFormLayout(dialog);
    auto *from = new QDateEdit(isAllTime() ? QDate(today().year(), 1, 1) : m_period.from, dialog);
    auto *until = new QDateEdit(isAllTime() ? today() : m_period.until.addDays(-1), dialog);
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
        choosePeriod(periodOfDays(from->date(), until->date()));
        dialog->close();
    });
    dialog->open();
}

bool ReportsPage::isAllTime() const
{
    return m_period.isAllTime();
}

ReportScope ReportsPage::scope() const
{
    const QTimeZone zone = m_workspace.clock().zone();
    ReportScope made;
    made.first = m_period.from;
    made.end = m_period.until;
    made.allTime = isAllTime();
    made.period = m_period.label;
    made.from = startOf(m_period.from, zone);
    made.until = startOf(m_period.until, zone);
    made.past = m_past->moment();
    made.asOf = made.past.value_or(m_workspace.clock().now());
    std::vector<Filter> filters;
    QStringList whose;
    if (const Filter segment = m_segment->filter(); !segment.isEmpty()) {
        filters.push_back(segment);
        whose += tr("segment %1").arg(segment.text);
    }
    if (!m_owner.isEmpty()) {
        FilterTest test;
        test.field = LeadField::Owner;
        test.words = {m_owner};
        filters.push_back(Filter::of(test));
        whose += tr("owner %1").arg(m_owner);
    }
    made.filter = Filter::all(std::move(filters));
    made.whose = whose.isEmpty() ? tr("all") : whose.join(QStringLiteral(", "));
    compare(made);
    return made;
}

void ReportsPage::compare(ReportScope &scope) const
{
    if (m_comparison == Comparison::None || scope.allTime)
        return;
    const QTimeZone zone = m_workspace.clock().zone();
    const bool year = m_comparison == Comparison::YearBefore;
    const QDate from = year ? scope.first.addYears(-1) : scope.first.addDays(-scope.first.daysTo(scope.end));
    const QDate until = year ? scope.end.addYears(-1) : scope.first;
    scope.before = ComparedPeriod{startOf(from, zone), startOf(until, zone)};
    const QLocale locale;
    scope.beforeWords =
        tr("%1 to %2").arg(locale.toString(from, QLocale::ShortFormat), locale.toString(until.addDays(-1), QLocale::ShortFormat));
}

void ReportsPage::reload()
{
    m_stale = false;
    if (m_report == dashboardKey)
        m_dashboard->reload(m_past->moment());
    else if (m_report == funnelKey)
        m_funnel->setScope(scope());
    else
        m_figures->ask(reportNamed(m_report)->kind, scope());
}

QString ReportsPage::statusText() const
{
    if (m_report == dashboardKey)
        return {};
    return tr("%1 leads in the period").arg(QLocale().toString(m_funnel->report().total));
}

void ReportsPage::focusContent()
{
    if (m_report == dashboardKey)
        m_dashboard->focusChart();
    else if (m_report == funnelKey)
        m_funnel->focusChart();
    else
        m_figures->focusChart();
}

void ReportsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        reload();
}

} // namespace kindling
