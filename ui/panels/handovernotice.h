// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/teamservice.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace kindling {

/// Says that the lead was handed over and waits for an answer; who got it accepts or declines here.
class HandoverNotice final : public QFrame
{
    Q_OBJECT

public:
    HandoverNotice(Workspace &workspace, QWidget *parent);

    void show(const LeadDossier &dossier);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    void answer(bool accepted);

    Workspace &m_workspace;
    HandoverId m_handover;
    QString m_name;
    QLabel *m_text;
    QLineEdit *m_why;
    QPushButton *m_accept;
    QPushButton *m_decline;
};

} // namespace kindling
