// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/todaypage.h"

#include "core/base/walltime.h"
#include "core/rules/nextstep.h"
#include "core/workspace/followupservice.h"
#include "ui/models/todaydelegate.h"
#include "ui/models/todaymodel.h"
#include "ui/panels/followupcards.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/whenanswered.h"
#include "ui/widgets/whenpopup.h"
#include "ui/workspacesettings.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

namespace {

constexpr const char *mineKey = "today/mine";
const QString skippedKey = QStringLiteral("skipped");
constexpr int soonMs = 30;

} // namespace

TodayPage::TodayPage(Workspace &workspace, Theme &theme, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_date(plainLabel({}, "second", this))
    , m_mine(chip(tr("Only mine"), this))
    , m_skippedChip(chip({}, this))
    , m_resume(button({}, "plain", this))
    , m_session(button(tr("Start calling"), "primary", this))
    , m_list(new QListView(this))
    , m_model(new TodayModel(this))
    , m_stack(new QStackedWidget(this))
{
    setProperty("kind", QStringLiteral("page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space16, metrics::space16, metrics::space12);
    column->setSpacing(metrics::space12);
    makeHead(column);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TodayDelegate(theme, m_list));
    m_list->setAccessibleName(tr("What to do today"));
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    auto *empty =
        new EmptyState(tr("Nothing to do: every open lead has its next step, and none is due this week."), tr("Go to leads"), this);
    connect(empty, &EmptyState::actionWanted, this, &TodayPage::leadsPageWanted);
    m_stack->addWidget(m_list);
    m_stack->addWidget(empty);
    column->addWidget(m_stack, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const TodayRow *row = m_model->rowAt(index))
            Q_EMIT leadChosen(row->lead.id);
    });
    connect(m_list, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const TodayRow *row = m_model->rowAt(index))
            Q_EMIT leadOpened(row->lead.id);
    });
    // Many changes in a row are one new queue.
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &TodayPage::reload);
    connect(&workspace, &Workspace::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &TodayPage::reload);
    minute->start(60'000);
    reload();
}

void TodayPage::makeHead(QLayout *column)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::space8);
    head->addWidget(plainLabel(tr("Today"), "title", this));
    head->addWidget(m_date);
    head->addStretch();
    head->addWidget(m_skippedChip); // here it has room beside what one can do
    head->addWidget(m_resume);
    head->addWidget(m_session);
    m_resume->hide();
    connect(m_resume, &QPushButton::clicked, this, &TodayPage::resumeWanted);
    column->addItem(head);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::space4);
    m_mine->setCheckable(true);
    m_mine->setChecked(QSettings().value(QLatin1String(mineKey), false).toBool());
    m_mine->setToolTip(tr("Only the leads that you own"));
    row->addWidget(m_mine);
    row->addStretch();
    const std::pair<QString, QString> keys[] = {{QStringLiteral("C"), tr("call")},
                                                {QStringLiteral("E"), tr("email")},
                                                {QStringLiteral("D"), tr("done")},
                                                {QStringLiteral("S"), tr("snooze")},
                                                {QStringLiteral("R"), tr("reschedule")},
                                                {QStringLiteral("N"), tr("skip")},
                                                {tr("Enter"), tr("open")}};
    for (const auto &[key, does] : keys) {
        row->addWidget(plainLabel(key, "keycap", this));
        row->addWidget(plainLabel(does, "small", this));
        row->addSpacing(metrics::space4);
    }
    column->addItem(row);
    m_session->setToolTip(tr("Calls the leads of this queue one after the other"));
    connect(m_session, &QPushButton::clicked, this, &TodayPage::beginSession);
    connect(m_mine, &QPushButton::toggled, this, [this](bool on) {
        QSettings().setValue(QLatin1String(mineKey), on);
        reload();
    });
    connect(m_skippedChip, &QPushButton::clicked, this, [this] {
        m_skipped.clear();
        keepSkipped();
        reload();
        focusContent();
    });
    readSkipped();
    showSkipped();
}

/// "2026-03-02 482311223344 482311223377": the day, and who was put aside on it.
void TodayPage::readSkipped()
{
    const QStringList kept = QSettings().value(settingsKey(skippedKey, m_workspace.path())).toString().split(u' ');
    m_skippedOn = QDate::fromString(kept.front(), Qt::ISODate);
    for (const QString &id : kept.mid(1)) {
        if (const auto lead = LeadId::fromString(id))
            m_skipped.push_back(*lead);
    }
}

void TodayPage::keepSkipped()
{
    QStringList kept{m_skippedOn.toString(Qt::ISODate)};
    for (const LeadId lead : m_skipped)
        kept += lead.toString();
    QSettings().setValue(settingsKey(skippedKey, m_workspace.path()), kept.join(u' '));
}

void TodayPage::showSkipped()
{
    m_skippedChip->setVisible(!m_skipped.empty());
    m_skippedChip->setText(tr("Skipped: %1, show again").arg(QLocale().toString(qulonglong(m_skipped.size()))));
}

void TodayPage::reload()
{
    const Clock &clock = m_workspace.clock();
    const QDate today = todayOf(clock);
    if (m_skippedOn != today)
        m_skipped.clear();
    showSkipped();
    m_date->setText(QLocale().toString(today, QStringLiteral("dddd d MMMM")));
    TodayQuery query;
    query.mine = m_mine->isChecked();
    query.without = m_skipped;
    whenAnswered(m_workspace.day().today(query), this, [this, asked = ++m_asked](const Result<TodayList> &list) {
        if (asked != m_asked)
            return;
        if (list)
            show(*list);
        else
            Q_EMIT failed(list.error());
    });
}

