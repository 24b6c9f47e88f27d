// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/reminderservice.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>
#include <unordered_set>

namespace kindling {

class Notifier;

/// Raises follow-ups that become due while the program runs, each once; those missed while it was closed or asleep come together, as one.
/// What the first notifier cannot deliver the second says.
class Reminders final : public QObject
{
    Q_OBJECT

public:
    /// `desktop` may be null; `inside` is the window's own.
    Reminders(Workspace &workspace, std::unique_ptr<Notifier> desktop, std::unique_ptr<Notifier> inside, QObject *parent = nullptr);
    ~Reminders() override;

Q_SIGNALS:
    void openWanted(kindling::LeadId id);
    void todayWanted();
    void failed(const kindling::Error &error);

private:
    void wire(Notifier &notifier);
    void tick();
    void look();
    void raise(const ReminderBatch &batch);
    void withdrawSettled();
    void withdraw(qint64 key);
    void report(const QFuture<Result<Written>> &write);
    Notifier &first();

    Workspace &m_workspace;
    std::unique_ptr<Notifier> m_desktop;
    std::unique_ptr<Notifier> m_inside;
    QTimer m_timer;
    UtcMs m_nextLook = 0;
    UtcMs m_lastTick = 0;
    bool m_looking = false;
    bool m_lookAgain = false;
    std::unordered_map<FollowUpId, LeadId> m_leads; ///< of those shown apart
    std::vector<FollowUpId> m_together; ///< those behind the message for many
    std::unordered_set<FollowUpId> m_onScreen; ///< not dealt with yet
};

} // namespace kindling
