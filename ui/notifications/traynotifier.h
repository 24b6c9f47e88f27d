// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/notifier.h"

namespace kindling {

/// Messages of the system tray, where there is one (Windows, macOS, some Linux desktops). A click opens the lead.
class TrayNotifier final : public Notifier
{
    Q_OBJECT

public:
    explicit TrayNotifier(TrayIcon &tray, QObject *parent = nullptr);

    void notify(qint64 key, const QString &title, const QString &text, bool digest) override;
    /// A message of the tray goes by itself; a click on it then opens Today.
    void withdraw(qint64 key) override;

private:
    TrayIcon &m_tray;
    qint64 m_last = 0;
};

} // namespace kindling
