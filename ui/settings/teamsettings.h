// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/teamservice.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QTableWidget;

namespace kindling {

/// Who is on the team and how they stand, and who is working on this machine. Names tell people apart; they keep nobody out, and the card
/// says so.
class TeamSettings final : public QFrame
{
    Q_OBJECT

public:
    TeamSettings(Workspace &workspace, QWidget *parent);

    /// The member that works on this machine in a workspace; empty for the user of the system.
    static QString rememberedMe(const QString &workspacePath);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void fill(const std::vector<MemberStanding> &members);
    void add();
    void workAs(const QString &member);

    Workspace &m_workspace;
    QComboBox *m_me;
    QTableWidget *m_table;
    QLineEdit *m_name;
};

} // namespace kindling
