// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/traynotifier.h"

#include "ui/notifications/trayicon.h"

namespace kindling {

TrayNotifier::TrayNotifier(TrayIcon &tray, QObject *parent)
    : Notifier(parent)
    , m_tray(tray)
{
    m_tray.setShown(true);
    connect(&m_tray.icon(), &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT openWanted(m_last); });
}

void TrayNotifier::notify(qint64 key, const QString &title, const QString &text, bool)
{
    m_last = key;
    m_tray.icon().showMessage(title, text);
}

void TrayNotifier::withdraw(qint64 key)
{
    if (m_last == key)
        m_last = digestKey;
}

} // namespace kindling
