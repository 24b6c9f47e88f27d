// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/rules/filtertext.h"
#include "core/workspace/forecastservice.h"
#include "core/workspace/historyservice.h"
#include "core/workspace/importservice.h"
#include "ui/dayturn.h"
#include "ui/dialogs/newleaddialog.h"
#include "ui/dropoverlay.h"
#include "ui/import/folderwatch.h"
#include "ui/import/importview.h"
#include "ui/navigationrail.h"
#include "ui/notifications/notifier.h"
#include "ui/notifications/reminders.h"
#include "ui/notifications/trayicon.h"
#include "ui/notifications/windownotifier.h"
#include "ui/pages/boardpage.h"
#include "ui/pages/campaignspage.h"
#include "ui/pages/companiespage.h"
#include "ui/pages/duplicatespage.h"
#include "ui/pages/leadspage.h"
#include "ui/pages/reportspage.h"
#include "ui/pages/segmentspage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/startpage.h"
#include "ui/pages/todaypage.h"
#include "ui/panels/leadpanel.h"
#include "ui/settings/workdaysettings.h"
#include "ui/statusline.h"
#include "ui/topbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/wheelguard.h"
#include "ui/widgets/windowundo.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr int narrowWindow = 1000;

} // namespace

MainWindow::MainWindow(Workspace &workspace, Theme &theme)
    : m_workspace(workspace)
    , m_theme(theme)
    , m_actions(theme, this)
{
    setWindowTitle(QStringLiteral("Kindling"));
    setMinimumSize(860, 560);
    new WheelGuard(this);
    new WindowUndo(this);
    makeFrame();
    makePages();
    makeMenus();
    wireCommands();
    wireLeadCommands();
    wireTray();
    wireReminders();
    wireFolderWatch();
    auto *day = new DayTurn(workspace, this);
    connect(day, &DayTurn::message, m_toast, &Toast::showMessage);
    connect(day, &DayTurn::failed, m_message, qOverload<const Error &>(&MessageBar::showError));
    connect(&workspace, &Workspace::changed, this, &MainWindow::refreshUndo);
    connect(&workspace, &Workspace::changed, this, &MainWindow::refreshCounts);
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray()))
        resize(QSize(1280, 800).expandedTo(screen()->availableSize() * 0.8).boundedTo(screen()->availableSize()));
    refreshUndo();
    refreshCalling();
    showFirstPage();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeFrame()
{
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new NavigationRail(m_actions, m_theme, centre);
    row->addWidget(m_rail);
    auto *right = new QWidget(centre);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopBar(m_workspace, m_actions, m_theme, right);
    column->addWidget(m_top);
    auto *rule = new QFrame(right);
    rule->setProperty("kind", QStringLiteral("rule"));
    rule->setFixedHeight(1);
    column->addWidget(rule);
    m_message = new MessageBar(m_theme, right);
    column->addWidget(m_message);
    m_splitter = new QSplitter(Qt::Horizontal, right);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_stack = new QStackedWidget(m_splitter);
    m_panel = new LeadPanel(m_workspace, m_theme, m_splitter);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    column->addWidget(m_splitter, 1);
    row->addWidget(right, 1);
    setCentralWidget(centre);
    m_status = new StatusLine(this);
    setStatusBar(m_status);
    m_toast = new Toast(m_theme, this);
    auto *drop = new DropOverlay(m_theme, this);
    connect(drop, &DropOverlay::fileDropped, this, &MainWindow::importFile);
    connect(m_panel, &LeadPanel::closeWanted, this, [this] { showPanel(false); });
    connect(m_toast, &Toast::undoWanted, this, &MainWindow::undo);
    wireFind();
    connect(m_panel, &LeadPanel::message, m_toast, &Toast::showMessage);
    connect(m_panel, &LeadPanel::failed, m_message, qOverload<const Error &>(&MessageBar::showError));
    connect(m_panel, &LeadPanel::callWanted, this, &MainWindow::logCall);
    connect(m_panel, &LeadPanel::emailWanted, this, &MainWindow::writeEmail);
    connect(m_panel, &LeadPanel::duplicatesWanted, this, &MainWindow::showDuplicates);
    connect(m_panel, &LeadPanel::undoWanted, this, &MainWindow::takeBack);
}

