// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"

#include <QWidget>

#include <map>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace kindling {

class MomentField;

/// Writes a note, call, email or meeting of one lead, now or when it was and how long it took, with the next step in words, which the
/// lead's cadence proposes. Offers to close the follow-up that it fulfils. Ctrl+Enter saves. One line high until it is used.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    Composer(Workspace &workspace, QWidget *parent);

    void focusNote() { setFocus(); }
    /// Opens it with the keyboard where the next step is planned.
    void focusNextStep();
    /// What is being written stays with its lead, and is there again when the lead is.
    void setLead(LeadId lead, const std::vector<FollowUp> &followUps);
    /// How many leads something is half written for.
    int drafts() const { return int(m_drafts.size()) + int(!isEmpty()); }

Q_SIGNALS:
    void saved();
    void failed(const kindling::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void save();
    Result<std::optional<FollowUp>> nextStep() const;
    void showUnderstood();
    void showFulfilled();
    void showMoment();
    void empty();
    void keepDraft();
    void giveBackDraft();
    ActivityKind kind() const;
    void propose();
    void setOpen(bool open);
    bool isEmpty() const;

    struct Draft
    {
        int kind = 0;
        QString text;
        QString next;
        int minutes = 0;
        std::optional<QDateTime> at; ///< when somebody has set it
    };

    Workspace &m_workspace;
    LeadId m_lead;
    std::map<LeadId, Draft> m_drafts; ///< of other leads
    QComboBox *m_kind;
    QPlainTextEdit *m_text;
    MomentField *m_at;
    QSpinBox *m_minutes;
    QWidget *m_moment; ///< when it was and how long it took
    QLineEdit *m_next;
    QWidget *m_row;
    QLabel *m_understood;
    QCheckBox *m_closes;
    QPushButton *m_proposal;
    QString m_proposed; ///< the time proposed, as typed
    std::vector<FollowUp> m_followUps;
    FollowUpId m_fulfilled;
};

} // namespace kindling
