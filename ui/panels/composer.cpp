// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/composer.h"

#include "core/base/try.h"
#include "core/rules/nextstep.h"
#include "core/rules/plannedstep.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/minutesfield.h"
#include "ui/widgets/momentfield.h"
#include "ui/widgets/whenanswered.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace kindling {

Composer::Composer(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_kind(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_at(new MomentField(workspace.clock().zone(), this))
    , m_minutes(minutesField(this))
    , m_moment(new QWidget(this))
    , m_next(new QLineEdit(this))
    , m_row(new QWidget(this))
    , m_understood(plainLabel({}, "small", this))
    , m_closes(new QCheckBox(this))
    , m_proposal(button({}, "link", this))
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
    m_next->setToolTip(tr("The next step: tomorrow 9, meeting next fri 14:00, in 2 weeks, every 2 weeks; ! makes it urgent"));
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
    auto *moment = new QHBoxLayout(m_moment);
    moment->setContentsMargins(0, 0, 0, 0);
    moment->setSpacing(metrics::space8);
    moment->addWidget(m_at, 1);
    moment->addWidget(m_minutes);
    column->addWidget(m_text);
    column->addWidget(m_moment);
    column->addWidget(m_row);
    column->addWidget(m_understood);
    m_understood->hide();
    m_understood->setWordWrap(true);
    column->addWidget(m_proposal, 0, Qt::AlignLeft);
    column->addWidget(m_closes);
    m_proposal->hide();
    m_closes->hide();
    m_closes->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long note must not widen the panel
    for (QWidget *part : std::initializer_list<QWidget *>{m_at, m_minutes, m_kind, saveButton, m_closes, m_proposal})
        part->installEventFilter(this);
    setOpen(false);
    connect(saveButton, &QPushButton::clicked, this, &Composer::save);
    connect(m_next, &QLineEdit::textChanged, this, &Composer::showUnderstood);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &Composer::showFulfilled);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &Composer::showMoment);
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, &Composer::showFulfilled);
    connect(m_proposal, &QPushButton::clicked, this, [this] { m_next->setText(m_proposed); });
}

void Composer::setLead(LeadId lead, const std::vector<FollowUp> &followUps)
{
    m_followUps = followUps;
    showFulfilled();
    if (lead == m_lead)
        return;
    keepDraft();
    m_lead = lead;
    empty();
    m_proposed.clear();
    setOpen(false);
    giveBackDraft();
}

void Composer::keepDraft()
{
    if (isEmpty())
        return;
    m_drafts[m_lead] = {m_kind->currentIndex(), m_text->toPlainText(), m_next->text(), m_minutes->value(),
                        m_at->isEdited() ? std::optional(m_at->dateTime()) : std::nullopt};
}

void Composer::giveBackDraft()
{
    const auto kept = m_drafts.extract(m_lead);
    if (kept.empty())
        return;
    const Draft &draft = kept.mapped();
    m_kind->setCurrentIndex(draft.kind);
    m_text->setPlainText(draft.text);
    m_text->moveCursor(QTextCursor::End);
    m_next->setText(draft.next);
    m_minutes->setValue(draft.minutes);
    if (draft.at)
        m_at->setDateTime(*draft.at);
    setOpen(true);
}

void Composer::focusNextStep()
{
    setOpen(true);
    m_next->setFocus();
}

ActivityKind Composer::kind() const
{
    return ActivityKind(m_kind->currentData().toInt());
}

void Composer::empty()
{
    m_text->clear();
    m_next->clear();
    m_minutes->setValue(0);
    m_at->setMoment(m_workspace.clock().now());
    m_kind->setCurrentIndex(0);
}

/// A note is of now; what happened may be told later.
void Composer::showMoment()
{
    m_moment->setVisible(m_row->isVisibleTo(this) && kind() != ActivityKind::Note);
    m_minutes->setVisible(takesTime(kind()));
    if (!m_at->isEdited())
        m_at->setMoment(m_workspace.clock().now());
}

/// A call, email or meeting may be what was planned.
void Composer::showFulfilled()
{
    const Clock &clock = m_workspace.clock();
    const std::optional<FollowUp> followUp = fulfilledBy(kind(), m_followUps, m_at->isEdited() ? m_at->moment() : clock.now());
    m_fulfilled = followUp ? followUp->id : FollowUpId();
    m_closes->setVisible(followUp.has_value() && m_row->isVisible());
    if (!followUp)
        return;
    const QString what =
        followUp->note.isEmpty() ? labelOf(followUp->kind) : labelOf(followUp->kind) + QStringLiteral(": ") + followUp->note;
    m_closes->setText(tr("Closes “%1”, %2")
                          .arg(QString(what.left(60)).replace(u'&', QStringLiteral("&&")),
                               whenInWords(followUp->remindAt(), followUp->wholeDay, clock.now(), clock.zone(), QLocale())));
    m_closes->setToolTip(what.toHtmlEscaped());
    m_closes->setChecked(true);
}

