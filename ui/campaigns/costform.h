// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/marketing.h"
#include "core/workspace/leadservice.h"

#include <QFrame>

class QDateEdit;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace kindling {

/// The dated costs of a campaign: a table, edited in place, and a line to add one.
class CostForm final : public QFrame
{
    Q_OBJECT

public:
    CostForm(Workspace &workspace, QWidget *parent);

    void show(const Campaign &campaign);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    QLayout *makeLine();
    void add();
    void edit(int row, int column);
    void removeChosen();

    Workspace &m_workspace;
    Campaign m_campaign;
    QTableWidget *m_table;
    QDateEdit *m_day = nullptr;
    QLineEdit *m_amount = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_remove = nullptr;
    bool m_filling = false;
};

} // namespace kindling
