// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSystemTrayIcon>

#include <memory>

class QMenu;

namespace kindling {

/// Kindling in the system tray, where there is one: opens the window, goes to Today, quits. Shown only while it is of use.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);
    ~TrayIcon() override;

    static bool isAvailable();
    void setShown(bool shown);
    void setDue(int count); ///< said in the tool tip
    QSystemTrayIcon &icon() { return m_icon; }

Q_SIGNALS:
    void windowWanted();
    void todayWanted();
    void quitWanted();

private:
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace kindling
