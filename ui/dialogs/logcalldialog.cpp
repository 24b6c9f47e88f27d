// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/logcalldialog.h"

#include "ui/calls/callform.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace kindling {

LogCallDialog::LogCallDialog(Workspace &workspace, Theme &theme, LeadId lead, QWidget *parent)
    : QDialog(parent)
    , m_form(new CallForm(workspace, theme, this))
{
    setWindowTitle(tr("Log a call"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(500);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space16);
    column->addWidget(m_form);
    QPushButton *saveButton = button(tr("Save"), "primary", this);
    saveButton->setToolTip(tr("Ctrl+Enter"));
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(saveButton);
    column->addLayout(row);
    connect(saveButton, &QPushButton::clicked, m_form, &CallForm::save);
    connect(m_form, &CallForm::saveWanted, m_form, &CallForm::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(m_form, &CallForm::missing, this, &QDialog::close);
    connect(m_form, &CallForm::saved, this, [this](const QString &message) {
        Q_EMIT saved(message);
        close();
    });
    connect(this, &QDialog::finished, m_form, &CallForm::keepDraft);
    m_form->showLead(lead);
}

void LogCallDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        m_form->save();
    else if (!m_form->press(*event))
        QDialog::keyPressEvent(event);
}

} // namespace kindling
