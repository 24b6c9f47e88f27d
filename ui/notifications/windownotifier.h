// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/notifier.h"

#include <QPointer>

class QFrame;
class QHBoxLayout;
class QVBoxLayout;
class QWidget;

namespace kindling {

class Theme;

/// Reminders inside the window, for a desktop that has neither notification service nor tray: a line for each at the top, with Open, Done
/// and Snooze, until it is dealt with.
class WindowNotifier final : public Notifier
{
    Q_OBJECT

public:
    WindowNotifier(Theme &theme, QWidget *parent);

    /// Where the lines are shown; of no height while there are none.
    QWidget *bar() const;
    void notify(qint64 key, const QString &title, const QString &text, bool digest) override;
    void withdraw(qint64 key) override;
    int lines() const;

private:
    void add(QWidget *line, QHBoxLayout *row, const QString &label, const QString &title, void (Notifier::*wanted)(qint64), qint64 key);
    void close(QWidget *line);

    Theme &m_theme;
    QPointer<QFrame> m_bar;
    QVBoxLayout *m_lines;
};

} // namespace kindling
