// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"

#include <QObject>

#include <memory>

namespace kindling {

class TrayIcon;

/// Tells people of follow-ups. Three ways: the freedesktop notification service, the system tray, and a bar inside the window.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    static constexpr qint64 digestKey = 0; ///< the key of the one message for many

    /// `key` comes back in the signals. One of several at once (`digest`) can only be opened.
    virtual void notify(qint64 key, const QString &title, const QString &text, bool digest) = 0;
    /// It was dealt with elsewhere: takes it from the screen, if it is still there.
    virtual void withdraw(qint64 key) = 0;

    /// The best there is on this desktop; nothing when there is neither, and the window says it itself.
    static std::unique_ptr<Notifier> forThisDesktop(TrayIcon *tray);

Q_SIGNALS:
    void openWanted(qint64 key);
    void doneWanted(qint64 key);
    void snoozeWanted(qint64 key);
    /// The desktop did not take it: somebody else has to say it.
    void undelivered(qint64 key, const QString &title, const QString &text, bool digest);
};

} // namespace kindling
