// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/workspace/dayservice.h"
#include "core/workspace/leadservice.h"
#include "ui/calls/callingdialog.h"
#include "ui/dialogs/emaildialog.h"
#include "ui/dialogs/logcalldialog.h"
#include "ui/pages/segmentspage.h"
#include "ui/pages/todaypage.h"
#include "ui/panels/leadpanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/whenanswered.h"

#include <QStackedWidget>

#include <algorithm>
#include <unordered_set>

// Calls and emails: one, or one after the other.

namespace kindling {

namespace {

constexpr size_t longestSession = 5000;

} // namespace

/// Today's queue, a segment, or the leads that are chosen.
void MainWindow::callWhatIsShown()
{
    if (m_stack->currentWidget() == m_today)
        m_today->beginSession();
    else if (m_stack->currentWidget() == m_segments && !m_segments->shownSegment().isEmpty())
        callSegment(m_segments->shownSegment());
    else
        startCalling(tr("Selection"), selectedLeads());
}

/// Its open leads, those first with whom something is planned.
void MainWindow::callSegment(const QString &name)
{
    FilterTest open;
    open.field = LeadField::Outcome;
    open.words = {keyOf(Outcome::Open)};
    const LeadQuery query{Filter::all({Filter::segment(name), Filter::of(open)}), {{LeadField::NextFollowUp, false}}};
    whenAnswered(m_workspace.leads().list(query), this, [this, name](const Result<LeadListPtr> &list) {
        if (!list) {
            m_message->showError(list.error());
            return;
        }
        std::vector<LeadId> leads = (*list)->ids;
        leads.resize(std::min(leads.size(), longestSession));
        startCalling(name, leads);
    });
}

void MainWindow::logCall(LeadId lead)
{
    auto *dialog = new LogCallDialog(m_workspace, m_theme, lead, this);
    connect(dialog, &LogCallDialog::saved, this, [this](const QString &text) { m_toast->showMessage(text, true); });
    dialog->open();
}

void MainWindow::startCalling(const QString &title, const std::vector<LeadId> &leads)
{
    if (leads.empty()) {
        m_toast->showMessage(tr("Choose the leads to call first"), false);
        return;
    }
    FilterTest wantsNone;
    wantsNone.field = LeadField::DoNotCall;
    wantsNone.words = {QStringLiteral("yes")};
    whenAnswered(m_workspace.leads().list({Filter::of(wantsNone), {}}), this, [this, title, leads](const Result<LeadListPtr> &barred) {
        if (!barred) {
            m_message->showError(barred.error());
            return;
        }
        const std::unordered_set<LeadId> out((*barred)->ids.begin(), (*barred)->ids.end());
        CallingSession session;
        session.title = title;
        std::copy_if(leads.begin(), leads.end(), std::back_inserter(session.leads), [&](LeadId lead) { return !out.contains(lead); });
        session.began = m_workspace.clock().now();
        if (session.leads.size() < leads.size())
            m_toast->showMessage(tr("Left out because they want no calls: %1").arg(leads.size() - session.leads.size()), false);
        if (!session.leads.empty())
            openCalling(session);
    });
}

void MainWindow::resumeCalling()
{
    whenAnswered(m_workspace.day().session(), this, [this](const Result<std::optional<CallingSession>> &session) {
        if (!session)
            m_message->showError(session.error());
        else if (*session)
            openCalling(**session);
    });
}

void MainWindow::openCalling(const CallingSession &session)
{
    auto *dialog = new CallingDialog(m_workspace, m_theme, session, this);
    connect(dialog, &CallingDialog::failed, m_message, qOverload<const Error &>(&MessageBar::showError));
    connect(dialog, &CallingDialog::leadShown, m_panel, &LeadPanel::showLead);
    connect(dialog, &CallingDialog::left, this,
            [this] { m_toast->showMessage(tr("The session waits where you left it: Resume calling goes on"), false); });
    connect(dialog, &CallingDialog::kept, this, &MainWindow::refreshCalling);
    connect(dialog, &QDialog::finished, this, &MainWindow::refreshCalling);
    dialog->open();
    refreshCalling();
}

/// Whether there is a session to go on with.
void MainWindow::refreshCalling()
{
    whenAnswered(m_workspace.day().session(), this, [this](const Result<std::optional<CallingSession>> &session) {
        const bool waits = session && *session;
        m_actions[Command::ResumeCalling]->setEnabled(waits);
        m_today->showWaitingSession(waits ? **session : CallingSession());
    });
}

void MainWindow::writeEmail(LeadId lead)
{
    auto *dialog = new EmailDialog(m_workspace, m_theme, lead, this);
    connect(dialog, &EmailDialog::saved, this, [this](const QString &text) { m_toast->showMessage(text, true); });
    dialog->open();
}

} // namespace kindling
