// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/callingsession.h"
#include "ui/actions.h"
#include "ui/pages/page.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace kindling {

class BoardPage;
class CampaignsPage;
class CompaniesPage;
class DuplicatesPage;
class FolderWatch;
class ImportView;
class LeadPanel;
class LeadsPage;
class MessageBar;
class NavigationRail;
class NewLeadDialog;
class Reminders;
class ReportsPage;
class SegmentsPage;
class SettingsPage;
class StartPage;
class StatusLine;
class Toast;
class TodayPage;
class TopBar;
class TrayIcon;

/// The frame: navigation, search, the page, the lead panel, the status line, and the commands that act on whatever lead is selected.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Workspace &workspace, Theme &theme);
    ~MainWindow() override;

    /// Opens the import of a file.
    void importFile(const QString &path);
    /// Says something that was done, for a while.
    void say(const QString &text);
    /// Shows itself in front, from the tray too.
    void comeForward();
    /// Stays hidden with an icon in the tray; says whether there is one to stay in.
    bool startInTray();

Q_SIGNALS:
    void newWorkspaceWanted();
    void openWorkspaceWanted();
    /// A backup is unpacked beside the workspace: it is to be put in its place (putInPlace(), core/workspace/restore.h).
    void restoreReady();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeFrame();
    void makePages();
    void makeMenus();
    void wireCommands();
    void wireLeadCommands();
    void wirePage(Page *page);
    void wireReminders();
    void wireTray();
    bool staysInTray() const;
    void quit();
    void showImport();
    QStringList unsaved() const;
    /// Does what ends this window's work: at once, or when somebody has said to do so in spite of what is not saved.
    void leave(const QString &action, const std::function<void()> &then);
    void wireFolderWatch();
    void wireFind();
    void showPage(Page *page, Command command);
    void openLead(LeadId id);
    void showDuplicates(LeadId lead);
    void showFirstPage();
    void showPanel(bool shown);
    bool panelWanted() const;
    void chooseFile();
    void exportLeads();
    void addSample();
    void newLead(const QString &typed);
    void logCall(LeadId lead);
    void writeEmail(LeadId lead);
    void callWhatIsShown();
    void callSegment(const QString &name);
    void startCalling(const QString &title, const std::vector<LeadId> &leads);
    void resumeCalling();
    void openCalling(const CallingSession &session);
    void refreshCalling();
    void moveSelected(const LeadMove &move, const QString &done);
    void loseSelected();
    void handOverSelected();
    void archiveSelected();
    std::vector<LeadId> selectedLeads() const;
    void report(const QFuture<Result<Written>> &write, const QString &done);
    void undo();
    void takeBack(ChangeId change, const QString &label);
    void showStopped(const Error &error);
    void showKept(ChangeId undo);
    void redo();
    void refreshUndo();
    void refreshCounts();
    void showShortcuts();
    void showAbout();

    Workspace &m_workspace;
    Theme &m_theme;
    Actions m_actions;
    NavigationRail *m_rail = nullptr;
    TopBar *m_top = nullptr;
    MessageBar *m_message = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    LeadPanel *m_panel = nullptr;
    StatusLine *m_status = nullptr;
    Toast *m_toast = nullptr;
    std::vector<QPointer<NewLeadDialog>> m_keptLeads; ///< put away half typed; the last one comes back first
    StartPage *m_start = nullptr;
    TodayPage *m_today = nullptr;
    LeadsPage *m_leads = nullptr;
    BoardPage *m_board = nullptr;
    CampaignsPage *m_campaigns = nullptr;
    CompaniesPage *m_companies = nullptr;
    DuplicatesPage *m_duplicates = nullptr;
    ReportsPage *m_reports = nullptr;
    SegmentsPage *m_segments = nullptr;
    SettingsPage *m_settings = nullptr;
    ImportView *m_import = nullptr;
    TrayIcon *m_tray = nullptr;
    bool m_quits = false; ///< told to end, not only to close
    bool m_leavesUnsaved = false; ///< told to end in spite of what is not saved
    Reminders *m_reminders = nullptr;
    FolderWatch *m_folderWatch = nullptr;
    LeadId m_opened; ///< shown in the panel without being chosen on the page
    Page *m_before = nullptr; ///< the page that the import took the place of
    Command m_beforeCommand = Command::ShowLeads;
    Command m_current = Command::ShowLeads;
    int m_countsAsked = 0; ///< older answers are dropped
};

} // namespace kindling
