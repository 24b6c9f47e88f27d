// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kindling {

/// How calls end, in the team's own words: up to nine, one key each, in this order. What each means to the program decides the next step.
class CallSettings final : public QFrame
{
    Q_OBJECT

public:
    CallSettings(Workspace &workspace, QWidget *parent);
    ~CallSettings() override;

Q_SIGNALS:
    void failed(const kindling::Error &error);
    void message(const QString &text, bool undoable);

private:
    struct Row
    {
        QWidget *widget;
        QLineEdit *name;
        QComboBox *kind;
    };
    void refresh();
    void addRow(const CallOutcomeWord &word);
    void removeRow(QWidget *widget);
    void save();

    Workspace &m_workspace;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    std::vector<Row> m_rows;
};

} // namespace kindling
