// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/followupservice.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace kindling {

/// Writes a note, call, email or meeting of one lead, with the next step in words. Ctrl+Enter saves. One line high until it is used.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    Composer(Workspace &workspace, QWidget *parent);

    /// What is being written stays with its lead: changing the lead empties the fields.
    void setLead(LeadId lead);

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
    void setOpen(bool open);
    bool isEmpty() const;

    Workspace &m_workspace;
    LeadId m_lead;
    QComboBox *m_kind;
    QPlainTextEdit *m_text;
    QLineEdit *m_next;
    QWidget *m_row;
    QLabel *m_understood;
};

} // namespace kindling
