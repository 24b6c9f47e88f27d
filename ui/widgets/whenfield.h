// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/plannedstep.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace kindling {

class Workspace;

/// A time in words, with what was understood of it shown beneath while it is typed.
class WhenField final : public QWidget
{
    Q_OBJECT

public:
    WhenField(Workspace &workspace, const QString &accessibleName, QWidget *parent);

    QLineEdit *edit() const { return m_edit; }
    QString text() const;
    void setText(const QString &text);
    bool isEmpty() const { return text().isEmpty(); }
    /// What is shown while nothing is typed; a proposal with its reason, say.
    void setEmptyText(const QString &text);

    /// What was typed, as a time; nothing for an empty field. Error: InvalidValue.
    Result<std::optional<PlannedStep>> step() const;

Q_SIGNALS:
    void entered(); ///< Return
    void edited();

private:
    void showUnderstood();

    Workspace &m_workspace;
    QLineEdit *m_edit;
    QLabel *m_understood;
    QString m_emptyText;
};

} // namespace kindling