/// Whoever was current stays so, and when it is gone the one that took its place.
void TodayPage::show(const TodayList &list)
{
    const int place = m_list->currentIndex().row();
    const TodayRow *row = current();
    const LeadId lead = row ? row->lead.id : LeadId();
    const TodayGroup group = row ? row->group : TodayGroup::Overdue;
    m_model->show(list);
    m_dueCount = int(list.counts[size_t(TodayGroup::Overdue)] + list.counts[size_t(TodayGroup::Due)]);
    m_stack->setCurrentIndex(list.rows.empty() ? 1 : 0);
    m_session->setEnabled(!list.rows.empty());
    QModelIndex next = m_model->indexOf(lead);
    if (!next.isValid() || m_model->rowAt(next)->group != group)
        next = m_model->nearestRow(place);
    if (next.isValid())
        m_list->setCurrentIndex(next);
    Q_EMIT statusChanged();
}

const TodayRow *TodayPage::current() const
{
    return m_model->rowAt(m_list->currentIndex());
}

FollowUpId TodayPage::currentFollowUp() const
{
    const TodayRow *row = current();
    return row && row->followUp ? row->followUp->id : FollowUpId();
}

void TodayPage::report(const QFuture<Result<Written>> &write, const QString &done)
{
    whenAnswered(write, this, [this, done](const Result<Written> &written) {
        if (written)
            Q_EMIT message(done, true);
        else
            Q_EMIT failed(written.error());
    });
}

/// What wants doing and has no follow-up gets one with R, or a call, an email.
void TodayPage::complete()
{
    if (currentFollowUp().isNull())
        Q_EMIT message(tr("Nothing is planned with %1 that could be done; R plans it").arg(current()->lead.displayName()), false);
    else
        report(m_workspace.followUps().complete(currentFollowUp()), tr("Done: %1").arg(current()->lead.displayName()));
}

void TodayPage::askWhen(const QString &question, const std::function<void(const PlannedTime &)> &then)
{
    auto *popup = new WhenPopup(m_workspace, this);
    connect(popup, &WhenPopup::accepted, this, then);
    const QRect row = m_list->visualRect(m_list->currentIndex());
    popup->ask(m_list->viewport()->mapToGlobal(QPoint(row.left() + 40, row.bottom())), question);
}

void TodayPage::snooze()
{
    const FollowUpId id = currentFollowUp();
    if (id.isNull()) {
        Q_EMIT message(tr("Nothing is planned with %1 that could be snoozed; R plans it").arg(current()->lead.displayName()), false);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[label, until] : snoozeChoices(m_workspace.clock())) {
        menu->addAction(label, this, [this, id, moment = until] { report(m_workspace.followUps().snooze(id, moment), tr("Snoozed")); });
    }
    menu->addAction(tr("Until another time …"), this, [this, id] {
        askWhen(tr("Snooze until"), [this, id](const PlannedTime &when) {
            report(m_workspace.followUps().snooze(id, when.local.toMSecsSinceEpoch()), tr("Snoozed"));
        });
    });
    menu->popup(m_list->viewport()->mapToGlobal(m_list->visualRect(m_list->currentIndex()).center()));
    menu->setActiveAction(menu->actions().constFirst());
}

void TodayPage::reschedule()
{
    const FollowUpId id = currentFollowUp();
    const LeadId lead = current()->lead.id;
    const QString name = current()->lead.displayName();
    askWhen(id.isNull() ? tr("Plan a call with %1").arg(name) : tr("Reschedule to"), [this, id, lead](const PlannedTime &when) {
        if (!id.isNull())
            report(m_workspace.followUps().reschedule(id, when), tr("Rescheduled"));
        else
            report(m_workspace.followUps().plan(followUpAt(lead, when)), tr("Planned"));
    });
}

void TodayPage::skip()
{
    const Clock &clock = m_workspace.clock();
    m_skippedOn = todayOf(clock);
    m_skipped.push_back(current()->lead.id);
    keepSkipped();
    reload();
}

void TodayPage::beginSession()
{
    std::vector<LeadId> leads;
    for (const TodayRow &row : m_model->list().rows) {
        if (row.group != TodayGroup::Coming)
            leads.push_back(row.lead.id);
    }
    if (!leads.empty())
        Q_EMIT sessionWanted(tr("Today"), leads);
}

void TodayPage::showWaitingSession(const CallingSession &session)
{
    m_resume->setVisible(!session.isOver());
    m_resume->setText(
        tr("Resume calling, %1 of %2").arg(QLocale().toString(session.place + 1), QLocale().toString(qulonglong(session.leads.size()))));
    m_resume->setToolTip(session.title.toHtmlEscaped());
}

bool TodayPage::press(int key)
{
    switch (key) {
    case Qt::Key_C: Q_EMIT callWanted(current()->lead.id); return true;
    case Qt::Key_E: Q_EMIT emailWanted(current()->lead.id); return true;
    case Qt::Key_D: complete(); return true;
    case Qt::Key_S: snooze(); return true;
    case Qt::Key_R: reschedule(); return true;
    case Qt::Key_N: skip(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT leadOpened(current()->lead.id); return true;
    default: return false;
    }
}

bool TodayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && current()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        if (plain && press(key->key()))
            return true;
    }
    return Page::eventFilter(watched, event);
}

QString TodayPage::statusText() const
{
    return m_dueCount == 0 ? tr("Nothing left for today") : tr("%1 to do today").arg(m_dueCount);
}

std::vector<LeadId> TodayPage::selectedLeads() const
{
    const TodayRow *row = current();
    return row ? std::vector<LeadId>{row->lead.id} : std::vector<LeadId>{};
}

void TodayPage::focusContent()
{
    m_list->setFocus();
}

} // namespace kindling
