// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/stageservice.h"

#include <QFrame>

class QLineEdit;
class QPushButton;
class QTableWidget;

namespace kindling {

/// The stages of the funnel: what a lead has to be to stand in one, how likely it is to be won there (as given, and as the business's own
/// history has it), and for how many quiet days it may.
class StageSettings final : public QFrame
{
    Q_OBJECT

public:
    StageSettings(Workspace &workspace, QWidget *parent);

Q_SIGNALS:
    void failed(const kindling::Error &error);
    void message(const QString &text, bool undoable);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeForm();
    void refresh();
    void fillRow(int row);
    void askHistory();
    void edit(int row);
    void add();
    void moveBy(int steps);
    void takeHistory();
    void save(const Stage &stage);

    Workspace &m_workspace;
    QTableWidget *m_table;
    QLineEdit *m_name = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_history = nullptr;
    std::vector<Stage> m_stages;
    std::vector<StageRecord> m_records;
    bool m_filling = false;
};

} // namespace kindling