void MainWindow::makePages()
{
    m_start = new StartPage(m_theme, m_stack);
    m_today = new TodayPage(m_workspace, m_theme, m_stack);
    m_leads = new LeadsPage(m_workspace, m_theme, m_stack);
    m_board = new BoardPage(m_workspace, m_theme, m_stack);
    m_companies = new CompaniesPage(m_workspace, m_theme, m_stack);
    m_segments = new SegmentsPage(m_workspace, m_theme, m_stack);
    m_campaigns = new CampaignsPage(m_workspace, m_theme, m_stack);
    m_duplicates = new DuplicatesPage(m_workspace, m_theme, m_stack);
    m_reports = new ReportsPage(m_workspace, m_theme, m_stack);
    m_settings = new SettingsPage(m_workspace, m_theme, m_stack);
    m_import = new ImportView(m_workspace, m_theme, m_stack);
    for (Page *page : std::initializer_list<Page *>{m_start, m_today, m_leads, m_board, m_companies, m_segments, m_campaigns, m_duplicates,
                                                    m_reports, m_settings, m_import})
        wirePage(page);
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::addSample);
    connect(m_start, &StartPage::emptyWanted, this, [this] { newLead({}); });
    connect(m_settings, &SettingsPage::restoreReady, this, &MainWindow::restoreReady);
    connect(m_companies, &CompaniesPage::leadWanted, this, &MainWindow::openLead);
    connect(m_segments, &SegmentsPage::segmentOnLeadsWanted, this, [this](const QString &segment) {
        m_leads->showSegment(segment);
        showPage(m_leads, Command::ShowLeads);
    });
    connect(m_segments, &SegmentsPage::segmentOnBoardWanted, this, [this](const QString &segment) {
        m_board->showSegment(segment);
        showPage(m_board, Command::ShowBoard);
    });
    connect(m_today, &TodayPage::callWanted, this, &MainWindow::logCall);
    connect(m_today, &TodayPage::sessionWanted, this, &MainWindow::startCalling);
    connect(m_today, &TodayPage::resumeWanted, this, &MainWindow::resumeCalling);
    connect(m_today, &TodayPage::emailWanted, this, &MainWindow::writeEmail);
    connect(m_today, &TodayPage::leadsPageWanted, this, [this] { showPage(m_leads, Command::ShowLeads); });
    connect(m_import, &ImportView::closed, this, [this] {
        if (m_before == m_start && m_workspace.history().nextUndo())
            showPage(m_leads, Command::ShowLeads);
        else
            showPage(m_before ? m_before : m_leads, m_beforeCommand);
    });
}

void MainWindow::wirePage(Page *page)
{
    m_stack->addWidget(page);
    connect(page, &Page::leadChosen, this, [this, page](LeadId id) {
        if (m_stack->currentWidget() != page)
            return;
        m_opened = {};
        m_panel->showLead(id);
    });
    connect(page, &Page::leadsWanted, this, [this](const QString &title, const LeadListPtr &leads) {
        m_leads->showLeads(title, leads);
        showPage(m_leads, Command::ShowLeads);
    });
    connect(page, &Page::filterWanted, this, [this](const QString &title, const Filter &filter) {
        m_leads->showMatching(title, filter);
        showPage(m_leads, Command::ShowLeads);
    });
    connect(page, &Page::leadOpened, this, &MainWindow::openLead);
    connect(page, &Page::importWanted, this, &MainWindow::chooseFile);
    connect(page, &Page::message, m_toast, &Toast::showMessage);
    connect(page, &Page::message, m_message, &QWidget::hide); // something went well since
    connect(page, &Page::failed, m_message, qOverload<const Error &>(&MessageBar::showError));
    connect(page, &Page::jobStarted, m_status, &StatusLine::watch);
    connect(page, &Page::panelChanged, this, [this, page] {
        if (m_stack->currentWidget() == page)
            m_panel->setVisible(page->showsLeadPanel() && panelWanted());
    });
    connect(page, &Page::comparisonWanted, this, [this](const QDate &with) {
        m_reports->compareWith(with);
        showPage(m_reports, Command::ShowReports);
    });
    connect(page, &Page::statusChanged, this, [this, page] {
        if (m_stack->currentWidget() == page)
            m_status->setText(page->statusText());
        if (page != m_today)
            return;
        const int due = m_today->dueCount();
        m_rail->setCount(Command::ShowToday, due > 0 ? QLocale().toString(due) : QString());
        if (m_tray)
            m_tray->setDue(due);
    });
}

