// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "core/base/errortext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace kindling {

MessageBar::MessageBar(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(plainLabel({}, nullptr, this))
{
    setAccessibleName(tr("Problem"));
    setObjectName(QStringLiteral("messageBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::space12, metrics::space8, metrics::space8, metrics::space8);
    row->addWidget(m_icon);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_text, 1);
    QPushButton *close = button(tr("Close"), "link", this);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(&m_theme, &Theme::changed, this, &MessageBar::restyle);
    restyle();
    hide();
}

void MessageBar::restyle()
{
    const Colors &c = m_theme.colors();
    setStyleSheet(QStringLiteral("#messageBar { background: %1; border-radius: 8px; }").arg(c.hotGround.name()));
    m_text->setStyleSheet(QStringLiteral("color: %1").arg(c.late.name()));
    m_icon->setPixmap(m_theme.pixmap(Symbol::Warning, c.late, 16, devicePixelRatioF()));
}

void MessageBar::showError(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        showError(errorSentence(error));
}

void MessageBar::showError(const QString &sentence)
{
    m_text->setText(sentence);
    setAccessibleDescription(sentence);
    show();
}

} // namespace kindling
