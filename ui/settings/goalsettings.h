// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/forecast.h"
#include "core/workspace/leadservice.h"

#include <QFrame>

class QTableWidget;

namespace kindling {

/// What each member, and the team, is to win in this month and the ones after it: typed into the table.
class GoalSettings final : public QFrame
{
    Q_OBJECT

public:
    GoalSettings(Workspace &workspace, QWidget *parent);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QDate firstMonth() const;
    QStringList heads() const;
    void refresh();
    void fill(const std::vector<SalesGoal> &goals);
    void set(int row, int column);

    Workspace &m_workspace;
    QTableWidget *m_table;
    bool m_filling = false;
};

} // namespace kindling
