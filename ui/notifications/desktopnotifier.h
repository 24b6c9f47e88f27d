// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/notifier.h"

#include <QHash>

namespace kindling {

/// org.freedesktop.Notifications, with the buttons Done and Snooze; a click on the notification itself opens the lead.
class DesktopNotifier final : public Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    static bool isAvailable();
    void notify(qint64 key, const QString &title, const QString &text) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    QHash<uint, qint64> m_keys;
};

} // namespace kindling
