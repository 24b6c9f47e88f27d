// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>

namespace kindling {

class Notifier;

/// Watches for follow-ups that become due while the program runs and raises each once. Those missed while it was closed come together, as
/// one.
class Reminders final : public QObject
{
    Q_OBJECT

public:
    Reminders(Workspace &workspace, std::unique_ptr<Notifier> notifier, QObject *parent = nullptr);
    ~Reminders() override;

Q_SIGNALS:
    void openWanted(kindling::LeadId id);
    void todayWanted();
    void fallback(const QString &text); ///< there is no notification service: the window says it
    void failed(const kindling::Error &error);

private:
    void look();
    void raise(const std::vector<DueFollowUp> &due);
    void tell(qint64 key, const QString &title, const QString &text);

    Workspace &m_workspace;
    std::unique_ptr<Notifier> m_notifier;
    QTimer m_timer;
    std::unordered_map<FollowUpId, UtcMs> m_raised; ///< with the moment they were raised for: a snoozed one comes again
    std::unordered_map<FollowUpId, LeadId> m_leads;
    bool m_first = true;
};

} // namespace kindling
