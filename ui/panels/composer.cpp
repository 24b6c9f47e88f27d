// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/composer.h"

#include "core/base/try.h"
#include "core/rules/nextstep.h"
#include "core/rules/when.h"
#include "ui/widgets/basics.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace kindling {

Composer::Composer(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_kind(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_next(new QLineEdit(this))
    , m_row(new QWidget(this))
    , m_understood(plainLabel({}, "small", this))
{
    for (const ActivityKind kind :
         {ActivityKind::Note, ActivityKind::Call, ActivityKind::Email, ActivityKind::Meeting, ActivityKind::Message})
        m_kind->addItem(labelOf(kind), int(kind));
    m_kind->setAccessibleName(tr("Kind of activity"));
    m_text->setPlaceholderText(tr("Write a note, or log what happened"));
    m_text->setAccessibleName(tr("What happened"));
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_text);
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_next->setPlaceholderText(tr("Next: tomorrow 9"));
    m_next->setToolTip(tr("When the next step is: tomorrow 9, next fri 14:00, in 2 weeks"));
    m_next->setAccessibleName(tr("Next step"));
    m_next->installEventFilter(this);
    QPushButton *saveButton = button(tr("Save"), "primary", this);
    saveButton->setToolTip(tr("Ctrl+Enter"));
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    row->addWidget(m_kind);
    row->addWidget(m_next, 1);
    row->addWidget(saveButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space8);
    column->addWidget(m_text);
    column->addWidget(m_row);
    column->addWidget(m_understood);
    m_understood->hide();
    for (QWidget *part : std::initializer_list<QWidget *>{m_kind, saveButton})
        part->installEventFilter(this);
    setOpen(false);
    connect(saveButton, &QPushButton::clicked, this, &Composer::save);
    connect(m_next, &QLineEdit::textChanged, this, &Composer::showUnderstood);
}

void Composer::setLead(LeadId lead)
{
    if (lead == m_lead)
        return;
    m_lead = lead;
    m_text->clear();
    m_next->clear();
    m_kind->setCurrentIndex(0);
    setOpen(false);
}

bool Composer::isEmpty() const
{
    return m_text->toPlainText().isEmpty() && m_next->text().isEmpty() && m_kind->currentIndex() == 0;
}

void Composer::setOpen(bool open)
{
    m_text->setFixedHeight(open ? 64 : metrics::controlHeight);
    m_text->setVerticalScrollBarPolicy(open ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_row->setVisible(open);
    m_understood->setVisible(open && !m_next->text().trimmed().isEmpty());
}

void Composer::focusInEvent(QFocusEvent *event)
{
    m_text->setFocus(event->reason());
}

void Composer::showUnderstood()
{
    const Clock &clock = m_workspace.clock();
    const Result<PlannedTime> planned = parseWhen(m_next->text(), clock.now(), clock.zone());
    m_understood->setVisible(!m_next->text().trimmed().isEmpty());
    m_understood->setText(
        planned ? QLocale().toString(planned->local,
                                     planned->wholeDay ? QStringLiteral("dddd d MMMM yyyy") : QStringLiteral("dddd d MMMM yyyy, HH:mm"))
                : tr("Not understood yet; try “tomorrow 9” or “in 2 weeks”."));
}

Result<std::optional<FollowUp>> Composer::nextStep() const
{
    if (m_next->text().trimmed().isEmpty())
        return std::optional<FollowUp>();
    const Clock &clock = m_workspace.clock();
    KINDLING_GET(planned, parseWhen(m_next->text(), clock.now(), clock.zone()));
    return std::optional(followUpAt(m_lead, planned));
}

/// A note and the next step are one change, so that one undo takes both back.
void Composer::save()
{
    const Result<std::optional<FollowUp>> next = nextStep();
    if (!next) {
        Q_EMIT failed(next.error());
        return;
    }
    const auto finish = [this](const Result<Written> &written) {
        if (!written) {
            Q_EMIT failed(written.error());
            return;
        }
        m_text->clear();
        m_next->clear();
        m_kind->setCurrentIndex(0);
        setOpen(m_text->hasFocus());
        Q_EMIT saved();
    };
    const QString text = m_text->toPlainText().trimmed();
    const auto kind = ActivityKind(m_kind->currentData().toInt());
    if (text.isEmpty() && kind == ActivityKind::Note) {
        if (*next)
            m_workspace.followUps().plan(**next).then(this, finish);
        return;
    }
    Activity activity;
    activity.lead = m_lead;
    activity.kind = kind;
    activity.note = text;
    activity.direction = kind == ActivityKind::Note ? Direction::None : Direction::Outgoing;
    m_workspace.leads().log(activity, *next).then(this, finish);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        setOpen(true);
    if (event->type() == QEvent::FocusOut)
        QTimer::singleShot(0, this, [this] { setOpen(!isEmpty() || isAncestorOf(QApplication::focusWidget())); });
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() == Qt::ControlModifier || watched == m_next)) {
            save();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kindling
