// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/windowundo.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace kindling {

namespace {

bool isInCell(const QWidget *widget)
{
    while (widget && !widget->isWindow() && !qobject_cast<const QAbstractItemView *>(widget))
        widget = widget->parentWidget();
    return qobject_cast<const QAbstractItemView *>(widget);
}

} // namespace

WindowUndo::WindowUndo(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool WindowUndo::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *edit = qobject_cast<QLineEdit *>(watched);
    if (!edit || isInCell(edit))
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool nothing =
        (key->matches(QKeySequence::Undo) && !edit->isUndoAvailable()) || (key->matches(QKeySequence::Redo) && !edit->isRedoAvailable());
    if (nothing)
        event->ignore(); // a shortcut of the window, if it has one
    return nothing;
}

} // namespace kindling
