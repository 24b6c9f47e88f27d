// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace kindling {

/// Lets undo and redo through to the window where a line of text has nothing of its own to take back: it would keep the keys to itself, and
/// do nothing. Not from the editor of a cell, below which the table would change.
class WindowUndo final : public QObject
{
    Q_OBJECT

public:
    explicit WindowUndo(QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace kindling
