// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/reminders.h"

#include "core/rules/when.h"
#include "ui/notifications/notifier.h"
#include "ui/widgets/whenanswered.h"

#include <QLocale>

#include <algorithm>

namespace kindling {

namespace {

constexpr qint64 snoozeMs = 3'600'000;
constexpr int tickMs = 15'000; ///< by the wall clock: a timer that sleeps along with the machine would be late
constexpr int firstLookMs = 1500; ///< after the first paint

} // namespace

Reminders::Reminders(Workspace &workspace, std::unique_ptr<Notifier> desktop, std::unique_ptr<Notifier> inside, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_desktop(std::move(desktop))
    , m_inside(std::move(inside))
{
    if (m_desktop) {
        wire(*m_desktop);
        connect(m_desktop.get(), &Notifier::undelivered, m_inside.get(), &Notifier::notify);
    }
    wire(*m_inside);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.timeline || changes.everything || changes.vocabulary)
            look();
        if (changes.timeline || changes.everything)
            withdrawSettled();
    });
    connect(&m_timer, &QTimer::timeout, this, &Reminders::tick);
    m_timer.start(tickMs);
    QTimer::singleShot(firstLookMs, this, &Reminders::look);
}

Reminders::~Reminders() = default;

Notifier &Reminders::first()
{
    return m_desktop ? *m_desktop : *m_inside;
}

void Reminders::wire(Notifier &notifier)
{
    connect(&notifier, &Notifier::openWanted, this, [this](qint64 key) {
        const auto lead = m_leads.find(FollowUpId(key));
        if (lead == m_leads.end())
            Q_EMIT todayWanted();
        else
            Q_EMIT openWanted(lead->second);
    });
    connect(&notifier, &Notifier::doneWanted, this, [this](qint64 key) {
        if (key != Notifier::digestKey)
            report(m_workspace.followUps().complete(FollowUpId(key)));
    });
    connect(&notifier, &Notifier::snoozeWanted, this, [this](qint64 key) {
        if (key != Notifier::digestKey)
            report(m_workspace.followUps().snooze(FollowUpId(key), m_workspace.clock().now() + snoozeMs));
    });
}

void Reminders::report(const QFuture<Result<Written>> &write)
{
    whenAnswered(write, this, [this](const Result<Written> &written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

/// Looks when something may be due, and when the clock was set.
void Reminders::tick()
{
    const UtcMs now = m_workspace.clock().now();
    const bool setBack = now < m_lastTick;
    m_lastTick = now;
    if (now >= m_nextLook || setBack)
        look();
}

void Reminders::look()
{
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    whenAnswered(m_workspace.reminders().look(), this, [this](const Result<ReminderBatch> &batch) {
        m_looking = false;
        if (batch)
            raise(*batch);
        else
            Q_EMIT failed(batch.error());
        if (std::exchange(m_lookAgain, false))
            look();
    });
}

void Reminders::raise(const ReminderBatch &batch)
{
    m_nextLook = batch.nextLook;
    std::vector<FollowUpId> shown = batch.together;
    if (!batch.together.empty()) {
        m_together = batch.together;
        m_onScreen.insert(batch.together.begin(), batch.together.end());
        const QString rest = batch.together.size() > size_t(batch.names.size()) ? tr(" and others") : QString();
        first().notify(Notifier::digestKey, tr("%1 follow-ups are due").arg(QLocale().toString(qulonglong(batch.together.size()))),
                       batch.names.join(QStringLiteral(", ")) + rest, true);
    }
    const Clock &clock = m_workspace.clock();
    for (const DueFollowUp &one : batch.apart) {
        const FollowUp &followUp = one.followUp;
        m_leads[followUp.id] = one.lead.id;
        m_onScreen.insert(followUp.id);
        QString text = followUp.note.isEmpty() ? labelOf(followUp.kind) : labelOf(followUp.kind) + QStringLiteral(": ") + followUp.note;
        if (isLate(followUp, clock.now() - 3'600'000, clock.zone())) // said when it matters
            text += QStringLiteral(", ") + whenInWords(followUp.remindAt(), followUp.wholeDay, clock.now(), clock.zone(), QLocale());
        first().notify(followUp.id.value(), one.lead.displayName(), text, false);
        shown.push_back(followUp.id);
    }
    if (shown.empty())
        return;
    whenAnswered(m_workspace.reminders().shown(shown), this, [this](const Result<bool> &noted) {
        if (!noted)
            Q_EMIT failed(noted.error());
    });
}

/// What was done, removed or put off elsewhere is not asked for any more.
void Reminders::withdrawSettled()
{
    if (m_onScreen.empty())
        return;
    whenAnswered(
        m_workspace.reminders().settled({m_onScreen.begin(), m_onScreen.end()}), this, [this](const Result<std::vector<FollowUpId>> &over) {
            if (!over)
                return; // the next change asks again
            for (const FollowUpId id : *over) {
                m_onScreen.erase(id);
                if (m_leads.contains(id))
                    withdraw(id.value());
            }
            const bool waits = std::any_of(m_together.begin(), m_together.end(), [this](FollowUpId id) { return m_onScreen.contains(id); });
            if (!m_together.empty() && !waits) {
                m_together.clear();
                withdraw(Notifier::digestKey);
            }
        });
}

void Reminders::withdraw(qint64 key)
{
    if (m_desktop)
        m_desktop->withdraw(key);
    m_inside->withdraw(key);
}

} // namespace kindling
