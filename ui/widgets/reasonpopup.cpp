// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reasonpopup.h"

#include <QComboBox>
#include <QLineEdit>

namespace kindling {

ReasonPopup::ReasonPopup(Theme &, const QStringList &reasons, QWidget *parent)
    : PopupCard(tr("Save"), parent)
    , m_reason(new QComboBox(this))
{
    m_reason->setEditable(true);
    m_reason->addItems(reasons);
    m_reason->setCurrentText({});
    m_reason->lineEdit()->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMinimumWidth(280);
    setField(m_reason);
    connect(m_reason->lineEdit(), &QLineEdit::returnPressed, this, &ReasonPopup::accept);
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

void ReasonPopup::hideEvent(QHideEvent *event)
{
    if (!m_answered)
        Q_EMIT cancelled();
    m_answered = true;
    PopupCard::hideEvent(event);
}

} // namespace kindling
