// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/intolist.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace kindling {

IntoList::IntoList(QLineEdit *from, QAbstractItemView *to)
    : QObject(from)
    , m_to(to)
{
    from->installEventFilter(this);
}

bool IntoList::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || QApplication::activePopupWidget())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool leaves = key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!leaves || (key->modifiers() & ~Qt::KeypadModifier) || !m_to->isVisible() || m_to->model()->rowCount() == 0)
        return false;
    m_to->setFocus();
    if (!m_to->currentIndex().isValid())
        m_to->setCurrentIndex(m_to->model()->index(0, 0));
    return true;
}

} // namespace kindling
