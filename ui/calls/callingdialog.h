// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/dayservice.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace kindling {

class CallForm;
class Theme;

/// A calling session: one lead after the other, with progress. It can be left at any time and goes on where it was, after a restart too.
class CallingDialog final : public QDialog
{
    Q_OBJECT

public:
    CallingDialog(Workspace &workspace, Theme &theme, CallingSession session, QWidget *parent);

Q_SIGNALS:
    void leadShown(kindling::LeadId id);
    void kept(); ///< how far it has come is stored
    void left(); ///< closed, with leads still to call
    void failed(const kindling::Error &error);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeEnd();
    void advance(bool called);
    void showPlace();
    void showEnd();
    void keep();

    Workspace &m_workspace;
    CallingSession m_session;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QLabel *m_last;
    QStackedWidget *m_stack;
    CallForm *m_form;
    QWidget *m_buttons = nullptr;
    QLabel *m_result = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace kindling
