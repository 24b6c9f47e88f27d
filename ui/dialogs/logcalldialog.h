// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"

#include <QDialog>
#include <QElapsedTimer>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kindling {

class MessageBar;
class Theme;

/// Logs a call: timer, outcome by one key (1 to 6), note, and the next step that the outcome suggests. Ctrl+Enter saves.
class LogCallDialog final : public QDialog
{
    Q_OBJECT

public:
    LogCallDialog(Workspace &workspace, Theme &theme, LeadId lead, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &message);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeOutcomes();
    void showLead(const LeadDossier &dossier);
    void chooseOutcome(CallOutcome outcome);
    void showTime();
    void showUnderstood();
    void save();
    void finish();
    /// What is planned after the call; an error when it is not understood.
    Result<std::optional<FollowUp>> nextStep() const;

    Workspace &m_workspace;
    Theme &m_theme;
    LeadId m_leadId;
    Lead m_lead;
    CallOutcome m_outcome = CallOutcome::None;
    UtcMs m_began = 0;
    QElapsedTimer m_timer;
    MessageBar *m_problem;
    QLabel *m_name;
    QLabel *m_place;
    QPushButton *m_dial;
    QLabel *m_time;
    QLabel *m_attempt;
    QLabel *m_recent;
    QButtonGroup *m_outcomes;
    QPlainTextEdit *m_note;
    QLineEdit *m_next;
    QLabel *m_understood;
};

} // namespace kindling
