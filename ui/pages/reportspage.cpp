// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reportspage.h"

#include "ui/reports/figurespane.h"
#include "ui/reports/funnelpane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/pastbar.h"
#include "ui/widgets/segmentchip.h"

#include <QDateEdit>
#include <QDateTime>
#include <QDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

// "All time".
constexpr int firstYear = 1970;
constexpr int lastYear = 2200;

UtcMs startOf(const QDate &date, const QTimeZone &zone)
{
    return date.startOfDay(zone).toMSecsSinceEpoch();
}

} // namespace

ReportsPage::ReportsPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_period{tr("all time"), QDate(firstYear, 1, 1), QDate(lastYear, 1, 1)}
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
    row->addWidget(m_past->chip());
    m_periodChip = menuChip(head);
    auto *menu = new QMenu(m_periodChip);
    for (const Period &period : periods())
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
    return head;
}

QWidget *ReportsPage::makeTabs()
{
    auto *tabs = new QWidget(this);
    auto *row = new FlowLayout(tabs, metrics::space4); // eleven do not fit in one line of a small window
    const std::pair<QString, std::optional<ReportKind>> reports[] = {{tr("Funnel"), std::nullopt},
                                                                     {tr("Trend"), ReportKind::Trend},
                                                                     {tr("Conversion"), ReportKind::Conversion},
                                                                     {tr("Time in stage"), ReportKind::Stages},
                                                                     {tr("People"), ReportKind::People},
                                                                     {tr("Sources"), ReportKind::Sources},
                                                                     {tr("Who buys"), ReportKind::Insights},
                                                                     {tr("Reasons"), ReportKind::Reasons},
                                                                     {tr("Answer time"), ReportKind::Response},
                                                                     {tr("Velocity"), ReportKind::Velocity},
                                                                     {tr("Prediction"), ReportKind::Prediction},
                                                                     {tr("Then and now"), ReportKind::Moves}};
    for (const auto &[name, report] : reports) {
        QPushButton *tab = chip(name, tabs);
        tab->setAccessibleName(tr("Report: %1").arg(name));
        tab->setAutoExclusive(true);
        tab->setChecked(!report);
        row->addWidget(tab);
        m_tabs.emplace_back(report, tab);
        connect(tab, &QPushButton::toggled, this, [this, chosen = report](bool on) { // not clicked: assistive programs only toggle it
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
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_workspace.clock().now(), m_workspace.clock().zone()).date();
    m_past->goToday();
    choosePeriod({tr("since %1").arg(QLocale().toString(day, QLocale::ShortFormat)), day.addDays(1), today.addDays(1)});
    showReport(ReportKind::Moves);
}

/// As if its tab had been pressed.
void ReportsPage::showReport(std::optional<ReportKind> report)
{
    for (const auto &[kind, tab] : m_tabs) {
        if (kind == report)
            tab->setChecked(true);
    }
}

void ReportsPage::makePanes(Theme &theme)
{
    m_stack = new QStackedWidget(this);
    m_funnel = new FunnelPane(m_workspace, theme, m_stack);
    m_figures = new FiguresPane(m_workspace, theme, m_stack);
    auto *empty = new EmptyState(tr("There is nothing to count yet. Bring your leads, and the funnel shows where they are lost."),
                                 tr("Import leads"), m_stack);
    connect(empty, &EmptyState::actionWanted, this, &ReportsPage::importWanted);
    m_empty = empty;
    for (QWidget *view : std::initializer_list<QWidget *>{m_funnel, m_figures, m_empty})
        m_stack->addWidget(view);
    connect(m_funnel, &FunnelPane::answered, this, [this] {
        const bool nothing = m_funnel->report().total == 0 && isAllTime() && scope().filter.isEmpty();
        if (!m_report)
            m_stack->setCurrentWidget(nothing ? m_empty : m_funnel);
        m_past->shown();
        Q_EMIT statusChanged();
    });
    connect(m_figures, &FiguresPane::answered, m_past, &PastBar::shown);
    connect(m_funnel, &FunnelPane::leadsWanted, this, &Page::leadsWanted);
    connect(m_funnel, &FunnelPane::message, this, &Page::message);
    connect(m_funnel, &FunnelPane::failed, this, &Page::failed);
    connect(m_figures, &FiguresPane::leadsWanted, this, &Page::leadsWanted);
    connect(m_figures, &FiguresPane::message, this, &Page::message);
    connect(m_figures, &FiguresPane::failed, this, &Page::failed);
    connect(m_figures, &FiguresPane::jobStarted, this, &Page::jobStarted);
}

void ReportsPage::choosePeriod(const Period &period)
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

void ReportsPage::chooseReport(std::optional<ReportKind> report)
{
    m_report = report;
    if (report == ReportKind::Moves && isAllTime()) { // before all time there was nobody
        const std::vector<Period> known = periods();
        choosePeriod(known.back());
    }
    m_stack->setCurrentWidget(report ? static_cast<QWidget *>(m_figures) : m_funnel);
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

bool ReportsPage::isAllTime() const
{
    return m_period.from.year() == firstYear;
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
    if (m_report)
        m_figures->ask(*m_report, scope());
    else
        m_funnel->setScope(scope());
}

QString ReportsPage::statusText() const
{
    return tr("%1 leads in the period").arg(QLocale().toString(m_funnel->report().total));
}

void ReportsPage::focusContent()
{
    if (m_report)
        m_figures->focusChart();
    else
        m_funnel->focusChart();
}

void ReportsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        reload();
}

} // namespace kindling
