// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/attachmentservice.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>
#include <set>

class QLabel;
class QListWidget;
class QMimeData;

namespace kindling {

/// The files of a lead. They are attached by a button or by dropping them here, opened with the program that the system has for them, saved
/// elsewhere and removed. What the desktop might run in place of showing is never opened, only saved.
class FilesView final : public QWidget
{
    Q_OBJECT

public:
    FilesView(Workspace &workspace, Theme &theme, QWidget *parent);

    void show(const LeadDossier &dossier);
    void attach(const QStringList &paths);

    /// Opens a file with the system's program; replaced in tests.
    std::function<void(const QString &path)> openWithSystem;

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);
    void countChanged(int files);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void choose();
    void open(const Attachment &file);
    void saveAs(const Attachment &file);
    void remove(const Attachment &file);
    void openMenu(const QPoint &position);
    const Attachment *chosen() const;

    Workspace &m_workspace;
    Theme &m_theme;
    LeadId m_lead;
    std::vector<Attachment> m_files; ///< beside the rows
    std::set<AttachmentId> m_missing;
    QListWidget *m_list;
    QLabel *m_hint;
};

/// The local files that a drag from another program carries; none for leads dragged out of this window.
QStringList draggedFiles(const QMimeData *mime);

} // namespace kindling
