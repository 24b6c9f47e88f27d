// SPDX-FileCopyrightText: Kindling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popupcard.h"

class QSpinBox;

namespace kindling {

/// Asks how many cards a column should have at most. Enter accepts, Esc leaves it as it was.
class LimitPopup final : public PopupCard
{
    Q_OBJECT

public:
    LimitPopup(int present, QWidget *parent);

Q_SIGNALS:
    void accepted(int most);

protected:
    void accept() override;

private:
    QSpinBox *m_most;
};

} // namespace kindling
