// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/limitpopup.h"

#include "ui/widgets/basics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSpinBox>
#include <QVBoxLayout>

namespace kindling {

LimitPopup::LimitPopup(const QString &column, int present, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_most(new QSpinBox(this))
{
    setProperty("kind", QStringLiteral("card"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_most->setRange(1, 1'000'000);
    m_most->setGroupSeparatorShown(true);
    m_most->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_most->setValue(present);
    m_most->setAccessibleName(tr("Leads at most"));
    QPushButton *ok = button(tr("Save"), "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(ok);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    lines->addWidget(plainLabel(tr("How many leads should %1 have at most?").arg(column), "strong", this));
    lines->addWidget(m_most);
    lines->addWidget(plainLabel(tr("Nothing is refused; the board says when there are more."), "small", this));
    lines->addLayout(row);
    connect(ok, &QPushButton::clicked, this, &LimitPopup::accept);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
}

void LimitPopup::ask(const QPoint &globalPosition)
{
    adjustSize();
    move(globalPosition);
    show();
    m_most->setFocus();
    m_most->selectAll();
}

void LimitPopup::accept()
{
    Q_EMIT accepted(m_most->value());
    close();
}

void LimitPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else
        QFrame::keyPressEvent(event);
}

} // namespace kindling
