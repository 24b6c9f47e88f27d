// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/mailtemplate.h"
#include "core/workspace/followupservice.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kindling {

class MessageBar;
class Theme;
class WhenField;

/// An email to a lead: a template filled in, opened in the mail program or saved as a draft file, and logged when the person says that it
/// was sent. Kindling itself sends nothing.
class EmailDialog final : public QDialog
{
    Q_OBJECT

public:
    EmailDialog(Workspace &workspace, Theme &theme, LeadId lead, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &message);

private:
    void makeForm();
    void makeButtons();
    void showDossier(const LeadDossier &dossier);
    void fill();
    MailDraft draft() const;
    bool ready();
    void openProgram();
    void saveFile();
    void write(const QString &path);
    void logSent();

    Workspace &m_workspace;
    Lead m_lead;
    LeadId m_leadId;
    FollowUpId m_fulfilled;
    MessageBar *m_problem;
    QComboBox *m_template;
    QComboBox *m_to;
    QLineEdit *m_subject;
    QPlainTextEdit *m_body;
    WhenField *m_next;
    QCheckBox *m_closes;
    QLabel *m_hint;
    QPushButton *m_open = nullptr;
    QPushButton *m_log = nullptr;
};

} // namespace kindling
