// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notifier.h"

#ifdef KINDLING_HAS_DBUS
#include "ui/notifications/desktopnotifier.h"
#endif
#include "ui/notifications/traynotifier.h"

namespace kindling {

std::unique_ptr<Notifier> Notifier::forThisDesktop()
{
#ifdef KINDLING_HAS_DBUS
    // A tray without a host claims to show messages and sends nothing, so the service comes first.
    if (DesktopNotifier::isAvailable())
        return std::make_unique<DesktopNotifier>();
#endif
    if (TrayNotifier::isAvailable())
        return std::make_unique<TrayNotifier>();
    return nullptr;
}

} // namespace kindling
