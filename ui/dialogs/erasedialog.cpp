// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/erasedialog.h"

#include "core/workspace/workspace.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kindling {

namespace {

QString whatGoes(const PersonalData &known)
{
    QStringList parts;
    if (known.activities > 0)
        parts += EraseDialog::tr("%n activities", nullptr, int(known.activities));
    if (known.followUps > 0)
        parts += EraseDialog::tr("%n follow-ups", nullptr, int(known.followUps));
    if (known.files > 0)
        parts += EraseDialog::tr("%n files", nullptr, int(known.files));
    parts += EraseDialog::tr("%n entries of the history", nullptr, int(known.historyEntries));
    return parts.join(QStringLiteral(", "));
}

} // namespace

EraseDialog::EraseDialog(Workspace &workspace, Theme &theme, const PersonalData &known, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_lead(known.lead)
    , m_problem(new MessageBar(theme, this))
    , m_cancel(button(tr("Cancel"), "quiet", this))
    , m_erase(button(tr("Erase for good"), "danger", this))
{
    setWindowTitle(tr("Erase for good"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(plainLabel(tr("Erase %1 for good?").arg(known.name), "title", this));
    column->addWidget(m_problem);
    QStringList sentences{tr("With the lead goes: %1.").arg(whatGoes(known))};
    if (known.merged > 0)
        sentences += tr("So does what was merged into it.");
    sentences += tr("Nothing of it is left in the workspace, and no undo brings it back.");
    if (!known.company.isEmpty())
        sentences += tr("The company %1 stays.").arg(known.company);
    QLabel *what = plainLabel(sentences.join(u' '), nullptr, this);
    QLabel *outside = plainLabel(tr("Backups, exports and copies that were made before still have it."), "small", this);
    for (QLabel *label : {what, outside}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_cancel->setDefault(true);
    m_erase->setAutoDefault(false); // Enter that was meant for something else must not erase
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_erase);
    column->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(m_erase, &QPushButton::clicked, this, &EraseDialog::erase);
    m_cancel->setFocus();
}

void EraseDialog::reject()
{
    if (!m_running)
        QDialog::reject();
}

void EraseDialog::setRunning(bool running)
{
    m_running = running;
    m_erase->setText(running ? tr("Erasing …") : tr("Erase for good"));
    m_erase->setEnabled(!running);
    m_cancel->setEnabled(!running);
}

void EraseDialog::erase()
{
    setRunning(true);
    whenAnswered(m_workspace.privacy().erase(m_lead), this, [this](const Result<Erased> &erased) {
        setRunning(false);
        if (!erased) {
            m_problem->showError(erased.error());
            return;
        }
        QString said = tr("Erased for good");
        if (!erased->left.inFile.isEmpty())
            said = tr("Erased, but traces may still be in the workspace file: %1. “kindling-cli privacy clean” tries again.")
                       .arg(erased->left.inFile);
        else if (!erased->left.files.isEmpty())
            said = tr("Erased, but these files could not be removed: %1").arg(erased->left.files.join(QStringLiteral(", ")));
        Q_EMIT this->erased(said);
        close();
    });
}

} // namespace kindling
