// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reasonpopup.h"

#include "ui/widgets/editablebox.h"
#include "ui/widgets/whenfield.h"

#include <QComboBox>
#include <QLineEdit>

namespace kindling {

ReasonPopup::ReasonPopup(const QStringList &reasons, QWidget *parent)
    : PopupCard(tr("Save"), parent)
    , m_reason(new QComboBox(this))
{
    makeEditable(m_reason, tr("Reason"));
    m_reason->addItems(reasons);
    m_reason->setCurrentText({});
    m_reason->lineEdit()->setPlaceholderText(tr("Reason"));
    m_reason->setMinimumWidth(280);
    setField(m_reason);
    connect(m_reason->lineEdit(), &QLineEdit::returnPressed, this, &ReasonPopup::accept);
}

void ReasonPopup::offerReturn(Workspace &workspace)
{
    m_back = new WhenField(workspace, tr("Back on"), this);
    m_back->edit()->setPlaceholderText(tr("Back on a day, if at all: in 6 months"));
    addField(m_back);
    connect(m_back, &WhenField::entered, this, &ReasonPopup::accept);
}

void ReasonPopup::accept()
{
    const Result<std::optional<PlannedStep>> back =
        m_back ? m_back->step() : Result<std::optional<PlannedStep>>(std::optional<PlannedStep>());
    if (!back) { // the field says what it did not understand
        m_back->edit()->setFocus();
        return;
    }

    if (m_reason->currentText().trimmed().isEmpty()) {
        m_reason->setFocus();
        return;
    }
    m_backOn = *back ? std::optional((*back)->when.local.date()) : std::nullopt;
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
