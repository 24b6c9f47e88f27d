// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/whenpopup.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/whenfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kindling {

WhenPopup::WhenPopup(Workspace &workspace, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_question(plainLabel({}, "strong", this))
    , m_when(new WhenField(workspace, tr("New time"), this))
{
    setProperty("kind", QStringLiteral("card"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(340);
    QPushButton *ok = button(tr("Save"), "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(ok);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    column->addWidget(m_question);
    column->addWidget(m_when);
    column->addLayout(row);
    connect(ok, &QPushButton::clicked, this, &WhenPopup::accept);
    connect(m_when, &WhenField::entered, this, &WhenPopup::accept);
    connect(m_when, &WhenField::edited, this, [this] { adjustSize(); });
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
}

void WhenPopup::ask(const QPoint &globalPosition, const QString &question)
{
    m_question->setText(question);
    adjustSize();
    move(globalPosition);
    show();
    m_when->edit()->setFocus();
}

void WhenPopup::accept()
{
    const Result<std::optional<PlannedStep>> step = m_when->step();
    if (!step || !*step) {
        m_when->edit()->setFocus();
        return;
    }
    const PlannedTime when = (*step)->when;
    close();
    Q_EMIT accepted(when);
}

void WhenPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace kindling
