// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"

#include <QDate>
#include <QTimer>

namespace kindling {

/// What a new day brings: leads that were to come back are opened, and scores are made for the day. Once at the start, and again when the
/// date changes while the window is open.
class DayTurn final : public QObject
{
    Q_OBJECT

public:
    DayTurn(Workspace &workspace, QObject *parent);

Q_SIGNALS:
    void message(const QString &text, bool undoable);
    void failed(const kindling::Error &error);

private:
    void look();

    Workspace &m_workspace;
    QTimer m_timer;
    QDate m_day;
};

} // namespace kindling
