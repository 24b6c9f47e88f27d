// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/teamservice.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace kindling {

class MessageBar;
class Theme;

/// Hands leads over: to one member with a reason and a note, or to several in turn.
class HandoverDialog final : public QDialog
{
    Q_OBJECT

public:
    HandoverDialog(Workspace &workspace, Theme &theme, std::vector<LeadId> leads, QWidget *parent);

Q_SIGNALS:
    void handedOver(const QString &text);

private:
    std::vector<QString> chosen() const;
    void refresh();
    void save();

    Workspace &m_workspace;
    std::vector<LeadId> m_leads;
    MessageBar *m_problem;
    QListWidget *m_members;
    QLineEdit *m_other;
    QLineEdit *m_reason;
    QPlainTextEdit *m_note;
    QLabel *m_understood;
    QPushButton *m_save;
};

} // namespace kindling
