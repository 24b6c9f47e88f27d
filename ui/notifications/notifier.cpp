// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notifier.h"

#ifdef KINDLING_HAS_DBUS
#include "ui/notifications/desktopnotifier.h"
#endif
#include "ui/notifications/trayicon.h"
#include "ui/notifications/traynotifier.h"

namespace kindling {

std::unique_ptr<Notifier> Notifier::forThisDesktop(TrayIcon *tray)
{
#ifdef KINDLING_HAS_DBUS
    // A tray without a host claims to show messages and sends nothing, so the service comes first.
    if (DesktopNotifier::isAvailable(QDBusConnection::sessionBus()))
        return std::make_unique<DesktopNotifier>(QDBusConnection::sessionBus());
#endif
    if (tray && tray->isAvailable())
        return std::make_unique<TrayNotifier>(*tray);
    return nullptr;
}

} // namespace kindling
