// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMimeData;

namespace kindling {

class Theme;

/// Takes files that are dragged anywhere over a window, text fields included, which would else take the file's name as text. Covers the
/// window while a file hovers over it.
class DropOverlay final : public QWidget
{
    Q_OBJECT

public:
    DropOverlay(Theme &theme, QWidget *window);

Q_SIGNALS:
    void fileDropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
};

/// The first local file of a drag; empty when it carries none.
QString draggedFile(const QMimeData *mime);

} // namespace kindling
