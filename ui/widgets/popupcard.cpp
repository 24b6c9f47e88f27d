// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/popupcard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace kindling {

PopupCard::PopupCard(const QString &action, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_lines(new QVBoxLayout(this))
    , m_buttons(new QHBoxLayout)
    , m_question(plainLabel({}, "strong", this))
{
    setProperty("kind", QStringLiteral("card"));
    setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *ok = button(action, "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    m_buttons->addStretch();
    m_buttons->addWidget(cancel);
    m_buttons->addWidget(ok);
    m_lines->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    m_lines->addWidget(m_question);
    m_lines->addLayout(m_buttons);
    connect(ok, &QPushButton::clicked, this, [this] { accept(); });
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
}

void PopupCard::setField(QWidget *field, const QString &hint, QWidget *keyboard)
{
    m_lines->insertWidget(1, field);
    if (!hint.isEmpty())
        m_lines->insertWidget(2, plainLabel(hint, "small", this));
    m_keyboard = keyboard ? keyboard : field;
}

void PopupCard::addField(QWidget *field)
{
    m_lines->insertWidget(m_lines->count() - 1, field);
}

QPushButton *PopupCard::addButton(const QString &action)
{
    QPushButton *added = button(action, "quiet", this);
    m_buttons->insertWidget(0, added);
    return added;
}

void PopupCard::ask(const QPoint &globalPosition, const QString &question)
{
    m_question->setText(question);
    adjustSize();
    const QRect room = screen()->availableGeometry();
    move(std::max(room.left(), std::min(globalPosition.x(), room.right() - width())),
         std::max(room.top(), std::min(globalPosition.y(), room.bottom() - height())));
    show();
    m_keyboard->setFocus();
}

void PopupCard::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (enter && isVisible()) // the field may have accepted already
        accept();
    else
        QFrame::keyPressEvent(event);
}

} // namespace kindling
