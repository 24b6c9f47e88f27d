// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/logcalldialog.h"

#include "core/base/try.h"
#include "core/rules/nextstep.h"
#include "ui/panels/timelineevents.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/messagebar.h"

#include <QButtonGroup>
#include <QDesktopServices>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr CallOutcome outcomes[] = {CallOutcome::Connected, CallOutcome::Voicemail,   CallOutcome::NoAnswer,
                                    CallOutcome::Busy,      CallOutcome::WrongNumber, CallOutcome::NotInterested};

bool savesWith(const QKeyEvent &key)
{
    return key.modifiers().testFlag(Qt::ControlModifier) && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

} // namespace

LogCallDialog::LogCallDialog(Workspace &workspace, Theme &theme, LeadId lead, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_leadId(lead)
    , m_began(workspace.clock().now())
    , m_problem(new MessageBar(theme, this))
    , m_name(plainLabel({}, "title", this))
    , m_place(plainLabel({}, "second", this))
    , m_dial(button({}, "plain", this))
    , m_time(plainLabel(QStringLiteral("00:00"), "figure", this))
    , m_attempt(plainLabel({}, "second", this))
    , m_recent(plainLabel({}, "small", this))
    , m_outcomes(new QButtonGroup(this))
    , m_note(new QPlainTextEdit(this))
    , m_next(new QLineEdit(this))
    , m_understood(plainLabel({}, "small", this))
{
    setWindowTitle(tr("Log a call"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space24, metrics::space16, metrics::space24, metrics::space16);
    column->setSpacing(metrics::space12);
    column->addWidget(makeHead());
    column->addWidget(m_problem);
    column->addWidget(plainLabel(tr("How did it go?"), "strong", this));
    column->addWidget(makeOutcomes());
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What was said"));
    m_note->setFixedHeight(90);
    m_note->setTabChangesFocus(true);
    column->addWidget(m_note);
    column->addWidget(plainLabel(tr("Next step"), "strong", this));
    m_next->setAccessibleName(tr("Next step"));
    m_next->setPlaceholderText(tr("tomorrow 9, next fri 14:00, in 2 weeks …"));
    column->addWidget(m_next);
    column->addWidget(m_understood);
    QPushButton *saveButton = button(tr("Save"), "primary", this);
    saveButton->setToolTip(tr("Ctrl+Enter"));
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(saveButton);
    column->addLayout(row);
    connect(saveButton, &QPushButton::clicked, this, &LogCallDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    connect(m_next, &QLineEdit::textChanged, this, &LogCallDialog::showUnderstood);
    m_note->installEventFilter(this);
    m_next->installEventFilter(this);
    m_timer.start();
    auto *tick = new QTimer(this);
    connect(tick, &QTimer::timeout, this, &LogCallDialog::showTime);
    tick->start(1000);
    workspace.leads().dossier(lead).then(this, [this](const Result<LeadDossier> &dossier) {
        if (dossier)
            showLead(*dossier);
        else
            m_problem->showError(dossier.error());
    });
    setFocus();
}

QWidget *LogCallDialog::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space8);
    column->addWidget(m_name);
    column->addWidget(m_place);
    auto *clock = new QFrame(head);
    clock->setProperty("kind", QStringLiteral("sunken"));
    auto *row = new QHBoxLayout(clock);
    row->setContentsMargins(metrics::space16, metrics::space12, metrics::space12, metrics::space12);
    row->addWidget(m_time);
    row->addWidget(m_attempt, 1);
    row->addWidget(m_dial);
    column->addWidget(clock);
    m_recent->setWordWrap(true);
    column->addWidget(m_recent);
    connect(m_dial, &QPushButton::clicked, this, [this] {
        if (!m_lead.phones.empty())
            QDesktopServices::openUrl(QUrl(QStringLiteral("tel:") + m_lead.phones.front().number.normalised()));
    });
    return head;
}

QWidget *LogCallDialog::makeOutcomes()
{
    auto *grid = new QWidget(this);
    auto *layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space8);
    int number = 0;
    for (const CallOutcome outcome : outcomes) {
        QPushButton *choice = button(labelOf(outcome), "choice", grid);
        addKeycap(choice, QString::number(number + 1));
        choice->setCheckable(true);
        choice->setAccessibleName(labelOf(outcome));
        m_outcomes->addButton(choice, int(outcome));
        layout->addWidget(choice, number / 2, number % 2);
        connect(choice, &QPushButton::clicked, this, [this, outcome] { chooseOutcome(outcome); });
        ++number;
    }
    return grid;
}

