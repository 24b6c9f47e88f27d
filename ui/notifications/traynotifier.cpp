// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/traynotifier.h"

#include <QIcon>

namespace kindling {

TrayNotifier::TrayNotifier(QObject *parent)
    : Notifier(parent)
    , m_tray(QIcon(QStringLiteral(":/kindling/icons/kindling.svg")))
{
    m_tray.setToolTip(QStringLiteral("Kindling"));
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT openWanted(m_last); });
    m_tray.show();
}

bool TrayNotifier::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages();
}

void TrayNotifier::notify(qint64 key, const QString &title, const QString &text)
{
    m_last = key;
    m_tray.showMessage(title, text);
}

} // namespace kindling
