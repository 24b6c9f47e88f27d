// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace kindling {

class Theme;

/// A short message over the lower edge of its parent, with an Undo button where it makes sense. Goes by itself after some seconds, but not
/// while the pointer or the keyboard is on it.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    Toast(Theme &theme, QWidget *parent);

    void showMessage(const QString &text, bool undoable);

Q_SIGNALS:
    void undoWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void restyle();

    Theme &m_theme;
    QLabel *m_text;
    QPushButton *m_undo;
    QTimer *m_timer;
};

} // namespace kindling
