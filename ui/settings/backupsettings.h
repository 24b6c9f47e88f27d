// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/backupmanifest.h"
#include "ui/pages/page.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace kindling {

/// Backups of the workspace: made into a file, and put in its place again. Both run beside the work, with progress in the status line.
class BackupSettings final : public QFrame
{
    Q_OBJECT

public:
    BackupSettings(Workspace &workspace, QWidget *parent);

    /// Asks where to, and writes.
    void askWhere();
    /// Asks which, shows what is in it, and unpacks it beside the workspace.
    void askWhich();

    /// What the file filter of a dialog says.
    static QString fileFilter();

    void backUpTo(const QString &path);
    void restoreFrom(const QString &path);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);
    void jobStarted(const kindling::Job &job);
    /// A backup is unpacked: whoever holds the workspace closes it and calls putInPlace().
    void restoreReady();

private:
    using Answer = QFuture<Result<BackupManifest>>;
    void run(const QString &label, const ProgressPtr &progress, const Answer &work, std::function<void(const BackupManifest &)> done);
    void setBusy(bool busy);
    void showLast();
    QString lastFolder() const; ///< where backups were last, or the documents
    void unpack(const QString &path);
    void tell(const QString &path, const BackupManifest &made);

    Workspace &m_workspace;
    bool m_busy = false; ///< one job after the other
    QPushButton *m_backUp;
    QPushButton *m_restore;
    QLabel *m_last;
    QLabel *m_missing;
};

} // namespace kindling
