// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/watchservice.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace kindling {

/// Looks into the watched folder of a workspace from time to time while the window is open. Which folder, and whether at all, is a setting
/// of this computer for this workspace.
class FolderWatch final : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatch(Workspace &workspace, QObject *parent = nullptr);
    ~FolderWatch() override;

    static bool isOn(const Workspace &workspace);
    static QString folder(const Workspace &workspace);
    static void setOn(const Workspace &workspace, bool on);
    static void setFolder(const Workspace &workspace, const QString &folder);

    /// Looks now, if it is on and no look is under way.
    void look();

Q_SIGNALS:
    void imported(const QString &text); ///< "shop.csv: 12 new leads"; can be undone
    void failed(const kindling::Error &error);

private:
    void report(const std::vector<WatchedFile> &files);

    Workspace &m_workspace;
    QTimer m_timer;
    ProgressPtr m_progress; ///< while a look is under way
    QSet<QString> m_told; ///< problems that were reported: once is enough
};

} // namespace kindling
