// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace kindling {

/// How often to be in touch (by temperature, and by segment), and the templates of emails.
class CadenceSettings final : public QFrame
{
    Q_OBJECT

public:
    CadenceSettings(Workspace &workspace, QWidget *parent);
    ~CadenceSettings() override;

Q_SIGNALS:
    void failed(const kindling::Error &error);
    void message(const QString &text, bool undoable);

private:
    void refresh();
    void addCadence(const Cadence &cadence);
    void setCadence(const Cadence &cadence);
    void removeCadence(const Cadence &cadence);
    void makeTemplates(QVBoxLayout *column);
    void showTemplate(int index);
    void saveTemplate();
    void write(const WorkRules &work);

    Workspace &m_workspace;
    QVBoxLayout *m_rows;
    QComboBox *m_segment;
    QComboBox *m_templates;
    QLineEdit *m_name;
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
};

} // namespace kindling
