// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/privacyservice.h"

#include <QDialog>

class QPushButton;

namespace kindling {

class MessageBar;
class Theme;
class Workspace;

/// Asks before a lead is erased: what goes, what stays, and that no undo brings it back.
class EraseDialog final : public QDialog
{
    Q_OBJECT

public:
    EraseDialog(Workspace &workspace, Theme &theme, const PersonalData &known, QWidget *parent);

Q_SIGNALS:
    void erased(const QString &sentence); ///< what was done, in words

public Q_SLOTS:
    void reject() override; ///< not while it is erasing: nothing would be stopped by it

private:
    void erase();
    void setRunning(bool running);

    Workspace &m_workspace;
    LeadId m_lead;
    MessageBar *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_erase;
    bool m_running = false;
};

} // namespace kindling
