// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/leadpanel.h"

#include "ui/dialogs/erasedialog.h"
#include "ui/dialogs/handoverdialog.h"
#include "ui/panels/filesview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/reasonpopup.h"
#include "ui/widgets/whenanswered.h"

#include <QDropEvent>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

// What the lead panel does when it is told to.

namespace kindling {

void LeadPanel::handOver()
{
    auto *dialog = new HandoverDialog(m_workspace, m_theme, {lead()}, window());
    connect(dialog, &HandoverDialog::handedOver, this, [this](const QString &text) { Q_EMIT message(text, true); });
    dialog->open();
}

/// Shows what would go before anything does.
void LeadPanel::askToErase()
{
    whenAnswered(m_workspace.privacy().known(lead()), this, [this](const Result<PersonalData> &known) {
        if (!known) {
            Q_EMIT failed(known.error());
            return;
        }
        auto *dialog = new EraseDialog(m_workspace, m_theme, *known, window());
        connect(dialog, &EraseDialog::erased, this, [this](const QString &text) { Q_EMIT message(text, false); });
        dialog->open();
    });
}

void LeadPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (lead().isNull() || draggedFiles(event->mimeData()).isEmpty())
        return;
    m_tabs->setCurrentWidget(m_files); // where they will stand
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void LeadPanel::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_files->attach(draggedFiles(event->mimeData()));
}

void LeadPanel::decide(Outcome outcome)
{
    LeadMove change;
    change.outcome = outcome;
    const QString name = m_name->text();
    if (outcome == Outcome::Won || outcome == Outcome::Open) {
        move(change, tr("%1 is %2 now").arg(name, labelOf(outcome).toLower()));
        return;
    }
    const auto words = m_workspace.vocabulary();
    auto *popup = new ReasonPopup(QStringList(words->reasons.begin(), words->reasons.end()), this);
    popup->offerReturn(m_workspace);
    connect(popup, &ReasonPopup::accepted, this, [this, popup, change, name, outcome](const QString &reason) mutable {
        change.reason = reason;
        change.backOn = popup->backOn();
        move(change, tr("%1 is %2 now").arg(name, labelOf(outcome).toLower()));
    });
    popup->ask(m_more->mapToGlobal(QPoint(m_more->width() - 320, m_more->height() + 4)),
               outcome == Outcome::Lost ? tr("Why is it lost?") : tr("Why is it disqualified?"));
}

void LeadPanel::move(const LeadMove &change, const QString &done)
{
    report(m_workspace.leads().move({lead()}, change), done);
}

void LeadPanel::report(const QFuture<Result<Written>> &write, const QString &done)
{
    whenAnswered(write, this, [this, done](const Result<Written> &written) {
        if (!written) {
            redraw(); // what was shown as if it were so goes back
            Q_EMIT failed(written.error());
        } else if (!done.isEmpty() && !written->change.isNull()) {
            Q_EMIT message(done, true);
        }
    });
}

} // namespace kindling
