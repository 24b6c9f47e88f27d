// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reasonpopup.h"

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kindling {

ReasonPopup::ReasonPopup(Theme &, const QStringList &reasons, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_question(plainLabel({}, "strong", this))
    , m_reason(new QComboBox(this))
{
    setProperty("kind", QStringLiteral("card"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_reason->setEditable(true);
    m_reason->addItems(reasons);
    m_reason->setCurrentText({});
    m_reason->lineEdit()->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMinimumWidth(280);
    QPushButton *ok = button(tr("Save"), "primary", this);
    QPushButton *cancel = button(tr("Cancel"), "quiet", this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(ok);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    column->addWidget(m_question);
    column->addWidget(m_reason);
    column->addLayout(row);
    connect(ok, &QPushButton::clicked, this, &ReasonPopup::accept);
    connect(m_reason->lineEdit(), &QLineEdit::returnPressed, this, &ReasonPopup::accept);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
}

void ReasonPopup::ask(const QPoint &globalPosition, const QString &question)
{
    m_question->setText(question);
    adjustSize();
    move(globalPosition);
    show();
    m_reason->setFocus();
}

void ReasonPopup::accept()
{
    if (m_reason->currentText().trimmed().isEmpty()) {
        m_reason->setFocus();
        return;
    }
    m_answered = true;
    Q_EMIT accepted(m_reason->currentText().trimmed());
    close();
}

void ReasonPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void ReasonPopup::hideEvent(QHideEvent *event)
{
    if (!m_answered)
        Q_EMIT cancelled();
    m_answered = true;
    QFrame::hideEvent(event);
}

} // namespace kindling