void MainWindow::makeMenus()
{
    const auto add = [this](const QString &title, std::initializer_list<std::optional<Command>> entries) {
        QMenu *menu = menuBar()->addMenu(title);
        for (const std::optional<Command> &entry : entries) {
            if (entry)
                menu->addAction(m_actions[*entry]);
            else
                menu->addSeparator();
        }
        return menu;
    };
    using C = Command;
    add(tr("&File"),
        {C::NewWorkspace, C::OpenWorkspace, std::nullopt, C::Import, C::Export, std::nullopt, C::BackUp, C::Restore, std::nullopt,
         C::Quit});
    add(tr("&Edit"), {C::Undo, C::Redo, std::nullopt, C::Find});
    add(tr("&Lead"),
        {C::NewLead, C::LogCall, C::WriteEmail, C::StartCalling, C::ResumeCalling, C::FocusPanel, std::nullopt, C::MakeCold, C::MakeWarm,
         C::MakeHot, std::nullopt, C::MarkWon, C::MarkLost, C::HandOver, C::Archive, std::nullopt, C::ShowDuplicates, C::MergeCompanies});
    QMenu *view = add(tr("&View"),
                      {C::ShowToday, C::ShowLeads, C::ShowBoard, C::ShowCompanies, C::ShowSegments, C::ShowCampaigns, C::ShowReports,
                       C::ShowSettings, std::nullopt, C::TogglePanel});
    QMenu *appearance = view->addMenu(tr("Appearance"));
    const std::pair<QString, Theme::Mode> modes[] = {
        {tr("As the desktop"), Theme::Mode::System}, {tr("Light"), Theme::Mode::Light}, {tr("Dark"), Theme::Mode::Dark}};
    for (const auto &[label, mode] : modes)
        appearance->addAction(label, this, [this, chosen = mode] { m_settings->setMode(chosen); });
    add(tr("Hel&p"), {C::Shortcuts, C::About});
}

void MainWindow::wireReminders()
{
    auto inside = std::make_unique<WindowNotifier>(m_theme, m_message->parentWidget());
    auto *column = static_cast<QVBoxLayout *>(m_message->parentWidget()->layout());
    column->insertWidget(column->indexOf(m_message), inside->bar());
    m_reminders = new Reminders(m_workspace, Notifier::forThisDesktop(m_tray), std::move(inside), this);
    connect(m_reminders, &Reminders::openWanted, this, [this](LeadId id) {
        comeForward();
        openLead(id);
    });
    connect(m_reminders, &Reminders::todayWanted, this, [this] {
        comeForward();
        showPage(m_today, Command::ShowToday);
    });
    connect(m_reminders, &Reminders::failed, m_message, qOverload<const Error &>(&MessageBar::showError));
}

void MainWindow::wireFind()
{
    connect(m_top, &TopBar::leadWanted, this, &MainWindow::openLead);
    connect(m_top, &TopBar::callWanted, this, &MainWindow::logCall);
    connect(m_top, &TopBar::noteWanted, this, [this](LeadId id) {
        openLead(id);
        m_panel->focusComposer();
    });
    connect(m_top, &TopBar::followUpWanted, this, [this](LeadId id) {
        openLead(id);
        m_panel->focusNextStep();
    });
    connect(m_top, &TopBar::companyWanted, this, [this](CompanyId id, const QString &name) {
        m_companies->showCompany(id, name);
        showPage(m_companies, Command::ShowCompanies);
    });
    connect(m_top, &TopBar::leadsWanted, this, [this](const QString &text) {
        const auto words = m_workspace.vocabulary();
        m_leads->showFilter(filterText(Filter::freeText(text), {words.get(), {}, {}}));
        showPage(m_leads, Command::ShowLeads);
    });
    connect(m_top, &TopBar::segmentWanted, this, [this](const QString &name) {
        m_leads->showSegment(name);
        showPage(m_leads, Command::ShowLeads);
    });
    connect(m_top, &TopBar::campaignWanted, this, [this](const QString &name) {
        m_campaigns->showCampaign(name);
        showPage(m_campaigns, Command::ShowCampaigns);
    });
    connect(m_top, &TopBar::newLeadWanted, this, &MainWindow::newLead);
    connect(m_top, &TopBar::leaveWanted, this, [this] { static_cast<Page *>(m_stack->currentWidget())->focusContent(); });
}

void MainWindow::wireTray()
{
    m_tray = new TrayIcon(this);
    m_tray->setShown(staysInTray());
    connect(m_tray, &TrayIcon::windowWanted, this, &MainWindow::comeForward);
    connect(m_tray, &TrayIcon::todayWanted, this, [this] {
        comeForward();
        showPage(m_today, Command::ShowToday);
    });
    connect(m_tray, &TrayIcon::quitWanted, this, &MainWindow::quit);
}

