// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wheelguard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QScrollArea>

namespace kindling {

namespace {

bool scrolls(const QWidget *widget)
{
    while (widget && !widget->isWindow() && !qobject_cast<const QScrollArea *>(widget))
        widget = widget->parentWidget();
    return qobject_cast<const QScrollArea *>(widget);
}

} // namespace

WheelGuard::WheelGuard(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish)
        return false;
    if (!qobject_cast<QAbstractSpinBox *>(watched) && !qobject_cast<QComboBox *>(watched))
        return false;
    auto *field = static_cast<QWidget *>(watched);
    if (!scrolls(field))
        return false;
    if (event->type() == QEvent::Polish) {
        if (field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    event->ignore(); // it goes to the page
    return true;
}

} // namespace kindling
