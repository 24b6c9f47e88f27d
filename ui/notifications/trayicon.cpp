// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/trayicon.h"

#include <QIcon>
#include <QLocale>
#include <QMenu>

namespace kindling {

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
    , m_icon(QIcon(QStringLiteral(":/kindling/icons/kindling.svg")))
{
    m_menu->addAction(tr("Open Kindling"), this, &TrayIcon::windowWanted);
    m_menu->addAction(tr("Today"), this, &TrayIcon::todayWanted);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, &TrayIcon::quitWanted);
    m_icon.setContextMenu(m_menu.get());
    m_icon.setToolTip(QStringLiteral("Kindling"));
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowWanted();
    });
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setShown(bool shown)
{
    m_icon.setVisible(shown && isAvailable());
}

void TrayIcon::setDue(int count)
{
    m_icon.setToolTip(count == 0 ? QStringLiteral("Kindling") : tr("Kindling: %1 to do today").arg(QLocale().toString(count)));
}

} // namespace kindling
