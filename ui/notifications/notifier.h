// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"

#include <QObject>

#include <memory>

namespace kindling {

/// Tells people something outside the window. Two ways: the freedesktop notification service, and the system tray.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `key` comes back in the signals.
    virtual void notify(qint64 key, const QString &title, const QString &text) = 0;

    /// The best there is on this desktop; nothing when there is neither, and the window says it itself.
    static std::unique_ptr<Notifier> forThisDesktop();

Q_SIGNALS:
    void openWanted(qint64 key);
    void doneWanted(qint64 key);
    void snoozeWanted(qint64 key);
};

} // namespace kindling
