// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/plannedstep.h"
#include "ui/widgets/popupcard.h"

namespace kindling {

class WhenField;
class Workspace;

/// Asks in place for a time in words. Enter accepts what is understood, Esc leaves everything as it was.
class WhenPopup final : public PopupCard
{
    Q_OBJECT

public:
    WhenPopup(Workspace &workspace, QWidget *parent);

Q_SIGNALS:
    void accepted(const kindling::PlannedTime &when);

protected:
    void accept() override;

private:
    WhenField *m_when;
};

} // namespace kindling
