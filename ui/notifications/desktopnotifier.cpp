// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/desktopnotifier.h"

#ifdef KINDLING_HAS_DBUS

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace kindling {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : Notifier(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // Qt looks signatures up as texts without blanks.
    // clang-format off
    bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint,QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(closed(uint,uint)));
    // clang-format on
}

bool DesktopNotifier::isAvailable()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const QDBusReply<QStringList> startable = bus.interface()->call(QStringLiteral("ListActivatableNames"));
    return bus.interface()->isServiceRegistered(service) || (startable.isValid() && startable.value().contains(service));
}

void DesktopNotifier::notify(qint64 key, const QString &title, const QString &text)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("Notify"));
    const QStringList actions{QStringLiteral("default"), tr("Open"),  QStringLiteral("done"), tr("Done"),
                              QStringLiteral("snooze"),  tr("Snooze")};
    // The body may be read as markup by the service: what people typed is escaped.
    call << QStringLiteral("Kindling") << uint(0) << QStringLiteral("kindling") << title << text.toHtmlEscaped() << actions << QVariantMap()
         << int(-1);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<uint> reply = *done;
        if (reply.isValid())
            m_keys.insert(reply.value(), key);
        done->deleteLater();
    });
}

void DesktopNotifier::actionInvoked(uint id, const QString &action)
{
    if (!m_keys.contains(id))
        return;
    const qint64 key = m_keys.value(id);
    if (action == u"done")
        Q_EMIT doneWanted(key);
    else if (action == u"snooze")
        Q_EMIT snoozeWanted(key);
    else
        Q_EMIT openWanted(key);
}

void DesktopNotifier::closed(uint id, uint)
{
    m_keys.remove(id);
}

} // namespace kindling

#endif
