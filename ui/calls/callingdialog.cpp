// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callingdialog.h"

#include "ui/calls/callform.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenanswered.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kindling {

CallingDialog::CallingDialog(Workspace &workspace, Theme &theme, CallingSession session, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_session(std::move(session))
    , m_progressText(plainLabel({}, "strong", this))
    , m_progress(new QProgressBar(this))
    , m_last(plainLabel({}, "small", this))
    , m_stack(new QStackedWidget(this))
    , m_form(new CallForm(workspace, theme, m_stack))
{
    setWindowTitle(tr("Calling: %1").arg(m_session.title));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(540);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space16);
    column->addWidget(makeHead());
    m_stack->addWidget(m_form);
    m_stack->addWidget(makeEnd());
    column->addWidget(m_stack, 1);
    m_buttons = new QWidget(this);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    QPushButton *leave = button(tr("Leave"), "quiet", m_buttons);
    leave->setToolTip(tr("Esc. The session goes on where it is when you come back"));
    QPushButton *skip = button(tr("Skip"), "plain", m_buttons);
    addKeycap(skip, QStringLiteral("N"));
    skip->setAccessibleName(tr("Skip this lead"));
    QPushButton *next = button(tr("Save and next"), "primary", m_buttons);
    next->setToolTip(tr("Ctrl+Enter"));
    row->addWidget(leave);
    row->addStretch();
    row->addWidget(skip);
    row->addWidget(next);
    column->addWidget(m_buttons);
    connect(leave, &QPushButton::clicked, this, &QDialog::close);
    connect(skip, &QPushButton::clicked, this, [this] { advance(false); });
    connect(next, &QPushButton::clicked, m_form, &CallForm::save);
    connect(m_form, &CallForm::saveWanted, m_form, &CallForm::save);
    connect(m_form, &CallForm::saved, this, [this](const QString &message) {
        m_last->setText(message);
        advance(true);
    });
    connect(m_form, &CallForm::missing, this, [this] { advance(false); }); // merged away or erased meanwhile
    connect(this, &QDialog::finished, this, [this] {
        m_form->keepDraft();
        if (!m_session.isOver())
            Q_EMIT left();
    });
    keep();
    showPlace();
}

QWidget *CallingDialog::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4);
    auto *row = new QHBoxLayout;
    row->addWidget(m_progressText, 1);
    row->addWidget(m_last);
    column->addLayout(row);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the session"));
    column->addWidget(m_progress);
    return head;
}

QWidget *CallingDialog::makeEnd()
{
    auto *end = new QWidget(m_stack);
    auto *column = new QVBoxLayout(end);
    column->addStretch();
    column->addWidget(plainLabel(tr("That was the last one"), "title", end), 0, Qt::AlignHCenter);
    m_result = plainLabel({}, "second", end);
    column->addWidget(m_result, 0, Qt::AlignHCenter);
    m_close = button(tr("Close"), "primary", end);
    column->addWidget(m_close, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    return end;
}

void CallingDialog::advance(bool called)
{
    if (m_session.isOver())
        return;
    ++m_session.place;
    ++(called ? m_session.called : m_session.skipped);
    keep();
    showPlace();
}

void CallingDialog::keep()
{
    const auto report = [this](const Result<bool> &stored) {
        if (stored)
            Q_EMIT kept();
        else
            Q_EMIT failed(stored.error());
    };
    if (m_session.isOver())
        whenAnswered(m_workspace.day().endSession(), this, report);
    else
        whenAnswered(m_workspace.day().keepSession(m_session), this, report);
}

void CallingDialog::showPlace()
{
    const QLocale locale;
    const auto total = int(m_session.leads.size());
    m_progress->setRange(0, total);
    m_progress->setValue(m_session.place);
    if (m_session.isOver()) {
        showEnd();
        return;
    }
    m_progressText->setText(tr("%1 of %2").arg(locale.toString(m_session.place + 1), locale.toString(total)));
    const LeadId lead = m_session.leads[size_t(m_session.place)];
    m_form->showLead(lead);
    Q_EMIT leadShown(lead);
}

void CallingDialog::showEnd()
{
    const QLocale locale;
    m_progressText->setText(tr("Done"));
    m_result->setText(tr("%1 called, %2 skipped").arg(locale.toString(m_session.called), locale.toString(m_session.skipped)));
    m_buttons->hide();
    m_stack->setCurrentIndex(1);
    m_close->setFocus();
}

void CallingDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_session.isOver() || event->key() == Qt::Key_Escape) {
        if (enter || event->key() == Qt::Key_Escape)
            close();
        return;
    }
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        m_form->save();
    else if (event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier)
        advance(false);
    else if (!m_form->press(*event) && !enter)
        QDialog::keyPressEvent(event);
}

} // namespace kindling
