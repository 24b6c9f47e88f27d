// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/workspace/companyservice.h"
#include "core/workspace/historyservice.h"
#include "core/workspace/importservice.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/handoverdialog.h"
#include "ui/dialogs/newleaddialog.h"
#include "ui/import/importview.h"
#include "ui/import/keptdialog.h"
#include "ui/navigationrail.h"
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
#include "ui/settings/backupsettings.h"
#include "ui/statusline.h"
#include "ui/topbar.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/reasonpopup.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/whenanswered.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QFormLayout>
#include <QSettings>
#include <QStackedWidget>

// What the window does when it is told to: the commands of its menus, and files dropped on it.

namespace kindling {

void MainWindow::wireCommands()
{
    using C = Command;
    m_actions.handle(C::NewWorkspace, [this] { leave(tr("Go on without saving"), [this] { Q_EMIT newWorkspaceWanted(); }); });
    m_actions.handle(C::OpenWorkspace, [this] { leave(tr("Go on without saving"), [this] { Q_EMIT openWorkspaceWanted(); }); });
    m_actions.handle(C::Import, [this] {
        if (m_import->isWaiting() && m_stack->currentWidget() != m_import) { // what was chosen there is not lost
            showImport();
        } else {
            chooseFile();
        }
    });
    m_actions.handle(C::Export, [this] { exportLeads(); });
    m_actions.handle(C::BackUp, [this] { m_settings->backups().askWhere(); });
    m_actions.handle(C::Restore, [this] { leave(tr("Go on without saving"), [this] { m_settings->backups().askWhich(); }); });
    m_actions.handle(C::Quit, [this] { quit(); });
    m_actions.handle(C::Undo, [this] { undo(); });
    m_actions.handle(C::Redo, [this] { redo(); });
    m_actions.handle(C::Find, [this] { m_top->focusSearch(); });
    m_actions.handle(C::ShowToday, [this] { showPage(m_today, C::ShowToday); });
    m_actions.handle(C::ShowLeads, [this] { showPage(m_leads, C::ShowLeads); });
    m_actions.handle(C::ShowBoard, [this] { showPage(m_board, C::ShowBoard); });
    m_actions.handle(C::ShowCompanies, [this] { showPage(m_companies, C::ShowCompanies); });
    m_actions.handle(C::ShowSegments, [this] { showPage(m_segments, C::ShowSegments); });
    m_actions.handle(C::ShowCampaigns, [this] { showPage(m_campaigns, C::ShowCampaigns); });
    m_actions.handle(C::ShowDuplicates, [this] { showDuplicates({}); });
    m_actions.handle(C::MergeCompanies, [this] {
        showPage(m_companies, C::ShowCompanies);
        m_companies->mergeSelected();
    });
    m_actions.handle(C::ShowReports, [this] { showPage(m_reports, C::ShowReports); });
    m_actions.handle(C::ShowSettings, [this] { showPage(m_settings, C::ShowSettings); });
    m_actions.handle(C::Shortcuts, [this] { showShortcuts(); });
    m_actions.handle(C::About, [this] { showAbout(); });
}

void MainWindow::wireLeadCommands()
{
    using C = Command;
    m_actions.handle(C::NewLead, [this] { newLead({}); });
    m_actions.handle(C::LogCall, [this] {
        if (const std::vector<LeadId> leads = selectedLeads(); !leads.empty())
            logCall(leads.front());
        else
            m_toast->showMessage(tr("Choose a lead first"), false);
    });
    m_actions.handle(C::WriteEmail, [this] {
        if (const std::vector<LeadId> leads = selectedLeads(); !leads.empty())
            writeEmail(leads.front());
        else
            m_toast->showMessage(tr("Choose a lead first"), false);
    });
    m_actions.handle(C::StartCalling, [this] { callWhatIsShown(); });
    m_actions.handle(C::ResumeCalling, [this] { resumeCalling(); });
    m_actions.handle(C::FocusPanel, [this] {
        showPanel(true);
        m_panel->focusComposer();
    });
    m_actions.handle(C::TogglePanel, [this] { showPanel(!m_panel->isVisible()); });
    const std::pair<C, Temperature> temperatures[] = {
        {C::MakeCold, Temperature::Cold}, {C::MakeWarm, Temperature::Warm}, {C::MakeHot, Temperature::Hot}};
    for (const auto &[command, temperature] : temperatures) {
        m_actions.handle(command, [this, to = temperature] {
            LeadMove move;
            move.temperature = to;
            moveSelected(move, labelOf(to).toLower());
        });
    }
    m_actions.handle(C::MarkWon, [this] {
        LeadMove move;
        move.outcome = Outcome::Won;
        moveSelected(move, tr("won"));
    });
    m_actions.handle(C::MarkLost, [this] { loseSelected(); });
    m_actions.handle(C::HandOver, [this] { handOverSelected(); });
    m_actions.handle(C::Archive, [this] { archiveSelected(); });
}

std::vector<LeadId> MainWindow::selectedLeads() const
{
    const auto *page = static_cast<const Page *>(m_stack->currentWidget());
    std::vector<LeadId> leads = page->selectedLeads();
    if (leads.size() <= 1 && !m_opened.isNull() && m_panel->isVisible() && m_panel->lead() == m_opened)
        return {m_opened}; // what one sees, not what is chosen in a list behind it
    if (leads.empty() && m_panel->isVisible() && !m_panel->lead().isNull())
        leads.push_back(m_panel->lead());
    return leads;
}

void MainWindow::report(const QFuture<Result<Written>> &write, const QString &done)
{
    whenAnswered(write, this, [this, done](const Result<Written> &written) {
        if (!written)
            m_message->showError(written.error());
        else if (!written->change.isNull())
            m_toast->showMessage(done, true);
    });
}

void MainWindow::moveSelected(const LeadMove &move, const QString &done)
{
    const std::vector<LeadId> leads = selectedLeads();
    if (leads.empty())
        return;
    const auto progress = std::make_shared<Progress>();
    report(m_workspace.leads().move(leads, move, progress),
           leads.size() == 1 ? tr("The lead is %1 now").arg(done) : tr("%1 leads are %2 now").arg(QLocale().toString(leads.size()), done));
}

void MainWindow::loseSelected()
{
    if (selectedLeads().empty())
        return;
    const auto words = m_workspace.vocabulary();
    auto *popup = new ReasonPopup(QStringList(words->reasons.begin(), words->reasons.end()), this);
    popup->offerReturn(m_workspace);
    connect(popup, &ReasonPopup::accepted, this, [this, popup](const QString &reason) {
        LeadMove move;
        move.outcome = Outcome::Lost;
        move.reason = reason;
        move.backOn = popup->backOn();
        moveSelected(move, tr("lost"));
    });
    popup->ask(mapToGlobal(QPoint(width() / 2 - 150, height() / 3)), tr("Why is it lost?"));
}

void MainWindow::handOverSelected()
{
    const std::vector<LeadId> leads = selectedLeads();
    if (leads.empty()) {
        m_toast->showMessage(tr("Choose a lead first"), false);
        return;
    }
    auto *dialog = new HandoverDialog(m_workspace, m_theme, leads, this);
    connect(dialog, &HandoverDialog::handedOver, this, [this](const QString &text) { m_toast->showMessage(text, true); });
    dialog->open();
}

void MainWindow::archiveSelected()
{
    const std::vector<LeadId> leads = selectedLeads();
    if (!leads.empty())
        report(m_workspace.leads().archive(leads, true),
               leads.size() == 1 ? tr("The lead is archived") : tr("%1 leads are archived").arg(leads.size()));
}

void MainWindow::newLead(const QString &typed)
{
    std::erase_if(m_keptLeads, [](const QPointer<NewLeadDialog> &kept) { return kept.isNull(); });
    if (typed.isEmpty() && !m_keptLeads.empty()) {
        m_keptLeads.back()->open();
        return;
    }
    auto *dialog = new NewLeadDialog(m_workspace, m_theme, this);
    if (!typed.isEmpty())
        dialog->setQuickText(typed);
    connect(dialog, &NewLeadDialog::created, this, [this](LeadId id) {
        m_toast->showMessage(tr("Lead added"), true);
        if (m_stack->currentWidget() == m_start)
            showPage(m_leads, Command::ShowLeads);
        openLead(id);
    });
    connect(dialog, &NewLeadDialog::openWanted, this, &MainWindow::openLead);
    connect(dialog, &NewLeadDialog::kept, this, [this, dialog] {
        std::erase(m_keptLeads, dialog);
        m_keptLeads.push_back(dialog);
        m_toast->showMessage(tr("Not saved yet: “New lead” brings back what was typed"), false);
    });
    dialog->open();
}

void MainWindow::openLead(LeadId id)
{
    if (!static_cast<Page *>(m_stack->currentWidget())->showsLeadPanel())
        showPage(m_leads, Command::ShowLeads);
    m_top->remember(id);
    auto *page = static_cast<Page *>(m_stack->currentWidget());
    page->followLead(id);
    if (!m_panel->isVisible())
        showPanel(true);
    m_panel->showLead(id);
    const std::vector<LeadId> chosen = page->selectedLeads();
    m_opened = chosen.empty() || chosen.front() != id ? id : LeadId();
}

/// Each page remembers whether it has the lead beside it; the board begins without, for the room.
bool MainWindow::panelWanted() const
{
    const QString key = QStringLiteral("panel/%1").arg(int(m_current));
    return QSettings().value(key, m_current != Command::ShowBoard).toBool();
}

void MainWindow::showPanel(bool shown)
{
    const auto *page = static_cast<const Page *>(m_stack->currentWidget());
    if (!page->showsLeadPanel())
        return;
    QSettings().setValue(QStringLiteral("panel/%1").arg(int(m_current)), shown);
    m_panel->setVisible(shown);
    if (const std::vector<LeadId> selected = page->selectedLeads(); shown && !selected.empty())
        m_panel->showLead(selected.front());
}

void MainWindow::showDuplicates(LeadId lead)
{
    m_duplicates->showOnly(lead);
    showPage(m_duplicates, Command::ShowLeads);
}

void MainWindow::showImport()
{
    if (m_stack->currentWidget() != m_import) {
        m_before = static_cast<Page *>(m_stack->currentWidget());
        m_beforeCommand = m_current;
    }
    showPage(m_import, m_current);
}

void MainWindow::importFile(const QString &path)
{
    showImport();
    m_import->begin(path);
}

void MainWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import leads"), QString(),
                                   tr("Tables, workbooks, cards and calendars (*.csv *.tsv *.txt *.xlsx *.vcf *.ics);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::importFile);
    dialog->open();
}

void MainWindow::exportLeads()
{
    const std::vector<LeadId> chosen = m_leads->selectedLeads();
    auto *dialog = new ExportDialog(m_leads->listedLeads(), chosen.size() > 1 ? chosen : std::vector<LeadId>(), this);
    connect(dialog, &ExportDialog::fileWanted, this, [this](const ExportRequest &request, const QString &path) {
        const auto progress = std::make_shared<Progress>();
        const QFuture<Result<ExportedRecords>> writing = m_workspace.exports().write(request, path, progress);
        m_status->watch({tr("Exporting"), progress, QFuture<void>(writing)});
        whenAnswered(writing, this, [this, path](const Result<ExportedRecords> &written) {
            if (!written) {
                m_message->showError(written.error());
                return;
            }
            m_toast->showMessage(tr("%1 records are in %2").arg(QLocale().toString(written->count), QFileInfo(path).fileName()), false);
            if (written->cutCells > 0)
                m_message->showError(cutSentence(*written));
        });
    });
    connect(dialog, &ExportDialog::folderWanted, this, [this](const QString &folder) {
        const auto progress = std::make_shared<Progress>();
        const QFuture<Result<FolderContent>> writing = m_workspace.exports().writeAll(folder, progress);
        m_status->watch({tr("Exporting"), progress, QFuture<void>(writing)});
        whenAnswered(writing, this, [this, folder](const Result<FolderContent> &content) {
            if (content)
                m_toast->showMessage(tr("The whole workspace is in %1").arg(QFileInfo(folder).fileName()), false);
            else
                m_message->showError(content.error());
        });
    });
    dialog->open();
}

void MainWindow::addSample()
{
    const auto progress = std::make_shared<Progress>();
    whenAnswered(m_workspace.imports().addSample(100, 1, progress), this, [this](const Result<ImportResult> &result) {
        if (!result) {
            m_message->showError(result.error());
            return;
        }
        showPage(m_board, Command::ShowBoard);
        m_toast->showMessage(tr("A sample business of 100 leads is here"), true);
    });
}

void MainWindow::showKept(ChangeId undo)
{
    whenAnswered(m_workspace.history().kept(undo), this, [this](const Result<std::vector<KeptRecord>> &kept) {
        if (!kept)
            m_message->showError(kept.error());
        else if (!kept->empty())
            (new KeptDialog(*kept, this))->open();
    });
}

void MainWindow::undo()
{
    if (const std::optional<ChangeEntry> next = m_workspace.history().nextUndo())
        takeBack({}, next->label);
}

/// The last change in force, or the one named: wherever it is asked for, what stays because it was edited since is shown.
void MainWindow::takeBack(ChangeId change, const QString &label)
{
    const auto progress = std::make_shared<Progress>();
    const QFuture<Result<Written>> undone = m_workspace.history().undo(change, progress);
    m_status->watch({tr("Taking back: %1").arg(label), progress, QFuture<void>(undone)});
    whenAnswered(undone, this, [this, label](const Result<Written> &written) {
        if (!written) {
            showStopped(written.error());
            return;
        }
        m_toast->showMessage(tr("Taken back: %1").arg(label), false);
        showKept(written->change);
    });
}

/// Why something was not taken back or done again: it was cancelled, or it could not be.
void MainWindow::showStopped(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        m_toast->showMessage(tr("Stopped; nothing was changed"), false);
    else
        m_message->showError(error);
}

void MainWindow::redo()
{
    const std::optional<ChangeEntry> next = m_workspace.history().nextRedo();
    if (!next)
        return;
    const auto progress = std::make_shared<Progress>();
    const QFuture<Result<Written>> redone = m_workspace.history().redo(progress);
    m_status->watch({tr("Doing again: %1").arg(next->label), progress, QFuture<void>(redone)});
    whenAnswered(redone, this, [this, label = next->label](const Result<Written> &written) {
        if (written)
            m_toast->showMessage(tr("Done again: %1").arg(label), true);
        else
            showStopped(written.error());
    });
}

void MainWindow::refreshUndo()
{
    const auto name = [this](Command command, const std::optional<ChangeEntry> &next, const QString &word) {
        m_actions[command]->setEnabled(next.has_value());
        QString text = next ? tr("%1: %2").arg(word, next->label) : word;
        m_actions[command]->setText(text.replace(u'&', QStringLiteral("&&")));
    };
    name(Command::Undo, m_workspace.history().nextUndo(), tr("Undo"));
    name(Command::Redo, m_workspace.history().nextRedo(), tr("Redo"));
}

void MainWindow::refreshCounts()
{
    FilterTest open;
    open.field = LeadField::Outcome;
    open.words = {keyOf(Outcome::Open)};
    const int question = ++m_countsAsked;
    whenAnswered(m_workspace.leads().list({Filter::of(open), {}}), this, [this, question](const Result<LeadListPtr> &list) {
        if (list && question == m_countsAsked)
            m_rail->setCount(Command::ShowLeads, (*list)->ids.empty() ? QString() : QLocale().toString((*list)->ids.size()));
    });
    whenAnswered(m_workspace.companies().count(), this, [this, question](const Result<qint64> &count) {
        if (count && question == m_countsAsked)
            m_rail->setCount(Command::ShowCompanies, *count > 0 ? QLocale().toString(*count) : QString());
    });
}

void MainWindow::showShortcuts()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keyboard shortcuts"));
    auto *form = new QFormLayout(dialog);
    form->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space24);
    form->setHorizontalSpacing(metrics::space32);
    for (const CommandInfo &info : commands()) {
        const QAction *action = m_actions[info.command];
        if (!action->shortcut().isEmpty())
            form->addRow(plainLabel(action->text(), nullptr, dialog),
                         plainLabel(action->shortcut().toString(QKeySequence::NativeText), "second", dialog));
    }
    form->addRow(plainLabel(tr("Find: open, call, write, plan"), nullptr, dialog),
                 plainLabel(tr("Enter, Ctrl+Enter, Alt+Enter, Shift+Enter"), "second", dialog));
    form->addRow(plainLabel(tr("Leads: filter, views, edit a cell"), nullptr, dialog),
                 plainLabel(tr("Ctrl+F, Alt+1 to Alt+9, F2"), "second", dialog));
    form->addRow(plainLabel(tr("Leads, Companies: from the filter into the list"), nullptr, dialog),
                 plainLabel(tr("Down, Enter"), "second", dialog));
    form->addRow(plainLabel(tr("Leads: copy as a table, empty a cell"), nullptr, dialog),
                 plainLabel(tr("Ctrl+C, Delete"), "second", dialog));
    form->addRow(plainLabel(tr("Companies: merge the selected ones"), nullptr, dialog), plainLabel(tr("M"), "second", dialog));
    form->addRow(plainLabel(tr("Board: move a card"), nullptr, dialog), plainLabel(tr("Ctrl+Left, Ctrl+Right"), "second", dialog));
    form->addRow(plainLabel(tr("Today: call, email, done, snooze, reschedule, skip"), nullptr, dialog),
                 plainLabel(tr("C, E, D, S, R, N"), "second", dialog));
    form->addRow(plainLabel(tr("Call: outcome, dial; in a session: skip"), nullptr, dialog),
                 plainLabel(tr("1 to 9, D; N"), "second", dialog));
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("About Kindling"));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(metrics::space32, metrics::space24, metrics::space32, metrics::space24);
    column->addWidget(plainLabel(QStringLiteral("Kindling " KINDLING_VERSION), "title", dialog));
    column->addWidget(plainLabel(tr("A desktop CRM for small businesses. All data is yours, in one file:"), nullptr, dialog));
    QLabel *path = plainLabel(m_workspace.path(), "second", dialog);
    path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(path);
    column->addWidget(plainLabel(tr("Free software under the GNU General Public License, version 3 or later."), "second", dialog));
    dialog->open();
}

} // namespace kindling
