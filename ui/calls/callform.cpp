// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callform.h"

#include "core/rules/attempts.h"
#include "core/rules/nextstep.h"
#include "core/rules/todaywords.h"
#include "core/workspace/dayservice.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/editablebox.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/whenanswered.h"
#include "ui/widgets/whenfield.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr size_t mostOutcomes = 9; ///< one key each
constexpr int draftDelayMs = 600;
constexpr size_t recentShown = 3;
constexpr int numberWidth = 170;

bool savesWith(const QKeyEvent &key)
{
    return key.modifiers().testFlag(Qt::ControlModifier) && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

} // namespace

CallForm::CallForm(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_words(workspace.vocabulary()->work.callOutcomes)
    , m_problem(new MessageBar(theme, this))
    , m_name(plainLabel({}, "title", this))
    , m_place(plainLabel({}, "second", this))
    , m_numbers(new QComboBox(this))
    , m_dial(button(tr("Dial"), "choice", this))
    , m_time(plainLabel(QStringLiteral("00:00"), "figure", this))
    , m_attempt(plainLabel({}, "second", this))
    , m_recent(plainLabel({}, "small", this))
    , m_closes(new QCheckBox(this))
    , m_outcomes(new QButtonGroup(this))
    , m_note(new QPlainTextEdit(this))
    , m_draftHint(plainLabel(tr("This note was not saved the last time."), "small", this))
    , m_loses(new QCheckBox(tr("Mark as lost, because"), this))
    , m_reason(new QComboBox(this))
    , m_next(new WhenField(workspace, tr("Next step"), this))
{
    m_words.resize(std::min(m_words.size(), mostOutcomes));
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space12);
    column->addWidget(makeHead());
    column->addWidget(m_problem);
    column->addWidget(plainLabel(tr("How did it go?"), "strong", this));
    column->addWidget(makeOutcomes());
    column->addWidget(makeLost());
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What was said"));
    m_note->setFixedHeight(84);
    m_note->setTabChangesFocus(true);
    column->addWidget(m_note);
    column->addWidget(m_draftHint);
    column->addWidget(plainLabel(tr("Next step"), "strong", this));
    column->addWidget(m_next);
    column->addWidget(m_closes);
    for (QWidget *field : std::initializer_list<QWidget *>{m_note, m_next->edit(), m_reason, m_closes, m_loses})
        field->installEventFilter(this);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelayMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &CallForm::keepDraft);
    connect(m_note, &QPlainTextEdit::textChanged, &m_draftTimer, qOverload<>(&QTimer::start));
    auto *tick = new QTimer(this);
    connect(tick, &QTimer::timeout, this, [this] { m_time->setText(m_timer.text()); });
    tick->start(1000);
}

CallForm::~CallForm()
{
    keepDraft();
}

QWidget *CallForm::makeHead()
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
    row->setSpacing(metrics::space8);
    row->addWidget(m_time);
    row->addStretch();
    m_numbers->setAccessibleName(tr("Number"));
    m_numbers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_numbers->setMinimumWidth(numberWidth);
    row->addWidget(m_numbers);
    const QLabel *cap = addKeycap(m_dial, QStringLiteral("D"));
    m_dial->setMinimumWidth(m_dial->sizeHint().width() + cap->sizeHint().width() + metrics::space8);
    m_dial->setToolTip(tr("Dials with the phone program of this computer"));
    row->addWidget(m_dial);
    column->addWidget(clock);
    m_attempt->setWordWrap(true);
    column->addWidget(m_attempt);
    m_recent->setWordWrap(true);
    column->addWidget(m_recent);
    connect(m_dial, &QPushButton::clicked, this, &CallForm::dial);
    return head;
}

QWidget *CallForm::makeOutcomes()
{
    auto *grid = new QWidget(this);
    auto *layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::space8);
    const int rows = (int(m_words.size()) + 1) / 2;
    for (int place = 0; place < int(m_words.size()); ++place) {
        const QString label = m_words[size_t(place)].label();
        QPushButton *choice = button(QString(label).replace(u'&', QStringLiteral("&&")), "choice", grid);
        addKeycap(choice, QString::number(place + 1));
        choice->setCheckable(true);
        choice->setAccessibleName(label);
        m_outcomes->addButton(choice, place);
        layout->addWidget(choice, place % rows, place / rows);
        connect(choice, &QPushButton::clicked, this, [this, place] { chooseOutcome(place); });
    }
    return grid;
}

QWidget *CallForm::makeLost()
{
    m_lostRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_lostRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    const auto words = m_workspace.vocabulary();
    m_reason->addItems(QStringList(words->reasons.begin(), words->reasons.end()));
    makeEditable(m_reason, tr("Reason"));
    m_reason->lineEdit()->setPlaceholderText(tr("Reason"));
    row->addWidget(m_loses);
    row->addWidget(m_reason, 1);
    connect(m_loses, &QCheckBox::toggled, m_reason, &QWidget::setEnabled);
    m_lostRow->hide();
    return m_lostRow;
}

void CallForm::reset()
{
    m_chosen = -1;
    m_fulfilled = {};
    m_saving = false;
    m_kept.clear();
    m_problem->hide();
    m_outcomes->setExclusive(false);
    for (QAbstractButton *choice : m_outcomes->buttons())
        choice->setChecked(false);
    m_outcomes->setExclusive(true);
    const QSignalBlocker quiet(m_note);
    m_note->clear();
    m_draftHint->hide();
    m_next->setText({});
    m_next->setEmptyText(tr("Nothing planned"));
    m_loses->setChecked(false);
    m_reason->setCurrentText({});
    m_reason->setEnabled(false);
    m_lostRow->hide();
    m_closes->hide();
    m_recent->hide();
    m_time->setText(QStringLiteral("00:00"));
}

