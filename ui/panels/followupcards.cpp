// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/followupcards.h"

#include "core/rules/when.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenpopup.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace kindling {

std::vector<std::pair<QString, UtcMs>> snoozeChoices(const Clock &clock)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("kindling", text); };
    std::vector<std::pair<QString, UtcMs>> choices;
    const std::pair<QString, QString> phrases[] = {{words("In an hour"), QStringLiteral("in 1 hour")},
                                                   {words("Tomorrow at nine"), QStringLiteral("tomorrow 9")},
                                                   {words("In three days"), QStringLiteral("in 3 days 9:00")},
                                                   {words("Next week"), QStringLiteral("next week")}};
    for (const auto &[label, phrase] : phrases) {
        if (const Result<PlannedTime> planned = parseWhen(phrase, clock.now(), clock.zone()))
            choices.emplace_back(label, planned->local.toMSecsSinceEpoch());
    }
    return choices;
}

FollowUpCards::FollowUpCards(Workspace &workspace, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::space8);
}

void FollowUpCards::show(const std::vector<FollowUp> &followUps)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const FollowUp &followUp : followUps) {
        if (followUp.state == FollowUpState::Open && m_column->count() < 3)
            m_column->addWidget(makeCard(followUp));
    }
    setVisible(m_column->count() > 0);
}

/// "Tomorrow 09:00, snoozed, every 2 weeks, planned by Ines".
QString FollowUpCards::describe(const FollowUp &followUp) const
{
    const Clock &clock = m_workspace.clock();
    QString text = whenInWords(followUp.remindAt(), followUp.wholeDay && !followUp.snoozedUntil, clock.now(), clock.zone(), QLocale());
    if (followUp.snoozedUntil)
        text += tr(", snoozed; it was for %1").arg(whenInWords(followUp.due, followUp.wholeDay, clock.now(), clock.zone(), QLocale()));
    if (!followUp.repeat.isEmpty())
        text += QStringLiteral(", ") + followUp.repeat;
    if (followUp.priority != FollowUpPriority::Normal)
        text += tr(", priority %1").arg(labelOf(followUp.priority).toLower());
    if (!followUp.who.isEmpty())
        text += tr(", planned by %1").arg(followUp.who);
    return text;
}

/// Snooze brings it up again later; reschedule is a new promise.
void FollowUpCards::addTimes(QMenu *menu, const FollowUp &followUp)
{
    const FollowUpId id = followUp.id;
    for (const auto &[label, until] : snoozeChoices(m_workspace.clock()))
        menu->addAction(label, this, [this, id, moment = until] { Q_EMIT snoozeWanted(id, moment); });
    const auto ask = [this](const QString &question, const std::function<void(const PlannedTime &)> &then) {
        auto *popup = new WhenPopup(m_workspace, this);
        connect(popup, &WhenPopup::accepted, this, then);
        popup->ask(mapToGlobal(QPoint(0, height())), question);
    };
    menu->addAction(tr("Until another time …"), this, [this, ask, id] {
        ask(tr("Snooze until"), [this, id](const PlannedTime &when) { Q_EMIT snoozeWanted(id, when.local.toMSecsSinceEpoch()); });
    });
    menu->addSeparator();
    menu->addAction(tr("Reschedule …"), this, [this, ask, id] {
        ask(tr("Reschedule to"), [this, id](const PlannedTime &when) { Q_EMIT rescheduleWanted(id, when); });
    });
    QMenu *priorities = menu->addMenu(tr("Priority"));
    for (const FollowUpPriority priority : allOf<FollowUpPriority>()) {
        QAction *entry = priorities->addAction(labelOf(priority), this, [this, id, priority] { Q_EMIT priorityWanted(id, priority); });
        entry->setCheckable(true);
        entry->setChecked(priority == followUp.priority);
    }
    if (followUp.kind == FollowUpKind::Meeting)
        menu->addAction(tr("Save for the calendar …"), this, [this, followUp] { Q_EMIT calendarWanted(followUp); });
    menu->addAction(followUp.repeat.isEmpty() ? tr("Cancel it") : tr("End the series"), this, [this, id] { Q_EMIT cancelWanted(id); });
}

QWidget *FollowUpCards::makeCard(const FollowUp &followUp)
{
    const Clock &clock = m_workspace.clock();
    const bool late = isLate(followUp, clock.now(), clock.zone());
    auto *card = new QFrame(this);
    card->setObjectName(QStringLiteral("followUp"));
    const QColor tone = late ? m_theme.colors().late : m_theme.colors().accent;
    card->setStyleSheet(QStringLiteral("#followUp { border: 1px solid %1; border-radius: 10px; }").arg(tone.name()));
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(metrics::space12, metrics::space8, metrics::space8, metrics::space8);
    row->setSpacing(metrics::space8);
    auto *mark = new QLabel(card);
    mark->setPixmap(m_theme.pixmap(Symbol::Clock, tone, 15, devicePixelRatioF()));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    QLabel *what = plainLabel(
        followUp.note.isEmpty() ? labelOf(followUp.kind) : labelOf(followUp.kind) + QStringLiteral(": ") + followUp.note, "strong", card);
    what->setWordWrap(true);
    texts->addWidget(what);
    QLabel *time = plainLabel(describe(followUp), late ? "late" : "small", card);
    time->setWordWrap(true);
    texts->addWidget(time);
    row->addLayout(texts, 1);
    QPushButton *snooze = button({}, "icon", card);
    snooze->setIcon(m_theme.icon(Symbol::Snooze, m_theme.colors().second));
    snooze->setAccessibleName(tr("Snooze: %1").arg(what->text()));
    snooze->setToolTip(tr("Snooze"));
    auto *menu = new QMenu(snooze);
    addTimes(menu, followUp);
    snooze->setMenu(menu);
    row->addWidget(snooze);
    QPushButton *done = button(tr("Done"), "small", card);
    done->setAccessibleName(tr("Done: %1").arg(what->text()));
    connect(done, &QPushButton::clicked, this, [this, id = followUp.id] { Q_EMIT completeWanted(id); });
    row->addWidget(done);
    return card;
}

} // namespace kindling
