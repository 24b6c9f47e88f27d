// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kindling {

/// Which questions the qualification cards ask: BANT, or a framework of the user's own, written one question a line.
class QualificationSettings final : public QFrame
{
    Q_OBJECT

public:
    QualificationSettings(Workspace &workspace, QWidget *parent);

Q_SIGNALS:
    void failed(const kindling::Error &error);
    void message(const QString &text, bool undoable);

private:
    void refresh();
    void showFramework();
    void use(const QString &name);
    void save();
    void remove();

    Workspace &m_workspace;
    QComboBox *m_used;
    QLineEdit *m_name;
    QPlainTextEdit *m_questions;
    QPushButton *m_save;
    QPushButton *m_remove;
};

} // namespace kindling