void Composer::propose()
{
    whenAnswered(
        m_workspace.followUps().propose(m_lead), this, [this, lead = m_lead](const Result<std::optional<CadenceProposal>> &proposal) {
            if (lead != m_lead || !proposal || !*proposal)
                return;
            const Clock &clock = m_workspace.clock();
            m_proposed = nextStepText((*proposal)->when);
            m_proposal->setText(
                tr("Next: %1").arg(whenInWords((*proposal)->when.local.toMSecsSinceEpoch(), false, clock.now(), clock.zone(), QLocale())));
            m_proposal->setToolTip((*proposal)->reason.toHtmlEscaped());
            m_proposal->setAccessibleDescription((*proposal)->reason);
            m_proposal->setVisible(m_row->isVisible() && m_next->text().isEmpty());
        });
}

bool Composer::isEmpty() const
{
    return m_text->toPlainText().isEmpty() && m_next->text().isEmpty() && m_kind->currentIndex() == 0;
}

void Composer::setOpen(bool open)
{
    const bool opens = open && m_row->isHidden();
    m_text->setFixedHeight(open ? 64 : metrics::controlHeight);
    m_text->setVerticalScrollBarPolicy(open ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_row->setVisible(open);
    showMoment();
    m_understood->setVisible(open && !m_next->text().trimmed().isEmpty());
    m_closes->setVisible(open && !m_fulfilled.isNull());
    m_proposal->setVisible(open && !m_proposed.isEmpty() && m_next->text().isEmpty());
    if (opens && !m_lead.isNull())
        propose();
}

void Composer::focusInEvent(QFocusEvent *event)
{
    m_text->setFocus(event->reason());
}

void Composer::showUnderstood()
{
    const Clock &clock = m_workspace.clock();
    const Result<PlannedStep> planned = parseStep(m_next->text(), clock.now(), clock.zone(), m_workspace.vocabulary()->work);
    const bool typed = !m_next->text().trimmed().isEmpty();
    m_understood->setVisible(typed);
    m_proposal->setVisible(!typed && !m_proposed.isEmpty() && m_row->isVisible());
    m_understood->setText(planned ? stepInWords(*planned, clock.now(), clock.zone(), QLocale())
                                  : tr("Not understood yet; try “tomorrow 9” or “in 2 weeks”."));
}

Result<std::optional<FollowUp>> Composer::nextStep() const
{
    if (m_next->text().trimmed().isEmpty())
        return std::optional<FollowUp>();
    const Clock &clock = m_workspace.clock();
    KINDLING_GET(planned, parseStep(m_next->text(), clock.now(), clock.zone(), m_workspace.vocabulary()->work));
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
    const auto finish = [this, lead = m_lead](const Result<Written> &written) {
        if (!written) {
            Q_EMIT failed(written.error());
            return;
        }
        if (lead == m_lead) {
            empty();
            setOpen(m_text->hasFocus());
        } else {
            m_drafts.erase(lead); // another lead is shown by now
        }
        Q_EMIT saved();
    };
    const QString text = m_text->toPlainText().trimmed();
    if (text.isEmpty() && kind() == ActivityKind::Note) {
        if (*next)
            whenAnswered(m_workspace.followUps().plan(**next), this, finish);
        return;
    }
    Activity activity;
    activity.lead = m_lead;
    activity.kind = kind();
    activity.note = text;
    activity.direction = kind() == ActivityKind::Note ? Direction::None : Direction::Outgoing;
    if (m_moment->isVisible())
        activity.at = m_at->moment(); // as it is shown
    if (takesTime(kind()))
        activity.durationSeconds = durationOf(m_minutes->value());
    if (activity.at > m_workspace.clock().now()) {
        Q_EMIT failed(
            Error{ErrorCode::InvalidValue, m_at->text(), tr("a time that has passed; plan what is still to come as the next step")});
        return;
    }
    const bool closes = m_closes->isChecked() && !m_fulfilled.isNull();
    whenAnswered(m_workspace.leads().log(activity, LogOutcome{*next, closes ? m_fulfilled : FollowUpId(), {}, {}}), this, finish);
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
