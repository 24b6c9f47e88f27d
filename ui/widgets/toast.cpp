// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace kindling {

Toast::Toast(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_text(plainLabel({}, nullptr, this))
    , m_undo(button(tr("Undo"), "link", this))
    , m_timer(new QTimer(this))
{
    setAccessibleName(tr("Message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space16, metrics::space4, metrics::space12, metrics::space4);
    row->addWidget(m_text);
    row->addWidget(m_undo);
    m_timer->setSingleShot(true);
    m_timer->setInterval(6000);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (underMouse() || m_undo->hasFocus())
            m_timer->start();
        else
            hide();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undoWanted();
    });
    connect(&m_theme, &Theme::changed, this, &Toast::restyle);
    parent->installEventFilter(this);
    restyle();
    hide();
}

void Toast::restyle()
{
    const Colors &c = m_theme.colors();
    m_text->setStyleSheet(QStringLiteral("color: %1").arg(c.onToast.name()));
    const QColor undo = m_theme.isDark() ? QColor(0x0F766E) : QColor(0x3DB8AB);
    m_undo->setStyleSheet(QStringLiteral("color: %1; background: transparent; border: none; font-weight: 600").arg(undo.name()));
}

void Toast::showMessage(const QString &text, bool undoable)
{
    m_text->setText(text);
    m_undo->setVisible(undoable);
    setAccessibleDescription(text);
    place();
    show();
    raise();
    m_timer->start();
}

/// A text that is longer than the window is wide goes on in further lines.
void Toast::place()
{
    const QMargins around = layout()->contentsMargins();
    const int beside = m_undo->isVisibleTo(this) ? m_undo->sizeHint().width() + layout()->spacing() : 0;
    const int room = parentWidget()->width() - 2 * metrics::space24 - around.left() - around.right() - beside;
    m_text->setWordWrap(false);
    m_text->setMinimumWidth(0); // what it has counts as the least that it needs
    const int whole = m_text->sizeHint().width();
    m_text->setWordWrap(whole > room);
    m_text->setFixedWidth(std::min(whole, room));
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - 44);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colors().toast);
    painter.drawRoundedRect(rect(), 8, 8);
}

} // namespace kindling