void LogCallDialog::showLead(const LeadDossier &dossier)
{
    m_lead = dossier.lead;
    m_name->setText(m_lead.displayName());
    QStringList place{m_lead.jobTitle, m_lead.name.isEmpty() ? QString() : m_lead.company};
    place.removeAll(QString());
    m_place->setText(place.join(QStringLiteral(", ")));
    setIconText(m_dial, m_theme.icon(Symbol::Phone, m_theme.colors().text),
                m_lead.phones.empty() ? tr("No number") : m_lead.phones.front().number.asTyped());
    m_dial->setEnabled(!m_lead.phones.empty());
    const auto calls =
        std::count_if(dossier.activities.begin(), dossier.activities.end(), [](const Activity &a) { return a.kind == ActivityKind::Call; });
    m_attempt->setText(calls == 0 ? tr("first call") : tr("call number %1").arg(calls + 1));
    QStringList recent;
    const Clock &clock = m_workspace.clock();
    for (size_t i = 0; i < std::min<size_t>(3, dossier.activities.size()); ++i) {
        const Activity &a = dossier.activities[i];
        QString line = activityTitle(a) + QStringLiteral(", ") + whenInWords(a.at, false, clock.now(), clock.zone(), QLocale());
        if (!a.note.isEmpty())
            line += QStringLiteral(": ") + a.note.left(120);
        recent += line;
    }
    m_recent->setText(recent.join(u'\n'));
    m_recent->setVisible(!recent.isEmpty());
}

void LogCallDialog::showTime()
{
    const qint64 seconds = m_timer.elapsed() / 1000;
    m_time->setText(QStringLiteral("%1:%2").arg(seconds / 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

void LogCallDialog::chooseOutcome(CallOutcome outcome)
{
    m_outcome = outcome;
    m_outcomes->button(int(outcome))->setChecked(true);
    const Clock &clock = m_workspace.clock();
    m_next->setText(nextStepText(nextStepAfter(outcome, clock.now(), clock.zone())));
    m_note->setFocus();
}

void LogCallDialog::showUnderstood()
{
    const Clock &clock = m_workspace.clock();
    const Result<PlannedTime> planned = parseWhen(m_next->text(), clock.now(), clock.zone());
    m_understood->setText(m_next->text().trimmed().isEmpty() ? tr("Nothing planned")
                              : planned                      ? QLocale().toString(planned->local, QStringLiteral("dddd d MMMM, HH:mm"))
                                                             : tr("Not understood yet; try “tomorrow 9” or “in 2 weeks”."));
}

void LogCallDialog::keyPressEvent(QKeyEvent *event)
{
    const int number = event->key() - Qt::Key_1;
    if (number >= 0 && number < int(std::size(outcomes)) && !m_note->hasFocus() && !m_next->hasFocus())
        chooseOutcome(outcomes[number]);
    else if (savesWith(*event))
        save();
    else
        QDialog::keyPressEvent(event);
}

/// The fields would keep Ctrl+Enter for themselves.
bool LogCallDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && savesWith(*static_cast<QKeyEvent *>(event))) {
        save();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void LogCallDialog::save()
{
    if (m_outcome == CallOutcome::None) {
        m_problem->showError(tr("How did it go? Choose an outcome, by the keys 1 to 6 too."));
        return;
    }
    const Result<std::optional<FollowUp>> next = nextStep();
    if (!next) {
        m_problem->showError(next.error());
        return;
    }
    Activity call;
    call.lead = m_leadId;
    call.kind = ActivityKind::Call;
    call.direction = Direction::Outgoing;
    call.outcome = m_outcome;
    call.at = m_began;
    if (m_outcome == CallOutcome::Connected || m_outcome == CallOutcome::NotInterested)
        call.durationSeconds = int(m_timer.elapsed() / 1000);
    call.note = m_note->toPlainText().trimmed();
    m_workspace.leads().log(call, *next).then(this, [this](const Result<Written> &written) {
        if (written)
            finish();
        else
            m_problem->showError(written.error());
    });
}

Result<std::optional<FollowUp>> LogCallDialog::nextStep() const
{
    if (m_next->text().trimmed().isEmpty())
        return std::optional<FollowUp>();
    const Clock &clock = m_workspace.clock();
    KINDLING_GET(planned, parseWhen(m_next->text(), clock.now(), clock.zone()));
    return std::optional(followUpAt(m_leadId, planned));
}

void LogCallDialog::finish()
{
    Q_EMIT saved(tr("Call with %1 logged").arg(m_lead.displayName()));
    close();
}

} // namespace kindling
