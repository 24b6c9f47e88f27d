// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"
#include "ui/calls/calltimer.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace kindling {

class MessageBar;
class Theme;
class WhenField;

/// One call: the number to dial, a timer, how it went by one key (the team's list), a note, and the next step that the outcome proposes.
/// The note is kept as a draft until it is saved.
class CallForm final : public QWidget
{
    Q_OBJECT

public:
    CallForm(Workspace &workspace, Theme &theme, QWidget *parent);
    ~CallForm() override;

    void showLead(LeadId lead);
    LeadId lead() const { return m_leadId; }
    QString name() const { return m_lead.displayName(); }
    /// Logs the call with all that comes of it, as one change; saved() follows.
    void save();
    void dial();
    /// Keys that mean something wherever no text is written: 1 to 9 an outcome, D dials. Says whether it was one.
    bool press(const QKeyEvent &event);
    /// Writes down what was not saved.
    void keepDraft();

Q_SIGNALS:
    void saved(const QString &message);
    void saveWanted(); ///< Ctrl+Enter in one of the fields
    void missing(); ///< the lead is not there any more
    void loaded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeOutcomes();
    QWidget *makeLost();
    void showDossier(const LeadDossier &dossier);
    void showNumbers();
    void showRecent(const std::vector<Activity> &activities);
    void showFulfilled(const std::vector<FollowUp> &followUps);
    void chooseOutcome(int place);
    void reset();
    QString number() const;
    Result<LogOutcome> outcome() const;
    Activity activity() const;

    Workspace &m_workspace;
    Theme &m_theme;
    LeadId m_leadId;
    Lead m_lead;
    std::vector<CallOutcomeWord> m_words;
    int m_chosen = -1; ///< index of the outcome; -1 while there is none
    FollowUpId m_fulfilled;
    int m_asked = 0;
    bool m_saving = false;
    QString m_kept; ///< the draft as it is stored
    CallTimer m_timer;
    QTimer m_draftTimer;
    MessageBar *m_problem;
    QLabel *m_name;
    QLabel *m_place;
    QComboBox *m_numbers;
    QPushButton *m_dial;
    QLabel *m_time;
    QLabel *m_attempt;
    QLabel *m_recent;
    QCheckBox *m_closes;
    QButtonGroup *m_outcomes;
    QPlainTextEdit *m_note;
    QLabel *m_draftHint;
    QWidget *m_lostRow = nullptr;
    QCheckBox *m_loses;
    QComboBox *m_reason;
    WhenField *m_next;
};

} // namespace kindling
