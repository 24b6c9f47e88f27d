// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifdef KINDLING_HAS_DBUS

#include "ui/notifications/desktopnotifier.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace kindling {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

} // namespace

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus, QObject *parent)
    : Notifier(parent)
    , m_bus(bus)
{
    // Qt looks signatures up as texts without blanks.
    // clang-format off
    m_bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(actionInvoked(uint,QString)));
    m_bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(closed(uint,uint)));
    // clang-format on
}

bool DesktopNotifier::isAvailable(const QDBusConnection &bus)
{
    if (!bus.isConnected())
        return false;
    const QDBusReply<QStringList> startable = bus.interface()->call(QStringLiteral("ListActivatableNames"));
    return bus.interface()->isServiceRegistered(service) || (startable.isValid() && startable.value().contains(service));
}

void DesktopNotifier::notify(qint64 key, const QString &title, const QString &text, bool digest)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("Notify"));
    QStringList actions{QStringLiteral("default"), tr("Open"), QStringLiteral("open"), tr("Open")};
    if (!digest)
        actions += {QStringLiteral("done"), tr("Done"), QStringLiteral("snooze"), tr("Snooze")};
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("kindling")},
                            {QStringLiteral("category"), QStringLiteral("reminder")}};
    // The body may be read as markup by the service: what people typed is escaped.
    call << QStringLiteral("Kindling") << uint(0) << QStringLiteral("kindling") << title << text.toHtmlEscaped() << actions << hints
         << int(-1);
    ++m_underway[key];
    m_withdrawn.remove(key);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, title, text, digest](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<uint> reply = *done;
        done->deleteLater();
        if (--m_underway[key] == 0)
            m_underway.remove(key);
        const bool withdrawn = !m_underway.contains(key) && m_withdrawn.remove(key);
        if (reply.isValid())
            m_keys.insert(reply.value(), key);
        else if (!withdrawn)
            Q_EMIT undelivered(key, title, text, digest);
        if (withdrawn)
            withdraw(key);
    });
}

void DesktopNotifier::withdraw(qint64 key)
{
    if (m_underway.contains(key))
        m_withdrawn.insert(key);
    for (auto shown = m_keys.cbegin(); shown != m_keys.cend(); ++shown) {
        if (shown.value() != key)
            continue;
        QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("CloseNotification"));
        call << shown.key();
        m_bus.asyncCall(call);
    }
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
