// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/activityeditor.h"

#include "core/workspace/campaignservice.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/editablebox.h"
#include "ui/widgets/minutesfield.h"
#include "ui/widgets/momentfield.h"
#include "ui/widgets/whenanswered.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kindling {

ActivityEditor::ActivityEditor(Workspace &workspace, const Activity &activity, QWidget *parent)
    : QFrame(parent)
    , m_activity(activity)
    , m_kind(new QComboBox(this))
    , m_at(new MomentField(workspace.clock().zone(), this))
    , m_minutes(minutesField(this))
    , m_outcome(new QComboBox(this))
    , m_magnet(new QComboBox(this))
    , m_note(new QPlainTextEdit(activity.note, this))
{
    setProperty("kind", QStringLiteral("card"));
    setAutoFillBackground(true);
    for (const ActivityKind kind : allOf<ActivityKind>())
        m_kind->addItem(labelOf(kind), int(kind));
    m_kind->setCurrentIndex(m_kind->findData(int(activity.kind)));
    m_kind->setAccessibleName(tr("Kind of what happened"));
    for (const CallOutcome outcome : allOf<CallOutcome>())
        m_outcome->addItem(outcome == CallOutcome::None ? tr("No outcome") : labelOf(outcome), int(outcome));
    m_outcome->setCurrentIndex(m_outcome->findData(int(activity.outcome)));
    m_outcome->setAccessibleName(tr("How the call went"));
    m_at->setMoment(activity.at);
    m_minutes->setValue(minutesOf(activity.durationSeconds));
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    QPushButton *save = button(tr("Save"), "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    setKind(save, "primary");
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::space8);
    first->addWidget(m_kind, 1);
    first->addWidget(m_outcome, 1);
    auto *moment = new QHBoxLayout;
    moment->setSpacing(metrics::space8);
    moment->addWidget(m_at, 1);
    moment->addWidget(m_minutes);
    auto *last = new QHBoxLayout;
    last->setSpacing(metrics::space8);
    last->addWidget(m_magnet, 1);
    last->addStretch();
    last->addWidget(cancel);
    last->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space8, metrics::space8, metrics::space8, metrics::space8);
    column->setSpacing(metrics::space8);
    column->addLayout(first);
    column->addLayout(moment);
    column->addWidget(m_note, 1);
    column->addLayout(last);
    setFocusProxy(m_note);
    for (QWidget *part : std::initializer_list<QWidget *>{m_kind, m_outcome, m_at, m_minutes, m_magnet, m_note, save, cancel})
        part->installEventFilter(this);
    fillMagnets(workspace);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ActivityEditor::showOutcome);
    connect(save, &QPushButton::clicked, this, &ActivityEditor::saveWanted);
    connect(cancel, &QPushButton::clicked, this, &ActivityEditor::cancelled);
    showOutcome();
}

void ActivityEditor::fillMagnets(Workspace &workspace)
{
    makeEditable(m_magnet, tr("Lead magnet that was taken"));
    m_magnet->lineEdit()->setPlaceholderText(tr("Which lead magnet?"));
    m_magnet->setCurrentText(m_activity.magnet);
    whenAnswered(workspace.campaigns().marketing(), this, [this](const Result<Marketing> &marketing) {
        if (!marketing)
            return;
        const QString typed = m_magnet->currentText();
        m_magnet->clear();
        m_magnet->addItem(QString());
        for (const LeadMagnet &magnet : marketing->magnets)
            m_magnet->addItem(magnet.name);
        m_magnet->setCurrentText(typed);
    });
}

void ActivityEditor::showOutcome()
{
    const int kind = m_kind->currentData().toInt();
    bool takes = !m_activity.magnet.isEmpty();
    for (int magnet = 0; magnet < magnetKinds; ++magnet)
        takes = takes || kind == int(takingOf(static_cast<MagnetKind>(magnet)));
    m_magnet->setVisible(takes);
    m_minutes->setVisible(takesTime(ActivityKind(kind)));
    m_outcome->setVisible(m_kind->currentData().toInt() == int(ActivityKind::Call));
}

Activity ActivityEditor::edited() const
{
    Activity activity = m_activity;
    activity.kind = static_cast<ActivityKind>(m_kind->currentData().toInt());
    activity.outcome = activity.kind == ActivityKind::Call ? static_cast<CallOutcome>(m_outcome->currentData().toInt()) : CallOutcome::None;
    activity.note = m_note->toPlainText().trimmed();
    activity.magnet = m_magnet->currentText().simplified();
    activity.at = m_at->moment();
    if (takesTime(activity.kind) && m_minutes->value() != minutesOf(m_activity.durationSeconds)) // a call of 4:30 stays one
        activity.durationSeconds = durationOf(m_minutes->value());
    return activity;
}

bool ActivityEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers() == Qt::ControlModifier) {
            Q_EMIT saveWanted();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT cancelled();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kindling
