// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/plannedstep.h"

#include <QFrame>

class QLabel;

namespace kindling {

class WhenField;
class Workspace;

/// Asks in place for a time in words. Enter accepts what is understood, Esc leaves everything as it was.
class WhenPopup final : public QFrame
{
    Q_OBJECT

public:
    WhenPopup(Workspace &workspace, QWidget *parent);

    void ask(const QPoint &globalPosition, const QString &question);

Q_SIGNALS:
    void accepted(const kindling::PlannedTime &when);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    QLabel *m_question;
    WhenField *m_when;
};

} // namespace kindling