void CallForm::showLead(LeadId lead)
{
    keepDraft();
    reset();
    m_leadId = lead;
    m_timer.start(m_workspace.clock().now());
    const int asked = ++m_asked;
    whenAnswered(m_workspace.leads().dossier(lead), this, [this, asked](const Result<LeadDossier> &dossier) {
        if (asked != m_asked)
            return;
        if (dossier)
            showDossier(*dossier);
        else if (dossier.error().code == ErrorCode::NotFound)
            Q_EMIT missing();
        else
            m_problem->showError(dossier.error());
    });
    whenAnswered(m_workspace.day().draft(lead), this, [this, asked](const Result<QString> &draft) {
        if (asked != m_asked || !draft || draft->isEmpty() || !m_note->toPlainText().isEmpty())
            return;
        m_kept = *draft;
        m_note->setPlainText(*draft);
        m_draftHint->show();
    });
    setFocus();
}

void CallForm::showDossier(const LeadDossier &dossier)
{
    m_lead = dossier.lead;
    m_leadId = m_lead.id; // of a merged lead: the survivor
    m_name->setText(m_lead.displayName());
    QStringList place{m_lead.jobTitle, m_lead.name.isEmpty() ? QString() : m_lead.company};
    place.removeAll(QString());
    m_place->setText(place.join(QStringLiteral(", ")));
    m_place->setVisible(!place.isEmpty());
    showNumbers();
    m_attempt->setText(attemptInWords(attemptsOf(dossier.activities)));
    showRecent(dossier.activities);
    showFulfilled(dossier.followUps);
    Q_EMIT loaded();
}

void CallForm::showNumbers()
{
    m_numbers->clear();
    for (const PhoneEntry &phone : m_lead.phones) {
        if (!m_lead.doNotCall && phone.state == ContactState::Usable)
            m_numbers->addItem(phone.number.asTyped(), phone.number.normalised());
    }
    const bool some = m_numbers->count() > 0;
    if (!some)
        m_numbers->addItem(m_lead.doNotCall            ? tr("Wants no calls")
                               : m_lead.phones.empty() ? tr("No number")
                                                       : tr("No number that may be used"));
    m_numbers->setEnabled(some);
    m_dial->setEnabled(some);
    m_dial->setAccessibleName(some ? tr("Dial %1").arg(m_numbers->currentText()) : tr("Dial"));
}

void CallForm::showRecent(const std::vector<Activity> &activities)
{
    const Clock &clock = m_workspace.clock();
    QStringList recent;
    for (size_t i = 0; i < std::min(recentShown, activities.size()); ++i)
        recent += lastWord(activities[i], {clock.now(), clock.zone(), QLocale()}).left(160);
    m_recent->setText(recent.join(u'\n'));
    m_recent->setVisible(!recent.isEmpty());
}

void CallForm::showFulfilled(const std::vector<FollowUp> &followUps)
{
    const Clock &clock = m_workspace.clock();
    const std::optional<FollowUp> followUp = fulfilledBy(ActivityKind::Call, followUps, clock.now());
    m_fulfilled = followUp ? followUp->id : FollowUpId();
    m_closes->setVisible(followUp.has_value());
    if (!followUp)
        return;
    const QString note = followUp->note.simplified().left(60);
    const QString what = note.isEmpty() ? labelOf(followUp->kind) : labelOf(followUp->kind) + QStringLiteral(": ") + note;
    const QString when = whenInWords(followUp->remindAt(), followUp->wholeDay, clock.now(), clock.zone(), QLocale());
    m_closes->setText(tr("Closes what was planned: %1, %2").arg(QString(what).replace(u'&', QStringLiteral("&&")), when));
    m_closes->setChecked(true);
}

QString CallForm::number() const
{
    return m_numbers->currentData().toString();
}

void CallForm::dial()
{
    if (number().isEmpty())
        return;
    m_timer.start(m_workspace.clock().now());
    QDesktopServices::openUrl(QUrl(QStringLiteral("tel:") + number()));
}

void CallForm::chooseOutcome(int place)
{
    m_chosen = place;
    m_problem->hide();
    const CallOutcome kind = m_words[size_t(place)].kind;
    m_outcomes->button(place)->setChecked(true);
    const Clock &clock = m_workspace.clock();
    m_next->setText(nextStepText(nextStepAfter(kind, clock.now(), clock.zone(), m_workspace.vocabulary()->work)));
    const bool refused = kind == CallOutcome::NotInterested;
    m_lostRow->setVisible(refused);
    m_loses->setChecked(refused);
    m_next->setEmptyText(kind == CallOutcome::WrongNumber ? tr("Nothing planned. The number is marked as wrong.") : tr("Nothing planned"));
    if (refused)
        m_reason->setFocus();
    else
        m_note->setFocus();
}

bool CallForm::press(const QKeyEvent &event)
{
    if (event.modifiers() != Qt::NoModifier && event.modifiers() != Qt::KeypadModifier)
        return false;
    const int place = event.key() - Qt::Key_1;
    if (place >= 0 && place < int(m_words.size())) {
        chooseOutcome(place);
        return true;
    }
    if (event.key() == Qt::Key_D) {
        dial();
        return true;
    }
    return false;
}

/// The fields would keep Ctrl+Enter for themselves.
bool CallForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && savesWith(*static_cast<QKeyEvent *>(event))) {
        Q_EMIT saveWanted();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kindling
