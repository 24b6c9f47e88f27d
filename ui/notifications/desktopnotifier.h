// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/notifier.h"

#include <QDBusConnection>
#include <QHash>
#include <QSet>

namespace kindling {

/// org.freedesktop.Notifications, with the buttons Open, Done and Snooze; a click on the notification itself opens the lead.
class DesktopNotifier final : public Notifier
{
    Q_OBJECT

public:
    explicit DesktopNotifier(const QDBusConnection &bus, QObject *parent = nullptr);

    static bool isAvailable(const QDBusConnection &bus);
    void notify(qint64 key, const QString &title, const QString &text, bool digest) override;
    void withdraw(qint64 key) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QHash<uint, qint64> m_keys; ///< by the id that the service gave
    QHash<qint64, int> m_underway; ///< asked for and not answered yet
    QSet<qint64> m_withdrawn; ///< while underway
};

} // namespace kindling