bool MainWindow::staysInTray() const
{
    return QSettings().value(WorkdaySettings::staysKey(), false).toBool() && TrayIcon::isAvailable();
}

bool MainWindow::startInTray()
{
    if (!TrayIcon::isAvailable())
        return false;
    m_tray->setShown(true);
    QApplication::setQuitOnLastWindowClosed(false);
    return true;
}

void MainWindow::say(const QString &text)
{
    m_toast->showMessage(text, false);
}

void MainWindow::comeForward()
{
    QApplication::setQuitOnLastWindowClosed(true);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::quit()
{
    m_quits = true;
    if (close())
        QApplication::quit();
    else
        m_quits = false; // there is something to save
}

void MainWindow::wireFolderWatch()
{
    m_folderWatch = new FolderWatch(m_workspace, this);
    connect(m_folderWatch, &FolderWatch::imported, this, [this](const QString &text) { m_toast->showMessage(text, true); });
    connect(m_folderWatch, &FolderWatch::failed, m_message, qOverload<const Error &>(&MessageBar::showError));
}

void MainWindow::showPage(Page *page, Command command)
{
    m_current = command;
    m_opened = {};
    m_rail->setCurrent(command);
    m_stack->setCurrentWidget(page);
    m_panel->setVisible(page->showsLeadPanel() && panelWanted());
    m_status->setText(page->statusText());
    page->focusContent();
    const std::vector<LeadId> selected = page->selectedLeads();
    if (page->showsLeadPanel() && !selected.empty())
        m_panel->showLead(selected.front());
}

void MainWindow::showFirstPage()
{
    const bool fresh = !m_workspace.history().nextUndo();
    const QString first = QSettings().value(SettingsPage::firstPageKey()).toString();
    if (fresh) {
        showPage(m_start, Command::ShowLeads);
    } else if (first == u"dashboard") {
        m_reports->showDashboard();
        showPage(m_reports, Command::ShowReports);
    } else if (first == u"today") {
        showPage(m_today, Command::ShowToday);
    } else if (first == u"board") {
        showPage(m_board, Command::ShowBoard);
    } else {
        showPage(m_leads, Command::ShowLeads);
    }
    refreshCounts();
    m_workspace.forecasts().keepMonthly(); // to be graded one day; nobody waits for it
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_rail->setCollapsed(width() < narrowWindow);
    QMainWindow::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(QStringLiteral("window/geometry"), saveGeometry());
    if (!m_quits && staysInTray()) {
        m_tray->setShown(true);
        QApplication::setQuitOnLastWindowClosed(false); // a dialog that closes behind it is not the last window
        hide();
        event->ignore();
        return;
    }
    if (!m_leavesUnsaved && !unsaved().isEmpty()) {
        event->ignore();
        leave(tr("End without saving"), [this, quits = m_quits] {
            m_leavesUnsaved = true;
            if (quits)
                quit();
            else
                close();
        });
        return;
    }
    QMainWindow::closeEvent(event);
}

/// What was typed and would be gone.
QStringList MainWindow::unsaved() const
{
    QStringList things;
    for (int i = 0; i < m_stack->count(); ++i) {
        if (const QString words = static_cast<Page *>(m_stack->widget(i))->unsaved(); !words.isEmpty())
            things += words;
    }
    if (m_panel->drafts() > 0)
        things += tr("%n note(s)", nullptr, m_panel->drafts());
    const auto leads = std::count_if(m_keptLeads.begin(), m_keptLeads.end(), [](const auto &kept) { return !kept.isNull(); });
    if (leads > 0)
        things += tr("%n new lead(s)", nullptr, int(leads));
    return things;
}

void MainWindow::leave(const QString &action, const std::function<void()> &then)
{
    const QStringList things = unsaved();
    if (things.isEmpty()) {
        then();
        return;
    }
    auto *question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Not saved yet"));
    question->setText(tr("Not saved yet: %1.").arg(things.join(tr(", ", "between things"))));
    question->setInformativeText(tr("If you go on, what was typed there is gone."));
    QPushButton *goOn = question->addButton(action, QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("Go back"), QMessageBox::RejectRole));
    connect(goOn, &QPushButton::clicked, this, then);
    question->open();
}

} // namespace kindling
