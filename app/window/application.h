// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <memory>

namespace kindling {

class MainWindow;
class Workspace;

/// Opens the workspace and the window on it, and wires what concerns the whole program. Lives on the user-interface thread.
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(QObject *parent = nullptr);
    ~Application() override;

    /// Opens a workspace (made when it is not there and `create` says so) in a new window, instead of the one that is open. A failure is
    /// shown in words, with what can be done.
    void open(const QString &path, bool create);
    void importFile(const QString &path);
    /// The first window does not come to the front: it is in the tray, or minimised.
    void setBackground(bool background) { m_background = background; }

private:
    void showFailure(const Error &error, const QString &path);
    void choose(bool fresh);
    void chooseBackup(const QString &path);
    void restore(const QString &path, const QString &backup);
    void putRestoredInPlace();
    void tellKept(const QString &path);

    Theme m_theme;
    bool m_background = false;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWidget> m_failure;
};

} // namespace kindling
