// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/whenpopup.h"

#include "ui/widgets/whenfield.h"

#include <QLineEdit>

namespace kindling {

WhenPopup::WhenPopup(Workspace &workspace, QWidget *parent)
    : PopupCard(tr("Save"), parent)
    , m_when(new WhenField(workspace, tr("New time"), this))
{
    setFixedWidth(340);
    setField(m_when, {}, m_when->edit());
    connect(m_when, &WhenField::entered, this, &WhenPopup::accept);
    connect(m_when, &WhenField::edited, this, [this] { adjustSize(); });
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

} // namespace kindling
