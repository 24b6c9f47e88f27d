// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/limitpopup.h"

#include <QSpinBox>

namespace kindling {

LimitPopup::LimitPopup(int present, QWidget *parent)
    : PopupCard(tr("Save"), parent)
    , m_most(new QSpinBox(this))
{
    m_most->setRange(1, 1'000'000);
    m_most->setGroupSeparatorShown(true);
    m_most->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_most->setValue(present);
    m_most->setAccessibleName(tr("Leads at most"));
    m_most->selectAll();
    setField(m_most, tr("Nothing is refused; the board says when there are more."));
}

void LimitPopup::accept()
{
    Q_EMIT accepted(m_most->value());
    close();
}

} // namespace kindling
