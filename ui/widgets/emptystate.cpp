// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/basics.h"

#include <QVBoxLayout>

namespace kindling {

EmptyState::EmptyState(const QString &sentence, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_sentence(plainLabel(sentence, "second", this))
{
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setFixedWidth(400); // a label that wraps asks for its height at a width of its own choice
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(metrics::space12);
    if (!action.isEmpty()) {
        m_action = button(action, "primary", this);
        column->addWidget(m_action, 0, Qt::AlignHCenter);
        connect(m_action, &QPushButton::clicked, this, &EmptyState::actionWanted);
    }
    column->addStretch(3);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(m_sentence->width())); // centred, it is not asked for it again
}

/// The font is known now, and with it the height.
void EmptyState::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setSentence(m_sentence->text());
}

void EmptyState::offerAction(bool offered)
{
    if (m_action)
        m_action->setVisible(offered);
}

} // namespace kindling
